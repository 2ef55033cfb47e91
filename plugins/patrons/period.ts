import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { Row } from '#core/row.ts'
import type { MembershipRow } from './membership.ts'

export type PeriodAct = 'enrolled' | 'renewed' | 'changed' | 'cancelled' | 'merged' | 'taken-over'
export type Channel = 'desk' | 'online' | 'import' | 'system'

/** One line of what somebody was, from when to when and for how much. */
export interface PeriodRow {
  id: string
  membershipId: string
  personId: string
  libraryId: string
  branchId: string
  type: string
  act: PeriodAct
  fromOn: Day
  untilOn: Day
  /** By the tariff, before what was taken off. */
  feeCents: number
  /** What the months of the membership before were still worth. */
  reductionCents: number
  copiedFrom: string | null
  staffId: string | null
  staffName: string | null
  channel: Channel
  at: string
}
export class PeriodRow extends Row {
  static override tableName = 'membership_period'
}

/** Whether this very act came before. */
export const periodOf = (ctx: Context, id: string): Promise<PeriodRow | undefined> =>
  PeriodRow.query(ctx.db).findById(id).execute()

interface Line { readonly id: string; readonly act: PeriodAct; readonly channel: Channel; readonly reductionCents?: number }
type Of = Pick<MembershipRow, 'id' | 'personId' | 'libraryId' | 'branchId' | 'type' | 'fromOn' | 'untilOn' | 'feeCents' | 'copiedFrom'>

/** Writes the line that a period adds, with who did it. */
export async function addPeriod(ctx: Context, { id: membershipId, ...term }: Of, { id, act, channel, reductionCents = 0 }: Line): Promise<void> {
  const { personId, libraryId, branchId, type, fromOn, untilOn, feeCents, copiedFrom } = term
  await PeriodRow.query(ctx.db).insert({
    id, membershipId, personId, libraryId, branchId, type, act, fromOn, untilOn, feeCents, reductionCents, copiedFrom, channel,
    staffId: ctx.actor.id, staffName: ctx.actor.name || null, at: ctx.now.toString(),
  })
}
