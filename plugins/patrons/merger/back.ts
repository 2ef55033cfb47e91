import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { MembershipRow } from '../membership.ts'
import { standingOf, type Standing } from '../merge/memberships.ts'
import { branchesBack, libraryAt, type TakeOver } from './stands.ts'
import { standingColumns, standingShape, tablesHanging } from './write.ts'

const AT_ONCE = 1000

interface Kept {
  readonly id: string
  readonly old_id: string
  readonly new_id: string | null
  readonly made: boolean
  readonly old_before: Standing
  readonly new_before: Standing | null
  readonly new_after: Standing
}

const plain = (row: MembershipRow): unknown => JSON.parse(JSON.stringify(standingOf(row)))

/**
 * The next members stand at their own library again as they stood. A membership that somebody touched since is left as it is:
 * it follows its home branch afterwards, or stays where somebody chose another branch. Answers how many of either there were.
 */
export async function takeBack(ctx: Context, { library, into }: Pick<TakeOver, 'library' | 'into'>): Promise<{ back: number; stay: number }> {
  const kept: Kept[] = await ctx.db('membership_takeover').where({ library_id: library, into_id: into }).whereNull('put_back_at')
    .whereRaw(`(old_before ->> 'branchId')::uuid = any (?::uuid[])`, [await branchesBack(ctx, { library, into })])
    .orderBy('id').limit(AT_ONCE).forUpdate()
  const rows = new Map((await MembershipRow.query(ctx.db).whereIn('id', kept.flatMap(({ old_id, new_id }) => new_id ? [old_id, new_id] : [old_id]))
    .orderBy('id').forUpdate()).map(one => [one.id, one]))
  const isUntouched = ({ old_id, new_id, made, new_after }: Kept) => {
    const [old, now] = [rows.get(old_id), new_id === null ? undefined : rows.get(new_id)]
    return old !== undefined && old.status === 9 && old.endReason === 'merged' && now !== undefined && (!made || isDeepStrictEqual(plain(now), new_after))
  }
  const back = kept.filter(isUntouched)
  if (back.length) await write(ctx, into, back, rows)
  await ctx.db('membership_takeover').whereIn('id', kept.map(({ id }) => id))
    .update({ put_back_at: ctx.now.toString(), stays: ctx.db.raw('not (id = any (?::uuid[]))', [back.map(({ id }) => id)]) })
  const made = back.filter(one => one.made).flatMap(one => one.new_id ?? [])
  await ctx.db('membership_period').whereIn('membership_id', made).delete()
  await ctx.db('membership').whereIn('id', made).delete()
  return { back: back.length, stay: kept.length - back.length }
}

async function write(ctx: Context, into: UnitId, back: readonly Kept[], rows: ReadonlyMap<string, MembershipRow>) {
  const { db } = ctx
  const standings = back.flatMap(({ old_id, new_id, made, old_before, new_before, new_after }) => {
    const now = new_id === null ? undefined : rows.get(new_id)
    return [{ row: old_id, ...old_before }, ...(!made && new_before && now ? twinBack(ctx, into, now, { new_before, new_after }) : [])]
  })
  await db.raw(`
    update membership m set ${standingColumns}, version = m.version + 1 from jsonb_to_recordset(?::jsonb) as r (row uuid, ${standingShape}) where m.id = r.row`,
  [JSON.stringify(standings)])
  const taken = JSON.stringify(back.map(({ id, old_id: old, new_id: now, made }) => ({ id, old, now, made })))
  const read = 'jsonb_to_recordset(:taken::jsonb) as r (id uuid, old uuid, now uuid, made boolean)'
  for (const { table, column } of tablesHanging(ctx)) {
    // What was made since on a membership that goes away again goes back with its person; the line of the merger itself does not.
    const line = table === 'membership_period' ? `and t.act <> 'taken-over'` : ''
    await db.raw(`update ${table} t set ${column} = r.old from ${read} where r.made and t.${column} = r.now ${line}`, { taken })
    await db.raw(`
      update ${table} t set ${column} = r.old from ${read} join membership_takeover_row n on n.takeover_id = r.id and n.table_name = :table
      where not r.made and t.id = n.row_id and t.${column} = r.now`, { taken, table })
  }
}

/** Who was a member of both is so again; what was touched since keeps that, and its branch where that is not the other library's. */
function twinBack(ctx: Context, into: UnitId, now: MembershipRow, { new_before: before, new_after: after }: Pick<Kept, 'new_after'> & { new_before: Standing }) {
  if (isDeepStrictEqual(plain(now), after)) return [{ row: now.id, ...before }]
  const isThere = libraryAt(ctx.configuration, now.branchId, ctx.today()) === into
  return isThere ? [] : [{ row: now.id, ...standingOf(now), branchId: before.branchId }]
}
