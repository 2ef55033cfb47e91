import type { Need } from '#core/change.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { branchesPermissions, daysClosed } from '../contract/permission.ts'
import { numberOf } from '../day-number.ts'

/** The right to close these units for so long; until further notice is longer than any limit. */
export function closingNeeds(units: readonly UnitId[], from: Day, to: Day | null): Need[] {
  const days = to === null ? Number.MAX_SAFE_INTEGER : numberOf(to) - numberOf(from) + 1
  return units.map(unit => ({ permission: branchesPermissions.close, unit, asked: { [daysClosed.name]: days } }))
}

/** The same right for what closes no day: opening anyway, lifting, a message. */
export const openingNeeds = (units: readonly UnitId[]): Need[] =>
  units.map(unit => ({ permission: branchesPermissions.close, unit, asked: { [daysClosed.name]: 0 } }))
