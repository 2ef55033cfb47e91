import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import { homeLibrary } from '#core/unit.ts'
import { dayIn } from '#core/wording.ts'
import { findPatron, mayBorrowAt } from '#plugins/patrons/index.ts'
import { renewalCost, renewalCostPer } from '#plugins/rules/contract/parameter.ts'
import { lineAt } from '#plugins/rules/index.ts'
import type { RenewalMethod } from '#plugins/rules/contract/line.ts'
import { renewed as renewedEvent } from '../contract/event.ts'
import type { NewRenewals, Term } from '../contract/loan.ts'
import { permissions } from '../contract/permission.ts'
import { frozenFor } from '../due/freeze.ts'
import { historyObstacles, personObstacles } from './check.ts'
import { fineNow } from './fine.ts'
import { exception, noOpenDay, stop, type Counter, type Obstacle } from './hurdle.ts'
import { leftOf } from './passed.ts'
import { addStep, loanById, loansOf, StepRow, type LoanRow } from './row.ts'
import { termFor } from './term.ts'
import { asHeard } from './to-member.ts'

export interface RenewalAnswer {
  readonly row: LoanRow
  readonly renewed: boolean
  readonly stops: readonly Obstacle[]
  readonly questions: readonly Obstacle[]
}
interface Asking {
  readonly branch: UnitId
  readonly channel?: Counter | undefined
  readonly also?: readonly string[] | undefined
  readonly reason?: string | undefined
}

/** Renews one loan after another, each with an answer of its own; a cost for all together is asked once. */
export async function renewAll(ctx: Context, { loans, ...asking }: NewRenewals): Promise<RenewalAnswer[]> {
  ctx.demand(permissions.lend, asking.branch)
  const answers: RenewalAnswer[] = []
  for (const one of loans) answers.push(await renewOne(ctx, one, asking, answers.some(({ renewed }) => renewed)))
  return answers
}

/**
 * Gives a loan a new term, from the day of renewal or from its due day as the rule says, never a shorter one. The branch
 * that renews becomes the lending one within its library. The same id again renews nothing more. Source: domain/2 §5.3.
 */
export async function renewOne(
  ctx: Context, { id, loan: loanId }: { id: string; loan: string }, { branch, channel = 'desk', also, reason }: Asking, isLater = false,
): Promise<RenewalAnswer> {
  const loan = await loanById(ctx, loanId)
  const done = (row: LoanRow, renewed: boolean, left: readonly Obstacle[] = []): RenewalAnswer =>
    ({ row, renewed, stops: left.filter(({ stops }) => stops), questions: left.filter(({ stops }) => !stops) })
  if (await StepRow.query(ctx.db).findById(id)) return done(loan, true)
  if (loan.endedAt !== null) return done(loan, false, [notOnLoan])
  const planned = planRenewal(ctx, loan, branch)
  const { day, term, rule: { times, blockOnline } } = planned
  const obstacles = [
    ...await personal(ctx, loan, { branch, day, channel }),
    ...(blockOnline && channel === 'self-service' ? [notByOneself] : []),
    ...(loan.renewals >= times ? [tooOften(loan.renewals, times)] : []),
    ...(term === null ? [noOpenDay] : term.due <= loan.dueOn ? [gainsNothing(loan.dueOn)] : []),
  ]
  const left = leftOf(asHeard(channel, obstacles), { also, reason })
  if (left.length || !term) return done(loan, false, left)
  return done(await addTerm(ctx, loan, { ...planned, id, term, reason, isLater }), true)
}

/** What renewing a loan on this day would give, by the rule of whose branch. */
export interface PlannedRenewal {
  readonly unit: UnitId
  readonly day: Day
  /** From when the new term counts. */
  readonly from: Day
  readonly term: Term | null
  readonly rule: RenewalMethod
}

/** By the rule of the branch at hand where its library lent it, else by that of the branch that did. */
export function planRenewal(ctx: Context, loan: LoanRow, branch: UnitId): PlannedRenewal {
  const unit = homeLibrary(ctx.configuration, branch, ctx.today(branch)) === loan.libraryId ? branch : loan.branchId
  const day = ctx.today(unit)
  const { membership, material } = loan
  const rule = lineAt(ctx.configuration, unit, day, { membership, material }).renewal.value
  const from = rule.start === 'renewal-day' ? day : loan.dueOn
  const term = termFor(ctx.configuration, { unit, line: { membership, material }, day, from, what: 'renewal' })
  return { unit, day, from, term, rule }
}

