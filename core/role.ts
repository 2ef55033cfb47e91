import { defineFact, type Day, type Permission, type Texts, type UnitId } from './contract.ts'
import { RoleBody } from './contract/rights.ts'
import { holdsOn, type Configuration, type Reading, type Segment } from './configuration.ts'
import { pathToday, SYSTEM } from './unit.ts'

/** A role a plugin brings along: laid down at the first start, and from then on the installation's own. */
export interface Role {
  readonly code: string
  readonly name: Texts
  readonly permissions: readonly Permission[]
  /** Reaches the people of the very branch where it is given, not of its whole library: a prison library. */
  readonly reach?: 'branch'
}

/**
 * A named set of permissions, made at a unit and usable there and below. Key: its code.
 *
 * Permissions are named one by one, so that a plugin added later never widens a role.
 */
export const roleFact = defineFact('core.role', RoleBody)

/** A role as it is in force on a day. */
export interface RoleInForce {
  readonly code: string
  readonly unit: UnitId
  readonly name: Texts
  readonly permissions: ReadonlySet<string>
  readonly reach: 'branch' | 'library'
}

type Roles = ReadonlyMap<string, RoleInForce>
const known = new WeakMap<object, Map<Day, Roles>>()

/** Every role in force on a day, by code; kept as long as nobody changes a role. */
export function rolesOn(configuration: Configuration, day: Day): Roles {
  const standing = configuration.standing(roleFact)
  const days = known.get(standing) ?? new Map<Day, Roles>()
  if (days.size > 8) days.clear()
  known.set(standing, days)
  const roles = days.get(day) ?? rolesIn(configuration, day)
  days.set(day, roles)
  return roles
}

export function rolesIn(reading: Reading, day: Day): Roles {
  const roles = [...reading.all(roleFact)].flatMap(rows => rows.filter(said => holdsOn(said, day)).map(inForce))
  return new Map(roles.map(role => [role.code, role]))
}

/** One role as it is, or would be, in force on a day. */
export const roleAt = (reading: Reading, code: string, day: Day): RoleInForce | undefined =>
  rolesIn(reading, day).get(code)

/**
 * Whether a role is used at a unit: where it was made, and below. So a library that leaves its group leaves the
 * group's own roles behind, from that day on: what the group makes of them is no longer its concern.
 */
export const isUsedAt = (reading: Reading, role: RoleInForce, unit: UnitId, day: Day): boolean =>
  role.unit === SYSTEM || pathToday(reading, unit, day).includes(role.unit)

const inForce = ({ key, unit, body }: Segment<RoleBody>): RoleInForce => ({
  code: key, unit, name: body.name, permissions: new Set(body.permissions), reach: body.reach ?? 'library',
})
