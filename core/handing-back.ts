import { accountFact } from './account.ts'
import type { Declared, Need } from './change.ts'
import type { Lay, Reading } from './configuration.ts'
import type { Day } from './contract.ts'
import type { RoleBody } from './contract/rights.ts'
import { grantFact, type Grant } from './grant.ts'
import { roleAt, roleFact } from './role.ts'

/** Whether a put back gives somebody a role, access, or a role its contents again: it weighs as much as giving them. */
export const givesRights = ({ fact, body }: Lay) =>
  body !== null && [accountFact.name, grantFact.name, roleFact.name].includes(fact.name)

/** Nobody puts back more than they hold: what a role that comes back allows is asked as if it were given anew. */
export function needsOfRights(after: Reading, { fact, unit, body }: Lay, today: Day, { permissions }: Declared): Need[] {
  if (body === null) return []
  const named = (names: Iterable<string>) => [...names].flatMap(name => permissions.get(name) ?? [])
  if (fact.name === roleFact.name) {
    const { permissions: names, reach } = body as RoleBody
    return named(names).map(permission => ({ permission, unit, below: true, wide: reach !== 'branch' }))
  }
  if (fact.name !== grantFact.name) return []
  const { role: code, only, limits } = body as Grant
  const role = roleAt(after, code, today)
  return named(role?.permissions ?? []).map(permission =>
    ({ permission, unit, below: !only, wide: role?.reach === 'library', asked: limits }))
}
