import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { UnitType } from '#core/contract.ts'
import { change, newId } from '#console/change/change.ts'
import { useDraft } from '#console/draft.ts'
import { isDay } from '#console/time/day.ts'
import { openUnit } from '#plugins/units/contract.ts'
import { emptyForm, faultsIn, unitOf } from '../unit-form.ts'
import type { UnitActProps } from './ActOnUnit.tsx'
import { UnitFormDialog } from './UnitFormDialog.tsx'

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
    <UnitFormDialog
      title={translate(`units.open.title.${type}`, { name: details.unit.name })}
      act={translate('units.act.open')}
      since="units.form.opensOn"
      {...{ draft, items, today, onClose }}
    />
  )
}
