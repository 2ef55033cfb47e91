import type { UnitId } from '#core/contract.ts'
import { pathOf, type UnitRow, type Units } from '#console/unit.ts'
import type { ParameterPlaces } from '#plugins/parameters/contract/answer/place.ts'

/** Another unit that can be given the same, and where it stands. */
export interface Place {
  readonly unit: UnitRow
  /** The units above it, the nearest last. */
  readonly above: readonly UnitRow[]
  /** What it says itself now, which would make way. */
  readonly own: string | null
}

/** Many units that are chosen in one act: all of one kind below a unit, or all one may. */
export interface Choice {
  readonly key: string
  readonly below: UnitRow | null
  readonly type: UnitRow['type'] | null
  readonly units: readonly UnitId[]
}

/** The other units where one may, in the order of the tree; what a level above binds is left out and counted. */
export const placesFor = (units: Units, { data }: ParameterPlaces, self: UnitId) => {
  const others = data.filter(({ unit }) => unit !== self)
  const places = others.flatMap(({ unit: id, own, boundBy }): Place[] => {
    const unit = units.byId.get(id)
    return unit && boundBy === null ? [{ unit, own, above: pathOf(units, id).slice(0, -1) }] : []
  })
  return { places, bound: others.length - others.filter(({ boundBy }) => boundBy === null).length }
}

/** Everything one may; and below each unit all of one kind, where that is more than one. */
export const choicesOf = (places: readonly Place[]): Choice[] => {
  const found = new Map<string, { below: UnitRow; type: UnitRow['type']; units: UnitId[] }>()
  for (const { unit: { id, type }, above } of places) {
    for (const below of above) {
      const key = `${below.id} ${type}`
      const known = found.get(key)
      if (known) known.units.push(id)
      else found.set(key, { below, type, units: [id] })
    }
  }
  const many = [...found].filter(([, { units }]) => units.length > 1).map(([key, choice]) => ({ key, ...choice }))
  const reach = { key: 'reach', below: null, type: null, units: places.map(({ unit }) => unit.id) }
  return places.length > 1 ? [reach, ...many] : []
}
