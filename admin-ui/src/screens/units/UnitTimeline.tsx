import { Box, Chip, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Day } from '#core/contract.ts'
import type { Unit } from '#core/contract/unit.ts'
import { Section } from '#console/Section.tsx'
import { formatMoment } from '#console/time/day.ts'
import { usePeriod } from '#console/time/usePeriod.ts'
import type { Said, UnitDetails } from './answers.ts'

const fields = [
  'name',
  'code',
  'level',
  'public',
  'needsHours',
  'province',
  'inhabitants',
  'isil',
  'address',
  'coordinates',
  'website',
  'timeZone',
] as const

const wordsOf = (value: unknown, yes: string, no: string): string => {
  if (typeof value === 'boolean') return value ? yes : no
  if (value === undefined || value === null) return '–'
  return typeof value === 'object' ? Object.values(value).join(', ') : String(value)
}

/** What one version of a record says otherwise than the one beside it. */
const differing = (one: Unit, other: Unit) =>
  fields.filter(field => JSON.stringify(one[field]) !== JSON.stringify(other[field]))

const isRecord = (said: Said): said is Said & { readonly body: Unit } => said.fact === 'core.unit'

/** What the unit was and will be, and where it hung: the past and what is planned, in one line of time. */
export const UnitTimeline = ({
  details: { unit, past, planned },
  today,
}: {
  readonly details: UnitDetails
  readonly today: Day
}) => {
  const translate = useTranslate()
  if (past.length + planned.length === 0) return null
  const [were, willBe] = [past.filter(isRecord), planned.filter(isRecord)]
  const tell = (said: Said): readonly string[] => {
    if (!isRecord(said)) return [said.text]
    const beside = was(said) ? were[were.indexOf(said) + 1]?.body : willBe[willBe.indexOf(said) - 1]?.body
    return differing(said.body, beside ?? unit).map(field =>
      translate('units.timeline.said', {
        field: translate(`units.field.${field}`),
        value: wordsOf(said.body[field], translate('ra.boolean.true'), translate('ra.boolean.false')),
      }),
    )
  }
  const was = (said: Said) => past.includes(said)
  return (
    <Section title={translate('units.timeline.title')} intro={translate('units.timeline.intro')}>
      <Stack
        component="ol"
        sx={{ listStyle: 'none', p: 0, m: 0, pl: 2, borderLeft: 3, borderColor: 'divider' }}
        spacing={1.5}
      >
        {[...past, ...planned].map(said => (
          <Moment
            key={said.fact + said.from + said.to}
            said={said}
            lines={tell(said)}
            today={today}
            name={was(said) ? 'past' : 'planned'}
          />
        ))}
      </Stack>
    </Section>
  )
}

interface MomentProps {
  readonly said: Said
  readonly lines: readonly string[]
  readonly today: Day
  readonly name: 'past' | 'planned'
}

const Moment = ({ said, lines, today, name }: MomentProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const period = usePeriod()
  return (
    <Box component="li" sx={{ display: 'flex', columnGap: 2, flexWrap: 'wrap', alignItems: 'baseline' }}>
      <Typography sx={{ width: 280, fontWeight: 600 }}>{period(said, today)}</Typography>
      <Box sx={{ flex: '1 1 240px' }}>
        {lines.map(line => (
          <Typography key={line}>{line}</Typography>
        ))}
        {said.by && said.at && (
          <Typography variant="caption" color="textSecondary">
            {translate('console.history.by', { name: said.by, at: formatMoment(language, said.at) })}
          </Typography>
        )}
      </Box>
      <Chip size="small" variant="outlined" label={translate(`units.timeline.${name}`)} />
    </Box>
  )
}
