import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { homeLibrary, unitAt } from '#core/unit.ts'
import { mayBorrowAt, patronByCard, readPatron, type Patron } from '#plugins/patrons/index.ts'
import { loanRule } from '#plugins/rules/contract/method.ts'
import { lent as lentEvent } from '../contract/event.ts'
import type { NewLoan, Term } from '../contract/loan.ts'
import { itemsExceedingCost, sameDayAgain } from '../contract/parameter/loans.ts'
import { permissions } from '../contract/permission.ts'
import { frozenFor } from '../due/freeze.ts'
import { ItemRow, itemByBarcode } from '../item/item.ts'
import { obstaclesTo, type Lending } from './check.ts'
import { loanInReach } from './elsewhere.ts'
import { noOpenDay, type Counter } from './hurdle.ts'
import { passOn, whoHasIt } from './pass-on.ts'
import { demandPassed } from './passed.ts'
import { renewOne } from './renew.ts'
import { addStep, LoanRow, loansOf } from './row.ts'
import { doubleDays, termFor } from './term.ts'
import { asHeard } from './to-member.ts'

export interface LentLoan {
  readonly loan: LoanRow
  readonly item: ItemRow
  readonly renewed: boolean
  readonly patron: Patron | undefined
  /** The loan of somebody else that it ended. */
  readonly from?: LoanRow
  readonly wasMissing?: boolean
}

/**
 * Lends an item to somebody: the due day by the rule line and the calendar of the branch. Refuses with everything that
 * stands in the way at once; what staff may pass comes as questions. The same id again is the same loan. Announces
 * `circulation.lent`. Source: domain/2 §5.1.
 */
export async function lend(ctx: Context, asked: NewLoan, as: LoanRow['channel'] = asked.channel ?? 'desk'): Promise<LentLoan> {
  const before = await LoanRow.query(ctx.db).findById(asked.id)
  if (before) return { loan: before, item: await itemOfLoan(ctx, before), renewed: false, patron: undefined }
  const { branch } = asked
  ctx.demand(permissions.lend, branch)
  const library = placeOf(ctx, branch)
  const [patron, item] = [await whoBorrows(ctx, asked), await itemByBarcode(ctx, asked.item)]
  if (!item) throw unknownItem()
  const day = ctx.today(branch)
  const standing = mayBorrowAt(ctx, { patron, branch, day })
  const out = await loanInReach(ctx, item)
  const line = { membership: standing.type ?? '', material: item.material }
  const { channel = 'desk' } = asked
  if (out?.personId === patron.person.id && !startsAnew(ctx, out, { branch, day, channel }))
    return { ...await renewAgain(ctx, out, asked), item, patron }
  const lending: Lending = { item, patron, standing, loans: await loansOf(ctx, patron.person.id), branch, day, line, channel }
  const term = standing.type === undefined ? null
    : termFor(ctx.configuration, { unit: branch, line, day, what: asked.double && doubleDays(ctx.configuration, branch, day, line) > 0 ? 'double' : 'loan' })
  const other = out && out.personId !== patron.person.id ? out : undefined
  const obstacles = [
    ...obstaclesTo(ctx, lending), ...(other ? [await whoHasIt(ctx, other)] : []),
    ...(term || standing.type === undefined ? [] : [noOpenDay]),
  ]
  const passed = demandPassed(asHeard(channel, obstacles), asked)
  if (!term) throw unknownItem()
  if (out) await passOn(ctx, out, { same: out.personId === patron.person.id, day })
  const loan = await write(ctx, { ...lending, asked, library, as, term: { ...term, ...(passed.length ? { passed } : {}), ...(other ? { passedOn: other.id } : {}) } })
  const wasMissing = item.status === 'missing'
  if (item.status !== 'in' || item.subStatus === 'lost') await item.$query(ctx.db).patch({ status: 'in', subStatus: null, version: item.version + 1 })
  await ctx.emit(lentEvent, { loan: loan.id, ...costsOf(ctx, lending, passed) })
  return { loan, item, patron, renewed: false, ...(other ? { from: other } : {}), wasMissing }
}

function placeOf(ctx: Context, branch: UnitId): UnitId {
  const place = unitAt(ctx.configuration, branch, ctx.today(branch))
  const library = homeLibrary(ctx.configuration, branch, ctx.today(branch))
  if (!place || !library || !['branch', 'bookmobile', 'stop'].includes(place.type)) throw notFound()
  return library
}

