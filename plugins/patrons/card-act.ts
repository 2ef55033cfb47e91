import type { Context } from '#core/context.ts'
import { notFound, refused } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'
import { addCard, cardFaults, CardRow } from './card.ts'
import type { NewCard } from './contract/act.ts'
import { cardReplaced } from './contract/event.ts'
import { cardCost } from './contract/parameter/membership.ts'
import { permissions } from './contract/permission.ts'
import { MembershipRow } from './membership.ts'
import { demandWithMembers, mayWithMembers } from './patron.ts'

async function cardToChange(ctx: Context, id: string): Promise<CardRow> {
  const card = await CardRow.query(ctx.db).findById(id)
  if (!card || !mayWithMembers(ctx, permissions.find, card)) throw notFound()
  demandWithMembers(ctx, permissions.change, card)
  return card
}

/** A card that is lost or stolen opens nothing any more, until it is found; the person stays a member. */
export async function blockCard(ctx: Context, id: string, reason: NonNullable<CardRow['blockReason']>): Promise<string> {
  const { personId, branchId } = await cardToChange(ctx, id)
  await ctx.db('card').where({ id }).update({ blocked_on: ctx.today(branchId), block_reason: reason })
  return personId
}

export async function unblockCard(ctx: Context, id: string): Promise<string> {
  const { personId, untilOn } = await cardToChange(ctx, id)
  if (untilOn !== null) throw refused([fault('patrons.card-replaced', '', 'Deze kaart is vervangen en blijft geblokkeerd.',
    'This card was replaced and stays blocked.', 'Cette carte a été remplacée et reste bloquée.')])
  await ctx.db('card').where({ id }).update({ blocked_on: null, block_reason: null })
  return personId
}

/**
 * Gives a membership another card. What it replaces leads to nobody any more. Announces `patrons.card-replaced` with
 * what the library asks for it. Sent twice with the same printed number it is one card.
 */
export async function giveCard(ctx: Context, { membership: id, card, replaces }: NewCard): Promise<string> {
  const membership = await MembershipRow.query(ctx.db).findById(id)
  if (!membership || !mayWithMembers(ctx, permissions.find, membership)) throw notFound()
  demandWithMembers(ctx, permissions.change, membership)
  const known = await CardRow.query(ctx.db).where({ number: card, membership_id: id }).whereNull('until_on').first()
  if (known) return membership.personId
  const faults = card === 'generated' ? [] : cardFaults(card)
  if (faults.length) throw refused(faults)
  if (replaces) await retire(ctx, replaces, membership)
  await addCard(ctx, membership, card)
  const { personId, libraryId, branchId, type } = membership
  const costCents = ctx.parameter(cardCost, branchId, ctx.today(branchId), { membership: type })
  if (replaces) await ctx.emit(cardReplaced, { card: replaces, membership: id, person: personId, library: libraryId, branch: branchId, costCents })
  return personId
}

async function retire(ctx: Context, id: string, { id: membershipId, branchId }: MembershipRow) {
  const retired = await ctx.db('card').where({ id, membership_id: membershipId }).whereNull('until_on').update({ until_on: ctx.today(branchId) })
  if (!retired) throw refused([fault('patrons.no-such-card', '/replaces', 'Die kaart is al vervangen, of hoort bij een ander lidmaatschap.',
    'That card was replaced already, or belongs to another membership.', 'Cette carte est déjà remplacée ou appartient à un autre abonnement.')])
}
