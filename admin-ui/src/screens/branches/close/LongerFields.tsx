import { Box, MenuItem, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import { useUnits } from '#console/unit.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { isLent, type LongerClosing } from './longer-closing.ts'
import { YesNo } from './YesNo.tsx'

interface LongerFieldsProps {
  readonly said: LongerClosing
  /** What closes, so that none of them takes over. */
  readonly closed: readonly UnitId[]
  readonly from: string
  readonly today: Day
  /** Due days move at all. */
  readonly moreTime: boolean
  readonly onChange: (said: LongerClosing) => void
}

/** What becomes of holds, returns and the collection meanwhile; each stands filled with what is usual. */
export const LongerFields = ({ said, closed, from, today, moreTime, onChange }: LongerFieldsProps) => {
  const translate = useTranslate()
  const set = (change: Partial<LongerClosing>) => onChange({ ...said, ...change })
  const { others, lend } = usePlaces(closed)
  const words = (name: string) => translate(`branches.close.longer.${name}`)
  const choice = (name: 'pickup' | 'returns' | 'collection' | 'moves' | 'late', own: readonly string[], places = others) => (
    <TextField select fullWidth size="small" label={words(name)} value={said[name]}
      onChange={event => set({ [name]: event.target.value })}>
      {own.map(one => <MenuItem key={one} value={one}>{words(`${name}Is.${one}`)}</MenuItem>)}
      {places.map(({ id, name: branch }) => (
        <MenuItem key={id} value={id}>{translate(`branches.close.longer.${name}Is.branch`, { branch })}</MenuItem>
      ))}
    </TextField>
  )
  const whole = isLent(said, isDay(from) ? from : '9999-12-31')
  return (
    <Stack spacing={2} sx={{ pt: 1.5 }}>
      {choice('pickup', ['here', 'nowhere'])}
      <YesNo question={words('supplies')} value={said.supplies} onChange={supplies => set({ supplies })} />
      {choice('returns', ['here', 'nowhere'])}
      {choice('collection', ['stays', 'not-lendable', 'lent-longer'])}
      {moreTime && choice('moves', ['falling', 'all'], [])}
      {moreTime && said.moves === 'all' && (
        <DayField label={words('dueFrom')} value={said.dueFrom} onChange={dueFrom => set({ dueFrom })} near={today} emptyHint={words('dueAll')} />
      )}
      {choice('late', ['leave', 'extend', 'freeze'], [])}
      {lend && <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2 }}>
        <DayField label={words('lendFrom')} value={said.lendFrom} onChange={lendFrom => set({ lendFrom })} near={today}
          emptyHint={words('lendNot')} />
        <TextField label={words('lendDays')} value={said.lendDays} size="small" error={!whole}
          helperText={whole ? undefined : words('lendFault')} onChange={event => set({ lendDays: event.target.value })}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 3 } }} />
      </Box>}
      <YesNo question={words('message')} value={said.message} onChange={message => set({ message })} />
    </Stack>
  )
}

/** The branches of the same library that stay open, and whether all that closes lends by rules of its own: a bookmobile does not. */
function usePlaces(closed: readonly UnitId[]) {
  const units = useUnits()
  const rows = closed.flatMap(id => units?.byId.get(id) ?? [])
  const parents = new Set(rows.map(({ parent }) => parent))
  const [parent] = parents
  const beside = parents.size === 1 && parent != null ? units?.below.get(parent) ?? [] : []
  return {
    others: beside.filter(({ id, type }) => type === 'branch' && !closed.includes(id)),
    lend: rows.every(({ type }) => type !== 'bookmobile'),
  }
}
