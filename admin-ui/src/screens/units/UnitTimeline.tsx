import { Box, Chip, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Day } from '#core/contract.ts'
import type { Unit } from '#core/contract/unit.ts'
import { Section } from '#console/Section.tsx'
import { formatMoment, plusDays } from '#console/time/day.ts'
import { usePeriod } from '#console/time/usePeriod.ts'
import type { Said, UnitDetails } from './answers.ts'
import { changing } from './unit-form.ts'

const fields = [...changing, 'timeZone'] as const

const wordsOf = (value: unknown, yes: string, no: string): string => {
  if (typeof value === 'boolean') return value ? yes : no
  if (value === undefined || value === null) return '–'
  return typeof value === 'object' ? Object.values(value).join(', ') : String(value as string | number)
}

/** What one version of a record says otherwise than the one beside it. */
const differing = (one: Unit, other: Unit) =>
  fields.filter(field => JSON.stringify(one[field]) !== JSON.stringify(other[field]))

const isRecord = (said: Said): said is Said & { readonly body: Unit } => said.fact === 'core.unit'
const isParent = (said: Said) => said.fact === 'core.parent'

type Alike = (one: unknown, other: unknown) => boolean

const sameRecord: Alike = (one, other) => differing(one as Unit, other as Unit).length === 0
const sameBody: Alike = (one, other) => JSON.stringify(one) === JSON.stringify(other)

/** The past without its seams: what was put back goes on as it was, and what still holds is no past. */
const joined = (past: readonly Said[], still: unknown, alike: Alike) => {
  const told: Said[] = []
  for (const said of past) {
    const last = told.at(-1)
    const goesOn = last?.to && plusDays(last.to, 1) === said.from && alike(last.body, said.body)
    if (goesOn) told[told.length - 1] = { ...last, to: said.to }
    else told.push(said)
  }
  const last = told.at(-1)
  return last && alike(last.body, still) ? told.slice(0, -1) : told
}

/** What the unit was and will be, and where it hung: the past and what is planned, in one line of time. */
export const UnitTimeline = ({
  details: { unit, path, past: before, planned },
  today,
}: {
  readonly details: UnitDetails
  readonly today: Day
}) => {
  const translate = useTranslate()
  const past = [
    ...joined(before.filter(isRecord), unit, sameRecord),
    ...joined(before.filter(isParent), { parent: path.at(-2)?.id }, sameBody),
    ...before.filter(said => !isRecord(said) && !isParent(said)),
  ].toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
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
