import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { answerDays } from './contract/parameter.ts'

/** The day by which a request that is sent today wants an answer. */
export const dueDayOf = (ctx: Context, unit: UnitId): Day => workingDaysAfter(ctx.today(unit), ctx.parameter(answerDays, unit))

/** So many working days on, from Monday to Friday. */
export function workingDaysAfter(from: Day, days: number): Day {
  let day = Temporal.PlainDate.from(from)
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5) left--
  }
  return day.toString()
}
