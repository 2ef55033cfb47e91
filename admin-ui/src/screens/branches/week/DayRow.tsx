import Add from '@mui/icons-material/Add'
import Close from '@mui/icons-material/Close'
import Notes from '@mui/icons-material/NotesOutlined'
import { Box, Button, IconButton, MenuItem, Stack, TextField, Tooltip, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { formatWeekday } from '#console/time/day.ts'
import { TimeField } from '#console/time/TimeField.tsx'
import { weekdays, type Weekday } from '#plugins/branches/contract/hours.ts'
import { CopyDay } from './CopyDay.tsx'
import { DayBar } from './DayBar.tsx'
import { spanOf } from './plan-fault.ts'
import { emptySlot, type Says, type TypedDay, type TypedSlot } from './plan-form.ts'

interface DayRowProps {
  readonly day: Weekday
  readonly typed: TypedDay
  /** The text of what is wrong at a place of this day: `1/to`. */
  readonly faultAt: (place: string) => string | undefined
  readonly onChange: (next: TypedDay) => void
  readonly onCopy: (to: readonly Weekday[]) => void
}

/** One day of the week: whether it has hours, from when until when, and a strip to see it by. */
export const DayRow = ({ day, typed, faultAt, onChange, onCopy }: DayRowProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const name = formatWeekday(language, weekdays.indexOf(day))
  const { says, slots } = typed
  const say = (next: Says) =>
    onChange({ says: next, slots: next === 'hours' && slots.length === 0 ? [emptySlot] : slots })
  const put = (at: number, slot: TypedSlot) =>
    onChange({ says: 'hours', slots: slots.map((before, index) => (index === at ? slot : before)) })
  const drop = (at: number) => {
    const left = slots.filter((_, index) => index !== at)
    onChange({ says: left.length === 0 ? 'closed' : 'hours', slots: left })
  }
  const own = faultAt('')
  return (
    <Box
      role="group"
      aria-label={name}
      sx={{
        display: 'grid',
        gap: 1.5,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        alignItems: 'start',
        gridTemplateColumns: {
          xs: '1fr auto',
          md: '104px 150px minmax(300px, 1fr) minmax(140px, 260px) auto',
        },
      }}
    >
      <Typography sx={{ fontWeight: 650, pt: 1, '&::first-letter': { textTransform: 'uppercase' } }}>
        {name}
      </Typography>
      <TextField
        select
        value={says}
        onChange={event => say(event.target.value as Says)}
        error={own !== undefined}
        helperText={own}
        slotProps={{
          select: {
            SelectDisplayProps: { 'aria-label': translate('branches.week.form.says', { day: name }) },
          },
        }}
      >
        {(['hours', 'closed', 'silent'] as const).map(option => (
          <MenuItem key={option} value={option}>
            {translate(`branches.week.form.${option}`)}
          </MenuItem>
        ))}
      </TextField>
      <Stack spacing={1} sx={{ gridColumn: { xs: '1 / -1', md: 'auto' } }}>
        {says === 'hours' &&
          slots.map((slot, at) => (
            <SlotFields
              key={at}
              name={name}
              slot={slot}
              faultAt={end => faultAt(`${at}/${end}`)}
              onChange={next => put(at, next)}
              onDrop={() => drop(at)}
            />
          ))}
        {says === 'hours' && slots.length < 12 && (
          <Button
            size="small"
            startIcon={<Add />}
            sx={{ alignSelf: 'flex-start' }}
            onClick={() => onChange({ says, slots: [...slots, emptySlot] })}
            aria-label={`${name}: ${translate('branches.week.form.addSlot')}`}
          >
            {translate('branches.week.form.addSlot')}
          </Button>
        )}
      </Stack>
      <Box sx={{ pt: 1, display: { xs: 'none', md: 'block' } }}>
        <DayBar slots={says === 'hours' ? slots : []} />
      </Box>
      <Box sx={{ gridColumn: { xs: '2', md: 'auto' }, gridRow: { xs: '1', md: 'auto' } }}>
        <CopyDay day={day} onCopy={onCopy} />
      </Box>
    </Box>
  )
}

interface SlotFieldsProps {
  readonly name: string
  readonly slot: TypedSlot
  readonly faultAt: (end: 'from' | 'to' | 'text') => string | undefined
  readonly onChange: (slot: TypedSlot) => void
  readonly onDrop: () => void
}

const SlotFields = ({ name, slot, faultAt, onChange, onDrop }: SlotFieldsProps) => {
  const translate = useTranslate()
  const [writing, setWriting] = useState(slot.text !== '')
  const span = `${slot.from}–${slot.to}`
  const overnight = (spanOf(slot)?.[1] ?? 0) > 1440
  return (
    <Box>
      <Stack direction="row" sx={{ gap: 0.75, alignItems: 'flex-start' }}>
        <TimeField
          label={translate('branches.week.form.from_', { day: name })}
          value={slot.from}
          fault={faultAt('from')}
          onChange={from => onChange({ ...slot, from })}
        />
        <Typography aria-hidden sx={{ pt: 1 }}>
          –
        </Typography>
        <TimeField
          label={translate('branches.week.form.to_', { day: name })}
          value={slot.to}
          fault={faultAt('to')}
          onChange={to => onChange({ ...slot, to })}
        />
        <Tooltip title={translate('branches.week.form.textButton')}>
          <IconButton
            size="small"
            sx={{ mt: 0.5 }}
            aria-expanded={writing}
            onClick={() => setWriting(!writing)}
            aria-label={translate('branches.week.form.slotText', { day: name, span })}
          >
            <Notes fontSize="small" color={slot.text === '' ? 'inherit' : 'primary'} />
          </IconButton>
        </Tooltip>
        <Tooltip title={translate('ra.action.remove')}>
          <IconButton
            size="small"
            sx={{ mt: 0.5 }}
            onClick={onDrop}
            aria-label={translate('branches.week.form.removeSlot', { day: name, span })}
          >
            <Close fontSize="small" />
          </IconButton>
        </Tooltip>
        {overnight && (
          <Typography variant="caption" color="textSecondary" sx={{ pt: 1.25 }}>
            {translate('branches.week.form.overnight')}
          </Typography>
        )}
      </Stack>
      {writing && (
        <TextField
          fullWidth
          sx={{ mt: 1 }}
          value={slot.text}
          label={translate('branches.week.form.textButton')}
          error={faultAt('text') !== undefined}
          helperText={faultAt('text') ?? translate('branches.week.form.textHint')}
          onChange={event => onChange({ ...slot, text: event.target.value })}
          slotProps={{
            htmlInput: {
              maxLength: 250,
              'aria-label': translate('branches.week.form.slotText', { day: name, span }),
            },
          }}
        />
      )}
    </Box>
  )
}
