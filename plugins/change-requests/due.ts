import type { Static } from 'typebox'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { moved } from './contract/event.ts'
import { answerDays } from './contract/parameter.ts'
import { HELPDESK } from './contract/setup.ts'
import { RequestRow } from './request.ts'
import { teamFor } from './setup.ts'

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

/** What a screen left behind came in through the door, which knows no days to answer and no teams. */
export async function settleDue(ctx: Context, { request, to }: Static<typeof moved.detail>): Promise<void> {
  const row = to === 'submitted' ? await RequestRow.query(ctx.db).findById(request) : undefined
  if (!row || row.dueOn !== null) return
  await RequestRow.query(ctx.db).findById(request).patch({
    dueOn: dueDayOf(ctx, row.unitId), ...(row.team === HELPDESK && { team: teamFor(ctx.configuration, row.form, ctx.today()) }),
  })
}
