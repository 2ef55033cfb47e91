import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallation, type Opened } from '../installation.ts'

let here: Opened
beforeAll(async () => { here = await openInstallation() })
afterAll(() => here.close())

const rows = async (sql: string) => (await here.database.owner.raw(sql)).rows as Record<string, unknown>[]

test('every table says whether it is open, walled or of the system', async () => {
  expect(await rows(`
    select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and relname not in (select name from table_class) and relname not like 'migration%'`)).toEqual([])
})

test('walled tables, and only they, force row-level security and have a policy for requests', async () => {
  expect(await rows(`
    select c.relname, t.class, c.relrowsecurity, c.relforcerowsecurity from pg_class c join table_class t on t.name = c.relname
    where (t.class = 'walled') is distinct from (c.relrowsecurity and c.relforcerowsecurity)`)).toEqual([])
  expect(await rows(`
    select name from table_class t where class = 'walled' and not exists (
      select from pg_policy p where p.polrelid = t.name::regclass and p.polname not in ('owner', 'job'))`)).toEqual([])
})

test('walls read the reach once for each question, not once for each row', async () => {
  expect(await rows(`
    select tablename, policyname from pg_policies where schemaname = 'public'
      and (coalesce(qual, '') || coalesce(with_check, '')) ~ '\\m(reaches|reaches_any|reaches_shared)\\('`)).toEqual([])
})

test('of an audited table every row that comes, changes or goes is noted, once', async () => {
  const noted = await rows(`
    select name, array_agg(event order by event) as events from table_class
    join pg_trigger on tgrelid = name::regclass and tgfoid = 'write_audit'::regproc and tgenabled = 'O'
    cross join lateral (values (4, 'added'), (8, 'gone'), (16, 'changed')) as e (bit, event)
    where audited and tgtype & bit > 0 group by name`) as { name: string; events: string[] }[]
  expect(noted.filter(({ events }) => events.join() !== 'added,changed,gone')).toEqual([])
  expect(noted.map(({ name }) => name).toSorted())
    .toEqual((await rows('select name from table_class where audited') as { name: string }[]).map(({ name }) => name).toSorted())
})

test('functions that run as their owner fix their search path', async () => {
  expect(await rows(`
    select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
      and not coalesce(proconfig::text like '%search_path=%', false)`)).toEqual([])
})

test('the runtime role owns nothing, is no superuser and cannot pass by row-level security', async () => {
  expect(
    await rows(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'filiaal_app'`,
    ),
  ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }])
  expect(await rows(`select relname from pg_class where relowner = 'filiaal_app'::regrole`)).toEqual([])
})

test('the runtime role holds no truncate, no trigger and no delete on what is kept', async () => {
  expect(await rows(`
    select table_name, privilege_type from information_schema.role_table_grants
    where grantee = 'filiaal_app' and (privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')
      or privilege_type = 'DELETE' and table_name not in ('sign_in_failure', 'sign_in_wait', 'federated_identity', 'import_file', 'item_file', 'mail', 'offline_batch', 'password_reset', 'request_task',
        'second_factor', 'second_factor_use', 'webhook_secret', 'totp_draft', 'recovery_code'))`)).toEqual([])
})

test('without an actor and a reach, walled rows do not exist', async () => {
  const library = await here.unit('library', 'Zwalm')
  await here.staff('desk', library)
  for (const walled of ['staff', 'change_set', 'change_item', 'change_touch', 'run']) {
    expect((await here.installation.knex.raw('select count(*)::int as n from ??', [walled])).rows[0].n, walled).toBe(0)
  }
  const {
    rows: [seen],
  } = await here.installation.knex.raw(
    `select count(*) filter (where walled)::int as walled, count(*)::int as all from segment`,
  )
  expect(seen.walled).toBe(0)
  expect(seen.all).toBeGreaterThan(0)
})

test('no unit says two things at once, whatever the code above the database does', async () => {
  const [said] = await rows('select * from segment where ended_in is null limit 1')
  await expect(
    here.database.owner.transaction(async db => {
      await db.raw(
        `insert into segment select (json_populate_record(s, json_build_object('id', uuidv7()))).* from segment s where id = ?`,
        [String(said?.['id'])],
      )
    }),
  ).rejects.toMatchObject({ code: '23P01' })
})
