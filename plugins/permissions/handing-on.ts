import type { Declared, Need } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { needsOfGiven, type GivenRole } from '#core/given-role.ts'
import { grantFact } from '#core/grant.ts'
import { permissions } from './contract/permission.ts'

/** How a role of somebody at a unit is known. */
export const keyOf = (staff: string, role: string) => `${staff}/${role}`

/** Whoever gives or takes a role must hold all that it allows, at that very unit, and may say who has which. */
export const needsOfRole = (reading: Reading, given: GivenRole, day: Day, declared: Declared): Need[] =>
  needsOfGiven(reading, given, day, declared, permissions.manage)

/** Whoever takes a role away holds as much as it allowed. */
export function withdrawalNeeds(
  reading: Reading, { staff, role, unit }: { staff: string; role: string; unit: UnitId }, today: Day, declared: Declared
): Need[] {
  const said = reading.of(grantFact, unit).findLast(({ key }) => key === keyOf(staff, role))
  return needsOfRole(reading, { role, unit, only: said?.body.only, limits: said?.body.limits }, today, declared)
}

/** Nobody has a say over whoever may do more than they, now or later: over their access as little as over their roles. */
export const needsOfGrants = (reading: Reading, staff: string, today: Day, declared: Declared): Need[] =>
  [...reading.all(grantFact)].flatMap(rows => rows
    .filter(said => said.body.staff === staff && (said.to === null || said.to >= today))
    .flatMap(({ body, unit }) => needsOfRole(reading, { ...body, unit }, today, declared)))
