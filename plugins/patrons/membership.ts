import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { Row } from '#core/row.ts'
import type { EndReason, Status } from './contract/words.ts'

/** What somebody is to one library: their type, until when, and where they stand with the fee. */
export interface MembershipRow {
  id: string
  personId: string
  libraryId: UnitId
  branchId: UnitId
  type: string
  status: Status
  enrolledOn: Day
  fromOn: Day
  untilOn: Day
  feeCents: number
  copiedFrom: string | null
  endsOn: Day | null
  endReason: EndReason | null
  onlineSince: string | null
  onlineRemindedAt: string | null
  confirmedAt: string | null
  confirmedBy: string | null
  discreet: boolean
  lastActiveOn: Day | null
  /** The wish to be erased, while it waits. */
  eraseAskedAt: string | null
  version: number
  at: string
}
export class MembershipRow extends Row {
  static override tableName = 'membership'
}

/** Everywhere somebody is or was a member, as far as the reader reaches, the one that lasts longest first. */
export const membershipsOf = (ctx: Context, personId: string): Promise<MembershipRow[]> =>
  MembershipRow.query(ctx.db).where({ person_id: personId }).orderBy([{ column: 'until_on', order: 'desc' }, 'id']).execute()

type Term = Pick<MembershipRow, 'status' | 'fromOn' | 'untilOn' | 'endsOn'>

/** Ended by somebody, whether the run of that night has passed or not. */
export const isEnded = ({ status, endsOn }: Term, day: Day) => status === 9 || (endsOn !== null && endsOn < day)

/** Within its days and neither ended nor banned; a fee that is owed does not make it less valid (domain/2 §3.1). */
export const isValid = (membership: Term, day: Day) =>
  !isEnded(membership, day) && membership.status !== 8 && membership.fromOn <= day && membership.untilOn >= day

/** Enrolled or renewed online, and nobody at a desk has seen them yet. */
export const hasInternetBlock = ({ onlineSince, confirmedAt }: Pick<MembershipRow, 'onlineSince' | 'confirmedAt'>) =>
  onlineSince !== null && confirmedAt === null