/** What renewing costs; where one asks once for all together, only the first of them does. */
export const costOf = (ctx: Context, { membership, material }: LoanRow, { unit, day }: PlannedRenewal, isLater: boolean): number =>
  isLater && ctx.parameter(renewalCostPer, unit, day) === 'session' ? 0
    : resolve(ctx.configuration, renewalCost, unit, day, { membership, material }).value

interface Adding extends PlannedRenewal {
  readonly id: string
  readonly term: Term
  readonly reason?: string | undefined
  readonly isLater: boolean
}

/** Gives a loan its new term; what is late until that day stays owed. Announces `circulation.renewed`. */
export async function addTerm(ctx: Context, loan: LoanRow, adding: Adding): Promise<LoanRow> {
  const { id, unit, day, from, term, reason, isLater } = adding
  const fine = day > loan.dueOn && from === day ? await fineNow(ctx, loan, day) : undefined
  const row = await write(ctx, loan, { id, unit, term, reason, fine, day: from })
  await ctx.emit(renewedEvent, {
    loan: loan.id, feeCents: costOf(ctx, loan, adding, isLater), fineCents: fine?.parts.at(-1)?.cents ?? 0,
  })
  return row
}

interface Writing {
  readonly id: string
  readonly unit: UnitId
  readonly term: Term
  readonly day: Day
  readonly reason: string | undefined
  readonly fine: Awaited<ReturnType<typeof fineNow>> | undefined
}

async function write(ctx: Context, loan: LoanRow, { id, unit, term, day, reason, fine }: Writing): Promise<LoanRow> {
  await ctx.db('loan').where({ id: loan.id }).update({
    branch_id: unit, term_on: day, raw_due_on: term.raw, due_on: term.due, term: JSON.stringify(term), renewals: loan.renewals + 1,
    frozen: JSON.stringify(frozenFor(ctx.configuration, unit, term.due, ctx.today(unit))), claimed_at: null, version: loan.version + 1,
    ...(fine ? { fine_cents: fine.cents, fine: JSON.stringify({ parts: fine.parts }) } : {}),
  })
  await addStep(ctx, loan, { id, act: 'renewed', before: loan.dueOn, after: term.due, term, reason })
  return loanById(ctx, loan.id)
}

/** What stands in the way on the side of the person, as at lending. */
async function personal(
  ctx: Context, loan: LoanRow, { branch, day, channel }: { branch: UnitId; day: Day; channel: Counter },
): Promise<Obstacle[]> {
  const patron = loan.personId === null ? undefined : await findPatron(ctx, loan.personId)
  if (!patron) return []
  const standing = mayBorrowAt(ctx, { patron, branch, day })
  const line = { membership: loan.membership, material: loan.material }
  return [
    ...personObstacles({ standing, channel }),
    ...historyObstacles(ctx, patron, { loans: await loansOf(ctx, patron.person.id), branch, day, line }),
  ]
}

const notOnLoan = stop('not-on-loan', 'Dit is niet meer uitgeleend.', 'This is on loan no longer.', 'Ce document n’est plus en prêt.', '/loans')
const notByOneself = stop('not-online', 'Dit verleng je alleen aan de balie.', 'This is renewed at the desk only.',
  'Ce document se prolonge uniquement au comptoir.', '/loans')
const tooOften = (renewals: number, times: number) => exception('renewed-often', `Al ${renewals} keer verlengd; het reglement laat ${times} keer toe.`,
  `Renewed ${renewals} times already; the rules allow ${times}.`, `Déjà prolongé ${renewals} fois ; le règlement en permet ${times}.`)
const gainsNothing = (due: Day) => stop('gains-nothing', `Verlengen geeft geen latere datum dan ${dayIn('nl', due)}.`,
  `Renewing gives no later day than ${dayIn('en', due)}.`, `La prolongation ne donne pas de date plus tardive que le ${dayIn('fr', due)}.`, '/loans')