/** Whoever showed a card, or was found by name. */
export async function whoBorrows(ctx: Context, { card, person }: Pick<NewLoan, 'card' | 'person'>): Promise<Patron> {
  if (card === undefined) {
    if (person === undefined) throw unknownCard()
    return readPatron(ctx, person)
  }
  const found = await patronByCard(ctx, card)
  if (!found || (person !== undefined && found.person.id !== person)) throw unknownCard()
  return found
}

const itemOfLoan = async (ctx: Context, { itemId }: LoanRow): Promise<ItemRow> => {
  const item = await ItemRow.query(ctx.db).findById(itemId)
  if (!item) throw notFound()
  return item
}

interface Place { readonly branch: UnitId; readonly day: Day; readonly channel: Counter }

/** Twice on one day: a new loan or a renewal, as the house says of this counter; of what was lent earlier always a renewal. */
const startsAnew = (ctx: Context, { lentOn }: LoanRow, { branch, day, channel }: Place) =>
  lentOn === day && ctx.parameter(sameDayAgain, branch, day)[channel === 'desk' ? 'desk' : 'selfService'] === 'loan'

async function renewAgain(ctx: Context, loan: LoanRow, { id, branch, channel, also, reason }: NewLoan) {
  const answer = await renewOne(ctx, { id, loan: loan.id }, { branch, channel, also, reason })
  const left = [...answer.stops, ...answer.questions]
  if (!answer.renewed && left.length) demandPassed(left, { also, reason })
  return { loan: answer.row, renewed: answer.renewed }
}

interface Writing extends Lending { readonly asked: NewLoan; readonly library: UnitId; readonly as: LoanRow['channel']; readonly term: Term }

async function write(ctx: Context, { asked, library, term, item, patron, standing: { membership }, day, line, as }: Writing): Promise<LoanRow> {
  if (!membership) throw notFound()
  const [row] = await ctx.db('loan').insert({
    id: asked.id, library_id: library, branch_id: asked.branch, item_id: item.id, item_library_id: item.libraryId,
    person_id: patron.person.id, membership_id: membership.id, member_library_id: membership.libraryId,
    member_branch_id: membership.branchId, ...line, channel: as, session_id: ctx.session?.id ?? null, staff_id: ctx.actor.id,
    lent_at: ctx.now.toString(), term_on: day, lent_on: day, raw_due_on: term.raw, due_on: term.due, term: JSON.stringify(term),
    frozen: JSON.stringify(frozenFor(ctx.configuration, asked.branch, term.due, day)),
  }).onConflict().ignore().returning('*')
  // Of two desks that scan an item at once, the index says who was first.
  const loan = row ? LoanRow.fromDatabaseJson(row) : await LoanRow.query(ctx.db).findById(asked.id)
  if (!loan) throw new Refusal(409, 'circulation.lent-meanwhile', lentMeanwhile)
  if (row) await addStep(ctx, loan, { act: 'lent', after: term.due, term, reason: asked.reason })
  return loan
}

const lentMeanwhile = {
  nl: 'Een andere balie leende dit exemplaar net uit. Scan het opnieuw.', en: 'Another desk has just lent this item. Scan it again.',
  fr: 'Un autre comptoir vient de prêter ce document. Scannez-le de nouveau.',
} as const

function costsOf(ctx: Context, { branch, day, line }: Lending, passed: readonly string[]) {
  return {
    feeCents: resolve(ctx.configuration, loanRule, branch, day, line).value.feeCents,
    exceedingCents: passed.some(code => code.startsWith('too-many')) ? ctx.parameter(itemsExceedingCost, branch, day, line) : 0,
  }
}

const unknownItem = () => new Refusal(422, 'circulation.unknown-item', {
  nl: 'Geen exemplaar met deze barcode.', en: 'No item with this barcode.', fr: 'Aucun document avec ce code-barres.',
})
export const unknownCard = () => new Refusal(422, 'circulation.unknown-card', {
  nl: 'Geen lid met deze kaart, of buiten je bereik.', en: 'No patron with this card, or outside your reach.',
  fr: 'Aucun usager avec cette carte, ou hors de votre périmètre.',
})
