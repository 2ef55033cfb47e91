import { useTranslate } from 'ra-core'
import { useMemo } from 'react'
import { change } from '#console/change/change.ts'
import { useDraft } from '#console/draft.ts'
import { isDay } from '#console/time/day.ts'
import { changeUnit } from '#plugins/units/contract.ts'
import { faultsIn, fieldsOf, formOf } from '../unit-form.ts'
import type { UnitActProps } from './ActOnUnit.tsx'
import { UnitFormDialog } from './UnitFormDialog.tsx'

/** Changes what is said about a unit, from a day on; only what differs is sent. */
export const ChangeDialog = ({ details, today, onClose }: UnitActProps) => {
  const translate = useTranslate()
  const first = useMemo(() => ({ from: today as string, form: formOf(details.unit) }), [today, details])
  const draft = useDraft(`units.change ${details.id}`, first)
  const { from, form } = draft.value
  const items = useMemo(() => {
    const fields = Object.keys(faultsIn(form)).length === 0 ? fieldsOf(form, details.unit) : null
    return fields && isDay(from)
      ? [change(changeUnit, { unit: details.id, from, fields }, details.version)]
      : null
  }, [from, form, details])
  return (
    <UnitFormDialog
      title={translate('units.change.title', { name: details.unit.name })}
      act={translate('console.change.save')}
      since="units.form.from"
      {...{ draft, items, today, onClose }}
    />
  )
}
