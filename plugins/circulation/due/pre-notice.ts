import type { Context } from '#core/context.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { preNoticeDays, preNoticeOf } from '#plugins/rules/index.ts'
import { loansAlike, type Alike } from './late.ts'
import type { Move } from './plan.ts'

/** When the pre-notice of loans leaves, from today on; what a place and line say of a day is looked up once. */
function noticesBy(reading: Reading, today: Day) {
  const known = new Map<string, Map<Day, number>>()
  return ({ branch: unit, line, lent }: Alike, due: Day) => {
    const place = `${unit} ${line.membership}|${line.material}`
    const days = known.get(place) ?? new Map<Day, number>()
    known.set(place, days)
    return preNoticeOf({ day: lent, due }, today, day => {
      const found = days.get(day) ?? preNoticeDays(reading, { unit, line }, day)
      days.set(day, found)
      return found
    })
  }
}

/** Of how many loans the pre-notice leaves on another day, by what moves and by other rules. */
export async function preNoticesThatAlter(
  ctx: Context, { before, after, branches, moves }: { before: Reading; after: Reading; branches: readonly UnitId[]; moves?: readonly Move[] },
): Promise<number> {
  const today = ctx.today()
  const to = moves && new Map(moves.map(move => [`${move.branch} ${move.due}`, move.to]))
  const days = moves?.map(({ due }) => due).toSorted()
  const alike = to?.size === 0 ? []
    : await loansAlike(ctx, moves ? [...new Set(moves.map(({ branch }) => branch))] : branches, later(today, days?.[0]), days?.at(-1) ?? null)
  const [was, is] = [noticesBy(before, today), noticesBy(after, today)]
  return alike.reduce((sum, one) => {
    const due = to ? to.get(`${one.branch} ${one.due}`) : one.due
    return due !== undefined && was(one, one.due) !== is(one, due) ? sum + one.loans : sum
  }, 0)
}

const later = (today: Day, day: Day | undefined) => (day !== undefined && day > today ? day : today)
