import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import type { MembershipRow } from './membership.ts'
import { monthsOf } from './months.ts'
import { PeriodRow } from './period.ts'

type Paid = Pick<PeriodRow, 'act' | 'fromOn' | 'untilOn' | 'feeCents'>

/**
 * What a running membership is still worth when another type takes its place on a day: of each period that is not over
 * the months that have not begun. Fee of 12 euros for twelve months, changed after four: 8 euros. Periods from before an
 * earlier change were settled then. Source: domain/2 §2.5 (A911).
 */
export function worthLeft(newestFirst: readonly Paid[], day: Day): number {
  const told = newestFirst.filter(({ act }) => act !== 'cancelled')
  const began = told.findIndex(({ act }) => act !== 'renewed')
  const counting = began < 0 ? told : told.slice(0, began + 1)
  const eve = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
  return counting.reduce((sum, { feeCents, ...period }) => {
    const { monthsPassed, monthsLeft } = monthsOf(period, eve)
    return monthsLeft === 0 ? sum : sum + Math.round(feeCents * monthsLeft / (monthsPassed + monthsLeft))
  }, 0)
}

export const worthLeftOf = async (ctx: Context, { id }: Pick<MembershipRow, 'id'>, day: Day): Promise<number> =>
  worthLeft(await PeriodRow.query(ctx.db).where({ membership_id: id }).orderBy([{ column: 'at', order: 'desc' }, 'id']), day)
