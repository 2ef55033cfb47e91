import type { Context } from '#core/context.ts'
import { refused } from '#core/refusal.ts'
import { addCard, cardFaults } from '../card.ts'
import type { Double } from '../contract/enrolment.ts'
import { confirmed } from '../contract/event.ts'
import type { Confirmation } from '../contract/online.ts'
import { foundDoubles } from '../double.ts'
import { hasInternetBlock, type MembershipRow } from '../membership.ts'
import { PersonRow } from '../person.ts'
import { membershipToChange, movedOn } from '../renew.ts'
import { joinKnown } from './join.ts'
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
  if (asked.onto !== undefined) return joinKnown(ctx, membership, person, { ...asked, onto: asked.onto })
  const alike = await wasSeen(ctx, membership) ? [] : await lookAlikes(ctx, membership, person)
  if (alike.length && !asked.different) throw foundDoubles(alike)
  await keepApart(ctx, membership, alike)
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
  if (card !== undefined) await changeCard(ctx, membership, card)
  await ctx.emit(confirmed, { membership: id, person, library, branch, owedCents: status >= 2 && status <= 4 ? feeCents : 0 })
}

/** The desk held an identity card beside what was filled in: they are proposed as doubles no more. */
async function keepApart(ctx: Context, { libraryId, personId }: MembershipRow, alike: readonly Double[]) {
  for (const { id, libraries } of alike) {
    const [first, second] = [personId, id].toSorted()
    await ctx.db('person_apart').insert({
      one_id: first, other_id: second, library_ids: [...new Set([libraryId, ...libraries.map(library => library.id)])], staff_id: ctx.actor.id,
      at: ctx.now.toString(),
    }).onConflict().ignore()
  }
}

/** A printed card takes the place of the number that they got online. */
async function changeCard(ctx: Context, membership: MembershipRow, printed: string) {
  await ctx.db('card').where({ membership_id: membership.id }).whereNull('until_on').update({ until_on: ctx.today(membership.branchId) })
  await addCard(ctx, membership, printed)
}
