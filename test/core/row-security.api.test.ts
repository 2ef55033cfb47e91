import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findStaff } from '#core/staff.ts'
import { inWork } from '#core/work.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

/** The cases of row-level security that other systems fell into, each against our own schema. */
let here: Opened
let zwalm: string
let zoersel: string
let ofZwalm: Staff
let ofZoersel: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  zoersel = await here.unit('library', 'Zoersel')
  ofZwalm = await here.staff('library-admin', zwalm)
  ofZoersel = await here.staff('library-admin', zoersel)
})
afterAll(() => here.close())

const rows = async (sql: string, db: Knex = here.database.owner) => (await db.raw(sql)).rows as Record<string, unknown>[]
const seen = async (db: Knex, table = 'staff') => (await db(table).count('* as n'))[0]?.['n']

/** Work of the runtime role with these settings, always rolled back. */
async function withSettings<T>(
  settings: { actor?: string; reach?: string; all?: string }, act: (db: Knex.Transaction) => Promise<T>, pool = here.installation.knex,
): Promise<T> {
  const db = await pool.transaction()
  try {
    const { actor = ofZwalm.id, reach = `{${zwalm}}`, all = '' } = settings
    await db.raw(`select set_config('app.actor', ?, true), set_config('app.reach', ?, true), set_config('app.reach_all', ?, true)`,
      [actor, reach, all])
    return await act(db)
  } finally {
    await db.rollback()
  }
}

/** What the owner makes and then the runtime role looks at, always rolled back. */
async function asOwner<T>(act: (db: Knex.Transaction) => Promise<T>): Promise<T> {
  const db = await here.database.owner.transaction()
  try {
    return await act(db)
  } finally {
    await db.rollback()
  }
}

const refused = { code: '42501' }

describe('owners and powerful roles', () => {
  test('owning a walled table opens nothing: only the policy named owner does', async () => {
    expect(await asOwner(async db => [await seen(db), await db.raw('drop policy owner on staff'), await seen(db)]
      .filter(count => typeof count === 'number'))).toEqual([2, 0])
  })

  test('a walled table that is not forced is found by the catalogue', async () => {
    const unforced = `select relname from pg_class join table_class t on t.name = relname
      where t.class = 'walled' and not (relrowsecurity and relforcerowsecurity)`
    expect(await rows(unforced)).toEqual([])
    expect(await asOwner(async db => {
      await db.raw('alter table staff no force row level security')
      return rows(unforced, db)
    })).toEqual([{ relname: 'staff' }])
  })

  test('no role of ours is a superuser or passes by row-level security', async () => {
    expect(await rows(`
      select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as strong, rolcanlogin as signs_in
      from pg_roles where rolname like 'filiaal%' order by 1`)).toEqual([
      { rolname: 'filiaal_app', strong: false, signs_in: true },
      { rolname: 'filiaal_job', strong: false, signs_in: true },
      { rolname: 'filiaal_owner', strong: false, signs_in: true },
      { rolname: 'filiaal_retention', strong: false, signs_in: false },
      { rolname: 'filiaal_search', strong: false, signs_in: false },
    ])
  })

  test('roles other than the owner own one function each at most, and no table', async () => {
    const others = `('filiaal_app', 'filiaal_job', 'filiaal_search', 'filiaal_retention')`
    expect(await rows(`select relname from pg_class where relowner::regrole::text in ${others}`)).toEqual([])
    expect(await rows(`select proname, proowner::regrole::text as owner from pg_proc
      where proowner::regrole::text in ${others} order by 1`)).toEqual([
      { proname: 'erase_audit_bodies', owner: 'filiaal_retention' },
      ...['find_doubles', 'find_likely_doubles', 'find_patrons', 'find_staff'].map(proname => ({ proname, owner: 'filiaal_search' })),
      ...['forget_loans', 'forget_membership', 'forget_person', 'forget_traces'].map(proname => ({ proname, owner: 'filiaal_retention' })),
      { proname: 'former_people', owner: 'filiaal_search' },
      ...['items_out', 'loans_due', 'loans_of_members', 'match_patrons', 'members_counted', 'members_of_both', 'open_loans'].map(proname => ({ proname, owner: 'filiaal_search' })),
      { proname: 'unname_loans', owner: 'filiaal_retention' },
    ])
    expect(await rows(`select role from unnest(array${others.replace('(', '[').replace(')', ']')}) role
      where has_schema_privilege(role, 'public', 'create')`)).toEqual([])
  })
})

