import { Type } from 'typebox'
import { defineFact, UnitId } from './contract.ts'
import type { Day, UnitType } from './contract.ts'
import { Unit } from './contract/unit.ts'
import { Configuration, holdsOn, overlaps, type Reading, type Segment } from './configuration.ts'
import { common, type Draft, type Period } from './draft.ts'

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

const paths = new WeakMap<object, WeakMap<object, Map<Day, Map<UnitId, readonly UnitId[]>>>>()

/**
 * The path by which somebody is judged at a unit: of a unit that is not there today, that of its first or
 * last day. Kept for as long as the tree stands, because every decision asks for it; of a draft that opens or
 * moves units it is found anew.
 */
export function pathToday(reading: Reading, unit: UnitId, day: Day): readonly UnitId[] {
  const days = pathsOf(reading)
  if (!days) return pathOf(reading, unit, dayOf(reading, unit, day))
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

const pathsBy = new WeakMap<Reading, Map<Day, Map<UnitId, readonly UnitId[]>>>()

function pathsOf(reading: Reading) {
  const known = pathsBy.get(reading) ?? keptFor(paths, reading)
  if (known && reading instanceof Configuration) pathsBy.set(reading, known)
  return known
}

/** What is kept by day under the units and their places that a reading has; nothing for a draft that changes them. */
function keptFor<T>(kept: WeakMap<object, WeakMap<object, Map<Day, T>>>, reading: Reading): Map<Day, T> | undefined {
  const ground = reading instanceof Configuration ? reading : undisturbed(reading as Draft)
  if (!ground) return undefined
  const [units, parents] = [ground.standing(unitFact), ground.standing(parentFact)]
  let places = kept.get(units)
  if (!places) kept.set(units, places = new WeakMap())
  let days = places.get(parents)
  if (!days) places.set(parents, days = new Map())
  return days
}

const undisturbed = (draft: Draft): Configuration | undefined =>
  draft.handsOn(unitFact).length || draft.handsOn(parentFact).length ? undefined : draft.base

/** The unit itself while it exists, else the one that goes on for it. */
export function successorOf(reading: Reading, unit: UnitId, day: Day): UnitId {
  const passed = [unit]
  for (const id of passed) {
    const next = unitAt(reading, id, day) ? undefined : reading.at(successorFact, id, 'successor', day)?.body.successor
    if (next === undefined || passed.includes(next)) return id
    passed.push(next)
  }
  return unit
}

/** The nearest unit of one of these types on the path, itself included. */
export const nearest = (reading: Reading, unit: UnitId, day: Day, ...types: readonly UnitType[]): UnitId | undefined =>
  pathOf(reading, unit, day).find(id => types.includes(unitAt(reading, id, day)?.type as UnitType))

/** The library a unit belongs to on that day; none for a group or the system. */
export const libraryOf = (reading: Reading, unit: UnitId, day: Day) => nearest(reading, unit, day, 'library')

const homes = new WeakMap<readonly UnitId[], { readonly library: UnitId | undefined }>()

/** The library that keeps a unit's rows, also for a unit that opens later or has closed; known for as long as its path. */
export function homeLibrary(reading: Reading, unit: UnitId, today: Day): UnitId | undefined {
  const path = pathToday(reading, unit, today)
  const known = homes.get(path)
  if (known) return known.library
  const day = dayOf(reading, unit, today)
  const library = path.find(id => unitAt(reading, id, day)?.type === 'library')
  homes.set(path, { library })
  return library
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

const trees = new WeakMap<object, WeakMap<object, Map<Day, Tree>>>()
const draftTrees = new WeakMap<Reading, { readonly revision: number; readonly day: Day; readonly tree: Tree }>()

/** The tree valid on a day; kept for as long as it stands, because every list and every reach asks for it. */
export function treeOn(reading: Reading, day: Day): Tree {
  const known = keptFor(trees, reading)
  if (!known) return treeOfDraft(reading as Draft, day)
  let tree = known.get(day)
  if (!tree) {
    if (known.size > 8) known.clear()
    known.set(day, tree = buildTree(reading, day))
  }
  return tree
}

function treeOfDraft(draft: Draft, day: Day): Tree {
  const { revision } = draft
  const known = draftTrees.get(draft)
  if (known?.revision === revision && known.day === day) return known.tree
  const tree = buildTree(draft, day)
  draftTrees.set(draft, { revision, day, tree })
  return tree
}

/** The unit and all below it, parents before children. */
export function unitsBelow(tree: Tree, unit: UnitId): UnitId[] {
  const below = [unit]
  for (const id of below) below.push(...(tree.children.get(id) ?? []))
  return below
}

/** What a unit is, which never changes, whenever it exists. */
export const typeOf = (reading: Reading, unit: UnitId): UnitType | undefined => reading.of(unitFact, unit)[0]?.body.type

/** The libraries that hang under a unit on any day of a period, also those that join later; a library is its own. */
export function librariesUnder(reading: Reading, unit: UnitId, period: Period): UnitId[] {
  if (typeOf(reading, unit) === 'library') return [unit]
  const found = new Set<UnitId>()
  for (const rows of reading.all(parentFact)) {
    for (const said of rows) {
      if (said.body.parent !== unit || !overlaps(said, period)) continue
      for (const library of librariesUnder(reading, said.unit, common(said, period))) found.add(library)
    }
  }
  return [...found]
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
