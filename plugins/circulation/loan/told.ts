import type { Context } from '#core/context.ts'
import type { Texts, UnitId } from '#core/contract.ts'
import { notFound } from '#core/refusal.ts'
import { homeLibrary } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import { calendarOf, isOpen } from '#plugins/branches/index.ts'
import { noteView } from '#core/audit.ts'
import { membershipTypeFact, type MembershipType } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'
import { ageOn, findPatron, mayBorrowAt, nameOf, notesOf, representativesOf, type Patron } from '#plugins/patrons/index.ts'
import type { Static } from 'typebox'
import type { DeskAsked, DeskPatron, Loan, PatronLoans } from '../contract/loan.ts'
import { permissions } from '../contract/permission.ts'
import { ItemRow } from '../item/item.ts'
import { listedItem, namedUnit } from '../item/list.ts'
import { historyObstacles, personObstacles } from './check.ts'
import { countsAt } from './count.ts'
import { fineNow } from './fine.ts'
import { isOfSession } from './follow.ts'
import { passedAs } from './hurdle.ts'
import { whoBorrows, type LentLoan } from './lend.ts'
import type { TakenIn } from './return.ts'
import { loansOf, type LoanRow } from './row.ts'

/** A loan as the desk reads it, with what it would cost when it came back now. */
export async function loanTold(ctx: Context, loan: LoanRow, item: ItemRow, patron?: Patron): Promise<Loan> {
  const today = ctx.today(loan.branchId)
  const who = patron ?? (loan.personId === null ? undefined : await findPatron(ctx, loan.personId))
  const open = loan.endedAt === null
  return {
    id: loan.id, item: listedItem(ctx, item, open ? { loanId: loan.id, dueOn: loan.dueOn } : undefined),
    person: who?.person.id ?? null, personName: who ? nameOf(who.person) : null, branch: namedUnit(ctx, loan.branchId),
    lentOn: loan.lentOn, rawDueOn: loan.rawDueOn, dueOn: loan.dueOn, renewals: loan.renewals, late: open && today > loan.dueOn,
    fineCents: open ? (await fineNow(ctx, loan, today)).cents : loan.fineCents ?? 0, claimed: loan.claimedAt !== null,
    endedAs: loan.endedAs, returnedOn: loan.returnedOn, mayUndo: isOfSession(ctx, loan),
  }
}

const itemsOf = async (ctx: Context, loans: readonly LoanRow[]) =>
  new Map((await ItemRow.query(ctx.db).findByIds(loans.map(({ itemId }) => itemId))).map(item => [item.id, item]))

/** Several at once, each with its item. */
export async function loansTold(ctx: Context, loans: readonly LoanRow[], patron?: Patron): Promise<Loan[]> {
  const items = await itemsOf(ctx, loans)
  const told: Loan[] = []
  for (const loan of loans) {
    const item = items.get(loan.itemId)
    if (item) told.push(await loanTold(ctx, loan, item, patron))
  }
  return told
}

/** Whoever stands at the desk: noted as a view, once for each time that they are called up. */
export async function deskPatron(ctx: Context, asked: Static<typeof DeskAsked>): Promise<DeskPatron> {
  const { branch } = asked
  ctx.demand(permissions.lend, branch)
  const patron = await whoBorrows(ctx, asked)
  const { person } = patron
  const day = ctx.today(branch)
  const standing = mayBorrowAt(ctx, { patron, branch, day })
  await noteView(ctx, {
    table: 'person', row: person.id, purpose: 'desk-loan', libraryId: homeLibrary(ctx.configuration, branch, day) ?? null,
  })
  const loans = await loansOf(ctx, person.id)
  const told = await loansTold(ctx, loans, patron)
  const line = { membership: standing.type ?? '', material: '' }
  const obstacles = [...personObstacles({ standing, channel: 'desk' }), ...historyObstacles(ctx, patron, { loans, branch, day, line })]
  return {
    id: person.id, name: nameOf(person), type: typeName(ctx, branch, standing.type), until: standing.membership?.untilOn ?? null,
    visits: standing.visits, age: ageOn(person, day),
    blocks: obstacles.map(({ code, message, stops }) => ({ code: passedAs(code), message: message[ctx.language], stops })),
    notes: (await notesOf(ctx, person.id)).filter(({ popsUp }) => popsUp).map(({ text }) => text),
    representatives: representativesOf(person, day).map(({ name }) => name),
    loans: told, counts: countsAt(ctx, loans, { branch, day, line }).filter(({ what }) => what === 'items')
      .map(({ count, most, overName }) => ({ text: overName, count, most })),
    fineCents: told.reduce((sum, { fineCents }) => sum + fineCents, 0),
  }
}

