import { randomUUID } from 'node:crypto'
import type { Context } from '#core/context.ts'
import { cancelled } from './contract/event.ts'
import type { EndReason } from './contract/words.ts'
import type { MembershipRow } from './membership.ts'
import { monthsOf } from './months.ts'
import { addPeriod, type Channel } from './period.ts'

/** Ends a membership today, with its line. Announces `patrons.cancelled` with the months that had passed. */
export async function endToday(ctx: Context, membership: MembershipRow, reason: EndReason, channel: Channel): Promise<void> {
  const { id, personId: person, libraryId: library, branchId: branch, fromOn, version } = membership
  const endsOn = ctx.today(branch)
  const months = monthsOf(membership, endsOn)
  await ctx.db('membership').where({ id }).update({ status: 9, ends_on: endsOn, end_reason: reason, version: version + 1 })
  await addPeriod(ctx, { ...periodLeft(membership), untilOn: endsOn < fromOn ? fromOn : endsOn }, { id: randomUUID(), act: 'cancelled', channel })
  await ctx.emit(cancelled, { membership: id, person, library, branch, endsOn, reason, ...months })
}

const periodLeft = ({ id, personId, libraryId, branchId, type, fromOn, feeCents, copiedFrom }: MembershipRow) =>
  ({ id, personId, libraryId, branchId, type, fromOn, feeCents, copiedFrom })
