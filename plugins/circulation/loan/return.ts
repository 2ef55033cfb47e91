import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { notFound, Refusal, refused } from '#core/refusal.ts'
import { homeLibrary, unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { calendarOf, previousOpenDay } from '#plugins/branches/index.ts'
import { returned as returnedEvent } from '../contract/event.ts'
import type { NewReturn } from '../contract/loan.ts'
import { binReturnDay } from '../contract/parameter/returns.ts'
import { permissions } from '../contract/permission.ts'
import { itemByBarcode, type ItemRow } from '../item/item.ts'
import { fineNow } from './fine.ts'
import { loanInReach } from './elsewhere.ts'
import { addStep, loanById, StepRow, type LoanRow } from './row.ts'

export interface TakenIn {
  readonly item: ItemRow
  /** None: it was not on loan, and now stands here. */
  readonly loan: LoanRow | undefined
  /** It belongs elsewhere, and goes there. */
  readonly goesTo: UnitId | undefined
  readonly wasMissing: boolean
}

/**
 * Takes an item in: ends its loan on the day that counts, keeps the fine with what it is made of, and notes where the item is
 * now. The same id again answers the same. Announces `circulation.returned`. Source: domain/2 §5.2, domain/1 §2.6.
 */
export async function takeIn(ctx: Context, asked: NewReturn): Promise<TakenIn> {
  const { branch } = asked
  ctx.demand(permissions.lend, branch)
  const place = unitAt(ctx.configuration, branch, ctx.today(branch))
  if (!place || !['branch', 'bookmobile', 'stop'].includes(place.type)) throw notFound()
  const item = await itemByBarcode(ctx, asked.item)
  if (!item) throw unknownItem()
  const before = await StepRow.query(ctx.db).findById(asked.id)
  if (before) return { item, loan: await loanById(ctx, before.loanId), ...after(item, branch), wasMissing: false }
  const loan = await loanInReach(ctx, item)
  const ended = loan && await endReturned(ctx, loan, asked)
  const wasMissing = item.status === 'missing'
  // What is entered afterwards does not bring back from where it was handed in later.
  if (item.handedInAt !== null && isBefore(ctx.now, item.handedInAt)) return { item, loan: ended, ...after(item, branch), wasMissing: false }
  const moved = await item.$query(ctx.db).patchAndFetch({
    atBranchId: branch, status: item.branchId === branch ? 'in' : 'transit', handedInAt: ctx.now.toString(), version: item.version + 1,
    ...(item.subStatus === 'claimed' || item.subStatus === 'lost' ? { subStatus: null } : {}),
  })
  return { item: moved, loan: ended, ...after(moved, branch), wasMissing }
}

const isBefore = (now: Temporal.Instant, at: string) => Temporal.Instant.compare(now, Temporal.Instant.from(at)) < 0

const after = (item: ItemRow, branch: UnitId) => ({ goesTo: item.branchId === branch ? undefined : item.branchId })

/** Ends a loan as returned, with the fine of the day that counts. */
export async function endReturned(ctx: Context, loan: LoanRow, asked: Omit<NewReturn, 'item'>): Promise<LoanRow> {
  const day = dayOfReturn(ctx, loan, asked)
  const fine = await fineNow(ctx, loan, day)
  await ctx.db('loan').where({ id: loan.id }).update({
    ended_at: ctx.now.toString(), ended_as: 'returned', returned_on: day, return_branch_id: asked.branch,
    fine_cents: fine.cents, fine: JSON.stringify({ parts: fine.parts }), version: loan.version + 1,
  })
  const library = homeLibrary(ctx.configuration, asked.branch, day)
  await addStep(ctx, loan, { id: asked.id, act: 'returned', before: loan.dueOn, ...(library ? { library } : {}) })
  await ctx.emit(returnedEvent, { loan: loan.id, fineCents: fine.cents })
  return loanById(ctx, loan.id)
}

/** Today, the day that the house gives to what lay in the bin, or the day that staff say; never before the loan. */
function dayOfReturn(ctx: Context, loan: LoanRow, { branch, bin, day }: Omit<NewReturn, 'item'>): Day {
  const today = ctx.today(branch)
  if (day !== undefined) {
    if (day < loan.lentOn || day > today) throw refused([fault('circulation.return-day', '/day',
      'Kies een dag vanaf de uitlening tot vandaag.', 'Choose a day from the loan to today.',
      'Choisissez un jour entre le prêt et aujourd’hui.')])
    return day
  }
  const counted = bin ? binDay(ctx, branch, today) : today
  return counted < loan.lentOn ? loan.lentOn : counted
}

/** What fell into the bin counts for the day before it was emptied, as the house says. Source: domain/1 §2.7. */
function binDay(ctx: Context, branch: UnitId, today: Day): Day {
  const rule = ctx.parameter(binReturnDay, branch, today)
  if (rule === 'processed') return today
  const yesterday = plusDays(today, -1)
  return rule === 'day-before' ? yesterday : previousOpenDay(calendarOf(ctx.configuration, branch), yesterday) ?? yesterday
}

const unknownItem = () => new Refusal(422, 'circulation.unknown-item', {
  nl: 'Geen exemplaar met deze barcode.', en: 'No item with this barcode.', fr: 'Aucun document avec ce code-barres.',
})