/** What a patron has on loan in every library in reach, and what it would cost today. */
export async function patronLoans(ctx: Context, person: string): Promise<PatronLoans> {
  const patron = await findPatron(ctx, person)
  if (!patron) throw notFound()
  const data = await loansTold(ctx, await loansOf(ctx, person), patron)
  return { data, fineCents: data.reduce((sum, { fineCents }) => sum + fineCents, 0) }
}

const typeName = (ctx: Context, branch: UnitId, type: string | undefined) => type === undefined ? null
  : listed<MembershipType>(ctx.configuration, membershipTypeFact, branch, ctx.today()).get(type)?.name[ctx.language] ?? type

interface Notice { readonly code: string; readonly message: string }
const notice = (ctx: Context, code: string, { [ctx.language]: message }: Texts): Notice => ({ code, message })

/** What the desk hears besides when it lends. */
export async function lendingNotices(ctx: Context, { loan, item, from, wasMissing }: LentLoan): Promise<Notice[]> {
  const told: Notice[] = []
  if (item.attachment) told.push(notice(ctx, 'attachment', attached(item.attachment)))
  if (wasMissing) told.push(notice(ctx, 'found', found))
  if (!isOpen(calendarOf(ctx.configuration, loan.branchId), ctx.today(loan.branchId))) told.push(notice(ctx, 'closed-day', closedDay))
  if (from) {
    const who = from.personId === null ? undefined : await findPatron(ctx, from.personId)
    told.push(notice(ctx, 'taken-over', takenOver(who ? nameOf(who.person) : '')))
  }
  return told
}

/** And when it takes in. */
export function returnNotices(ctx: Context, { item, goesTo, wasMissing, loan }: TakenIn): Notice[] {
  const told: Notice[] = []
  if (!loan) told.push(notice(ctx, 'was-in', wasIn))
  if (wasMissing) told.push(notice(ctx, 'found', found))
  if (goesTo) told.push(notice(ctx, 'goes-to', goes(namedUnit(ctx, goesTo).name)))
  if (item.attachment) told.push(notice(ctx, 'attachment', attached(item.attachment)))
  if (item.damage) told.push(notice(ctx, 'damage', damaged(item.damage)))
  return told
}

const attached = (what: string) => ({ nl: `Hoort erbij: ${what}`, en: `Belongs with it: ${what}`, fr: `À joindre : ${what}` })
const damaged = (what: string) => ({ nl: `Schade: ${what}`, en: `Damage: ${what}`, fr: `Dégâts : ${what}` })
const found: Texts = { nl: 'Dit exemplaar was vermist en is weer terecht.', en: 'This item was missing and is found.', fr: 'Ce document manquait et est retrouvé.' }
const wasIn: Texts = { nl: 'Was niet uitgeleend; staat nu hier.', en: 'Was not on loan; stands here now.', fr: 'N’était pas en prêt ; se trouve maintenant ici.' }
const closedDay: Texts = {
  nl: 'Vandaag is de vestiging gesloten; de termijn telt vanaf vandaag.', en: 'The branch is closed today; the term counts from today.',
  fr: 'L’implantation est fermée aujourd’hui ; la durée compte à partir d’aujourd’hui.',
}
const goes = (name: string) => inEach(language => ({ nl: `Gaat naar ${name}.`, en: `Goes to ${name}.`, fr: `À envoyer à ${name}.` })[language])
const takenOver = (name: string) => ({
  nl: `Overgenomen${name && ` van ${name}`}; die lening is geannuleerd.`, en: `Taken over${name && ` from ${name}`}; that loan is cancelled.`,
  fr: `Repris${name && ` de ${name}`} ; ce prêt est annulé.`,
})
