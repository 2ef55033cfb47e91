import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { notFound, Refusal, refused, type Fault } from '#core/refusal.ts'
import { dayOf, homeLibrary, unitAt } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { addCard, cardFaults, CardRow } from './card.ts'
import type { Enrolled, Enrolment, EnrolmentPlan, PlanWanted, Term } from './contract/enrolment.ts'
import { enrolled } from './contract/event.ts'
import { deposit } from './contract/parameter/membership.ts'
import { discreet } from './contract/parameter/type.ts'
import { doublesOf, foundDoubles, isSame } from './double.ts'
import { isValid, MembershipRow } from './membership.ts'
import { addPeriod, periodOf, type Channel } from './period.ts'
import { addPerson, PersonRow } from './person.ts'
import { nationalColumns, nationalFaults, refuseTaken } from './privacy/national-number.ts'
import { ageFaults, bornFaults, contactFaults, missingFaults, requiredAt, typeFaults } from './required.ts'
import { termOf } from './term.ts'

/**
 * Makes somebody a member: a new person, or `onto` one who is in the system already. The rule of the library's
 * cooperation decides the end date and the fee; all that is wrong is told at once. Who looks the same is shown first,
 * unless somebody said that they are another. Announces `patrons.enrolled`.
 */
export async function enrol(ctx: Context, asked: Enrolment, channel: Channel = 'desk'): Promise<Enrolled> {
  const { id, branch, onto } = asked
  const before = await periodOf(ctx, id)
  if (before) return enrolledAs(ctx, before.membershipId)
  const library = libraryOfBranch(ctx, branch)
  const personId = onto ?? asked.person.id
  const term = await termFor(ctx, asked, personId)
  if (!onto && !asked.different) await refuseDoubles(ctx, asked)
  const known = await MembershipRow.query(ctx.db).findOne({ person_id: personId, library_id: library })
  if (known && isValid(known, term.from)) throw refused([alreadyMember()])
  await refuseTaken(ctx, asked.nationalNumber, personId)
  if (!onto) await addPerson(ctx, asked.person, { library, branch })
  const membership = await (known ? reopened(ctx, known, asked, term) : opened(ctx, { ...asked, personId, library }, term))
  if (asked.nationalNumber) await ctx.db('person').where({ id: personId }).update(nationalColumns(ctx, personId, asked.nationalNumber))
  await addPeriod(ctx, membership, { id, act: 'enrolled', channel })
  if (asked.card) await addCard(ctx, membership, asked.card)
  await announce(ctx, membership, { id, channel, again: known !== undefined || onto !== undefined })
  return enrolledAs(ctx, membership.id)
}

/** The library that a branch hands out memberships of; of a unit without one nobody can be a member. */
export function libraryOfBranch({ configuration, today }: Context, branch: UnitId): UnitId {
  const library = homeLibrary(configuration, branch, today())
  const type = unitAt(configuration, branch, dayOf(configuration, branch, today()))?.type
  if (library === undefined || (type !== 'branch' && type !== 'bookmobile')) throw notFound()
  return library
}

/** The term that follows, or everything that is wrong with what was asked. */
async function termFor(ctx: Context, asked: Enrolment, personId: string): Promise<Term> {
  const { branch, type, person, onto, card, nationalNumber, from = ctx.today(branch) } = asked
  const wanted = { branch, type, from }
  const plan = await termOf(ctx, { ...wanted, postalCode: person.addresses?.[0]?.postalCode, personId })
  const faults: Fault[] = [
    ...typeFaults(ctx, wanted, person.kind), ...ageFaults(ctx, person.bornOn, wanted),
    ...bornFaults(person.bornOn, ctx.today(branch), '/person/bornOn'), ...contactFaults(person.contacts, '/person/contacts'),
    ...(onto ? [] : missingFaults(ctx, person, wanted, nationalNumber)),
    ...nationalFaults(ctx, nationalNumber, { unit: branch }),
    ...(card && card !== 'generated' ? cardFaults(card) : []),
    ...(onto && !await isSame(ctx, { ...person, nationalNumber }, onto) ? [notTheSame()] : []),
    ...(plan.isRefused ? [{ code: 'patrons.regional-member', pointer: '/branch', message: plan.rule.message }] : []),
  ]
  if (faults.length) throw refused(faults)
  return plan
}

async function refuseDoubles(ctx: Context, { person, branch, nationalNumber }: Enrolment) {
  const doubles = (await doublesOf(ctx, { ...person, nationalNumber }, branch)).filter(({ id }) => id !== person.id)
  if (doubles.length) throw foundDoubles(doubles)
}

interface Opening extends Pick<Enrolment, 'id' | 'branch' | 'type'> { readonly personId: string; readonly library: UnitId }

