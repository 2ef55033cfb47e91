import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { findPatron, nameOf } from '#plugins/patrons/index.ts'
import { bypassedReturnFine } from '../contract/parameter/fines.ts'
import { fineNow } from './fine.ts'
import { question, type Obstacle } from './hurdle.ts'
import { addStep, type LoanRow } from './row.ts'

/** "It still stands on the card of …": by name only to whoever reaches them. */
export async function whoHasIt(ctx: Context, { personId }: LoanRow): Promise<Obstacle> {
  const who = personId === null ? undefined : await findPatron(ctx, personId)
  const name = who && nameOf(who.person)
  return question('on-loan-to-another', `Staat nog op de kaart van ${name ?? 'iemand anders'}. Overnemen?`,
    `Still stands on the card of ${name ?? 'somebody else'}. Take it over?`, `Encore sur la carte de ${name ?? 'quelqu’un d’autre'}. Reprendre ?`)
}

/**
 * Ends a loan because the item is lent again without having been returned. Of somebody else's the running fine lapses,
 * unless the house keeps it, and what they did not return counts one more. Source: domain/1 §2.6, domain/2 §5.1.
 */
export async function passOn(ctx: Context, loan: LoanRow, { same, day }: { same: boolean; day: Day }): Promise<void> {
  const keeps = !same && ctx.parameter(bypassedReturnFine, loan.branchId, day)
  const fine = keeps ? await fineNow(ctx, loan, day) : null
  await ctx.db('loan').where({ id: loan.id }).update({
    ended_at: ctx.now.toString(), version: loan.version + 1,
    ...(same ? { ended_as: 'returned', returned_on: day, return_branch_id: loan.branchId } : { ended_as: 'passed-on' }),
    fine_cents: fine?.cents ?? null, fine: fine ? JSON.stringify({ parts: fine.parts }) : null,
  })
  if (!same && loan.personId !== null) await ctx.db('person').where({ id: loan.personId }).increment('not_returned', 1)
  await addStep(ctx, loan, { act: same ? 'returned' : 'passed-on', before: loan.dueOn })
}
