import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { answerDays } from './contract/parameter.ts'

/** The day by which a request that is sent today wants an answer. */
export function dueDayOf(ctx: Context, unit: UnitId): Day {
  let day = Temporal.PlainDate.from(ctx.today(unit))
  for (let left = ctx.parameter(answerDays, unit); left > 0;) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5) left--
  }
  return day.toString()
}
