import type { Declared, Need } from './change.ts'
import type { Reading } from './configuration.ts'
import type { Day, Permission, UnitId } from './contract.ts'
import type { Limits } from './contract/rights.ts'
import { roleAt } from './role.ts'

/** A role that a person, a machine or a rule is given, and where. */
export interface GivenRole {
  readonly role: string
  readonly unit: UnitId
  readonly only?: true | undefined
  readonly limits?: Limits | undefined
}

/** Whoever hands a role on holds all that it allows, and what else it takes, at that very unit, as far and as wide as it goes. */
export function needsOfGiven(
  reading: Reading, { role, unit, only, limits }: GivenRole, day: Day, declared: Declared, ...besides: Permission[]
): Need[] {
  const given = roleAt(reading, role, day)
  const allowed = [...given?.permissions ?? []].flatMap(name => declared.permissions.get(name) ?? [])
  const wish = { below: !only, wide: given?.reach === 'library', ...(limits && { asked: limits }) }
  return [...new Set([...besides, ...allowed])].map(permission => ({ permission, unit, ...wish }))
}
