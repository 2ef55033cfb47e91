import Add from '@mui/icons-material/Add'
import DeleteOutline from '@mui/icons-material/DeleteOutlined'
import { Box, Button, IconButton, MenuItem, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { DayField } from '#console/time/DayField.tsx'
import { DayMark } from '#console/time/DayMark.tsx'
import { isDay } from '#console/time/day.ts'
import { closedKinds, type AddedDay, type ClosedKind, type RoundForm } from './round.ts'

interface AddedDaysProps {
  readonly form: RoundForm
  readonly year: number
  readonly onChange: (next: (before: RoundForm) => RoundForm) => void
}

const fresh: AddedDay = { from: '', to: '', kind: 'G', text: '' }

/** Days that the proposal does not know: a fair, a renovation, a day for the whole staff. */
export const AddedDays = ({ form: { added }, year, onChange }: AddedDaysProps) => {
  const translate = useTranslate()
  const put = (next: readonly AddedDay[]) => onChange(before => ({ ...before, added: next }))
  const set = (at: number, typed: Partial<AddedDay>) =>
    put(added.map((day, n) => (n === at ? { ...day, ...typed } : day)))
  const nameOf = (at: number) => translate('branches.round.own', { n: at + 1 })
  const near = `${year}-01-01`
  return (
    <Stack spacing={2} sx={{ mt: 2 }}>
      {added.map((day, at) => (
        <Box
          key={at}
          role="group"
          aria-label={nameOf(at)}
          sx={{
            display: 'grid',
            gap: 1.5,
            alignItems: 'start',
            gridTemplateColumns: { xs: '1fr', lg: '200px 200px minmax(160px, 1fr) 190px auto' },
          }}
        >
          <DayField
            label={translate('console.day.from')}
            value={day.from}
            onChange={from => set(at, { from })}
            near={near}
            required
          />
          <DayField
            label={translate('console.day.to')}
            value={day.to}
            onChange={to => set(at, { to })}
            near={isDay(day.from) ? day.from : near}
            emptyHint={translate('branches.round.oneDay')}
            fault={isDay(day.to) && day.to < day.from ? translate('console.day.endsBeforeStart') : undefined}
          />
          <TextField
            label={translate('branches.round.what')}
            value={day.text}
            onChange={event => set(at, { text: event.target.value })}
            required
            slotProps={{ htmlInput: { maxLength: 250 } }}
            helperText={translate('branches.round.publicText')}
          />
          <TextField
            select
            label={translate('branches.round.kind')}
            value={day.kind}
            onChange={event => set(at, { kind: event.target.value as ClosedKind })}
          >
            {closedKinds.map(kind => (
              <MenuItem key={kind} value={kind}>
                <DayMark kind={kind} named />
              </MenuItem>
            ))}
          </TextField>
          <IconButton
            onClick={() => put(added.filter((_, n) => n !== at))}
            aria-label={`${translate('ra.action.remove')}: ${day.text || nameOf(at)}`}
          >
            <DeleteOutline />
          </IconButton>
        </Box>
      ))}
      <div>
        <Button startIcon={<Add />} variant="outlined" onClick={() => put([...added, fresh])}>
          {translate('branches.round.add')}
        </Button>
      </div>
    </Stack>
  )
}
