import { Type } from 'typebox'
import { defineFact, UnitId } from './contract.ts'
import type { Day, UnitType } from './contract.ts'
import { Unit } from './contract/unit.ts'
import { holdsOn, type Reading, type Segment } from './configuration.ts'

export { Unit }
const strict = { additionalProperties: false } as const

/** What a unit is; key `unit`. A unit exists on the days this is said. */
export const unitFact = defineFact('core.unit', Unit)
/** Where a unit hangs in the tree; key `parent`. */
export const parentFact = defineFact('core.parent', Type.Object({ parent: UnitId }, strict))
/** Which unit goes on for one that was merged; key `successor`. */
export const successorFact = defineFact('core.successor', Type.Object({ successor: UnitId }, strict))

/** The one unit above all others; the same in every installation. */
export const SYSTEM: UnitId = '00000000-0000-4000-8000-000000000000'
/** The zone of a unit that names none, nor does any unit above it. */
export const DEFAULT_ZONE = 'Europe/Brussels'

export const unitAt = (reading: Reading, unit: UnitId, day: Day): Unit | undefined =>
  reading.at(unitFact, unit, 'unit', day)?.body

export const parentAt = (reading: Reading, unit: UnitId, day: Day): UnitId | undefined =>
  reading.at(parentFact, unit, 'parent', day)?.body.parent

/** The unit itself and all above it, nearest first: branch, library, group, system. */
export function pathOf(reading: Reading, unit: UnitId, day: Day): UnitId[] {
  const path = [unit]
  for (
    let above = parentAt(reading, unit, day);
    above && !path.includes(above);
    above = parentAt(reading, above, day)
  ) {
    path.push(above)
  }
  return path
}

const paths = new WeakMap<Reading, Map<Day, Map<UnitId, readonly UnitId[]>>>()

/**
 * The path by which somebody is judged at a unit: of a unit that is not there today, that of its first or
 * last day. Kept per configuration, because every decision asks for it; of a draft it is found anew.
 */
export function pathToday(reading: Reading, unit: UnitId, day: Day): readonly UnitId[] {
  if ('revision' in reading) return pathOf(reading, unit, dayOf(reading, unit, day))
  let days = paths.get(reading)
  if (!days) paths.set(reading, days = new Map())
  let known = days.get(day)
  if (!known) {
    if (days.size > 8) days.clear()
    days.set(day, known = new Map())
  }
  let path = known.get(unit)
  if (!path) {
    path = pathOf(reading, unit, dayOf(reading, unit, day))
    // Only units that are somewhere: ids that somebody made up are not worth keeping.
    if (path.length > 1) known.set(unit, path)
  }
  return path
}

/** The nearest unit of one of these types on the path, itself included. */
export const nearest = (reading: Reading, unit: UnitId, day: Day, ...types: readonly UnitType[]): UnitId | undefined =>
  pathOf(reading, unit, day).find(id => types.includes(unitAt(reading, id, day)?.type as UnitType))

/** The library a unit belongs to on that day; none for a group or the system. */
export const libraryOf = (reading: Reading, unit: UnitId, day: Day) => nearest(reading, unit, day, 'library')

/** The library that keeps a unit's rows, also for a unit that opens later or has closed. */
export function homeLibrary(reading: Reading, unit: UnitId, today: Day): UnitId | undefined {
  return libraryOf(reading, unit, dayOf(reading, unit, today))
}

/** The day itself; for a unit that opens later its first day, for one that has closed its last. */
export function dayOf(reading: Reading, unit: UnitId, day: Day): Day {
  if (unitAt(reading, unit, day)) return day
  const known = reading.of(unitFact, unit)
  const later = known.flatMap(({ from }) => from !== null && from > day ? [from] : []).sort()
  const earlier = known.flatMap(({ to }) => to !== null && to < day ? [to] : []).sort()
  return later[0] ?? earlier.at(-1) ?? day
}

export function zoneOf(reading: Reading, unit: UnitId, day: Day): string {
  for (const id of pathOf(reading, unit, day)) {
    const zone = unitAt(reading, id, day)?.timeZone
    if (zone) return zone
  }
  return DEFAULT_ZONE
}

/** The tree on one day, for walking down. */
export interface Tree {
  readonly units: ReadonlyMap<UnitId, Unit>
  readonly children: ReadonlyMap<UnitId, readonly UnitId[]>
  readonly parent: ReadonlyMap<UnitId, UnitId>
  /** All units, each followed by all that is below it, and where among them the part of each lies. */
  readonly order: readonly UnitId[]
  readonly spans: ReadonlyMap<UnitId, Span>
}
export interface Span { readonly start: number; readonly end: number }

const trees = new WeakMap<Reading, Map<string, Tree>>()

/** The tree valid on a day; kept per configuration, because every list and every reach asks for it. */
export function treeOn(reading: Reading, day: Day): Tree {
  const revision = 'revision' in reading ? String(reading.revision) : ''
  const known = trees.get(reading) ?? new Map<string, Tree>()
  trees.set(reading, known)
  const name = `${day}${revision}`
  const tree = known.get(name) ?? buildTree(reading, day)
  if (known.size > 8) known.clear()
  known.set(name, tree)
  return tree
}

/** The unit and all below it, parents before children. */
export function unitsBelow(tree: Tree, unit: UnitId): UnitId[] {
  const below = [unit]
  for (const id of below) below.push(...(tree.children.get(id) ?? []))
  return below
}

function buildTree(reading: Reading, day: Day): Tree {
  const units = new Map<UnitId, Unit>()
  const parent = new Map<UnitId, UnitId>()
  const children = new Map<UnitId, UnitId[]>()
  const on = <B>(rows: readonly Segment<B>[]) => rows.find(said => holdsOn(said, day))
  for (const rows of reading.all(unitFact)) {
    const said = on(rows)
    if (said) units.set(said.unit, said.body)
  }
  for (const rows of reading.all(parentFact)) {
    const said = on(rows)
    if (!said || !units.has(said.unit)) continue
    parent.set(said.unit, said.body.parent)
    const siblings = children.get(said.body.parent)
    if (siblings) siblings.push(said.unit)
    else children.set(said.body.parent, [said.unit])
  }
  const nameOf = (id: UnitId) => units.get(id)?.name ?? ''
  for (const siblings of children.values()) siblings.sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'nl'))
  return { units, children, parent, ...orderOf(units, children, parent) }
}

function orderOf(units: Tree['units'], children: Tree['children'], parent: Tree['parent']) {
  const order: UnitId[] = []
  const spans = new Map<UnitId, Span>()
  const walk = (unit: UnitId) => {
    if (spans.has(unit)) return
    const start = order.push(unit) - 1
    spans.set(unit, { start, end: start + 1 })
    for (const child of children.get(unit) ?? []) walk(child)
    spans.set(unit, { start, end: order.length })
  }
  for (const unit of units.keys()) if (!units.has(parent.get(unit) ?? '')) walk(unit)
  return { order, spans }
}
