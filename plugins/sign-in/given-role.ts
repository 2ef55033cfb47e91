import type { Declared } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day } from '#core/contract.ts'
import type { GivenRole } from '#core/given-role.ts'
import type { Fault } from '#core/refusal.ts'
import { roleAt } from '#core/role.ts'
import { pathOf } from '#core/unit.ts'
import { fault } from '#core/wording.ts'

/** A role is used where it was made, and below; a limit is one that a permission of the role knows. */
export function givenFaults(reading: Reading, given: GivenRole, pointer: string, day: Day, declared: Declared): Fault[] {
  const role = roleAt(reading, given.role, day)
  if (!role || !pathOf(reading, given.unit, day).includes(role.unit)) return [fault('sign-in.no-role', `${pointer}/role`,
    'Deze rol bestaat daar niet.', 'This role does not exist there.', 'Ce rôle n’existe pas à cet endroit.')]
  const known = new Map([...role.permissions].flatMap(name => declared.permissions.get(name)?.limitedBy ?? [])
    .map(limit => [limit.name, limit]))
  return Object.entries(given.limits ?? {}).flatMap(([name, value]) =>
    known.has(name) && (known.get(name)?.kind === 'codes') === Array.isArray(value) ? []
      : [fault('sign-in.no-limit', `${pointer}/limits/${name}`, 'Deze grens past niet bij de rol.',
        'This limit does not fit the role.', 'Cette limite ne convient pas au rôle.')])
}
