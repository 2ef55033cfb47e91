import { noteView } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { cardsOf, type CardRow } from './card.ts'
import type { PatronMembership, PatronPage } from './contract/page.ts'
import { loanHistoryDays, loanHistoryYears } from './contract/parameter/record.ts'
import { permissions } from './contract/permission.ts'
import { actTitles, blockTitles, endTitles, statusTitles } from './contract/words.ts'
import { editsOf } from './edit.ts'
import { listedPatrons } from './find.ts'
import { hasInternetBlock, isValid, type MembershipRow } from './membership.ts'
import { notesOf } from './note.ts'
import { isShown, mayAct, mayWithMembers, placeOf, readPatron, type Patron } from './patron.ts'
import { PeriodRow } from './period.ts'
import { ageOn, nameOf, PersonRow, representativesOf } from './person.ts'
import { nationalTold } from './privacy/national-number.ts'
import { mayBorrowAt } from './standing.ts'
import { statusSentence, typeName } from './status-words.ts'

/** Why somebody's record is opened: the screen says so, and it is noted. */
export const purposes = ['patron-page', 'desk-loan', 'enrolment'] as const
export type Purpose = (typeof purposes)[number]

/** Everything the desk needs of somebody, in one answer; that it was looked at is noted with its purpose. */
export async function patronPage(ctx: Context, id: string, { at, purpose }: { at?: UnitId | undefined; purpose: Purpose }): Promise<PatronPage> {
  const patron = await readPatron(ctx, id)
  const { person, memberships } = patron
  const branch = at ?? memberships.find(one => isValid(one, ctx.today()))?.branchId ?? memberships[0]?.branchId
  const library = memberships.find(one => mayWithMembers(ctx, permissions.find, one)) ?? memberships[0]
  await noteView(ctx, { table: 'person', row: person.id, purpose, ...(library && { libraryId: library.libraryId }) })
  const periods = await PeriodRow.query(ctx.db).where({ person_id: person.id }).orderBy([{ column: 'at', order: 'desc' }, 'id'])
  const cards = (await cardsOf(ctx, person.id)).filter(card => memberships.some(one => one.id === card.membershipId))
  return {
    ...fieldsOf(person), ...nationalTold(ctx, patron),
    historyDays: ctx.parameter(loanHistoryDays, SYSTEM), historyYears: ctx.parameter(loanHistoryYears, SYSTEM), age: ageOn(person, ctx.today()), name: nameOf(person),
    representatives: representativesOf(person, ctx.today()).map(({ name }) => name),
    memberships: memberships.map(one => membershipTold(ctx, one, periods)), cards: cards.map(card => cardTold(ctx, card)),
    notes: await notesOf(ctx, person.id), edits: await editsOf(ctx, person.id), household: await householdOf(ctx, person),
    standing: standingTold(ctx, patron, branch), mayChange: mayAct(ctx, permissions.change, patron),
  }
}

const fieldsOf = (person: PersonRow) => {
  const {
    id, number, version, kind, familyName, firstName, title, preferredName, tag, sex, bornOn, deceasedOn, language, email, copies, phones,
    addresses, contacts, externalNumbers, showsHistory, keepsHistory, warnsBorrowedBefore, notReturned, restrictedOn,
  } = person
  return {
    id, number, version, kind, familyName, firstName, title, preferredName, tag, sex, bornOn, deceasedOn, language, email, copies, phones,
    addresses, contacts, externalNumbers, showsHistory, keepsHistory, warnsBorrowedBefore, notReturned, restrictedOn,
  }
}

function membershipTold(ctx: Context, one: MembershipRow, periods: readonly PeriodRow[]): PatronMembership {
  const today = ctx.today(one.branchId)
  return {
    id: one.id, version: one.version, library: placeOf(ctx, one.libraryId), branch: placeOf(ctx, one.branchId), type: one.type,
    typeName: typeName(ctx, one), status: one.status, statusName: statusTitles[one.status][ctx.language],
    sentence: statusSentence(ctx, one, today), isValid: isValid(one, today), enrolledOn: one.enrolledOn, from: one.fromOn,
    until: one.untilOn, feeCents: one.feeCents, copiedFrom: one.copiedFrom, endsOn: one.endsOn,
    endReason: one.endReason && endTitles[one.endReason][ctx.language], internetBlock: hasInternetBlock(one), discreet: one.discreet,
    mayChange: mayWithMembers(ctx, permissions.change, one),
    periods: periods.filter(({ membershipId }) => membershipId === one.id).map(line => ({
      id: line.id, act: actTitles[line.act][ctx.language], from: line.fromOn, until: line.untilOn, feeCents: line.feeCents, reductionCents: line.reductionCents,
      typeName: typeName(ctx, line), by: line.staffName, at: line.at,
    })),
  }
}

const cardTold = (ctx: Context, card: CardRow) => ({
  id: card.id, number: card.number, membership: card.membershipId, library: placeOf(ctx, card.libraryId), from: card.fromOn,
  until: card.untilOn, blockedOn: card.blockedOn, blockReason: card.blockReason && blockTitles[card.blockReason][ctx.language],
  generated: card.kind === 'generated', mayChange: mayWithMembers(ctx, permissions.change, card),
})

/** Who lives at the same address, as far as the reader may know them. */
async function householdOf(ctx: Context, { id, addressKey }: PersonRow) {
  if (!addressKey) return []
  const near = await PersonRow.query(ctx.db).where({ address_key: addressKey }).whereNot({ id }).whereNull('merged_into')
    .orderBy('born_on').limit(20).select('id')
  return listedPatrons(ctx, near.map(other => other.id))
}

function standingTold(ctx: Context, patron: Patron, branch: UnitId | undefined): PatronPage['standing'] {
  if (branch === undefined) return { branch: null, membership: null, visits: false, typeName: null, blocks: [] }
  const { membership, visits, type, blocks } = mayBorrowAt(ctx, { patron, branch, day: ctx.today(branch) })
  return {
    branch: placeOf(ctx, branch), membership: membership && isShown(ctx, membership) ? membership.id : null, visits,
    typeName: type === undefined ? null : typeName(ctx, { type, branchId: branch }), blocks: [...blocks],
  }
}
