import type { Static } from 'typebox'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import type { agreed, moved } from './contract/event.ts'
import { answerDays } from './contract/parameter.ts'
import { HELPDESK } from './contract/setup.ts'
import { RequestRow, waitsForHelpdesk, type Turn } from './request.ts'
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

/** How many working days lie after the one day, up to and with the other. */
function workingDaysBetween(after: Day, upTo: Day): number {
  const last = Temporal.PlainDate.from(upTo)
  let days = 0
  for (let day = Temporal.PlainDate.from(after).add({ days: 1 }); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    if (day.dayOfWeek <= 5) days++
  return days
}

/**
 * The days that a library takes to answer or to confirm are not the helpdesk's: as many working days as were left when it
 * was asked are left from its answer on, and at least one. A due day never comes nearer by it.
 */
export function dueAfterPause(due: Day, asked: Day, answered: Day): Day {
  const left = workingDaysAfter(answered, Math.max(1, workingDaysBetween(asked, due)))
  return left > due ? left : due
}

/**
 * The due day of a request that comes back to the helpdesk by what changes now; none as long as somebody else is awaited
 * still. Of two who were asked at once the days that both took count once.
 */
export function dueAgain(ctx: Context, row: RequestRow, now: Partial<Turn>): { dueOn?: Day } {
  const { dueOn, pausedSince, state, askerName, confirmedAt, awaitsSince } = row
  if (dueOn === null || pausedSince === null || !waitsForHelpdesk({ state, askerName, confirmedAt, awaitsSince, ...now })) return {}
  return { dueOn: dueAfterPause(dueOn, ctx.installation.today(ctx.configuration, SYSTEM, Temporal.Instant.from(pausedSince)), ctx.today()) }
}

/** What a screen left behind came in through the door, which knows no days to answer and no teams. */
export async function settleDue(ctx: Context, { request, to }: Static<typeof moved.detail>): Promise<void> {
  const row = to === 'submitted' ? await RequestRow.query(ctx.db).findById(request) : undefined
  if (!row || row.dueOn !== null) return
  await RequestRow.query(ctx.db).findById(request).patch({
    dueOn: dueDayOf(ctx, row.unitId), ...(row.team === HELPDESK && { team: teamFor(ctx.configuration, row.form, ctx.today()) }),
  })
}

/** While libraries that it binds are to agree, the helpdesk can do nothing: from the last word on, what was left of its days is left. */
export async function settleAgreement(ctx: Context, { set }: Static<typeof agreed.detail>): Promise<void> {
  const row = await RequestRow.query(ctx.db).findOne({ set_id: set })
  if (!row) return
  const silent: object | undefined = await ctx.db('agreement').where({ set_id: set }).whereNull('agrees').first('unit_id')
  if ((silent !== undefined) === (row.awaitsSince !== null)) return
  await RequestRow.query(ctx.db).findById(row.id).patch(row.awaitsSince === null
    ? { awaitsSince: ctx.now.toString() } : { awaitsSince: null, ...dueAgain(ctx, row, { awaitsSince: null }) })
}
