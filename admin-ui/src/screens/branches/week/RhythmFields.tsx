import ExpandLess from '@mui/icons-material/ExpandLess'
import ExpandMore from '@mui/icons-material/ExpandMore'
import {
  Box,
  Button,
  Checkbox,
  Chip,
  Collapse,
  FormControlLabel,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { DayField } from '#console/time/DayField.tsx'
import type { DaySet } from '#plugins/branches/contract/hours.ts'
import type { Language } from '#core/contract.ts'
import type { PlanForm } from './plan-form.ts'

interface RhythmFieldsProps {
  readonly form: PlanForm
  readonly daySets: readonly DaySet[]
  readonly faultAt: (place: string) => string | undefined
  readonly set: (change: Partial<PlanForm>) => void
}

const nthNames = [
  [1, '1'],
  [2, '2'],
  [3, '3'],
  [4, '4'],
  [5, '5'],
  [-1, 'last'],
] as const

/** Not every week, or not the whole year: every condition that is ticked must be met. */
export const RhythmFields = ({ form, daySets, faultAt, set }: RhythmFieldsProps) => {
  const translate = useTranslate()
  const { season, everyWeeks, nth } = form
  const [open, setOpen] = useState(
    season !== null || everyWeeks !== null || nth.length > 0 || form.in !== '' || form.notIn !== '',
  )
  const pick = (count: number) =>
    set({ nth: nth.includes(count) ? nth.filter(one => one !== count) : [...nth, count] })
  return (
    <Box component="section" aria-label={translate('branches.week.form.rhythm')}>
      <Button
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        startIcon={open ? <ExpandLess /> : <ExpandMore />}
        sx={{ ml: -1 }}
      >
        {translate('branches.week.form.rhythm')}
      </Button>
      <Collapse in={open} unmountOnExit>
        <FormControlLabel
          control={
            <Checkbox
              checked={season !== null}
              onChange={(_, on) => set({ season: on ? { from: '01/07', to: '31/08' } : null })}
            />
          }
          label={translate('branches.week.form.season')}
        />
        <Collapse in={season !== null} unmountOnExit>
          <Stack direction="row" sx={{ gap: 2, pl: 4, pb: 1 }}>
            {(['from', 'to'] as const).map(end => (
              <TextField
                key={end}
                label={translate(`branches.week.form.season${end === 'from' ? 'From' : 'To'}`)}
                value={season?.[end] ?? ''}
                onChange={event =>
                  set({ season: { from: '', to: '', ...season, [end]: event.target.value } })
                }
                sx={{ width: 190 }}
                error={faultAt('season') !== undefined}
                helperText={end === 'from' ? faultAt('season') : undefined}
              />
            ))}
          </Stack>
        </Collapse>
        <Box>
          <FormControlLabel
            control={
              <Checkbox
                checked={everyWeeks !== null}
                onChange={(_, on) => set({ everyWeeks: on ? { weeks: '2', from: form.from } : null })}
              />
            }
            label={translate('branches.week.form.everyWeeks')}
          />
        </Box>
        <Collapse in={everyWeeks !== null} unmountOnExit>
          <Stack direction="row" sx={{ gap: 2, pl: 4, pb: 1 }}>
            <TextField
              label={translate('branches.week.form.weeks')}
              value={everyWeeks?.weeks ?? ''}
              sx={{ width: 150 }}
              error={faultAt('weeks') !== undefined}
              helperText={faultAt('weeks')}
              slotProps={{ htmlInput: { inputMode: 'numeric' } }}
              onChange={event => set({ everyWeeks: { from: '', ...everyWeeks, weeks: event.target.value } })}
            />
            <DayField
              label={translate('branches.week.form.weeksFrom')}
              value={everyWeeks?.from ?? ''}
              onChange={from => set({ everyWeeks: { weeks: '2', ...everyWeeks, from } })}
            />
          </Stack>
        </Collapse>
        <Box role="group" aria-label={translate('branches.week.form.nth')} sx={{ py: 1 }}>
          <Typography sx={{ mb: 0.5 }}>{translate('branches.week.form.nth')}</Typography>
          <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
            {nthNames.map(([count, name]) => (
              <Chip
                key={name}
                clickable
                onClick={() => pick(count)}
                aria-pressed={nth.includes(count)}
                color={nth.includes(count) ? 'primary' : 'default'}
                variant={nth.includes(count) ? 'filled' : 'outlined'}
                label={translate(`branches.week.form.nthNames.${name}`)}
              />
            ))}
          </Stack>
        </Box>
        <Stack direction="row" sx={{ gap: 2, pt: 1, flexWrap: 'wrap' }}>
          <DaySetField
            label={translate('branches.week.form.in')}
            value={form.in}
            daySets={daySets}
            onChange={chosen => set({ in: chosen })}
          />
          <DaySetField
            label={translate('branches.week.form.notIn')}
            value={form.notIn}
            daySets={daySets}
            onChange={chosen => set({ notIn: chosen })}
          />
        </Stack>
      </Collapse>
    </Box>
  )
}

interface DaySetFieldProps {
  readonly label: string
  readonly value: string
  readonly daySets: readonly DaySet[]
  readonly onChange: (code: string) => void
}

const DaySetField = ({ label, value, daySets, onChange }: DaySetFieldProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      sx={{ minWidth: 260 }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{translate('branches.week.form.anyTime')}</MenuItem>
      {daySets.map(({ code, name }) => (
        <MenuItem key={code} value={code}>
          {name[language]}
        </MenuItem>
      ))}
    </TextField>
  )
}
