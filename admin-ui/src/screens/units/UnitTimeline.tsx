import { Box, Chip, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Day } from '#core/contract.ts'
import type { Unit } from '#core/contract/unit.ts'
import { Section } from '#console/Section.tsx'
import { usePeriod, type Period } from '#console/time/usePeriod.ts'
import type { UnitDetails } from './answers.ts'

interface Moment extends Period {
  readonly name: string
  readonly said: readonly string[]
}

const fields = ['name', 'code', 'level', 'public', 'needsHours', 'province', 'inhabitants', 'isil', 'address', 'coordinates', 'website', 'timeZone'] as const

const wordsOf = (value: unknown, yes: string, no: string): string => {
  if (typeof value === 'boolean') return value ? yes : no
  if (value === undefined || value === null) return '–'
  return typeof value === 'object' ? Object.values(value).join(', ') : String(value)
}

/** What one version of a record says otherwise than the one beside it. */
const differing = (one: Unit, other: Unit | undefined) =>
  fields.filter(field => JSON.stringify(one[field]) !== JSON.stringify(other?.[field]))

/** What the unit was and will be, and where it hung: the past and what is planned, in one line of time. */
export const UnitTimeline = ({ details, today }: { readonly details: UnitDetails; readonly today: Day }) => {
  const translate = useTranslate()
  const period = usePeriod()
  const { past, planned, stays } = details
  const tell = (one: Unit, other: Unit | undefined) => differing(one, other).map(field => translate('units.timeline.said', {
    field: translate(`units.field.${field}`), value: wordsOf(one[field], translate('ra.boolean.true'), translate('ra.boolean.false')),
  }))
  const moments: Moment[] = [
    ...past.map((stretch, at) => ({ ...stretch, name: 'was', said: tell(stretch.unit, past[at + 1]?.unit ?? details) })),
    ...planned.map((stretch, at) => ({ ...stretch, name: 'willBe', said: tell(stretch.unit, planned[at - 1]?.unit ?? details) })),
    ...(stays.length > 1 || stays.some(({ to }) => to !== null) ? stays : []).map(stay => ({
      ...stay, name: 'hangs', said: [translate('units.timeline.under', { name: stay.parent.name })],
    })),
  ].filter(({ said }) => said.length > 0)
  if (moments.length === 0) return null
  const when = ({ from, to }: Period) => (to !== null && to < today ? 'past' : from !== null && from > today ? 'planned' : 'now')
  return (
    <Section title={translate('units.timeline.title')} intro={translate('units.timeline.intro')}>
      <Stack component="ol" sx={{ listStyle: 'none', p: 0, m: 0, pl: 2, borderLeft: 3, borderColor: 'divider' }} spacing={1.5}>
        {moments.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).map(moment => (
          <Box component="li" key={`${moment.name} ${moment.from} ${moment.to}`} sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'baseline' }}>
            <Typography sx={{ width: 260, fontWeight: 600 }}>{period(moment, today)}</Typography>
            <Box sx={{ flex: '1 1 240px' }}>{moment.said.map(said => <Typography key={said}>{said}</Typography>)}</Box>
            <Chip size="small" variant={when(moment) === 'now' ? 'filled' : 'outlined'} label={translate(`units.timeline.${when(moment)}`)} />
          </Box>
        ))}
      </Stack>
    </Section>
  )
}
