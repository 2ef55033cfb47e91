import { Type, type Static } from 'typebox'
import { defineFact, UnitId, type Day, type Permission, type Texts } from './contract.ts'
import { holdsOn, type Configuration, type Reading } from './configuration.ts'
import { dayOf, libraryOf, pathOf, successorFact, SYSTEM, treeOn, unitsBelow } from './unit.ts'

/** A named set of permissions, as it is handed out: desk, branch manager, helpdesk. */
export interface Role {
  readonly code: string
  readonly name: Texts
  readonly permissions: readonly Permission[]
}

/** Who holds which role; hangs on the unit where it holds, and below it. Key `<staff>/<role>`. */
export const grantFact = defineFact(
  'core.grant',
  Type.Object({ staff: UnitId, role: Type.String({ maxLength: 40 }) }, { additionalProperties: false }),
  { walled: true },
)
export type Grant = Static<typeof grantFact.body> & {
  readonly unit: UnitId
  readonly from: Day | null
  readonly to: Day | null
}

const byStaff = new WeakMap<Configuration, ReadonlyMap<string, readonly Grant[]>>()

/** The grants of one member of staff that hold on a day. */
export const grantsOf = (configuration: Configuration, staff: string, day: Day): Grant[] =>
  allGrantsOf(configuration, staff).filter(grant => holdsOn(grant, day))

/** Those that hold on a day or will later. */
export const grantsToCome = (configuration: Configuration, staff: string, day: Day): Grant[] =>
  allGrantsOf(configuration, staff).filter(({ to }) => to === null || to >= day)

function allGrantsOf(configuration: Configuration, staff: string): readonly Grant[] {
  const known = byStaff.get(configuration) ?? indexGrants(configuration)
  byStaff.set(configuration, known)
  return known.get(staff) ?? []
}

/** The grants given at exactly this unit that hold on a day. */
export const grantsOn = (reading: Reading, unit: UnitId, day: Day) =>
  reading.of(grantFact, unit).filter(said => holdsOn(said, day))

function indexGrants(configuration: Configuration) {
  const index = new Map<string, Grant[]>()
  for (const rows of configuration.all(grantFact)) {
    for (const { body, unit, from, to } of rows) {
      const grants = index.get(body.staff) ?? []
      grants.push({ ...body, unit, from, to })
      index.set(body.staff, grants)
    }
  }
  return index
}

/** What one person may do and see on one day. The guard and every explanation ask this, nothing else. */
export class Rights {
  readonly grants: readonly Grant[]
  readonly #roles: ReadonlyMap<string, Role>

  constructor(grants: readonly Grant[], roles: ReadonlyMap<string, Role>) {
    this.grants = grants
    this.#roles = roles
  }

  /** May do this at the unit: a grant on its path carries the permission. */
  may(reading: Reading, permission: Permission, unit: UnitId, day: Day): boolean {
    const at = this.unitsOf(permission)
    return at.length > 0 && pathOf(reading, unit, dayOf(reading, unit, day)).some(id => at.includes(id))
  }

  /** The units at and below which the permission is held. */
  unitsOf(permission: Permission): UnitId[] {
    const holding = this.grants.filter(grant => this.#roles.get(grant.role)?.permissions.includes(permission))
    return [...new Set(holding.map(grant => grant.unit))]
  }

  /** Permission name → units, for the console to draw only what may be done. */
  all(): Record<string, UnitId[]> {
    const held: Record<string, UnitId[]> = {}
    for (const grant of this.grants) {
      for (const { name } of this.#roles.get(grant.role)?.permissions ?? []) {
        held[name] = [...new Set([...(held[name] ?? []), grant.unit])]
      }
    }
    return held
  }

  /** The libraries whose walled rows this person reaches; whoever reaches a library reaches those it went on for. */
  reach(reading: Reading, day: Day): Reach {
    if (this.grants.some(grant => grant.unit === SYSTEM)) return 'all'
    const tree = treeOn(reading, day)
    const libraries = this.grants.flatMap(({ unit }) => {
      const own = libraryOf(reading, unit, day)
      return own ? [own] : unitsBelow(tree, unit).filter(id => tree.units.get(id)?.type === 'library')
    })
    return withPredecessors(reading, new Set(libraries), day)
  }
}

function withPredecessors(reading: Reading, libraries: Set<UnitId>, day: Day): Set<UnitId> {
  const merged = [...reading.all(successorFact)].flatMap(rows => rows.filter(said => holdsOn(said, day)))
  for (const id of libraries) {
    for (const { unit, body } of merged) if (body.successor === id) libraries.add(unit)
  }
  return libraries
}

/** Every library, or these. */
export type Reach = 'all' | ReadonlySet<UnitId>
