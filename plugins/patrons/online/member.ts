import { noteRefusal, noteView } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import type { Permission } from '#core/contract.ts'
import { Refusal } from '#core/refusal.ts'
import { CardRow } from '../card.ts'
import { MembershipRow } from '../membership.ts'
import { mayWithMembers, type Patron } from '../patron.ts'
import { PersonRow } from '../person.ts'
import { isWaiting, noteMiss } from './miss.ts'

/** Whoever signed in on a website: the membership of the card they named, and nothing else that they are anywhere. */
export interface OnlineMember {
  readonly patron: Patron
  readonly membership: MembershipRow
}

/**
 * The member whose card a website names, as far as its token goes: of its own libraries, and of partners that lend to one
 * another's members. An unknown card, one out of reach and one of a prison are the same nobody; a website that names
 * many of those waits. That somebody was looked at is noted.
 */
export async function memberByCard(ctx: Context, number: string, permission: Permission): Promise<OnlineMember> {
  if (isWaiting(ctx)) throw tooMany()
  const card = await CardRow.query(ctx.db).findOne({ number, discreet: false }).whereNull('until_on')
  const found = card && await memberOf(ctx, card, permission)
  if (!found) throw await missed(ctx)
  await noteView(ctx, { table: 'person', row: found.patron.person.id, purpose: 'online', libraryId: found.membership.libraryId })
  return found
}

async function memberOf(ctx: Context, card: CardRow, permission: Permission): Promise<OnlineMember | undefined> {
  const [membership, person] = [
    await MembershipRow.query(ctx.db).findById(card.membershipId), await PersonRow.query(ctx.db).findById(card.personId),
  ]
  if (!membership || !person || membership.discreet || person.mergedInto !== null) return undefined
  const isShared = ctx.reach.shared.has(membership.libraryId) && ctx.rights.unitsOf(permission).length > 0
  if (!isShared && !mayWithMembers(ctx, permission, membership)) return undefined
  return { patron: { person, memberships: [membership], card }, membership }
}

async function missed(ctx: Context): Promise<Refusal> {
  const refusal = tooMany()
  if (noteMiss(ctx)) await noteRefusal(ctx.installation, ctx.actor, 'POST /api/online', {}, refusal)
  return noSuchMember()
}

const noSuchMember = () => new Refusal(404, 'patrons.no-such-member', {
  nl: 'Geen lener met deze kaart.', en: 'No member with this card.', fr: 'Aucun membre avec cette carte.',
})

const tooMany = () => new Refusal(429, 'patrons.too-many-cards', {
  nl: 'Te veel kaarten die niet bestaan. Probeer het over een uur opnieuw.', en: 'Too many cards that do not exist. Try again in an hour.',
  fr: 'Trop de cartes inexistantes. Réessayez dans une heure.',
}, { more: { retryAfterSeconds: 3600 } })
