import type { Context } from '#core/context.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { preNoticesFrom } from '#plugins/rules/index.ts'
import { loansAlike } from './late.ts'
import type { Move } from './plan.ts'

/** Of how many loans the pre-notice leaves on another day, by what moves and by other rules. */
export async function preNoticesThatAlter(
  ctx: Context, { before, after, branches, moves }: { before: Reading; after: Reading; branches: readonly UnitId[]; moves?: readonly Move[] },
): Promise<number> {
  const today = ctx.today()
  const to = moves && new Map(moves.map(move => [`${move.branch} ${move.due}`, move.to]))
  const days = moves?.map(({ due }) => due).toSorted()
  const alike = to?.size === 0 ? []
    : await loansAlike(ctx, moves ? [...new Set(moves.map(({ branch }) => branch))] : branches, later(today, days?.[0]), days?.at(-1) ?? null)
  const [was, is] = [preNoticesFrom(before, today), preNoticesFrom(after, today)]
  return alike.reduce((sum, one) => {
    const due = to ? to.get(`${one.branch} ${one.due}`) : one.due
    const loan = { unit: one.branch, line: one.line, day: one.lent, due: one.due }
    return due !== undefined && was(loan) !== is({ ...loan, due }) ? sum + one.loans : sum
  }, 0)
}

const later = (today: Day, day: Day | undefined) => (day !== undefined && day > today ? day : today)