describe('settings', () => {
  test('that were never made show nothing', async () => {
    for (const walled of ['staff', 'change_set', 'change_item', 'change_touch', 'run', 'import_file', 'audit', 'audit_body'])
      expect((await rows(`select count(*)::int as n from ${walled}`, here.installation.knex))[0], walled).toEqual({ n: 0 })
  })

  test('left empty by a transaction that ended show nothing, on the same connection', async () => {
    const connection = await here.installation.knex.client.acquireConnection()
    try {
      await connection.query('begin')
      await connection.query(`select set_config('app.actor', '${ofZwalm.id}', true), set_config('app.reach', '{${zwalm}}', true)`)
      expect((await connection.query('select count(*)::int as n from staff')).rows).toEqual([{ n: 1 }])
      await connection.query('commit')
      expect((await connection.query(`select current_setting('app.reach') as left`)).rows).toEqual([{ left: '' }])
      expect((await connection.query('select count(*)::int as n from staff')).rows).toEqual([{ n: 0 }])
    } finally {
      here.installation.knex.client.releaseConnection(connection)
    }
  })

  test('that are malformed show nothing and break nothing', async () => {
    for (const garbage of ['nonsense', '{', `{${zwalm}`, '{1,2}', `${zwalm}`, `{"${zwalm}'"}`, '{NULL}', '{{}}']) {
      expect(await withSettings({ reach: garbage }, db => seen(db)), garbage).toBe(1)
      expect(await withSettings({ reach: garbage, actor: randomUUID() }, db => seen(db)), garbage).toBe(0)
      expect(await withSettings({ actor: `x${garbage}` }, db => seen(db)), garbage).toBe(0)
      expect(await withSettings({ all: garbage, reach: '' }, db => seen(db)), garbage).toBe(1)
    }
  })

  test('open nothing to the runtime role when it acts for nobody', async () => {
    expect(await withSettings({ actor: '', all: 'on', reach: `{${zwalm},${zoersel}}` }, db => seen(db))).toBe(0)
    expect(await withSettings({ all: 'on' }, db => seen(db))).toBe(2)
  })

  test('that somebody left on a connection do not count for the next', async () => {
    const { knex } = here.installation
    const held = await Promise.all(Array.from({ length: 10 }, () => knex.client.acquireConnection()))
    for (const connection of held) {
      await connection.query(`select set_config('app.actor', '${ofZwalm.id}', false), set_config('app.reach_all', 'on', false)`)
      knex.client.releaseConnection(connection)
    }
    const { body } = await ofZoersel.get('/api/staff')
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([ofZoersel.id])
    const again = await Promise.all(Array.from({ length: 10 }, () => knex.client.acquireConnection()))
    for (const connection of again) {
      await connection.query('reset app.actor; reset app.reach_all')
      knex.client.releaseConnection(connection)
    }
  })

  test('are never made for longer than a transaction by our own code', async () => {
    const { readdirSync, readFileSync } = await import('node:fs')
    const files = ['core', 'plugins'].flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts')).map(name => `${folder}/${name}`))
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter(name => /set_config\([^)]*,\s*false\)/.test(readFileSync(name, 'utf8')))).toEqual([])
  })
})

