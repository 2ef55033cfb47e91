import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#core/context.ts'
import { notFound, refused } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'
import { MembershipRow } from '../membership.ts'
import { asColumns, PersonRow } from '../person.ts'
import { columnsOf, standingOf, type Standing } from './memberships.ts'
import { MergeRow } from './merge.ts'
import { bringRowsBack } from './rows.ts'
import { beyond, everywhere, mayMerge } from './two.ts'

interface Noted { readonly row_id: string; readonly membership_id: string | null; readonly before: Standing | null; readonly after: Standing | null }

/** It went along with its person: as it was, or enrolled anew under who was known. */
const wentAlong = ({ row_id, membership_id, before }: Noted) => before === null || membership_id === row_id

/**
 * Makes two of them again. Each gets back what was theirs; a detail or a membership that somebody touched since stays as
 * it is now, and is told. Done before it is the same answer.
 */
export async function putMergeBack(ctx: Context, id: string): Promise<void> {
  const merge = await MergeRow.query(ctx.db).findById(id).forUpdate()
  if (!merge) throw notFound()
  if (merge.putBackAt !== null) return
  const { keptId: kept, goneId: gone } = merge
  await PersonRow.query(ctx.db).whereIn('id', [kept, gone]).orderBy('id').forUpdate().select('id')
  if (!mayMerge(ctx, await everywhere(ctx, [kept, gone]))) throw refused([beyond()])
  await refuseLater(ctx, merge)
  const person = await PersonRow.query(ctx.db).findById(kept)
  if (!person) throw notFound()
  await ctx.db('person').where({ id: gone }).update({ merged_into: null, version: ctx.db.raw('version + 1') })
  const noted: Noted[] = await ctx.db('person_merge_row').where({ merge_id: id, table_name: 'membership' }).select('row_id', 'membership_id', 'before', 'after')
  const moved = noted.filter(wentAlong).map(({ row_id: row }) => row)
  await ctx.db('membership').whereIn('id', moved).where({ person_id: kept }).update({ person_id: gone, version: ctx.db.raw('version + 1') })
  await bringRowsBack(ctx, { merge: id, kept, gone, memberships: moved })
  const stays = { fields: await fieldsBack(ctx, person, merge), memberships: await standingsBack(ctx, noted) }
  await nationalBack(ctx, merge)
  await ctx.db('person_merge').where({ id }).update({
    put_back_at: ctx.now.toString(), put_back_name: ctx.actor.name || null, stays: JSON.stringify(stays),
  })
}

/** The last one first: what came later may stand on it. */
async function refuseLater({ db }: Context, { id, keptId, goneId, at }: MergeRow) {
  const later = await MergeRow.query(db).whereNull('put_back_at').whereNot({ id }).where('at', '>=', at)
    .where(query => query.whereIn('kept_id', [keptId, goneId]).orWhereIn('gone_id', [keptId, goneId])).first()
  if (later) throw refused([fault('patrons.merge-later', '', 'Deze lener is daarna nog eens samengevoegd. Draai dat eerst terug.',
    'This patron was merged once more since. Put that back first.', 'Cet usager a encore été fusionné depuis. Annulez d’abord cette fusion.')])
}

/** The names of the fields that somebody changed since; the others are what they were. */
async function fieldsBack({ db }: Context, person: PersonRow, { fields }: MergeRow): Promise<string[]> {
  const stays = Object.keys(fields).filter(field => !isDeepStrictEqual(person[field as keyof PersonRow], fields[field]?.after))
  const back = Object.fromEntries(Object.entries(fields).filter(([field]) => !stays.includes(field)).map(([field, { before }]) => [field, before]))
  await db('person').where({ id: person.id }).update({ ...asColumns(back), version: person.version + 1 })
  return stays
}

/** How many memberships somebody renewed, changed or ended since, and stay so. */
async function standingsBack({ db }: Context, noted: readonly Noted[]): Promise<number> {
  let stays = 0
  for (const { row_id: id, before, after } of noted) {
    const now = before && await MembershipRow.query(db).findById(id)
    if (!now) continue
    if (isDeepStrictEqual(JSON.parse(JSON.stringify(standingOf(now))), after))
      await db('membership').where({ id }).update({ ...columnsOf(before), version: now.version + 1 })
    else stays++
  }
  return stays
}

/** A national number that came along with whoever went is theirs alone again. */
async function nationalBack({ db }: Context, { keptId, goneId, nationalCame }: MergeRow) {
  if (nationalCame) await db.raw(`
    update person kept set national_sealed = null, national_hash = null from person gone
    where kept.id = ? and gone.id = ? and kept.national_hash = gone.national_hash`, [keptId, goneId])
}
