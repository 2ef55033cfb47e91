import { Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo } from 'react'
import type { UnitId } from '#core/contract.ts'
import { change } from '#console/change/change.ts'
import { ChangeDialog } from '#console/change/ChangeDialog.tsx'
import { ReasonField } from '#console/change/ReasonField.tsx'
import { useDraft } from '#console/draft.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import { close, lift, openAnyway } from '#plugins/branches/contract/change.ts'
import { describeClosing } from '../close/describeClosing.tsx'
import type { DayAct } from './DayPanel.tsx'
import type { Picked } from './year-days.ts'

interface DayActDialogProps {
  readonly act: Exclude<DayAct, 'close'>
  readonly unit: UnitId
  readonly picked: Picked
  readonly seen: number | undefined
  readonly onDone: () => void
}

interface Typed extends Picked {
  readonly text: string
  readonly reason: string
}

/** Fine-free, open anyway, or back to what rules and hours say: days and a text. */
export const DayActDialog = ({ act, unit, picked, seen, onDone }: DayActDialogProps) => {
  const translate = useTranslate()
  const first = useMemo<Typed>(
    () => ({ ...picked, text: act === 'lift' ? '' : translate(`branches.year.${act}Text`), reason: '' }),
    [picked, act, translate],
  )
  const draft = useDraft<Typed>(`${act} ${unit} ${picked.from} ${picked.to}`, first)
  const { from, to, text, reason } = draft.value
  const set = (next: Partial<Typed>) => draft.set(before => ({ ...before, ...next }))
  const backwards = isDay(from) && isDay(to) && to < from
  const items = useMemo(() => {
    if (!isDay(from) || !isDay(to) || backwards || (act !== 'lift' && text.trim() === '')) return null
    const units = [unit]
    if (act === 'lift') return [change(lift, { units, from, to }, seen)]
    if (act === 'openAnyway') return [change(openAnyway, { units, from, to, text: text.trim() }, seen)]
    return [change(close, { units, from, to, kind: 'B', text: text.trim() }, seen)]
  }, [act, unit, from, to, text, backwards, seen])
  const leave = () => {
    draft.forget()
    onDone()
  }
  const title = translate(`branches.year.${act}`).replace(/\s*…$/, '')
  return (
    <ChangeDialog
      title={title}
      act={title}
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
          required
          onChange={next => set({ from: next })}
        />
        <DayField
          label={translate('console.day.to')}
          value={to}
          near={isDay(from) ? from : picked.from}
          required
          onChange={next => set({ to: next })}
          fault={backwards ? translate('console.day.endsBeforeStart') : undefined}
        />
        {act !== 'lift' && (
          <TextField
            label={translate('branches.year.text')}
            value={text}
            required
            onChange={event => set({ text: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 250 } }}
            error={text.trim() === ''}
            helperText={text.trim() === '' ? translate('branches.close.noText') : undefined}
          />
        )}
        <ReasonField value={reason} onChange={next => set({ reason: next })} />
      </Stack>
    </ChangeDialog>
  )
}
