import type { Knex } from 'knex'
import { Obstacle } from '../obstacle.ts'

/** A table as the catalogue tells it, so that a plugin's own is copied without being named anywhere. */
export interface Table {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly needsBody: boolean }[]
  /** What its rows are ordered by: its key, or all it says. */
  readonly order: string
}

const ROWS_AT_ONCE = 1000
const quoted = (name: string) => `"${name}"`
export const columnsOf = ({ columns }: Table) => columns.map(({ name }) => quoted(name)).join(', ')

/**
 * Every table of the installation, by name.
 *
 * Left out are the migrations themselves, columns PostgreSQL computes, and transaction ids, which mean
 * nothing in another database. Refuses when a wall would hide rows from the owner.
 */
export async function readTables(db: Knex): Promise<Table[]> {
  const { rows } = await db.raw(`
    select c.relname as name, c.relforcerowsecurity and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
        and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
                        and p.cmd = 'ALL' and p.qual = 'true' and current_user = any (p.roles)) as hidden,
      (select jsonb_agg(jsonb_build_object('name', attname, 'needsBody', attnotnull and atttypid = 'jsonb'::regtype) order by attnum)
       from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' and atttypid <> 'xid8'::regtype) as columns,
      (select string_agg(quote_ident(attname) || case when attcollation <> 0 then ' collate "C"' else '' end, ', ' order by array_position(k.indkey::int2[], attnum))
       from pg_index k join pg_attribute on attrelid = c.oid and attnum = any (k.indkey::int2[])
       where k.indrelid = c.oid and k.indisprimary) as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('migration', 'migration_lock')
    order by c.relname collate "C"`)
  const hidden = rows.find((row: { hidden: boolean }) => row.hidden)
  if (hidden) throw new Obstacle(`Table ${hidden.name} hides rows from its owner: call declare_table in its migration.`)
  return rows.map(({ name, columns, key }: { name: string; columns: Table['columns']; key: string | null }) =>
    ({ name, columns, order: key ?? `to_jsonb(copied)::text collate "C"` }))
}

/** The rows of a table as JSON text, some at a time, however many there are. */
export async function* rowsOf(db: Knex, table: Table): AsyncGenerator<string[]> {
  const cursor = quoted(`copy of ${table.name}`)
  await db.raw(`
    declare ${cursor} no scroll cursor for
    select to_jsonb(copied)::text as row from (select ${columnsOf(table)} from ${quoted(table.name)}) as copied
    order by ${table.order}`)
  for (;;) {
    const { rows } = await db.raw(`fetch ${ROWS_AT_ONCE} from ${cursor}`)
    if (rows.length === 0) break
    yield rows.map(({ row }: { row: string }) => row)
  }
  await db.raw(`close ${cursor}`)
}

export async function readSequences(db: Knex): Promise<Record<string, string | null>> {
  const { rows } = await db.raw(`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = 'public' and sequencename not like 'migration%' order by sequencename collate "C"`)
  return Object.fromEntries(rows.map(({ name, last }: { name: string; last: string | null }) => [name, last]))
}
