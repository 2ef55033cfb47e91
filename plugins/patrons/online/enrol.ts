import { randomUUID } from 'node:crypto'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { refused, type Fault } from '#core/refusal.ts'
import { CardRow } from '../card.ts'
import type { NewPerson } from '../contract/person.ts'
import type { Offers, OffersAsked, OnlineEnrolled, OnlineEnrolment, OnlinePerson } from '../contract/online.ts'
import { onlineAge, onlineBlock, onlineChoice, onlineRegistration } from '../contract/parameter/online.ts'
import { discreet } from '../contract/parameter/type.ts'
import { enrol, libraryOfBranch, readMembership } from '../enrol.ts'
import { idUsed } from '../id-used.ts'
import { hasInternetBlock, type MembershipRow } from '../membership.ts'
import { periodOf } from '../period.ts'
import { ageOn, PersonRow } from '../person.ts'
import { ageFaults, bornFaults, missingFault, missingFaults, typeFaults, typesAt } from '../required.ts'
import { typeName } from '../status-words.ts'
import { termOf } from '../term.ts'
import { mailEnrolled } from './mail.ts'
import { enrolledText, noOnlineEnrolment, notOnline, tooYoungAlone } from './words.ts'

interface There { readonly branch: UnitId; readonly type: string; readonly from: Day }

/** Whether a type may be had online at a branch, for new members or for those who renew; of a prison never. */
export function isOnline(ctx: Context, { branch, type, from }: There, whom: 'new' | 'renewing'): boolean {
  const where = { membership: type }
  const choice = ctx.parameter(onlineChoice, branch, from, where)
  const kind = typesAt(ctx, branch, from).get(type)?.kind
  return !ctx.parameter(discreet, branch, from, where) && (choice === 'choose' || (choice === 'renew' && whom === 'renewing'))
    && (kind === 'person' || kind === 'none')
}

/** The types of membership that a new member may choose online, by age and where they live. */
export async function offersAt(ctx: Context, { branch, bornOn, postalCode }: OffersAsked): Promise<Offers> {
  const from = ctx.today(branch)
  libraryOfBranch(ctx, branch)
  if (!ctx.parameter(onlineRegistration, branch, from)) throw refused([noOnlineEnrolment])
  const data: Offers['data'] = []
  for (const [type, { name }] of typesAt(ctx, branch, from)) {
    const wanted = { branch, type, from }
    if (!isOnline(ctx, wanted, 'new') || ageFaults(ctx, bornOn, wanted).length) continue
    const { until, feeCents } = await termOf(ctx, { ...wanted, postalCode, personId: undefined })
    data.push({ code: type, name: name[ctx.language], from, until, feeCents })
  }
  return { data }
}

/**
 * Somebody enrols on a website: a person, a membership with the internet block and a number to sign in with. Nobody is
 * looked up, so the answer says nothing of who is known; whoever looks the same is shown to the desk when they come
 * by. Sent twice it is one enrolment. Announces `patrons.enrolled`. Source: domain/2 §4.
 */
export async function enrolOnline(ctx: Context, asked: OnlineEnrolment): Promise<OnlineEnrolled> {
  const { id, branch, type } = asked
  // Twins that are sent at once come one after the other.
  await ctx.db.raw('select pg_advisory_xact_lock(hashtext(?))', [`online ${id}`])
  const before = await periodOf(ctx, id)
  if (before) return enrolledBefore(ctx, before.membershipId, asked)
  libraryOfBranch(ctx, branch)
  const person = personOf(asked.person)
  const faults = faultsOf(ctx, { branch, type, from: ctx.today(branch) }, person)
  if (faults.length) throw refused(faults)
  await enrol(ctx, { id, branch, type, person, different: true, card: 'generated' }, 'online')
  if (ctx.parameter(onlineBlock, branch)) await ctx.db('membership').where({ id }).update({ online_since: ctx.now.toString() })
  const membership = await readMembership(ctx, id)
  await mailEnrolled(ctx, membership, person)
  return told(ctx, membership)
}

const personOf = ({ address, ...fields }: OnlinePerson): NewPerson =>
  ({ ...fields, id: randomUUID(), kind: 'person', ...(address && { addresses: [address] }) })

/** Everything that is wrong with what was filled in; an address of e-mail is how they are reached until they come by. */
function faultsOf(ctx: Context, wanted: There, person: NewPerson): Fault[] {
  if (!ctx.parameter(onlineRegistration, wanted.branch, wanted.from)) return [noOnlineEnrolment]
  const age = ageOn({ bornOn: person.bornOn ?? null }, wanted.from)
  const least = ctx.parameter(onlineAge, wanted.branch, wanted.from)
  const unknown = typeFaults(ctx, wanted, 'person')
  const asked = ['birth-date', 'e-mail'].flatMap(field => missingFault(field, person))
  const found = [
    ...unknown, ...(unknown.length || isOnline(ctx, wanted, 'new') ? [] : [notOnline]), ...ageFaults(ctx, person.bornOn, wanted),
    ...bornFaults(person.bornOn, wanted.from, '/person/bornOn'),
    ...(age !== null && age >= 0 && age < least ? [tooYoungAlone(least)] : []),
    ...asked, ...missingFaults(ctx, person, wanted).filter(({ pointer }) => !asked.some(one => one.pointer === pointer)),
  ]
  return found.map(one => one.pointer === '/person/addresses' ? { ...one, pointer: '/person/address' } : one)
}

/** The same enrolment again has the same answer; something else under its id is refused. */
async function enrolledBefore(ctx: Context, id: string, { type, branch, person }: OnlineEnrolment): Promise<OnlineEnrolled> {
  const membership = await readMembership(ctx, id)
  const known = await PersonRow.query(ctx.db).findById(membership.personId)
  const isSame = membership.type === type && membership.branchId === branch && known?.familyName === person.familyName
    && known.firstName === person.firstName && known.bornOn === person.bornOn
  if (!isSame) throw idUsed()
  return told(ctx, membership)
}

async function told(ctx: Context, membership: MembershipRow): Promise<OnlineEnrolled> {
  const { id, type, fromOn: from, untilOn: until, feeCents } = membership
  const card = await CardRow.query(ctx.db).where({ membership_id: id }).orderBy(['at', 'id']).first()
  const mustConfirm = hasInternetBlock(membership)
  return {
    id, card: card?.number ?? '', type, typeName: typeName(ctx, membership), from, until, feeCents, mustConfirm,
    message: enrolledText(ctx, membership, mustConfirm)[ctx.language],
  }
}
