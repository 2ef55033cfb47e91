import {
  Alert,
  AlertTitle,
  Box,
  Button,
  Card,
  Chip,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { change, type ChangeItem } from '#console/change/change.ts'
import { PreviewDialog } from '#console/change/PreviewDialog.tsx'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { faultsAt, type Fault } from '#console/problem.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import { setHours } from '#plugins/branches/contract/change.ts'
import { layers, weekdays, type PlanLayer } from '#plugins/branches/contract/hours.ts'
import type { UnitHours } from '../answers.ts'
import { BarScale } from './DayBar.tsx'
import { DayRow } from './DayRow.tsx'
import { describePlan } from './describePlan.tsx'
import { faultsOf } from './plan-fault.ts'
import { firstOfNextMonth, keyOf, nextMonday, planOf, type PlanForm, type TypedDay } from './plan-form.ts'
import { RhythmFields } from './RhythmFields.tsx'
import { useFaultWords } from './useFaultWords.ts'

interface PlanEditorProps {
  readonly hours: UnitHours
  readonly unit: UnitId
  readonly today: Day
  readonly first: PlanForm
  readonly onDone: () => void
}

/** A week of hours as a form: seven days, a period, and the rhythm in which they come back. */
export const PlanEditor = ({ hours, unit, today, first, onDone }: PlanEditorProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const heading = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  // What its author had before them stays with the form, however long it lies there.
  const draft = useDraft<PlanForm & { readonly seen: number }>(
    `hours ${unit} ${first.key ?? `${first.kind} ${first.layer}`}`,
    { ...first, seen: hours.version },
  )
  const form = draft.value
  const faults = faultsOf(form)
  const blocking = faults.filter(({ doubt = false }) => !doubt)
  const [tried, setTried] = useState(draft.restored)
  const [items, setItems] = useState<readonly ChangeItem[] | null>(null)
  const [refused, setRefused] = useState<readonly Fault[]>([])
  const words = useFaultWords()
  useEffect(() => {
    heading.current?.focus()
  }, [])

  const type = (next: (before: PlanForm) => Partial<PlanForm>) => {
    setRefused([])
    draft.set(before => ({ ...before, ...next(before) }))
  }
  const set = (next: Partial<PlanForm>) => type(() => next)
  const setDay = (day: keyof PlanForm['week'], next: TypedDay) =>
    type(({ week }) => ({ week: { ...week, [day]: next } }))
  const faultAt = (place: string) => {
    const own = faults.find(
      fault => fault.place === place && (tried || fault.key === 'overlap' || fault.key === 'time'),
    )
    return own
      ? words(own)
      : faultsAt(refused, `/${place.startsWith('week') ? `plan/${place}` : place}`)[0]?.message
  }
  const key = keyOf(
    form,
    hours.plans.filter(({ own }) => own).map(({ segment }) => segment.key),
  )
  const item = (plan: ReturnType<typeof planOf> | null) =>
    change(
      setHours,
      { unit, key, from: isDay(form.from) ? form.from : null, to: isDay(form.to) ? form.to : null, plan },
      form.seen,
    )
  const save = () => {
    setTried(true)
    if (blocking.length === 0) setItems([item(planOf(form))])
    else setTimeout(() => summary.current?.focus())
  }
  const leave = () => {
    draft.forget()
    onDone()
  }

  return (
    <Card component="section" aria-labelledby="plan-editor" sx={{ p: { xs: 2, sm: 3 } }}>
      <Stack spacing={3}>
        <Typography
          id="plan-editor"
          variant="h2"
          ref={heading}
          tabIndex={-1}
          sx={{ '&:focus': { outline: 'none' } }}
        >
          {translate(form.key === null ? 'branches.week.form.titleNew' : 'branches.week.form.title')}
        </Typography>
        <DraftKept draft={draft} />
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1.4fr 1.4fr' },
          }}
        >
          {form.key !== null && (
            <Typography sx={{ alignSelf: 'center', fontWeight: 600 }}>
              {hours.kinds.find(({ code }) => code === form.kind)?.name[language]} ·{' '}
              {translate(`branches.week.layer.${form.layer}`)}
            </Typography>
          )}
          {form.key === null && (
            <TextField
              select
              label={translate('branches.week.form.kind')}
              value={form.kind}
              onChange={event => set({ kind: event.target.value })}
            >
              {hours.kinds.map(({ code, name }) => (
                <MenuItem key={code} value={code}>
                  {name[language]}
                </MenuItem>
              ))}
            </TextField>
          )}
          {form.key === null && (
            <TextField
              select
              label={translate('branches.week.form.layer')}
              value={form.layer}
              helperText={translate(`branches.week.form.layerHelp.${form.layer}`)}
              onChange={event => set({ layer: event.target.value as PlanLayer })}
            >
              {layers.map(layer => (
                <MenuItem key={layer} value={layer}>
                  {translate(`branches.week.layer.${layer}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
          <TextField
            label={translate('branches.week.form.name')}
            helperText={translate('branches.week.form.nameHint')}
            value={form.name}
            onChange={event => set({ name: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 80 } }}
          />
        </Box>
        <Box>
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '280px 280px' } }}>
            <DayField
              label={translate('branches.week.form.from')}
              value={form.from}
              near={today}
              emptyHint={translate('branches.week.form.noStart')}
              fault={faultAt('from')}
              onChange={from => set({ from })}
            />
            <DayField
              label={translate('branches.week.form.to')}
              value={form.to}
              near={isDay(form.from) ? form.from : today}
              emptyHint={translate('branches.week.form.noEnd')}
              fault={faultAt('to')}
              onChange={to => set({ to })}
            />
          </Box>
          <Stack direction="row" useFlexGap sx={{ gap: 1, mt: 1, flexWrap: 'wrap' }}>
            <Chip
              clickable
              variant="outlined"
              label={translate('branches.week.form.nextMonday')}
              onClick={() => set({ from: nextMonday(today) })}
            />
            <Chip
              clickable
              variant="outlined"
              label={translate('branches.week.form.firstOfMonth')}
              onClick={() => set({ from: firstOfNextMonth(today) })}
            />
          </Stack>
        </Box>
        <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
          <Typography component="legend" variant="h3">
            {translate('branches.week.form.week')}
          </Typography>
          <Box
            sx={{
              display: { xs: 'none', md: 'grid' },
              gap: 1.5,
              gridTemplateColumns: '104px 150px minmax(300px, 1fr) minmax(140px, 260px) 34px',
            }}
          >
            <span />
            <span />
            <span />
            <BarScale />
            <span />
          </Box>
          {weekdays.map(day => (
            <DayRow
              key={day}
              day={day}
              typed={form.week[day]}
              faultAt={place => faultAt(`week/${day}${place === '' ? '' : `/${place}`}`)}
              onChange={next => setDay(day, next)}
              onCopy={to =>
                set({
                  week: { ...form.week, ...Object.fromEntries(to.map(other => [other, form.week[day]])) },
                })
              }
            />
          ))}
        </Box>
        <RhythmFields form={form} daySets={hours.daySets} faultAt={faultAt} set={set} />
        {(tried ? faults : faults.filter(({ key: name }) => name === 'overlap' || name === 'time')).length >
          0 && (
          <Alert severity={blocking.length > 0 ? 'error' : 'warning'} ref={summary} tabIndex={-1}>
            <AlertTitle component="h3">{translate('branches.week.form.faults')}</AlertTitle>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {[...new Set(faults.map(words))].map(text => (
                <li key={text}>{text}</li>
              ))}
            </Box>
          </Alert>
        )}
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
          <Button variant="contained" onClick={save}>
            {translate('branches.week.form.save')}
          </Button>
          <Button onClick={leave}>{translate('ra.action.cancel')}</Button>
          <Box sx={{ flex: 1 }} />
          {form.key !== null && (
            <Button color="error" onClick={() => setItems([item(null)])}>
              {translate('branches.week.form.remove')}
            </Button>
          )}
        </Stack>
      </Stack>
      {items && (
        <PreviewDialog
          title={translate('branches.week.form.title')}
          items={items}
          describe={describePlan}
          onFaults={setRefused}
          onSaved={() => {
            setItems(null)
            leave()
          }}
          onClose={() => setItems(null)}
        />
      )}
    </Card>
  )
}