async function opened(ctx: Context, { id, personId, library, branch, type }: Opening, term: Term): Promise<MembershipRow> {
  const [row] = await ctx.db('membership').insert({
    id, person_id: personId, library_id: library, branch_id: branch, type, ...columnsOf(term), enrolled_on: term.from,
    discreet: ctx.parameter(discreet, branch, term.from, { membership: type }), at: ctx.now.toString(),
  }).onConflict().ignore().returning('id')
  if (!row) throw new Refusal(409, 'patrons.enrolled-meanwhile', {
    nl: 'Deze persoon is intussen al ingeschreven. Zoek hem of haar op.',
    en: 'This person has been enrolled meanwhile. Look them up.',
    fr: 'Cette personne vient d’être inscrite. Recherchez-la.',
  })
  return readMembership(ctx, row.id)
}

/** Somebody who was a member before becomes one again under the same membership, so that its history goes on. */
async function reopened(ctx: Context, known: MembershipRow, { branch, type }: Enrolment, term: Term): Promise<MembershipRow> {
  await ctx.db('membership').where({ id: known.id }).update({
    branch_id: branch, type, ...columnsOf(term), ends_on: null, end_reason: null, version: known.version + 1,
    online_since: null, online_reminded_at: null, confirmed_at: null, confirmed_by: null,
    discreet: ctx.parameter(discreet, branch, term.from, { membership: type }),
  })
  return readMembership(ctx, known.id)
}

/** Where a fee follows it is owed from now on; what is free is in order. */
export const columnsOf = ({ from, until, feeCents, copiedFrom }: Term) =>
  ({ from_on: from, until_on: until, fee_cents: feeCents, copied_from: copiedFrom, status: feeCents > 0 ? 2 : 5 })

export async function readMembership(ctx: Context, id: string): Promise<MembershipRow> {
  const row = await MembershipRow.query(ctx.db).findById(id)
  if (!row) throw notFound()
  return row
}

const announce = (
  ctx: Context, membership: MembershipRow, { id, channel, again }: { id: string; channel: Channel; again: boolean },
) => ctx.emit(enrolled, { ...periodTold(membership, id, channel), again })

type Told = Pick<MembershipRow, 'id' | 'personId' | 'libraryId' | 'branchId' | 'type' | 'fromOn' | 'untilOn' | 'feeCents' | 'copiedFrom'>

/** What other parts of the system hear of a period: ids, days and the fee. */
export const periodTold = (membership: Told, period: string, channel: Channel) => ({
  period, membership: membership.id, person: membership.personId, library: membership.libraryId, branch: membership.branchId,
  type: membership.type, from: membership.fromOn, until: membership.untilOn, feeCents: membership.feeCents,
  copiedFrom: membership.copiedFrom, channel,
})

/** What came of an enrolment; asked again it is the same. */
async function enrolledAs(ctx: Context, membershipId: string): Promise<Enrolled> {
  const membership = await readMembership(ctx, membershipId)
  const person = await PersonRow.query(ctx.db).findById(membership.personId)
  const card = await CardRow.query(ctx.db).where({ membership_id: membershipId }).whereNull('until_on').orderBy('at', 'desc').first()
  const { branchId: branch, type, fromOn: from, untilOn: until, feeCents, copiedFrom } = membership
  const { rule } = await termOf(ctx, { branch, type, from, postalCode: undefined, personId: membership.personId })
  return {
    person: membership.personId, membership: membershipId, number: person?.number ?? 0, card: card?.number ?? null,
    from, until, feeCents, copiedFrom, rule,
  }
}

/** What an enrolment would be: its days, its fee and why, and what this library asks to be filled in. */
export async function planEnrolment(ctx: Context, asked: PlanWanted): Promise<EnrolmentPlan> {
  const { branch, type, onto, bornOn, postalCode, from = ctx.today(branch) } = asked
  libraryOfBranch(ctx, branch)
  const wanted = { branch, type, from }
  const plan = await termOf(ctx, { ...wanted, postalCode, personId: onto })
  return {
    ...plan, required: requiredAt(ctx, wanted, 'person'),
    depositCents: ctx.parameter(deposit, branch, from, { membership: type }),
    age: ageFaults(ctx, bornOn, wanted)[0]?.message ?? null,
  }
}

const alreadyMember = () => fault('patrons.already-member', '/branch',
  'Deze persoon is al lid van deze bibliotheek. Hernieuw of wijzig het lidmaatschap.',
  'This person is a member of this library already. Renew or change the membership.',
  'Cette personne est déjà membre de cette bibliothèque. Renouvelez ou modifiez l’abonnement.')

export const notTheSame = () => fault('patrons.not-the-same', '/onto',
  'Naam en geboortedatum passen niet bij de persoon die je koos.', 'Name and date of birth do not fit the person you chose.',
  'Le nom et la date de naissance ne correspondent pas à la personne choisie.')
