import { randomUUID } from 'node:crypto'
import type { Context } from '#core/context.ts'
import { refused } from '#core/refusal.ts'
import { addCard, cardFaults, CardRow } from '../card.ts'
import { confirmed } from '../contract/event.ts'
import type { Confirmation } from '../contract/online.ts'
import { foundDoubles, isSame } from '../double.ts'
import { endToday } from '../end.ts'
import { enrol, notTheSame, readMembership } from '../enrol.ts'
import { hasInternetBlock, isValid, MembershipRow } from '../membership.ts'
import { asColumns, PersonRow } from '../person.ts'
import { membershipToChange, movedOn } from '../renew.ts'
import { termOf } from '../term.ts'
import { lookAlikes } from './waiting.ts'

/**
 * Somebody at the desk has seen who enrolled or renewed online: from now on they may borrow. Who looks the same is
 * shown first; the same person goes on as the one who was known, by the rule of enrolling on them. Announces
 * `patrons.confirmed` with the fee that is owed. Sent twice it is one confirmation. Answers whose page to show.
 */
export async function confirmOnline(ctx: Context, id: string, asked: Confirmation): Promise<string> {
  const membership = await membershipToChange(ctx, id)
  const person = await PersonRow.query(ctx.db).findById(membership.personId).throwIfNotFound()
  if (person.mergedInto !== null) return person.mergedInto
  if (!hasInternetBlock(membership)) return person.id
  if (asked.version !== undefined && asked.version !== membership.version) throw movedOn()
  const faults = asked.card === undefined ? [] : cardFaults(asked.card)
  if (faults.length) throw refused(faults)
  if (asked.onto !== undefined) return join(ctx, membership, person, { ...asked, onto: asked.onto })
  const alike = asked.different || await wasSeen(ctx, membership) ? [] : await lookAlikes(ctx, membership, person)
  if (alike.length) throw foundDoubles(alike)
  await seen(ctx, membership, asked)
  return person.id
}

/** Whoever renewed was enrolled before, and compared then. */
const wasSeen = async (ctx: Context, { id }: MembershipRow) =>
  await ctx.db('membership_period').where({ membership_id: id }).whereIn('act', ['renewed', 'changed']).first('id') !== undefined

async function seen(ctx: Context, membership: MembershipRow, { card }: Pick<Confirmation, 'card'>) {
  const { id, personId: person, libraryId: library, branchId: branch, status, feeCents } = membership
  await ctx.db('membership').where({ id })
    .update({ confirmed_at: ctx.now.toString(), confirmed_by: ctx.actor.id, version: membership.version + 1 })
  if (card !== undefined) await changeCard(ctx, membership, membership, card)
  await ctx.emit(confirmed, { membership: id, person, library, branch, owedCents: status >= 2 && status <= 4 ? feeCents : 0 })
}

interface Joining extends Confirmation { readonly onto: string }

/**
 * The person who enrolled online turns out to be one who was known. What came of the online enrolment ends as a double,
 * and who was known is enrolled as at the desk, unless they are a member here already or may borrow here as one of the region.
 */
async function join(ctx: Context, membership: MembershipRow, person: PersonRow, { onto, card, takesContact }: Joining): Promise<string> {
  if (onto === person.id || !await isSame(ctx, person, onto)) throw refused([notTheSame()])
  const { branchId: branch, libraryId: library, type } = membership
  const today = ctx.today(branch)
  const plan = await termOf(ctx, { branch, type, from: today, postalCode: person.addresses[0]?.postalCode, personId: onto })
  const known = await MembershipRow.query(ctx.db).findOne({ person_id: onto, library_id: library })
  await endToday(ctx, membership, 'double', 'desk')
  await ctx.db('person').where({ id: person.id }).update({ merged_into: onto, version: person.version + 1 })
  const stays = known !== undefined && isValid(known, today)
  if (stays) await changeCard(ctx, membership, known, card)
  else if (plan.isRefused) await retireCards(ctx, membership)
  else {
    const { familyName, bornOn, addresses } = person
    const { membership: joined } = await enrol(ctx, {
      id: randomUUID(), branch, type, onto, person: { id: randomUUID(), kind: 'person', familyName, bornOn, addresses },
    }, 'online')
    await changeCard(ctx, membership, await readMembership(ctx, joined), card)
  }
  if (takesContact) await takeContact(ctx, person, onto)
  return onto
}

/** The number that somebody got online goes along to another membership, or makes way for a printed card. */
async function changeCard(ctx: Context, from: MembershipRow, to: MembershipRow, printed: string | undefined) {
  const online = await retireCards(ctx, from)
  const number = printed ?? online
  if (number !== undefined) await addCard(ctx, to, number)
}

async function retireCards(ctx: Context, { id, branchId }: MembershipRow): Promise<string | undefined> {
  const cards = await CardRow.query(ctx.db).where({ membership_id: id }).whereNull('until_on').orderBy('at')
  await ctx.db('card').whereIn('id', cards.map(card => card.id)).update({ until_on: ctx.today(branchId) })
  return cards[0]?.number
}

/** What was filled in online is the newest that is known; what was left open stays as it was. */
async function takeContact(ctx: Context, { email, phones, addresses }: PersonRow, onto: string) {
  const fields = {
    ...(email !== null && { email }), ...(phones.length > 0 && { phones }), ...(addresses.length > 0 && { addresses }),
  }
  if (Object.keys(fields).length > 0)
    await ctx.db('person').where({ id: onto }).update({ ...asColumns(fields), version: ctx.db.raw('version + 1') })
}
