import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { resolve, type Resolved } from '#core/parameter.ts'
import type { DunningMethod, FineMethod, HoldMethod, LoanMethod, RenewalMethod } from './contract/line.ts'
import { dunningRule, fineRule, holdRule, loanRule, renewalRule } from './contract/method.ts'

/** By which type of membership and of material rules are looked up; `*` is any. */
export type Line = Readonly<Record<'membership' | 'material', string>>

/** What all five methods say for one membership, one material, one place and one day, and which row said it. */
export interface LineAt {
  readonly loan: Resolved<LoanMethod>
  readonly fine: Resolved<FineMethod>
  readonly dunning: Resolved<DunningMethod>
  readonly renewal: Resolved<RenewalMethod>
  readonly hold: Resolved<HoldMethod>
}

/** The rule line (*reglementsregel*) that holds somewhere on a day. */
export const lineAt = (reading: Reading, unit: UnitId, day: Day, line: Line): LineAt => ({
  loan: resolve(reading, loanRule, unit, day, line),
  fine: resolve(reading, fineRule, unit, day, line),
  dunning: resolve(reading, dunningRule, unit, day, line),
  renewal: resolve(reading, renewalRule, unit, day, line),
  hold: resolve(reading, holdRule, unit, day, line),
})
