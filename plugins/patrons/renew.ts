import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { notFound, Refusal, refused } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'
import type { RenewalWanted } from './contract/act.ts'
import type { RenewalPlan } from './contract/enrolment.ts'
import { renewed } from './contract/event.ts'
import { discreet } from './contract/parameter/type.ts'
import { permissions } from './contract/permission.ts'
import { columnsOf, libraryOfBranch, periodTold, readMembership } from './enrol.ts'
import { isEnded, isValid, MembershipRow } from './membership.ts'
import { demandWithMembers, mayWithMembers, readPatron } from './patron.ts'
import { addPeriod, periodOf, type Channel } from './period.ts'
import type { PersonRow } from './person.ts'
import { worthLeftOf } from './reduction.ts'
import { ageFaults, typeFaults } from './required.ts'
import { termOf } from './term.ts'

type Asked = Pick<RenewalWanted, 'type' | 'branch'>

/** What another period would be, for whoever may change the membership. */
export async function planRenewal(ctx: Context, id: string, asked: Asked): Promise<RenewalPlan> {
  const membership = await membershipToChange(ctx, id)
  const { person } = await readPatron(ctx, membership.personId)
  return renewalOf(ctx, membership, person, asked)
}

/**
 * A change of type in a running period begins today, and what the months that are left were worth is taken off; else a
 * period follows on the last day, with a fee of its own.
 */
export async function renewalOf(ctx: Context, membership: MembershipRow, person: PersonRow, asked: Asked): Promise<RenewalPlan> {
  const { type = membership.type, branch = membership.branchId } = asked
  const from = beginningOf(membership, type, ctx.today(membership.branchId))
  const wanted = { branch, type, from }
  const plan = await termOf(ctx, { ...wanted, postalCode: person.addresses[0]?.postalCode, personId: person.id })
  const age = ageFaults(ctx, person.bornOn, wanted)
  const changes = type !== membership.type && isValid(membership, from)
  const owedCents = changes && membership.status >= 2 && membership.status <= 4 ? membership.feeCents : 0
  const reductionCents = changes ? Math.min(owedCents + plan.feeCents, await worthLeftOf(ctx, membership, from)) : 0
  return {
    ...plan, required: [], depositCents: 0, age: age[0]?.message ?? null,
    tariffCents: plan.feeCents, owedCents, reductionCents, feeCents: owedCents + plan.feeCents - reductionCents,
    faults: [
      ...typeFaults(ctx, wanted, person.kind), ...age,
      ...(libraryOfBranch(ctx, branch) === membership.libraryId ? [] : [otherLibrary()]),
      ...(membership.status === 8 ? [banned()] : []),
      ...(plan.isRefused ? [{ code: 'patrons.regional-member', pointer: '', message: plan.rule.message }] : []),
      ...(plan.until <= membership.untilOn && type === membership.type && !isEnded(membership, from) ? [nothingNew()] : []),
    ],
  }
}

function beginningOf({ type, untilOn, ...term }: MembershipRow, wanted: string, today: Day): Day {
  if (isEnded({ ...term, untilOn }, today) || untilOn < today || type !== wanted) return today
  return Temporal.PlainDate.from(untilOn).add({ days: 1 }).toString()
}

/** Adds a period at the desk, over the version that was looked at. Sent twice it is one renewal. */
export async function renew(ctx: Context, id: string, { version, ...asked }: RenewalWanted): Promise<string> {
  const before = await periodOf(ctx, asked.id)
  if (before) return before.personId
  const membership = await membershipToChange(ctx, id)
  if (membership.version !== version) throw movedOn()
  const { person } = await readPatron(ctx, membership.personId)
  return addRenewal(ctx, membership, person, asked, 'desk')
}

/**
 * Adds a period, under the same type or another. A period that follows on one that still runs leaves its first day as it
 * is, so that nobody is without a membership in between; what is owed already stays owed. Announces `patrons.renewed`.
 */
export async function addRenewal(
  ctx: Context, membership: MembershipRow, person: PersonRow, asked: Omit<RenewalWanted, 'version'>, channel: Channel,
): Promise<string> {
  const { faults, ...plan } = await renewalOf(ctx, membership, person, asked)
  if (faults.length) throw refused(faults)
  const { type = membership.type, branch = membership.branchId } = asked
  const runsOn = plan.from > ctx.today(branch)
  await ctx.db('membership').where({ id: membership.id }).update({
    ...columnsOf(plan), ...(runsOn && { from_on: membership.fromOn }), type, branch_id: branch,
    ends_on: null, end_reason: null, discreet: ctx.parameter(discreet, branch, plan.from, { membership: type }), version: membership.version + 1,
  })
  const after = Object.assign(await readMembership(ctx, membership.id), { fromOn: plan.from, feeCents: plan.tariffCents })
  const { reductionCents } = plan
  await addPeriod(ctx, after, { id: asked.id, act: type === membership.type ? 'renewed' : 'changed', channel, reductionCents })
  await ctx.emit(renewed, { ...periodTold(after, asked.id, channel), reductionCents })
  return after.personId
}

/** A membership where the reader may change one; elsewhere it is nobody's. */
export async function membershipToChange(ctx: Context, id: string): Promise<MembershipRow> {
  const membership = await MembershipRow.query(ctx.db).findById(id)
  if (!membership || !mayWithMembers(ctx, permissions.find, membership)) throw notFound()
  demandWithMembers(ctx, permissions.change, membership)
  return membership
}

export const movedOn = () => new Refusal(409, 'patrons.changed-meanwhile', {
  nl: 'Dit lidmaatschap is intussen gewijzigd. Bekijk het opnieuw.', en: 'This membership was changed meanwhile. Look again.',
  fr: 'Cet abonnement a été modifié entre-temps. Consultez-le à nouveau.',
})

const otherLibrary = () => fault('patrons.other-library', '/branch', 'Kies een vestiging van dezelfde bibliotheek.',
  'Choose a branch of the same library.', 'Choisissez une implantation de la même bibliothèque.')
const banned = () => fault('patrons.banned', '', 'Deze persoon is uitgesloten. Hef dat eerst op.', 'This person is banned. Lift that first.',
  'Cette personne est exclue. Levez d’abord l’exclusion.')
const nothingNew = () => fault('patrons.nothing-new', '', 'Dit lidmaatschap loopt al tot die dag.',
  'This membership runs until that day already.', 'Cet abonnement court déjà jusqu’à ce jour.')
