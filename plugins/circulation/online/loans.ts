import type { Context } from '#core/context.ts'
import { notFound } from '#core/refusal.ts'
import { dayOf, unitAt } from '#core/unit.ts'
import { materialTypeFact, type MaterialType } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'
import { idUsed, memberByCard, type OnlineMember } from '#plugins/patrons/index.ts'
import type { OnlineLoan, OnlineRenewals, OnlineRenewed } from '../contract/online.ts'
import { permissions } from '../contract/permission.ts'
import { ItemRow } from '../item/item.ts'
import { fineNow } from '../loan/fine.ts'
import { addTerm, costOf, planRenewal } from '../loan/renew.ts'
import { LoanRow, StepRow } from '../loan/row.ts'
import { stopsOf } from './stop.ts'

/**
 * What a member has on loan, as they read it on a website: only what was lent on the membership of the card, so that nothing
 * of another library or of a prison comes along. What is due first stands at the top.
 */
export async function onlineLoans(ctx: Context, card: string): Promise<OnlineLoan[]> {
  const member = await memberByCard(ctx, card, permissions.online)
  const loans = await loansOf(ctx, member)
  const items = new Map((await ItemRow.query(ctx.db).findByIds(loans.map(({ itemId }) => itemId))).map(item => [item.id, item]))
  const told: OnlineLoan[] = []
  for (const loan of loans) {
    const item = items.get(loan.itemId)
    if (item) told.push(await loanTold(ctx, { member, loan, item, loans }))
  }
  return told
}

const loansOf = (ctx: Context, { membership }: OnlineMember): Promise<LoanRow[]> =>
  LoanRow.query(ctx.db).where({ membership_id: membership.id }).whereNull('ended_at').orderBy(['due_on', 'lent_at', 'id']).execute()

interface Telling { readonly member: OnlineMember; readonly loan: LoanRow; readonly item: ItemRow; readonly loans: readonly LoanRow[] }

async function loanTold(ctx: Context, { member, loan, item, loans }: Telling): Promise<OnlineLoan> {
  const { id, branchId, libraryId, lentOn, dueOn, renewals } = loan
  const today = ctx.today(branchId)
  const planned = planRenewal(ctx, loan, branchId)
  const stops = stopsOf(ctx, { member, loan, item, loans, planned })
  return {
    id, title: item.title, author: item.author, materialName: materialName(ctx, loan), library: nameOf(ctx, libraryId),
    branch: nameOf(ctx, branchId), lentOn, dueOn, late: today > dueOn, fineCents: (await fineNow(ctx, loan, today)).cents, renewals,
    renewal: {
      stops: stops.map(({ code, message }) => ({ code, message: message[ctx.language] })),
      dueOn: stops.length ? null : planned.term?.due ?? null, costCents: costOf(ctx, loan, planned, false),
    },
  }
}

const nameOf = ({ configuration, today }: Context, unit: string) => unitAt(configuration, unit, dayOf(configuration, unit, today()))?.name ?? ''

const materialName = (ctx: Context, { material, branchId }: LoanRow) =>
  listed<MaterialType>(ctx.configuration, materialTypeFact, branchId, ctx.today()).get(material)?.name[ctx.language] ?? material

/**
 * A member renews what they have on loan: one or all, each with an answer of its own. A loan that is not theirs is nothing.
 * The same id again renews nothing more. Announces `circulation.renewed` with what it costs. Source: domain/2 §5.3.
 */
export async function renewOnline(ctx: Context, { card, loans: wanted }: OnlineRenewals): Promise<OnlineRenewed['data']> {
  const member = await memberByCard(ctx, card, permissions.online)
  const answers: OnlineRenewed['data'] = []
  for (const { id, loan } of wanted) answers.push(await renewOne(ctx, member, { id, loan, isLater: answers.some(({ renewed }) => renewed) }))
  return answers
}

interface Wanted { readonly id: string; readonly loan: string; readonly isLater: boolean }

async function renewOne(ctx: Context, member: OnlineMember, { id, loan: loanId, isLater }: Wanted): Promise<OnlineRenewed['data'][number]> {
  const known = await theirs(ctx, member, loanId)
  // Of two that come at once the second sees what the first made of it.
  await ctx.db.raw('select pg_advisory_xact_lock(hashtext(?))', [`renew ${known.id}`])
  const loan = await theirs(ctx, member, loanId)
  const step = await StepRow.query(ctx.db).findById(id)
  if (step && (step.loanId !== loan.id || step.act !== 'renewed')) throw idUsed()
  if (step) return { loan: loan.id, renewed: true, dueOn: step.dueAfter ?? loan.dueOn, costCents: 0, stops: [] }
  const item = await ItemRow.query(ctx.db).findById(loan.itemId).throwIfNotFound()
  const planned = planRenewal(ctx, loan, loan.branchId)
  const stops = stopsOf(ctx, { member, loan, item, loans: await loansOf(ctx, member), planned })
  const { term } = planned
  if (stops.length || !term) return {
    loan: loan.id, renewed: false, dueOn: loan.dueOn, costCents: 0, stops: stops.map(({ code, message }) => ({ code, message: message[ctx.language] })),
  }
  const { dueOn } = await addTerm(ctx, loan, { ...planned, id, term, isLater })
  return { loan: loan.id, renewed: true, dueOn, costCents: costOf(ctx, loan, planned, isLater), stops: [] }
}

async function theirs(ctx: Context, { membership }: OnlineMember, id: string): Promise<LoanRow> {
  const loan = await LoanRow.query(ctx.db).findOne({ id, membership_id: membership.id })
  if (!loan) throw notFound()
  return loan
}
