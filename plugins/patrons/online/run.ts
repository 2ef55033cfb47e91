import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { onlineEndMonths, onlineReminderMonths } from '../contract/parameter/online.ts'
import { endToday } from '../end.ts'
import { isEnded, MembershipRow } from '../membership.ts'
import { standsOpen } from '../open.ts'
import { forget } from '../privacy/forgetting.ts'
import { PersonRow } from '../person.ts'
import { mailReminder } from './mail.ts'
import { dayIn } from './waiting.ts'

/** So many in one morning, so that it never takes long; the others the next. */
const AT_MOST = 500

/**
 * Each morning: whoever enrolled or renewed online so many months ago and never came by is asked once to do so, and an
 * enrolment that nobody confirmed by then ends. What it did, it does not do again. Source: domain/2 §4.4, §4.5.
 */
export async function followUnconfirmed(ctx: Context): Promise<void> {
  const rows = await MembershipRow.query(ctx.db).whereNotNull('online_since').whereNull('confirmed_at').whereNot({ status: 9 })
    .where('online_since', '<', ctx.now.subtract({ hours: 27 * 24 }).toString()).orderBy(['online_since', 'id'])
  for (const membership of rows) {
    const today = ctx.today(membership.branchId)
    if (isEnded(membership, today)) continue
    if (await isOver(ctx, membership, today)) await endToday(ctx, membership, 'unconfirmed', 'system')
    else if (membership.onlineRemindedAt === null && hasPassed(ctx, membership, ctx.parameter(onlineReminderMonths, membership.branchId)))
      await remind(ctx, membership)
  }
}

const hasPassed = (ctx: Context, { branchId, onlineSince }: MembershipRow, months: number) =>
  monthsLater(dayIn(ctx, branchId, onlineSince ?? ''), months) <= ctx.today(branchId)

/** 26 October, two months later: 26 December. */
const monthsLater = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString()

/** Whoever renewed was seen once: their membership goes on, and lends nothing until they come by. */
async function isOver(ctx: Context, membership: MembershipRow, today: Day): Promise<boolean> {
  const months = ctx.parameter(onlineEndMonths, membership.branchId, today)
  if (months === 0 || !hasPassed(ctx, membership, months)) return false
  return await ctx.db('membership_period').where({ membership_id: membership.id }).whereRaw(`not (act = 'enrolled' and channel = 'online')`)
    .first('id') === undefined
}

/** Nobody is written to who died, was merged with another, or disputes what is known of them. */
async function remind(ctx: Context, membership: MembershipRow) {
  const person = await PersonRow.query(ctx.db).findById(membership.personId)
  if (!person?.email || person.deceasedOn !== null || person.mergedInto !== null || person.restrictedOn !== null) return
  await mailReminder(ctx, membership, person)
  await ctx.db('membership').where({ id: membership.id }).update({ online_reminded_at: ctx.now.toString() })
}

/** Whoever enrolled online, was never seen and ended a month ago leaves nothing behind, unless something still stands open. */
export async function forgetUnseen(ctx: Context): Promise<void> {
  const before = Temporal.PlainDate.from(ctx.today()).subtract({ months: 1 }).toString()
  const { rows } = await ctx.db.raw(`
    select m.person_id as person from membership m join person p on p.id = m.person_id
    where m.online_since is not null and m.confirmed_at is null and m.status = 9 and m.ends_on <= ?::date and p.merged_into is null
      and not exists (select from membership o where o.person_id = p.id and o.id <> m.id)
      and not exists (select from person o where o.merged_into = p.id)
      and not exists (select from membership_period e where e.membership_id = m.id
        and not (e.act = 'cancelled' or (e.act = 'enrolled' and e.channel = 'online')))
    order by m.online_since limit ?`, [before, AT_MOST])
  for (const { person } of rows as { person: string }[])
    if ((await standsOpen(ctx, person)).length === 0) await forget(ctx, person)
}
