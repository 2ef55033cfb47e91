import type { Context } from '#core/context.ts'
import { notFound } from '#core/refusal.ts'
import { CardRow } from './card.ts'
import { MembershipRow, membershipsOf } from './membership.ts'
import { PersonRow } from './person.ts'

/** Somebody at the desk: who they are, where they are a member, and the card they showed. */
export interface Patron {
  readonly person: PersonRow
  readonly memberships: readonly MembershipRow[]
  /** The card that was scanned; none where they were found by name. */
  readonly card: CardRow | null
}

/** Whoever holds the card with this number, within reach; the card may be blocked. */
export async function patronByCard(ctx: Context, number: string): Promise<Patron | undefined> {
  const card = await CardRow.query(ctx.db).findOne({ number }).whereNull('until_on')
  if (!card) return undefined
  const found = await findPatron(ctx, card.personId)
  return found && { ...found, card }
}

/** Somebody within reach; of who was merged with another, that other. */
export async function findPatron(ctx: Context, id: string): Promise<Patron | undefined> {
  const person = await PersonRow.query(ctx.db).findById(id)
  if (!person) return undefined
  if (person.mergedInto) return findPatron(ctx, person.mergedInto)
  return { person, memberships: await membershipsOf(ctx, person.id), card: null }
}

/** Likewise; whoever does not exist and whoever is out of reach are the same. */
export async function readPatron(ctx: Context, id: string): Promise<Patron> {
  const found = await findPatron(ctx, id)
  if (!found) throw notFound()
  return found
}
