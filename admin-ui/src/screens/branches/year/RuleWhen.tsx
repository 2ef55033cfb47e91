import { Box, MenuItem, TextField } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatMonth, formatWeekday } from '#console/time/day.ts'
import { weekdays, type Weekday } from '#plugins/branches/contract/hours.ts'
import { hows, type How, type RuleForm } from './rule-form.ts'

interface RuleWhenProps {
  readonly form: RuleForm
  readonly set: (next: Partial<RuleForm>) => void
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1))

/** How the day comes back: a date, from Easter, the n-th weekday, a working day, or every such weekday. */
export const RuleWhen = ({ form, set }: RuleWhenProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const text = (name: 'date' | 'to' | 'count' | 'plus', label: string, hint?: string) => (
    <TextField
      label={translate(`branches.year.ruleForm.${label}`)}
      value={form[name]}
      required
      helperText={hint && translate(hint)}
      onChange={event => set({ [name]: event.target.value })}
    />
  )
  const weekday = (
    <TextField
      select
      label={translate('branches.year.ruleForm.weekdayLabel')}
      value={form.weekday}
      onChange={event => set({ weekday: event.target.value as Weekday })}
    >
      {weekdays.map((day, index) => (
        <MenuItem key={day} value={day}>
          {formatWeekday(language, index)}
        </MenuItem>
      ))}
    </TextField>
  )
  const dayMonth = 'branches.year.ruleForm.dayMonthHint'
  return (
    <>
      <TextField
        select
        label={translate('branches.year.ruleForm.how')}
        value={form.how}
        onChange={event => set({ how: event.target.value as How })}
      >
        {hows.map(how => (
          <MenuItem key={how} value={how}>
            {translate(`branches.year.ruleForm.${how}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {form.how === 'date' && text('date', 'dayMonth', dayMonth)}
        {form.how === 'easter' && text('count', 'days')}
        {form.how === 'nth' && (
          <>
            <TextField
              select
              label={translate('branches.year.ruleForm.nthLabel')}
              value={form.count}
              onChange={event => set({ count: event.target.value })}
            >
              {['1', '2', '3', '4', '5', '-1'].map(count => (
                <MenuItem key={count} value={count}>
                  {translate(`branches.week.form.nthNames.${count === '-1' ? 'last' : count}`)}
                </MenuItem>
              ))}
            </TextField>
            {weekday}
            <TextField
              select
              label={translate('branches.year.ruleForm.month')}
              value={form.month}
              onChange={event => set({ month: event.target.value })}
            >
              {months.map(month => (
                <MenuItem key={month} value={month}>
                  {formatMonth(language, `2024-${month.padStart(2, '0')}-01`).replace(/ \d+$/, '')}
                </MenuItem>
              ))}
            </TextField>
            {text('plus', 'plus')}
          </>
        )}
        {form.how === 'workingDay' && (
          <>
            {text('count', 'nthLabel')}
            {text('date', 'after', dayMonth)}
          </>
        )}
        {form.how === 'weekday' && (
          <>
            {weekday}
            <span />
            {text('date', 'from', dayMonth)}
            {text('to', 'to', dayMonth)}
          </>
        )}
      </Box>
    </>
  )
}