describe('ways around a policy', () => {
  const bareViews = `select relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace
    and not coalesce('security_invoker=true' = any (reloptions), false)`

  test('a plain view leaks, one that asks as its reader does not; there is none of the first kind', async () => {
    expect(await rows(bareViews)).toEqual([])
    await asOwner(async db => {
      await db.raw('create view bare as select * from staff; create view asking with (security_invoker = true) as select * from staff')
      await db.raw('grant select on bare, asking to filiaal_app')
      expect(await rows(bareViews, db)).toEqual([{ relname: 'bare' }])
      await db.raw('set local role filiaal_app')
      expect([await seen(db, 'bare'), await seen(db, 'asking')]).toEqual([2, 0])
    })
  })

  test('a materialised view shows all; there is none', async () => {
    const kept = `select relname from pg_class where relkind = 'm' and relnamespace = 'public'::regnamespace`
    expect(await rows(kept)).toEqual([])
    await asOwner(async db => {
      await db.raw('create materialized view everybody as select * from staff; grant select on everybody to filiaal_app')
      expect(await rows(kept, db)).toEqual([{ relname: 'everybody' }])
      await db.raw('set local role filiaal_app')
      expect(await seen(db, 'everybody')).toBe(2)
    })
  })

  test('functions that run as somebody else are these, fix their search path and are not for everybody', async () => {
    expect(await rows(`
      select proname, proconfig::text like '%search_path=public%' as fixed, prorettype = 'trigger'::regtype
        or not has_function_privilege('public', oid, 'execute') as kept
      from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`)).toEqual(
      ['erase_audit_bodies', 'find_doubles', 'find_likely_doubles', 'find_patrons', 'find_staff', 'follow_change_set', 'follow_membership', 'forget_loans', 'forget_membership', 'forget_person', 'former_people', 'items_out', 'loans_due', 'loans_of_members', 'match_patrons', 'members_counted', 'members_of_both', 'name_request', 'note_audit', 'open_loans', 'tell_of_agreement', 'tell_of_move', 'unname_loans', 'write_audit'].map(proname => ({ proname, fixed: true, kept: true })))
  })

  test('the search answers only what the one who asks reaches', async () => {
    const search = (reach: string, all = '') =>
      withSettings({ reach, all }, async db => (await db.raw(`select find_staff('library-admin', 50) as id`)).rows)
    expect(await search(`{${zwalm}}`)).toEqual([{ id: ofZwalm.id }])
    expect(await search('', 'on')).toHaveLength(2)
    expect(await rows(`select find_staff('library-admin', 50)`, here.installation.knex)).toEqual([])
  })

  test('truncate is granted to nobody but the owner', async () => {
    for (const pool of [here.installation.knex, here.installation.job])
      await expect(pool.raw('truncate staff cascade')).rejects.toMatchObject(refused)
  })

  test('words in a question are never SQL', async () => {
    for (const injected of [
      `' or set_config('app.reach_all', 'on', true) = 'on`, `') ; select set_config('app.reach_all','on',true); --`, `%' or '1'='1`,
    ]) {
      const { status, body } = await ofZoersel.get(`/api/staff?q=${encodeURIComponent(injected)}`)
      expect([status, body.total], injected).toEqual([200, 0])
    }
  })
})

