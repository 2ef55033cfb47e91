import type { Context } from '#core/context.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { preNoticesFrom } from '#plugins/rules/index.ts'
import { openLoans } from './open-loans.ts'
import type { Move } from './plan.ts'

/** Of how many loans the pre-notice leaves on another day, by what moves and by other rules. */
export async function preNoticesThatAlter(
  ctx: Context, { before, after, branches, moves }: { before: Reading; after: Reading; branches: readonly UnitId[]; moves?: readonly Move[] },
): Promise<number> {
  const today = ctx.today()
  const toAt = moves && movedAt(moves)
  const hasSchool = moves?.some(({ membership }) => membership !== null) ?? false
  const days = moves?.map(({ due }) => due).toSorted()
  const open = toAt?.size === 0 ? []
    : await openLoans(ctx, toAt ? [...toAt.keys()] : branches, { since: later(today, days?.[0]), until: days?.at(-1) ?? null })
  const [was, is] = [preNoticesFrom(before, today), preNoticesFrom(after, today)]
  let altered = 0
  for (const { branch, loans } of open) {
    const to = toAt?.get(branch)
    const [then, now] = [was(branch), is(branch)]
    for (const one of loans) {
      const due = to ? (hasSchool && to.get(`${one.due} ${one.line.membership}`)) || to.get(one.due) : one.due
      if (due !== undefined && then(one) !== now({ ...one, due })) altered++
    }
  }
  return altered
}

/** By branch, and there by the due day, with the type of membership after it where that has a move of its own. */
function movedAt(moves: readonly Move[]): Map<UnitId, Map<string, Day>> {
  const at = new Map<UnitId, Map<string, Day>>()
  for (const { branch, due, membership, to } of moves) {
    const days = at.get(branch) ?? new Map<string, Day>()
    at.set(branch, days.set(membership === null ? due : `${due} ${membership}`, to))
  }
  return at
}

const later = (today: Day, day: Day | undefined) => (day !== undefined && day > today ? day : today)
