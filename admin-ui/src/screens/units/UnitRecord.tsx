import { Box, Breadcrumbs, Chip, Link as Anchor, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import type { Unit } from '#core/contract/unit.ts'
import { formatCount } from '#console/time/hour.ts'
import { useUnitLink } from '#console/unit.ts'
import type { UnitDetails } from './answers.ts'
import { asks } from './unit-form.ts'

/** The address on as many lines as an envelope has. */
const Address = ({ address }: { readonly address: NonNullable<Unit['address']> }) => {
  const { street, postalCode, city, country } = address
  const town = [postalCode, city].filter(Boolean).join(' ')
  const abroad = country && country !== 'BE' ? ` (${country})` : ''
  return <>{street}{street && town && <br />}{town}{abroad}</>
}

const onMap = ({ lat, lon }: NonNullable<Unit['coordinates']>) =>
  `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`

/** What is known of a unit, and where it hangs in the tree. */
export const UnitRecord = ({ details: { id: own, path, unit: details } }: { readonly details: UnitDetails }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  const asked = asks(details.type)
  const { address, coordinates, website } = details
  const lines: readonly (readonly [string, ReactNode])[] = [
    ['code', details.code],
    ...(asked.level ? [['level', details.level] as const] : []),
    ...(asked.isil ? [['isil', details.isil] as const] : []),
    ...(asked.address ? [
      ['address', address && <Address address={address} />] as const,
      ['coordinates', coordinates && (
        <Anchor href={onMap(coordinates)} target="_blank" rel="noreferrer">{`${coordinates.lat}, ${coordinates.lon}`}</Anchor>
      )] as const,
    ] : []),
    ...(asked.people ? [
      ['province', details.province] as const,
      ['inhabitants', details.inhabitants === undefined ? undefined : formatCount(language, details.inhabitants)] as const,
    ] : []),
    ...(asked.website ? [['website', website && <Anchor href={website} target="_blank" rel="noreferrer">{website.replace(/^https?:\/\//, '')}</Anchor>] as const] : []),
    ...(details.timeZone ? [['timeZone', details.timeZone] as const] : []),
  ]
  return (
    <Stack spacing={2}>
      <Breadcrumbs aria-label={translate('units.path')} separator="›">
        {path.map(({ id, name }) => (id === own
          ? <Typography key={id} sx={{ fontWeight: 600 }} aria-current="page">{name}</Typography>
          : <Anchor key={id} component={Link} to={link('/units', id)}>{name}</Anchor>))}
      </Breadcrumbs>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))', gap: 2 }}>
        {lines.map(([name, said]) => (
          <Box key={name}>
            <Typography component="dt" variant="overline" color="textSecondary">{translate(`units.field.${name}`)}</Typography>
            <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }} color={said ? undefined : 'textSecondary'}>
              {said || translate('units.record.unknown')}
            </Typography>
          </Box>
        ))}
      </Box>
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
        {asked.visitors && <Chip size="small" variant="outlined" label={translate(details.public === false ? 'units.record.notPublic' : 'units.record.public')} />}
        {asked.visitors && details.needsHours === false && <Chip size="small" variant="outlined" label={translate('units.record.noHours')} />}
        {details.invented && <Chip size="small" variant="outlined" label={translate('units.record.invented')} />}
      </Stack>
      {details.source && (
        <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{translate('units.record.source', { source: details.source })}</Typography>
      )}
    </Stack>
  )
}
