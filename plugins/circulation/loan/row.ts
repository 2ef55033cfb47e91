import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import { Row } from '#core/row.ts'
import type { DueLoan } from '#plugins/rules/index.ts'
import type { FinePart, Term } from '../contract/loan.ts'

/** By closing the periods over which a fine stands still. */
export type Frozen = Readonly<Record<string, readonly { readonly from: Day; readonly to: Day | null }[]>>

/** An item in somebody's hands, from the moment it was lent. */
export interface LoanRow {
  id: string
  libraryId: UnitId
  branchId: UnitId
  itemId: string
  itemLibraryId: UnitId
  personId: string | null
  membershipId: string | null
  memberLibraryId: UnitId
  memberBranchId: UnitId
  membership: string
  material: string
  channel: 'desk' | 'self-service' | 'online' | 'offline' | 'system'
  sessionId: string | null
  staffId: string | null
  lentAt: string
  termOn: Day
  lentOn: Day
  rawDueOn: Day
  dueOn: Day
  term: Term
  renewals: number
  frozen: Frozen
  claimedAt: string | null
  lostAt: string | null
  endedAt: string | null
  endedAs: 'returned' | 'undone' | 'passed-on' | 'lost' | 'written-off' | null
  returnedOn: Day | null
  returnBranchId: UnitId | null
  fineCents: number | null
  fine: { parts: readonly FinePart[] } | null
  version: number
}
export class LoanRow extends Row {
  static override tableName = 'loan'
}

export type Act = 'lent' | 'renewed' | 'moved' | 'moved-back' | 'frozen' | 'thawed' | 'claimed' | 'found' | 'lost' | 'returned' | 'undone' | 'passed-on'
export interface StepRow {
  id: string
  loanId: string
  act: Act
  dueBefore: Day | null
  dueAfter: Day | null
  term: Term | null
  setId: string | null
  closing: string | null
  reason: string | null
  at: string
}
export class StepRow extends Row {
  static override tableName = 'loan_step'
}

/** The loan as the rules see it. */
export const asDue = ({ branchId: unit, membership, material, lentOn, dueOn, frozen }: LoanRow): DueLoan =>
  ({ unit, line: { membership, material }, day: lentOn, due: dueOn, still: Object.values(frozen).flat() })

export async function loanById(ctx: Context, id: string): Promise<LoanRow> {
  const loan = await LoanRow.query(ctx.db).findById(id)
  if (!loan) throw notFound()
  return loan
}

export const openLoanOfItem = (ctx: Context, item: string): Promise<LoanRow | undefined> =>
  LoanRow.query(ctx.db).findOne('item_id', item).whereNull('ended_at').execute()

/** What somebody has on loan, as far as the reader reaches, what is due first at the top. */
export const loansOf = (ctx: Context, person: string): Promise<LoanRow[]> =>
  LoanRow.query(ctx.db).where('person_id', person).whereNull('ended_at').orderBy(['due_on', 'lent_at', 'id']).execute()

interface Step {
  /** Made by whoever asks, where the act itself makes no row of its own. */
  readonly id?: string
  readonly act: Act
  readonly before?: Day
  readonly after?: Day
  readonly term?: Term
  readonly reason?: string | undefined
  /** The library where it was done, where that is not the one that lent. */
  readonly library?: UnitId
}

/** Notes what happened to a loan; false where this very act was noted before. */
export async function addStep(ctx: Context, loan: LoanRow, { id = crypto.randomUUID(), act, ...told }: Step): Promise<boolean> {
  const [added] = await ctx.db('loan_step').insert({
    id, loan_id: loan.id, library_id: told.library ?? loan.libraryId, branch_id: loan.branchId,
    item_library_id: loan.itemLibraryId, member_library_id: loan.memberLibraryId, act,
    due_before: told.before ?? null, due_after: told.after ?? null, term: told.term ? JSON.stringify(told.term) : null,
    reason: told.reason ?? null, staff_id: ctx.actor.id, at: ctx.now.toString(),
  }).onConflict('id').ignore().returning('id')
  return added !== undefined
}
