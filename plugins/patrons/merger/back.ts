import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#core/context.ts'
import { MembershipRow } from '../membership.ts'
import { standingOf, type Standing } from '../merge/memberships.ts'
import type { TakeOver } from './due.ts'
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
 * The next members stand at their own library again as they stood. Of whom somebody touched the membership since, it stays
 * with the library that went on, and so does what hangs on it. Answers how many came back and how many stayed.
 */
export async function takeBack(ctx: Context, { library, into }: Pick<TakeOver, 'library' | 'into'>): Promise<{ back: number; stay: number }> {
  const kept: Kept[] = await ctx.db('membership_takeover').where({ library_id: library, into_id: into }).whereNull('put_back_at')
    .orderBy('id').limit(AT_ONCE).forUpdate()
  const rows = new Map((await MembershipRow.query(ctx.db).whereIn('id', kept.flatMap(({ old_id, new_id }) => new_id ? [old_id, new_id] : [old_id]))
    .orderBy('id').forUpdate()).map(one => [one.id, one]))
  const isUntouched = ({ old_id, new_id, made, new_after }: Kept) => {
    const [old, now] = [rows.get(old_id), new_id === null ? undefined : rows.get(new_id)]
    return old !== undefined && old.status === 9 && old.endReason === 'merged' && now !== undefined && (!made || isDeepStrictEqual(plain(now), new_after))
  }
  const back = kept.filter(isUntouched)
  if (back.length) await write(ctx, back, rows)
  await ctx.db('membership_takeover').whereIn('id', kept.map(({ id }) => id))
    .update({ put_back_at: ctx.now.toString(), stays: ctx.db.raw('not (id = any (?::uuid[]))', [back.map(({ id }) => id)]) })
  const made = back.filter(one => one.made).flatMap(one => one.new_id ?? [])
  await ctx.db('membership_period').whereIn('membership_id', made).delete()
  await ctx.db('membership').whereIn('id', made).delete()
  return { back: back.length, stay: kept.length - back.length }
}

async function write(ctx: Context, back: readonly Kept[], rows: ReadonlyMap<string, MembershipRow>) {
  const { db } = ctx
  const standings = back.flatMap(({ old_id, new_id, made, old_before, new_before, new_after }) => {
    const now = new_id === null ? undefined : rows.get(new_id)
    const twin = !made && new_before && now && isDeepStrictEqual(plain(now), new_after) ? [{ row: new_id, ...new_before }] : []
    return [{ row: old_id, ...old_before }, ...twin]
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
