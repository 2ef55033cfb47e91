import { holdsOn, type Configuration, type Reading } from '#core/configuration.ts'
import type { Day, UnitId, UnitType } from '#core/contract.ts'
import { pathOf, SYSTEM, unitAt } from '#core/unit.ts'
import { unitByCode } from '#plugins/units/index.ts'
import { urgentFact } from './contract/urgent-message.ts'

/** Whether the public may know of a unit on a day: neither it nor anything above it is kept from the public. */
export const isPublic = (reading: Reading, unit: UnitId, day: Day): boolean =>
  unitAt(reading, unit, day) !== undefined
  && pathOf(reading, unit, day).every(id => id === SYSTEM || unitAt(reading, id, day)?.public !== false)

/** The public unit that a code leads to: its bearer, or the unit that goes on for a merged one. */
export function publicUnit(
  configuration: Configuration,
  code: string,
  day: Day,
  types: readonly UnitType[],
): UnitId | undefined {
  const unit = unitByCode(configuration, code, day)
  const type = unit && unitAt(configuration, unit, day)?.type
  return unit && type && types.includes(type) && isPublic(configuration, unit, day) ? unit : undefined
}

/** The urgent message of the nearest unit that says one today. */
export function urgentMessage(reading: Reading, unit: UnitId, day: Day): string | undefined {
  if (reading.all(urgentFact)[Symbol.iterator]().next().done) return undefined
  for (const id of pathOf(reading, unit, day)) {
    const said = reading.of(urgentFact, id).find(one => holdsOn(one, day))
    if (said) return said.body.text
  }
  return undefined
}
