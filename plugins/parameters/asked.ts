import type { Reading } from '#core/configuration.ts'
import type { Basis } from '#core/contract/basis.ts'
import type { Day, Season, UnitId, Where } from '#core/contract.ts'
import { unitAt, unitFact } from '#core/unit.ts'

/** What is asked: a unit's own value for some codes, part of the year and period; null gives it back. */
export interface Asked {
  readonly unit: UnitId; readonly parameter: string; readonly where?: Where; readonly season?: Season
  readonly from: Day; readonly to: Day | null
  readonly value: unknown; readonly locked?: boolean; readonly basis?: Basis
}

export const nameOf = (reading: Reading, unit: UnitId, day: Day) =>
  (unitAt(reading, unit, day) ?? reading.of(unitFact, unit).at(-1)?.body)?.name ?? ''

