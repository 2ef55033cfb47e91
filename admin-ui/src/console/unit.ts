import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { Permission, UnitId, UnitType } from '#core/contract.ts'
import { useAsked } from './asked.ts'
import { useReading } from './reading.ts'
import { useMe, type Me } from './session.ts'

/** A unit of the tree as the console lists it. */
export interface UnitRow {
  readonly id: UnitId
  readonly parent: UnitId | null
  readonly type: UnitType
  readonly code: string
  readonly name: string
  readonly level?: string
  readonly public: boolean
  readonly needsHours: boolean
}

/** The tree of today, ready to be walked. */
export interface Units {
  readonly all: readonly UnitRow[]
  readonly byId: ReadonlyMap<UnitId, UnitRow>
  readonly below: ReadonlyMap<UnitId | null, readonly UnitRow[]>
}

const order: Readonly<Record<UnitType, number>> = {
  system: 0,
  group: 1,
  library: 2,
  branch: 3,
  bookmobile: 4,
  stop: 5,
}

const plant = (rows: readonly UnitRow[]): Units => {
  const all = rows.toSorted((a, b) => order[a.type] - order[b.type] || a.name.localeCompare(b.name, 'nl'))
  return {
    all,
    byId: new Map(all.map(unit => [unit.id, unit])),
    below: Map.groupBy(all, unit => unit.parent),
  }
}

const planted = new WeakMap<readonly UnitRow[], Units>()

export const useUnits = (): Units | undefined => {
  const { data } = useReading<{ data: readonly UnitRow[] }>('/units', {}, { staleTime: 60_000 })
  return useMemo(() => {
    if (!data) return undefined
    const units = planted.get(data.data) ?? plant(data.data)
    planted.set(data.data, units)
    return units
  }, [data])
}

/** From the top of the tree down to the unit itself. */
export const pathOf = (units: Units, id: UnitId): readonly UnitRow[] => {
  const path: UnitRow[] = []
  for (
    let unit = units.byId.get(id);
    unit;
    unit = unit.parent === null ? undefined : units.byId.get(unit.parent)
  ) {
    path.unshift(unit)
  }
  return path
}

/** Whether one may do something at a unit: there, or anywhere above it. */
export const mayAt = (me: Me, units: Units, permission: Permission, id: UnitId) => {
  const held = me.permissions[permission.name] ?? []
  return me.only[permission.name]?.includes(id) === true || pathOf(units, id).some(unit => held.includes(unit.id))
}

/** Whether somebody works at a unit: what they may not set there, they may ask for. */
export const worksAt = (me: Me, units: Units, id: UnitId) =>
  pathOf(units, id).some(unit => me.grants.some(grant => grant.unit === unit.id))

/** Where a person's work starts: the lowest unit that holds everything they were given. */
const homeOf = (me: Me, units: Units) => {
  const given = me.grants.map(grant => pathOf(units, grant.unit)).filter(path => path.length > 0)
  const [one = []] = given
  return one.findLast((unit, depth) => given.every(path => path[depth] === unit)) ?? units.below.get(null)?.[0]
}

/** The unit that every screen speaks of; it stands in the address as `?unit=`. */
export const useUnit = () => {
  const units = useUnits()
  const me = useMe()
  const { asked, ask } = useAsked()
  const unit = units && (units.byId.get(asked('unit')) ?? homeOf(me, units))
  const choose = useCallback((id: UnitId) => ask({ unit: id }), [ask])
  return { unit, units, choose }
}

/** A link to another screen that goes on speaking of the same unit. */
export const useUnitLink = () => {
  const [search] = useSearchParams()
  const asked = search.get('unit')
  return (path: string, unit: UnitId | null = asked) =>
    unit === null ? path : `${path}${path.includes('?') ? '&' : '?'}unit=${encodeURIComponent(unit)}`
}
