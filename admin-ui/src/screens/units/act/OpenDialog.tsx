import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { UnitType } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { FaultAt } from '#console/change/ActDialogFault.tsx'
import { change, newId } from '#console/change/change.ts'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { DayField } from '#console/time/DayField.tsx'
import { isDay } from '#console/time/day.ts'
import { openUnit } from '#plugins/units/contract.ts'
import { emptyForm, faultsIn, unitOf } from '../unit-form.ts'
import type { UnitActProps } from './ActOnUnit.tsx'
import { describeUnit } from './describeUnit.tsx'
import { UnitFields } from './UnitFields.tsx'

/** Opens a unit under another, from a day on. */
export const OpenDialog = ({ type, details, today, onClose }: UnitActProps & { readonly type: UnitType }) => {
  const translate = useTranslate()
  const [id] = useState(newId)
  const first = useMemo(() => ({ from: today as string, form: emptyForm(type) }), [today, type])
  const draft = useDraft(`units.open ${details.id} ${type}`, first)
  const { from, form } = draft.value
  const items = useMemo(
    () =>
      isDay(from) && Object.keys(faultsIn(form)).length === 0
        ? [change(openUnit, { id, parent: details.id, from, unit: unitOf(form) })]
        : null,
    [from, form, id, details.id],
  )
  return (
    <ActDialog
      title={translate(`units.open.title.${type}`, { name: details.unit.name })}
      act={translate('units.act.open')}
      items={items}
      describe={describeUnit}
      onClose={onClose}
      onSaved={draft.forget}
    >
      <DraftKept draft={draft} />
      <FaultAt place="/from">
        {fault => (
          <DayField
            label={translate('units.form.opensOn')}
            value={from}
            onChange={day => draft.set(before => ({ ...before, from: day }))}
            near={today}
            fault={fault}
            required
          />
        )}
      </FaultAt>
      <UnitFields
        form={form}
        touched={draft.touched}
        onChange={next => draft.set(before => ({ ...before, form: next(before.form) }))}
      />
    </ActDialog>
  )
}
