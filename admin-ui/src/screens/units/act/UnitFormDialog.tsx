import type { Day } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import type { ChangeItem } from '#console/change/change.ts'
import type { Draft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import type { UnitForm } from '../unit-form.ts'
import { describeUnit } from './describeUnit.tsx'
import { FromField } from './FromField.tsx'
import { UnitFields } from './UnitFields.tsx'

interface UnitFormDialogProps {
  readonly title: string
  readonly act: string
  /** What the day is called from which it counts. */
  readonly since: string
  readonly draft: Draft<{ readonly from: string; readonly form: UnitForm }>
  readonly items: readonly ChangeItem[] | null
  readonly today: Day
  readonly onClose: () => void
}

/** All that is said about a unit, from a day on; what was typed is kept until it is saved. */
export const UnitFormDialog = ({ title, act, since, draft, items, today, onClose }: UnitFormDialogProps) => {
  const { from, form } = draft.value
  return (
    <ActDialog
      title={title}
      act={act}
      items={items}
      describe={describeUnit}
      keeps
      onClose={onClose}
      onSaved={draft.forget}
    >
      <DraftKept draft={draft} />
      <FromField
        label={since}
        value={from}
        today={today}
        onChange={day => draft.set(before => ({ ...before, from: day }))}
      />
      <UnitFields
        form={form}
        touched={draft.touched}
        onChange={next => draft.set(before => ({ ...before, form: next(before.form) }))}
      />
    </ActDialog>
  )
}
