import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { feeExpiryMonths, feeReminderMonths } from './contract/parameter/fee-term.ts'
import { endToday } from './end.ts'
import { MembershipRow } from './membership.ts'

/** Of a membership whose fee is owed: since when. */
interface Owing { readonly id: string; readonly since: Day }

/**
 * The patron run of the first of the month (klantenrun, domain/2 §4.5). A fee that is owed for so many months: not paid,
 * and no new holds. Still owed after the months that follow: the membership ends. What it did, it does not do again.
 */
export async function runMonthly(ctx: Context): Promise<void> {
  const { rows } = await ctx.db.raw(`
    select m.id, coalesce(p.from_on, m.from_on) as since from membership m
    left join lateral (select from_on from membership_period where membership_id = m.id and act <> 'cancelled'
      order by at desc, id limit 1) p on true
    where m.status between 2 and 4 order by m.id`)
  const since = new Map((rows as Owing[]).map(row => [row.id, row.since]))
  for (const membership of await MembershipRow.query(ctx.db).whereIn('id', [...since.keys()])) {
    const { branchId, type, status } = membership
    const today = ctx.today(branchId)
    const owed = since.get(membership.id) ?? membership.fromOn
    const passed = (months: number) => Temporal.PlainDate.from(owed).add({ months }).toString() <= today
    const where = { membership: type }
    if (status === 4 && passed(ctx.parameter(feeExpiryMonths, branchId, today, where))) await endToday(ctx, membership, 'unpaid', 'system')
    else if (status !== 4 && passed(ctx.parameter(feeReminderMonths, branchId, today, where)))
      await ctx.db('membership').where({ id: membership.id }).update({ status: 4, version: membership.version + 1 })
  }
}

/** Memberships that somebody cancelled for a day that has passed say so from now on. */
export async function endThoseDue(ctx: Context): Promise<void> {
  await ctx.db('membership').where('ends_on', '<', ctx.today()).whereNot({ status: 9 })
    .update({ status: 9, version: ctx.db.raw('version + 1') })
}
