import { holdsOn, type Configuration, type Reading } from './configuration.ts'
import type { Day, UnitId } from './contract.ts'
import type { Grant, Rights } from './grant.ts'
import { dayOf, homeLibrary, libraryOf, nearest, successorFact, SYSTEM, treeOn, unitAt, unitsBelow } from './unit.ts'

/** Whose walled rows somebody reads: every library's, or those of these libraries and single branches. */
export interface Reach {
  readonly all: boolean
  readonly libraries: ReadonlySet<UnitId>
  /** Single branches, for roles that reach no further. */
  readonly branches: ReadonlySet<UnitId>
  /** Groups whose own office is within reach, beside their libraries. */
  readonly groups: ReadonlySet<UnitId>
  /** Libraries of the same cooperation group of level 3, whose listed tables are open to one another. */
  readonly shared: ReadonlySet<UnitId>
}

const none: ReadonlySet<UnitId> = new Set()
export const EVERYTHING: Reach = { all: true, libraries: none, branches: none, groups: none, shared: none }

const known = new WeakMap<Rights, { configuration: Configuration; day: Day; reach: Reach }>()

/** Reckoned from the grants and the cooperation of that day, once for as long as neither changes. */
export function reachOf(configuration: Configuration, rights: Rights, day: Day): Reach {
  const before = known.get(rights)
  if (before?.configuration === configuration && before.day === day) return before.reach
  const reach = reckon(configuration, rights, day)
  known.set(rights, { configuration, day, reach })
  return reach
}

function reckon(reading: Reading, { grants, roles }: Rights, day: Day): Reach {
  const wide = grants.filter(({ role }) => roles.get(role)?.reach === 'library')
  if (wide.some(({ unit }) => unit === SYSTEM)) return EVERYTHING
  const libraries = withPredecessors(reading, new Set(wide.flatMap(grant => librariesOf(reading, grant, day))), day)
  const narrow = grants.filter(({ role }) => roles.get(role)?.reach === 'branch')
  return {
    all: false,
    libraries,
    branches: new Set(narrow.flatMap(grant => branchesOf(reading, grant, day))),
    groups: new Set(wide.flatMap(grant => groupsOf(reading, grant, day))),
    shared: new Set([...libraries].flatMap(library => partnersOf(reading, library, day)).filter(id => !libraries.has(id))),
  }
}

/** A role in one branch reaches its library; one at a group, every library of it. */
function librariesOf(reading: Reading, { unit, only }: Grant, day: Day): UnitId[] {
  const own = libraryOf(reading, unit, day)
  if (own) return [own]
  if (only) return []
  const tree = treeOn(reading, day)
  return unitsBelow(tree, unit).filter(id => tree.units.get(id)?.type === 'library')
}

/** A role at a group reaches the people of its own office, and of the groups below it. */
function groupsOf(reading: Reading, { unit, only }: Grant, day: Day): UnitId[] {
  const units = only ? [unit] : unitsBelow(treeOn(reading, day), unit)
  return units.filter(id => unitAt(reading, id, day)?.type === 'group')
}

/**
 * Behind whose wall the people of a unit stand: their library's, or, of the office of a group, that
 * group's. People of the system's own office have none: only who reaches everything reads them.
 */
export const wallOf = (reading: Reading, unit: UnitId, today: Day): UnitId | null =>
  homeLibrary(reading, unit, today) ?? nearest(reading, unit, dayOf(reading, unit, today), 'group') ?? null

/** Whether people behind a wall are read, so that they may be let in as well. */
export const reachesWall = ({ reach: { all, libraries, groups } }: { reach: Reach }, wall: UnitId | null) =>
  all || (wall !== null && (libraries.has(wall) || groups.has(wall)))

function branchesOf(reading: Reading, { unit, only }: Grant, day: Day): UnitId[] {
  const units = only ? [unit] : unitsBelow(treeOn(reading, day), unit)
  return units.filter(id => ['branch', 'bookmobile', 'stop'].includes(unitAt(reading, id, day)?.type ?? ''))
}

/** The other libraries of a group of level 3, which lend to one another's members. */
function partnersOf(reading: Reading, library: UnitId, day: Day): UnitId[] {
  const group = nearest(reading, library, day, 'group')
  if (!group || !unitAt(reading, group, day)?.level?.startsWith('3')) return []
  const tree = treeOn(reading, day)
  return unitsBelow(tree, group).filter(id => tree.units.get(id)?.type === 'library')
}

/** Whoever reaches a library reaches those it went on for. */
function withPredecessors(reading: Reading, libraries: Set<UnitId>, day: Day): Set<UnitId> {
  const merged = [...reading.all(successorFact)].flatMap(rows => rows.filter(said => holdsOn(said, day)))
  for (const id of libraries) {
    for (const { unit, body } of merged) if (body.successor === id) libraries.add(unit)
  }
  return libraries
}

/** How a transaction is told: all or not, then the libraries, branches and groups, then the shared libraries. */
export const settingsOf = ({ all, libraries, branches, groups, shared }: Reach) => ({
  all: all ? 'on' : '', reach: `{${[...libraries, ...branches, ...groups].join(',')}}`,
  shared: `{${[...shared].join(',')}}`,
})
