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

/** Another last day for a closing, or the word that its end is certain. */
export const ExtendDialog = ({ row, seen, onDone }: ExtendDialogProps) => {
  const translate = useTranslate()
  const closing = row.body.closing ?? ''
  const first = useMemo(
    () => ({ to: row.to ?? '', uncertain: row.body.provisionalEnd ?? false, reason: '' }),
    [row],
  )
  const draft = useDraft(`extend ${closing}`, first)
  const { to, uncertain, reason } = draft.value
  const set = (next: Partial<typeof first>) => draft.set(before => ({ ...before, ...next }))
  const backwards = isDay(to) && row.from !== null && to < row.from
  const items = useMemo(
    () =>
      backwards || (to !== '' && !isDay(to))
        ? null
        : [change(extendClosing, { closing, to: to === '' ? null : to, provisionalEnd: uncertain }, seen)],
    [closing, to, uncertain, backwards, seen],
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
          label={translate('console.day.to')}
          value={to}
          emptyHint={translate('branches.year.untilFurtherNotice')}
          onChange={next => set({ to: next })}
          autoFocus
          fault={backwards ? translate('console.day.endsBeforeStart') : undefined}
          {...(row.from === null ? {} : { near: row.from })}
        />
        <FormControlLabel
          control={<Checkbox checked={uncertain} onChange={(_, on) => set({ uncertain: on })} />}
          label={translate('branches.close.provisionalEnd')}
        />
        <ReasonField value={reason} onChange={next => set({ reason: next })} />
      </Stack>
    </ChangeDialog>
  )
}
