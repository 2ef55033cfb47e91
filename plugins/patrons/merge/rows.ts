import type { Context } from '#core/context.ts'
import type { PersonRows } from '#core/plugin.ts'

export interface Going {
  readonly merge: string
  readonly kept: string
  readonly gone: string
  readonly libraries: readonly string[]
  /** By membership that ends the one that took its place. */
  readonly joined: Readonly<Record<string, string>>
}

const tablesOf = ({ installation }: Context): PersonRows[] =>
  installation.registry.plugins.flatMap(({ personalData }) => personalData?.rows ?? [])

/** What every part of the system knows of the one is from now on known of the other; each row is noted by its id. */
export async function moveRows(ctx: Context, { merge, kept, gone, libraries, joined }: Going): Promise<void> {
  for (const { table, membership, once } of tablesOf(ctx)) {
    const hangs = membership ? `coalesce((:joined::jsonb ->> b.hung::text)::uuid, b.hung)` : ''
    const twice = once ? `and not exists (select from ${table} k where k.person_id = :kept and ${
      once.map(column => `k.${column} is not distinct from t.${column}`).join(' and ')})` : ''
    await ctx.db.raw(`
      with b as (select t.id, ${membership ? `t.${membership}` : 'null::uuid'} as hung from ${table} t where t.person_id = :gone ${twice}),
      moved as (
        update ${table} t set person_id = :kept ${membership ? `, ${membership} = ${hangs}` : ''} from b where t.id = b.id returning t.id, b.hung)
      insert into person_merge_row (merge_id, library_ids, table_name, row_id, membership_id)
      select :merge, :libraries::uuid[], :table, id, hung from moved`,
    { merge, kept, gone, table, libraries: [...libraries], joined: JSON.stringify(joined) })
  }
}

/**
 * Each row goes back to whom it was of, and what came to hang on a membership that goes back goes with it: a loan of
 * since on that very card. What meanwhile belongs to nobody, because its history was erased, stays nobody's.
 */
export async function bringRowsBack(ctx: Context, { merge, kept, gone, memberships }: Pick<Going, 'merge' | 'kept' | 'gone'> & { memberships: readonly string[] }) {
  for (const { table, membership } of tablesOf(ctx)) {
    await ctx.db.raw(`
      update ${table} t set person_id = :gone ${membership ? `, ${membership} = n.membership_id` : ''} from person_merge_row n
      where n.merge_id = :merge and n.table_name = :table and n.row_id = t.id and t.person_id = :kept`, { merge, kept, gone, table })
    if (membership) await ctx.db.raw(`
      update ${table} set person_id = :gone where person_id = :kept and ${membership} = any (:memberships::uuid[])`,
    { kept, gone, memberships: [...memberships] })
  }
}
