import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { CalendarDay } from './contract/arithmetic.ts'

/** What a proposal looks at: the unit's own days, and whether anybody would serve on them. */
export interface AskedYear {
  readonly reading: Reading
  readonly unit: UnitId
  readonly year: number
  /** The places below with hours of their own, the unit itself if it is one. */
  readonly places: readonly UnitId[]
  readonly on: ReadonlyMap<Day, CalendarDay>
  /** Whether any place below would open its doors. */
  serves(day: Day): boolean
}
