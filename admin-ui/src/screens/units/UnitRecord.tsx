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
  return (
    <>
      {street}
      {street && town && <br />}
      {town}
      {abroad}
    </>
  )
}

const onMap = ({ lat, lon }: NonNullable<Unit['coordinates']>) =>
  `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`

/** What is known of a unit, and where it hangs in the tree. */
export const UnitRecord = ({ details: { id: own, path, unit: details } }: { readonly details: UnitDetails }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  const asked = asks(details.type)
  const { address, coordinates, website, inhabitants, timeZone } = details
  return (
    <Stack spacing={2}>
      <Breadcrumbs aria-label={translate('units.path')} separator="›">
        {path.map(({ id, name }) =>
          id === own ? (
            <Typography key={id} sx={{ fontWeight: 600 }} aria-current="page">
              {name}
            </Typography>
          ) : (
            <Anchor key={id} component={Link} to={link('/units', id)}>
              {name}
            </Anchor>
          ),
        )}
      </Breadcrumbs>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))', gap: 2 }}
      >
        <Line name="code">{details.code}</Line>
        {asked.level && <Line name="level">{details.level}</Line>}
        {asked.isil && <Line name="isil">{details.isil}</Line>}
        {asked.address && <Line name="address">{address && <Address address={address} />}</Line>}
        {asked.address && (
          <Line name="coordinates">
            {coordinates && (
              <Anchor href={onMap(coordinates)} target="_blank" rel="noreferrer">
                {`${coordinates.lat}, ${coordinates.lon}`}
              </Anchor>
            )}
          </Line>
        )}
        {asked.people && <Line name="province">{details.province}</Line>}
        {asked.people && (
          <Line name="inhabitants">{inhabitants === undefined ? undefined : formatCount(language, inhabitants)}</Line>
        )}
        {asked.website && (
          <Line name="website">
            {website && (
              <Anchor href={website} target="_blank" rel="noreferrer">
                {website.replace(/^https?:\/\//, '')}
              </Anchor>
            )}
          </Line>
        )}
        {timeZone && <Line name="timeZone">{timeZone}</Line>}
      </Box>
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
        {asked.visitors && (
          <Chip
            size="small"
            variant="outlined"
            label={translate(details.public === false ? 'units.record.notPublic' : 'units.record.public')}
          />
        )}
        {asked.visitors && details.needsHours === false && (
          <Chip size="small" variant="outlined" label={translate('units.record.noHours')} />
        )}
        {details.invented && (
          <Chip size="small" variant="outlined" label={translate('units.record.invented')} />
        )}
      </Stack>
      {details.source && (
        <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {translate('units.record.source', { source: details.source })}
        </Typography>
      )}
    </Stack>
  )
}

/** One detail under its name, or that nobody filled it in. */
const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => {
  const translate = useTranslate()
  return (
    <Box>
      <Typography component="dt" variant="overline" color="textSecondary">
        {translate(`units.field.${name}`)}
      </Typography>
      <Typography
        component="dd"
        sx={{ m: 0, overflowWrap: 'anywhere' }}
        color={children ? undefined : 'textSecondary'}
      >
        {children || translate('units.record.unknown')}
      </Typography>
    </Box>
  )
}
