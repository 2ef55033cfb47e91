import type { Knex } from 'knex'

const enabling: Readonly<Record<string, string>> = { O: 'enable', A: 'enable always', R: 'enable replica' }

/**
 * Lets rows be laid down in any order and without consequences, and answers how to tighten again.
 *
 * Foreign keys are taken off and put back, which checks every row; triggers rest, or the audit would
 * record the restore instead of being restored. All of it is part of the caller's transaction.
 */
export async function loosen(db: Knex.Transaction): Promise<() => Promise<void>> {
  const { rows: keys } = await db.raw(`
    select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`)
  const { rows: triggers } = await db.raw(`
    select tgrelid::regclass::text as on, quote_ident(tgname) as name, tgenabled as state
    from pg_trigger join pg_class c on c.oid = tgrelid
    where not tgisinternal and tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace`)
  await db.raw('set constraints all immediate')
  for (const { on, name } of triggers) await db.raw(`alter table ${on} disable trigger ${name}`)
  for (const { on, name } of keys) await db.raw(`alter table ${on} drop constraint ${name}`)
  return async () => {
    for (const { on, name, definition } of keys) await db.raw(`alter table ${on} add constraint ${name} ${definition}`)
    for (const { on, name, state } of triggers) await db.raw(`alter table ${on} ${enabling[state]} trigger ${name}`)
  }
}
