import Lock from '@mui/icons-material/LockOutlined'
import { Box, Chip, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { Section } from '#console/Section.tsx'
import { formatDay, formatMoment } from '#console/time/day.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import type { WholeParameter } from '#plugins/parameters/contract/answer/whole.ts'
import { BasisShown } from './BasisShown.tsx'
import { partOf } from '#console/value/shape.ts'
import { ShownValue } from '../ShownValue.tsx'
import { Ladder } from './Ladder.tsx'

interface HoldsHereProps {
  readonly definition: Definition
  readonly whole: WholeParameter
  readonly actions: ReactNode
  /** For which codes one looks, where it differs by them. */
  readonly codes: ReactNode
}

/** The value that holds here, who says so and on what it rests; below it what each level says. */
export const HoldsHere = ({ definition, whole, actions, codes }: HoldsHereProps) => {
  const translate = useTranslate()
  const { valueText, own, from, lockedBy, unitName } = whole
  return (
    <Section title={translate('parameters.holdsHere', { unit: unitName })} actions={actions}>
      {codes && <Box sx={{ mb: 2 }}>{codes}</Box>}
      <Box
        sx={{
          p: 2.5, mb: 2.5, borderRadius: 1.5, bgcolor: 'background.default',
          borderLeft: 6, borderColor: own ? 'secondary.main' : from ? 'primary.main' : 'divider',
        }}
      >
        <Typography sx={{ fontSize: { xs: '1.6rem', sm: '2rem' }, fontWeight: 650, lineHeight: 1.2, overflowWrap: 'anywhere' }}>
          {valueText}
        </Typography>
        {definition.fields && <Parts definition={definition} value={whole.value} />}
        <Said whole={whole} />
        {lockedBy && (
          <Chip
            icon={<Lock aria-hidden />}
            variant="outlined"
            label={translate('parameters.lockedBy', { unit: lockedBy.unitName })}
            sx={{ mt: 1, height: 'auto', minHeight: 30, '& .MuiChip-label': { whiteSpace: 'normal' } }}
          />
        )}
      </Box>
      <Typography variant="h3" sx={{ mb: 1 }}>{translate('parameters.why')}</Typography>
      <Ladder whole={whole} defaultText={definition.defaultText} />
    </Section>
  )
}

/** `28/28/0` spelled out: what each part is, and says. */
const Parts = ({ definition, value }: { readonly definition: Definition; readonly value: unknown }) => {
  const parts = (value ?? {}) as Readonly<Record<string, unknown>>
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5, my: 1 }}>
      {Object.entries(definition.fields ?? {}).map(([name, { title }]) => (
        <Box key={name}>
          <Typography component="dt" variant="body2" color="textSecondary">{title}</Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 600 }}>
            <ShownValue shape={partOf(definition, name)} value={parts[name]} />
          </Typography>
        </Box>
      ))}
    </Box>
  )
}

/** "Own value since 1 January 2027 · An Peeters, 3 Nov, 10.12 · council decision 12 of …". */
const Said = ({ whole: { own, from, unit } }: { readonly whole: WholeParameter }) => {
  const translate = useTranslate()
  const language = useLocale()
  if (!from) return <Typography color="textSecondary">{translate('parameters.nobodySaid')}</Typography>
  const { unitName, since, until, by, at, why, basis, whereText } = from
  const since_ = since === null ? '' : translate('parameters.sinceDay', { day: formatDay(language, since) })
  const until_ = until === null ? '' : translate('parameters.untilDay', { day: formatDay(language, until) })
  return (
    <Box sx={{ mt: 0.5 }}>
      <Typography>
        <Box component="span" sx={own ? { color: 'secondary.main', fontWeight: 650 } : { fontWeight: 600 }}>
          {translate(own && from.unit === unit ? 'parameters.own' : 'parameters.inherited', { unit: unitName })}
        </Box>
        {[whereText, since_, until_].filter(one => one !== '').map(one => ` · ${one}`)}
      </Typography>
      {at && (
        <Typography variant="body2" color="textSecondary">
          {by === null ? translate('parameters.saidAt', { at: formatMoment(language, at) })
            : translate('console.history.by', { name: by, at: formatMoment(language, at) })}
        </Typography>
      )}
      {why && <Typography variant="body2">{translate('console.history.reason', { reason: why })}</Typography>}
      {basis && (
        <Typography variant="body2">
          <BasisShown basis={basis} day={formatDay(language, basis.date)} />
        </Typography>
      )}
    </Box>
  )
}
