import type { Permission, UnitId } from '#core/contract.ts'
import { useMe } from '#console/session.ts'
import { mayAt, pathOf, useUnit, type UnitRow, type Units } from '#console/unit.ts'
import { permissions } from '#plugins/change-requests/contract/permission.ts'
import type { Form } from '../answers.ts'

/** The right by which one asks, for oneself or on behalf of another. */
export const rightOf = (behalf: boolean): Permission => behalf ? permissions.file : permissions.ask

export const asksAt = (form: Form, { type }: UnitRow) => form.levels.includes(type)

const isWithin = (units: Units, unit: UnitId, within: UnitId) => pathOf(units, unit).some(({ id }) => id === within)

/** Where one may ask, and whether a form is for the unit one looks at or for one below it. */
export const usePlaces = (behalf: boolean) => {
  const me = useMe()
  const { unit, units } = useUnit()
  const places = units?.all.filter(({ id }) => mayAt(me, units, rightOf(behalf), id)) ?? []
  const near = units && unit ? places.filter(({ id }) => isWithin(units, id, unit.id)) : []
  return {
    unit,
    /** Every unit for which it can be asked. */
    of: (form: Form) => places.filter(one => asksAt(form, one)),
    isFor: (form: Form) => near.some(one => asksAt(form, one)),
    /** The unit one looks at, or the only one below it that it can be. */
    first: (form: Form): UnitRow | undefined => {
      const fits = near.filter(one => asksAt(form, one))
      return fits.find(({ id }) => id === unit?.id) ?? (fits.length === 1 ? fits[0] : undefined)
    },
  }
}
