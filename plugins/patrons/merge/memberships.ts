import type { Day } from '#core/contract.ts'
import { isEnded, isValid, type MembershipRow } from '../membership.ts'

/** Of what a membership says the days and codes that a merge may alter: ids, never names. */
export type Standing = Pick<MembershipRow, 'branchId' | 'type' | 'status' | 'enrolledOn' | 'fromOn' | 'untilOn' | 'feeCents' | 'copiedFrom'
  | 'endsOn' | 'endReason' | 'onlineSince' | 'confirmedAt' | 'discreet'>

export const standingOf = ({
  branchId, type, status, enrolledOn, fromOn, untilOn, feeCents, copiedFrom, endsOn, endReason, onlineSince, confirmedAt, discreet,
}: MembershipRow): Standing =>
  ({ branchId, type, status, enrolledOn, fromOn, untilOn, feeCents, copiedFrom, endsOn, endReason, onlineSince, confirmedAt, discreet })

const BANNED = 8

/** Of two memberships of one library the one that counts: in force before ended, then the one that lasts longest. */
export function outlasting<M extends Pick<MembershipRow, 'status' | 'fromOn' | 'untilOn' | 'endsOn'>>(kept: M, gone: M, day: Day): M {
  const weight = (one: M) => isValid(one, day) ? 2 : isEnded(one, day) ? 0 : 1
  if (weight(kept) !== weight(gone)) return weight(kept) > weight(gone) ? kept : gone
  return gone.untilOn > kept.untilOn ? gone : kept
}

/**
 * What becomes of two memberships of one person at one library. The row of the kept person stays and takes over what the one
 * that counts says; the other ends today as a double. Who was banned under either stays banned.
 */
export function joinedStandings(kept: MembershipRow, gone: MembershipRow, day: Day): { kept: Standing; gone: Standing } {
  const counts = standingOf(outlasting(kept, gone, day))
  const isBanned = kept.status === BANNED || gone.status === BANNED
  return {
    kept: {
      ...counts, enrolledOn: kept.enrolledOn < gone.enrolledOn ? kept.enrolledOn : gone.enrolledOn,
      ...(isBanned && !isEnded(counts, day) ? { status: BANNED } : {}),
    },
    gone: isEnded(gone, day) ? standingOf(gone) : { ...standingOf(gone), status: 9, endsOn: day, endReason: 'double' },
  }
}

/** As columns of the table. */
export const columnsOf = (standing: Partial<Standing>): Record<string, unknown> => Object.fromEntries(
  Object.entries(standing).map(([name, value]) => [name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`), value]))
