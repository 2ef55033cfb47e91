import type { Context } from '#core/context.ts'
import { Refusal, refused } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'
import { lost as lostEvent, undone } from '../contract/event.ts'
import { permissions } from '../contract/permission.ts'
import type { LoanNote } from '../contract/loan.ts'
import { ItemRow, itemById } from '../item/item.ts'
import { fineNow } from './fine.ts'
import { addStep, loanById, LoanRow, StepRow } from './row.ts'

/** F4: a loan of this very session is taken back as if it had not been; whose loan it ended has it again. Source: domain/2 §5.1. */
export async function undoLoan(ctx: Context, id: string, { id: step }: LoanNote): Promise<LoanRow> {
  const loan = await loanById(ctx, id)
  ctx.demand(permissions.lend, loan.branchId)
  if (await StepRow.query(ctx.db).findById(step)) return loan
  if (loan.endedAt !== null) throw refused([notOnLoan])
  if (!isOfSession(ctx, loan)) throw new Refusal(422, 'circulation.not-this-session', {
    nl: 'Alleen wat je in deze sessie uitleende, kun je ongedaan maken. Neem het anders in.',
    en: 'Only what you lent in this session can be undone. Otherwise take it in.',
    fr: 'Vous ne pouvez annuler que ce que vous avez prêté dans cette session. Sinon, reprenez le document.',
  })
  await end(ctx, loan, 'undone')
  await addStep(ctx, loan, { id: step, act: 'undone', before: loan.dueOn })
  const { passedOn } = loan.term
  if (passedOn) await giveBack(ctx, passedOn)
  await ctx.emit(undone, { loan: id })
  return loanById(ctx, id)
}

export const isOfSession = ({ session }: Context, { sessionId, renewals, endedAt }: LoanRow) =>
  endedAt === null && renewals === 0 && session !== null && sessionId === session.id

async function giveBack(ctx: Context, id: string) {
  const loan = await LoanRow.query(ctx.db).findById(id)
  if (loan?.endedAs !== 'passed-on') return
  await ctx.db('loan').where({ id }).update({ ended_at: null, ended_as: null, fine_cents: null, fine: null, version: loan.version + 1 })
  await addStep(ctx, loan, { act: 'found', after: loan.dueOn })
  if (loan.personId !== null) await ctx.db('person').where({ id: loan.personId }).where('not_returned', '>', 0).decrement('not_returned', 1)
}

/** "I have brought it back": the loan goes on until somebody finds the item or gives it up. Source: domain/2 §1.5 (UM). */
export async function claimReturned(ctx: Context, id: string, { id: step, reason }: LoanNote): Promise<LoanRow> {
  const loan = await openFor(ctx, id)
  if (!await addStep(ctx, loan, { id: step, act: 'claimed', before: loan.dueOn, reason })) return loan
  await ctx.db('loan').where({ id }).update({ claimed_at: ctx.now.toString(), version: loan.version + 1 })
  await mark(ctx, loan.itemId, { subStatus: 'claimed' })
  return loanById(ctx, id)
}

/** The loan ends, the item is missing, and the fine of that day stays with it. Announces `circulation.lost`. */
export async function reportLost(ctx: Context, id: string, { id: step, reason }: LoanNote): Promise<LoanRow> {
  const known = await loanById(ctx, id)
  if (await StepRow.query(ctx.db).findById(step)) return known
  const loan = await openFor(ctx, id)
  const fine = await fineNow(ctx, loan, ctx.today(loan.branchId))
  const item = await mark(ctx, loan.itemId, { subStatus: 'lost', status: 'missing' })
  await ctx.db('loan').where({ id }).update({
    lost_at: ctx.now.toString(), fine_cents: fine.cents, fine: JSON.stringify({ parts: fine.parts }),
  })
  await end(ctx, loan, 'lost')
  await addStep(ctx, loan, { id: step, act: 'lost', before: loan.dueOn, reason })
  await ctx.emit(lostEvent, { loan: id, fineCents: fine.cents, priceCents: item.priceCents })
  return loanById(ctx, id)
}

async function openFor(ctx: Context, id: string): Promise<LoanRow> {
  const loan = await loanById(ctx, id)
  ctx.demand(permissions.lend, loan.branchId)
  if (loan.endedAt !== null) throw refused([notOnLoan])
  return loan
}

const end = (ctx: Context, { id, version }: LoanRow, as: 'undone' | 'lost') =>
  ctx.db('loan').where({ id }).update({ ended_at: ctx.now.toString(), ended_as: as, version: version + 1 })

async function mark(ctx: Context, id: string, fields: Partial<Pick<ItemRow, 'status' | 'subStatus'>>): Promise<ItemRow> {
  const item = await itemById(ctx, id)
  return item.$query(ctx.db).patchAndFetch({ ...fields, version: item.version + 1 })
}

const notOnLoan = fault('circulation.not-on-loan', '', 'Dit is niet meer uitgeleend.', 'This is on loan no longer.', 'Ce document n’est plus en prêt.')
