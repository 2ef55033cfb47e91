import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { allRoles, makeDatabase, migrate, openDatabase, ownerRole } from './database.ts'
import { startPostgres } from './postgres.ts'

export const schemaFile = join(import.meta.dirname, '..', 'migrations', 'schema.md')

interface Described { name: string; class: string | null; audited: boolean | null; columns: string[]; rules: string[] }

/** The schema as the catalogue tells it, to be reviewed like code and compared between two databases. */
export async function describeSchema(db: Knex): Promise<string> {
  const tables = (await db.raw(tableQuery)).rows as Described[]
  const functions = (await db.raw(functionQuery)).rows as { definition: string }[]
  const text = [
    '# The schema', '',
    'Written by `npm run schema` from the catalogue of a fresh database; a test keeps it current.', '',
    ...tables.flatMap(({ name, class: wall, audited, columns, rules }) => [
      `## ${name}`, '',
      `${wall ?? 'of no class'}${audited ? ', audited' : ''}`, '',
      ...columns.map(column => `- ${column}`), '',
      ...(rules.length ? ['```sql', ...rules, '```', ''] : []),
    ]),
    '## Functions', '', '```sql', ...functions.map(({ definition }) => `${definition.trim()};\n`), '```', '',
  ].join('\n')
  // The owner's name differs from one installation to the next.
  return text.replaceAll(new RegExp(`\\b${ownerRole}\\b`, 'g'), 'owner')
}

const quote = '`'
const granted = allRoles.map(role => `'${role}'`).join(', ')

const tableQuery = `
  select c.relname as name, t.class, t.audited,
    (select array_agg(format('${quote}%s${quote} %s%s%s', attname, format_type(atttypid, atttypmod), case when attnotnull then '' else ', may be empty' end,
        case when attidentity <> '' then ', counted' when attgenerated <> '' then ', computed: ' || pg_get_expr(d.adbin, d.adrelid)
          when d.adbin is not null then ', else ' || pg_get_expr(d.adbin, d.adrelid) else '' end)
        order by attnum)
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
    array(
      select line from (
        select 1 as part, conname::text as name, format('constraint %I %s', conname, pg_get_constraintdef(oid)) as line
        from pg_constraint where conrelid = c.oid and contype <> 'n'
        union all
        select 2, indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
        where indrelid = c.oid and not exists (select from pg_constraint where conindid = indexrelid and conrelid = c.oid)
        union all
        select 3, '', format('row-level security %s', case when c.relforcerowsecurity then 'forced' else 'enabled' end) where c.relrowsecurity
        union all
        select 4, p.policyname, format('policy %I for %s to %s%s%s', p.policyname, lower(p.cmd), array_to_string(p.roles, ', '),
          ' using (' || p.qual || ')', ' with check (' || p.with_check || ')')
        from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
        union all
        select 5, tgname, pg_get_triggerdef(oid) from pg_trigger where tgrelid = c.oid and not tgisinternal
        union all
        select 6, '', format('grant %s to %s', string_agg(lower(privilege_type), ', ' order by privilege_type), grantee)
        from information_schema.role_table_grants where table_schema = 'public' and table_name = c.relname and grantee in (${granted}) group by grantee
        union all
        select 7, column_name, format('grant %s (%I) to %s', lower(privilege_type), column_name, grantee)
        from information_schema.column_privileges p where table_schema = 'public' and table_name = c.relname and grantee in (${granted})
          and not exists (select from information_schema.role_table_grants g where g.table_schema = 'public' and g.table_name = c.relname
                          and g.grantee = p.grantee and g.privilege_type = p.privilege_type)
      ) as every order by part, name collate "C", line collate "C") as rules
  from pg_class c left join table_class t on t.name = c.relname
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm') and c.relname not like 'migration%'
  order by c.relname collate "C"`

const functionQuery = `
  select pg_get_functiondef(p.oid) as definition from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by p.proname collate "C", pg_get_function_identity_arguments(p.oid)`

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-schema-'))
  const postgres = await startPostgres(folder, { durable: false })
  try {
    await makeDatabase(postgres.host, 'schema')
    const database = await openDatabase({ host: postgres.host, database: 'schema' })
    await migrate(database.owner)
    writeFileSync(schemaFile, await describeSchema(database.owner))
    await database.close()
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