describe('writing across a wall', () => {
  test('a row cannot be moved to another library', async () => {
    await expect(withSettings({}, db => db('staff').where({ id: ofZwalm.id }).update({ library_id: zoersel })))
      .rejects.toMatchObject(refused)
    expect(await withSettings({}, db => db('staff').where({ id: ofZoersel.id }).update({ name: 'Van ons' }))).toBe(0)
  })

  test('nor made there', async () => {
    const made = { id: randomUUID(), library_id: zoersel, name: 'Nieuw', email: 'nieuw@proef.be', language: 'nl' }
    await expect(withSettings({}, db => db('staff').insert(made))).rejects.toMatchObject(refused)
  })

  test('what is unique across walls is an id that nobody guesses, or on this list', async () => {
    expect(await rows(`
      select conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) as key from pg_constraint c
      join table_class t on t.name = conrelid::regclass::text and t.class = 'walled'
      where contype in ('p', 'u') and not exists (
        select from pg_attribute where attrelid = conrelid and attnum = any (conkey) and atttypid = 'uuid'::regtype)
      union select indrelid::regclass::text || ' ' || pg_get_indexdef(indexrelid) from pg_index i
      join table_class t on t.name = indrelid::regclass::text and t.class = 'walled'
      where indisunique and not exists (select from pg_constraint where conindid = indexrelid)
        and not exists (select from pg_attribute where attrelid = indrelid and attnum = any (indkey::int2[]) and atttypid = 'uuid'::regtype)
      order by 1`)).toEqual([
      // A number that counts on; it tells how many, as any counter does.
      { key: 'audit PRIMARY KEY (id)' }, { key: 'audit_body PRIMARY KEY (audit_id)' },
      // A card is scanned wherever its holder comes, so a number stands for one person in the whole region.
      { key: 'card CREATE UNIQUE INDEX card_number ON public.card USING btree (number) WHERE (until_on IS NULL)' },
      // Versions of the one configuration, which everybody reads.
      { key: 'change_set UNIQUE (version)' },
      // Drawn at random for each mail.
      { key: 'mail UNIQUE (message_id)' },
      // How staff call a person on the phone; it tells how many there are, as any counter does.
      { key: 'person UNIQUE (number)' },
      // What people call a request on the phone; it tells how many there are, as any counter does.
      { key: 'request UNIQUE (number)' },
      // One signs in with an address, wherever one works; an act never runs into it (plugins/permissions/address.ts).
      { key: 'staff CREATE UNIQUE INDEX staff_email ON public.staff USING btree (email) WHERE (NOT doubled)' },
    ])
  })

  test('a role for somebody out of reach is refused as for nobody', async () => {
    const grant = (staff: string) => ofZoersel.change([{ kind: 'permissions.grant', payload: {
      staff, role: 'desk', unit: zoersel, from: '2026-11-23', to: null,
    } }])
    const [theirs, nobody] = [await grant(ofZwalm.id), await grant(randomUUID())]
    expect(theirs.status).toBe(422)
    expect({ ...theirs.body, request: '' }).toEqual({ ...nobody.body, request: '' })
  })
})

describe('search within reach', () => {
  test('forgives accents and slips of the keyboard, over name, address and initials', async () => {
    await here.database.owner('staff').insert(['Béatrice Van Overstraeten', 'Zoë Ceyssens', 'Jan Peeters'].map((name, n) => ({
      id: randomUUID(), library_id: zwalm, name, email: `p${n}.zoekt@zwalm.be`, initials: ['BVO', 'ZC', 'JP'][n], language: 'nl',
    })))
    const found = (q: string) => inWork(here.installation, {
      actor: { id: ofZwalm.id, name: 'x', session: ofZwalm.session }, language: 'nl',
    }, async ctx => {
      const ids = await findStaff(ctx, q)
      const names: { id: string; name: string }[] = await ctx.db('staff').whereIn('id', ids).select('id', 'name')
      return ids.map(id => names.find(one => one.id === id)?.name)
    })
    expect(await found('beatrice')).toEqual(['Béatrice Van Overstraeten'])
    expect(await found('Overstraten')).toEqual(['Béatrice Van Overstraeten'])
    expect(await found('zoe ceysens')).toEqual(['Zoë Ceyssens'])
    expect(await found('Petters')).toEqual(['Jan Peeters'])
    expect(await found('BVO')).toEqual(['Béatrice Van Overstraeten'])
    expect((await found('p2.zoekt@'))[0]).toBe('Jan Peeters')
    expect(await found('100%_')).toEqual([])
    expect(await found('   ')).toEqual([])
  })
})
