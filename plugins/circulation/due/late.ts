import type { Context } from '#core/context.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { resolve } from '#core/parameter.ts'
import { finesUpTo } from '#plugins/rules/index.ts'
import { fineFreeAge } from '../contract/parameter/fines.ts'
import { freezesOf } from './freeze.ts'
import { openLoans, periodsOf, type LoansOfBranch, type OpenLoan } from './open-loans.ts'

/** How many late loans cost something else when they come back on a day, and how much more, or less, all together. */
export interface FineDifference { readonly loans: number; readonly cents: number; readonly frozen: number }

/** Two configurations, and the day on which everything is brought back in both. */
interface Change { readonly before: Reading; readonly after: Reading; readonly on: Day }

/** What is late at some branches, and how old whoever has it is where that decides about the fine. */
export function lateLoans(ctx: Context, { before, after, on }: Change, branches: readonly UnitId[]): Promise<LoansOfBranch[]> {
  const [was, is] = [freeAgesOn(before, on), freeAgesOn(after, on)]
  return openLoans(ctx, branches, {
    aged: branches.filter(branch => was(branch) > 0 || is(branch) > 0), since: null, until: plusDays(ctx.today(), -1),
  })
}

interface Asked extends Change {
  readonly late: readonly LoansOfBranch[]
  /** What gets a later due day altogether, so that its fine lapses. */
  readonly isForgiven?: (branch: UnitId, due: Day) => boolean
}

export function finesThatAlter(
  today: Day, { before, after, late, on, isForgiven = () => false }: Asked,
): { altered: FineDifference; forgiven: FineDifference } {
  const [wasFree, isFree] = [freeAgesOn(before, on), freeAgesOn(after, on)]
  const [was, is] = [finesUpTo(before, on), finesUpTo(after, on)]
  const [altered, forgiven] = [{ loans: 0, cents: 0, frozen: 0 }, { loans: 0, cents: 0, frozen: 0 }]
  for (const { branch, loans } of late) {
    const [then, now] = [was(branch), is(branch)]
    const [freeThen, freeNow] = [wasFree(branch), isFree(branch)]
    const stillNow = stillAt(after, branch, today)
    for (const one of loans) {
      const lapses = isForgiven(branch, one.due)
      const cents = isUnder(one, freeThen) ? 0 : then(one, lapses ? today : on).cents
      if (lapses) {
        forgiven.loans++
        forgiven.cents += cents
        continue
      }
      const next = stillNow(one)
      if (Object.keys(next.frozen).length > Object.keys(one.frozen).length) altered.frozen++
      const other = (isUnder(one, freeNow) ? 0 : now(next, on).cents) - cents
      if (other === 0) continue
      altered.loans++
      altered.cents += other
    }
  }
  return { altered, forgiven }
}

const freeAgesOn = (reading: Reading, day: Day) => {
  const known = new Map<UnitId, number>()
  return (branch: UnitId): number => {
    const age = known.get(branch) ?? resolve(reading, fineFreeAge, branch, day).value
    known.set(branch, age)
    return age
  }
}

const isUnder = ({ age }: OpenLoan, free: number) => free > 0 && age !== null && age < free

/** A loan as it stands once its fine keeps what closings at a branch ask besides. */
function stillAt(after: Reading, branch: UnitId, today: Day): (loan: OpenLoan) => OpenLoan {
  const asked = freezesOf(after, branch, today)
  if (asked.length === 0) return loan => loan
  return loan => {
    const fresh = asked.filter(({ until }) => until === null || (until >= today && loan.due < until))
    if (fresh.length === 0) return loan
    const frozen = { ...loan.frozen, ...Object.fromEntries(fresh.map(({ closing, days }) => [closing, days])) }
    return { ...loan, frozen, still: periodsOf(frozen) }
  }
}
