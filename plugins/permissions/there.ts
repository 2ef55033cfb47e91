import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { unitAt, unitFact } from '#core/unit.ts'
import { fault } from '#core/wording.ts'

/** What a unit is called on a day, or was last called. */
export const nameAt = (reading: Reading, unit: UnitId, day: Day) =>
  (unitAt(reading, unit, day) ?? reading.of(unitFact, unit).at(-1)?.body)?.name ?? ''

export function thereFaults(reading: Reading, unit: UnitId, day: Day): Fault[] {
  return unitAt(reading, unit, day) ? [] : [fault('permissions.no-unit', '/unit',
    'Deze eenheid bestaat niet op die dag.', 'This unit does not exist on that day.',
    'Cette unité n’existe pas ce jour-là.')]
}

export const periodFaults = ({ from, to }: { from: Day; to: Day | null }): Fault[] =>
  to === null || to >= from ? [] : [fault('permissions.backwards', '/to',
    'De laatste dag ligt voor de eerste.', 'The last day lies before the first.',
    'Le dernier jour précède le premier.')]
