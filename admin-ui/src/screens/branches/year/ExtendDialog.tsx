import { Checkbox, FormControlLabel, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo } from 'react'
import { change } from '#console/change/change.ts'
import { ChangeDialog } from '#console/change/ChangeDialog.tsx'
import { ReasonField } from '#console/change/ReasonField.tsx'
import { useDraft } from '#console/draft.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import { extendClosing } from '#plugins/branches/contract/change.ts'
import type { CutRow, ExceptionRow } from '../answers.ts'
import { describeClosing } from '../close/describeClosing.tsx'

interface ExtendDialogProps {
  readonly row: ExceptionRow | CutRow
  readonly seen: number
  readonly onDone: () => void
}

/** What a library reopens before its doors. */
const inStages = ['returns', 'pickup', 'supply']

/** Only what somebody says differently; an emptied day works again with the rest. */
function reopens(said: Readonly<Record<string, string>>, was: Readonly<Record<string, string>>) {
  const other = Object.entries(said).filter(([name, day]) => day !== was[name])
  return other.length ? { reopens: Object.fromEntries(other.map(([name, day]) => [name, day === '' ? null : day])) } : {}
}

/** A closing from its first day to its last, whatever days were opened in between. */
const wholeOf = (row: ExceptionRow | CutRow) => ('whole' in row && row.whole ? row.whole : { from: row.from, to: row.to })

/** Another first or last day for a closing, or the word that its end is certain. */
export const ExtendDialog = ({ row, seen, onDone }: ExtendDialogProps) => {
  const translate = useTranslate()
  const closing = row.body.closing ?? ''
  const stages = useMemo(
    () => ('arranged' in row ? row.arranged ?? [] : []).filter(({ name }) => inStages.includes(name)),
    [row],
  )
  const whole = wholeOf(row)
  const first = useMemo(
    () => ({
      from: wholeOf(row).from ?? '', to: wholeOf(row).to ?? '', uncertain: row.body.provisionalEnd ?? false, reason: '',
      again: Object.fromEntries(stages.map(({ name, again }) => [name, again ?? ''])),
    }),
    [row, stages],
  )
  const draft = useDraft(`extend ${closing}`, first)
  const { from, to, uncertain, reason, again } = draft.value
  const set = (next: Partial<typeof first>) => draft.set(before => ({ ...before, ...next }))
  const backwards = isDay(to) && isDay(from) && to < from
  const items = useMemo(
    () =>
      backwards || !isDay(from) || (to !== '' && !isDay(to)) || Object.values(again).some(day => day !== '' && !isDay(day))
        ? null
        : [change(extendClosing, {
            closing, ...(from === first.from ? {} : { from }), to: to === '' ? null : to, provisionalEnd: uncertain, ...reopens(again, first.again),
          }, seen)],
    [closing, from, to, uncertain, again, first, backwards, seen],
  )
  const leave = () => {
    draft.forget()
    onDone()
  }
  const title = translate('branches.year.extend').replace(/\s*…$/, '')
  return (
    <ChangeDialog
      title={title}
      act={translate('console.change.save')}
      items={items}
      reason={reason}
      describe={describeClosing}
      onDone={leave}
      onClose={leave}
    >
      <Stack spacing={2.5}>
        <DayField
          label={translate('console.day.from')}
          value={from}
          onChange={next => set({ from: next })}
          {...(whole.from === null ? {} : { near: whole.from })}
        />
        <DayField
          label={translate('console.day.to')}
          value={to}
          emptyHint={translate('branches.year.untilFurtherNotice')}
          onChange={next => set({ to: next })}
          autoFocus
          fault={backwards ? translate('console.day.endsBeforeStart') : undefined}
          {...(whole.from === null ? {} : { near: whole.from })}
        />
        {stages.map(({ name, title: arranged }) => (
          <DayField
            key={name}
            label={translate('branches.year.again', { arranged })}
            value={again[name] ?? ''}
            emptyHint={translate('branches.year.withTheRest')}
            onChange={day => set({ again: { ...again, [name]: day } })}
            {...(whole.from === null ? {} : { near: whole.from })}
          />
        ))}
        <FormControlLabel
          control={<Checkbox checked={uncertain} onChange={(_, on) => set({ uncertain: on })} />}
          label={translate('branches.close.provisionalEnd')}
        />
        <ReasonField value={reason} onChange={next => set({ reason: next })} />
      </Stack>
    </ChangeDialog>
  )
}
