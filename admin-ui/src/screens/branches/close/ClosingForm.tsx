import {
  Box,
  Button,
  Checkbox,
  Chip,
  Collapse,
  FormControlLabel,
  Radio,
  RadioGroup,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Day, UnitId } from '#core/contract.ts'
import { ReasonField } from '#console/change/ReasonField.tsx'
import { DraftKept } from '#console/DraftKept.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, plusDays } from '#console/time/day.ts'
import { TimeField } from '#console/time/TimeField.tsx'
import { faultsIn, type Closing } from './closing.ts'
import { LongerFields } from './LongerFields.tsx'
import { usual } from './longer-closing.ts'
import { YesNo } from './YesNo.tsx'

interface ClosingFormProps {
  readonly closing: Closing
  /** What closes, one or many. */
  readonly units: readonly UnitId[]
  readonly today: Day
  readonly onChange: (next: (before: Closing) => Closing) => void
  readonly restored: boolean
  readonly onDrop: () => void
}

/** When, how much of the day, what the public reads, and two questions in plain words. */
export const ClosingForm = ({ closing, units, today, onChange, restored, onDrop }: ClosingFormProps) => {
  const translate = useTranslate()
  const set = (change: Partial<Closing>) => onChange(before => ({ ...before, ...change }))
  const faults = faultsIn(closing)
  const only = (day: Day) => closing.from === day && closing.to === day
  const start = (from: string) =>
    set({ from, ...(closing.to === closing.from || closing.to < from ? { to: from } : {}) })
  return (
    <Stack spacing={2.5}>
      <DraftKept draft={{ restored, forget: onDrop }} />
      <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
        <Typography component="legend" variant="h3" sx={{ mb: 1 }}>
          {translate('branches.close.when')}
        </Typography>
        <Stack direction="row" sx={{ gap: 1, mb: 1.5 }}>
          {[
            ['today', today],
            ['tomorrow', plusDays(today, 1)],
          ].map(([name = '', day = '']) => (
            <Chip
              key={name}
              clickable
              label={translate(`console.day.${name}`)}
              onClick={() => set({ from: day, to: day })}
              color={only(day) ? 'primary' : 'default'}
              variant={only(day) ? 'filled' : 'outlined'}
              aria-pressed={only(day)}
            />
          ))}
        </Stack>
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2 }}>
          <DayField
            label={translate('console.day.from')}
            value={closing.from}
            onChange={start}
            near={today}
            required
          />
          <DayField
            label={translate('console.day.to')}
            value={closing.to}
            onChange={to => set({ to })}
            near={isDay(closing.from) ? closing.from : today}
            emptyHint={translate('branches.year.untilFurtherNotice')}
            fault={faults.to && translate(faults.to)}
          />
        </Box>
        <RadioGroup
          row
          value={closing.part ? 'part' : 'whole'}
          onChange={(_, chosen) => set({ part: chosen === 'part' })}
          aria-label={translate('branches.close.howMuch')}
        >
          <FormControlLabel
            value="whole"
            control={<Radio size="small" />}
            label={translate('branches.close.wholeDay')}
          />
          <FormControlLabel
            value="part"
            control={<Radio size="small" />}
            label={translate('branches.close.partOfDay')}
          />
        </RadioGroup>
        <Collapse in={closing.part} unmountOnExit>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'flex-start', mt: 0.5 }}>
            <Typography sx={{ pt: 1 }}>{translate('branches.close.shutFrom')}</Typography>
            <TimeField
              label={translate('branches.close.shutFrom')}
              value={closing.cutFrom}
              onChange={cutFrom => set({ cutFrom })}
            />
            <Typography sx={{ pt: 1 }}>{translate('branches.close.shutTo')}</Typography>
            <TimeField
              label={translate('branches.close.shutTo')}
              value={closing.cutTo}
              onChange={cutTo => set({ cutTo })}
              fault={faults.cut && translate(faults.cut)}
            />
          </Stack>
        </Collapse>
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={closing.provisionalEnd}
              onChange={(_, provisionalEnd) => set({ provisionalEnd })}
            />
          }
          label={translate('branches.close.provisionalEnd')}
        />
      </Box>
      <TextField
        label={translate('branches.close.text')}
        value={closing.text}
        onChange={event => set({ text: event.target.value })}
        fullWidth
        error={faults.text !== undefined}
        helperText={
          faults.text
            ? translate(faults.text)
            : translate('branches.close.textHint', { left: 250 - closing.text.length })
        }
        slotProps={{ htmlInput: { maxLength: 250 } }}
      />
      {!closing.part && (
        <>
          <YesNo
            question={translate('branches.close.moreTime')}
            value={closing.extendLoans}
            onChange={extendLoans => set({ extendLoans })}
          />
          <YesNo
            question={translate('branches.close.noFines')}
            value={closing.fineFree}
            onChange={fineFree => set({ fineFree })}
          />
        </>
      )}
      {!closing.part && (
        <Box>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={closing.longer !== null}
                onChange={(_, on) => set({ longer: on ? usual : null })}
              />
            }
            label={translate('branches.close.longer.ask')}
          />
          {closing.longer && (
            <LongerFields
              said={closing.longer}
              closed={units}
              from={closing.from}
              today={today}
              moreTime={closing.extendLoans}
              onChange={longer => set({ longer })}
            />
          )}
        </Box>
      )}
      <More closing={closing} today={today} set={set} />
    </Stack>
  )
}

interface MoreProps {
  readonly closing: Closing
  readonly today: Day
  readonly set: (change: Partial<Closing>) => void
}

/** What is seldom said stays folded away until it is. */
const More = ({ closing, today, set }: MoreProps) => {
  const translate = useTranslate()
  const [open, setOpen] = useState(closing.reason !== '' || closing.publicFrom !== '')
  return (
    <Box>
      <Button size="small" onClick={() => setOpen(!open)} aria-expanded={open} sx={{ ml: -1 }}>
        {translate('branches.close.more')}
      </Button>
      <Collapse in={open} unmountOnExit>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <ReasonField value={closing.reason} onChange={next => set({ reason: next })} />
          <DayField
            label={translate('branches.close.publicFrom')}
            value={closing.publicFrom}
            onChange={publicFrom => set({ publicFrom })}
            near={today}
            emptyHint={translate('branches.close.atOnce')}
          />
        </Stack>
      </Collapse>
    </Box>
  )
}
