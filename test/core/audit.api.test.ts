import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setPassword } from '#core/session.ts'
import { brokenSeal, checkSeals, checkSealsNightly, sealAudit } from '#core/seal.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

const PASSWORD = 'een lang wachtwoord'
let here: Opened
let zwalm: string
let zoersel: string
let admin: Staff
let ofZwalm: Staff
let ofZoersel: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  zoersel = await here.unit('library', 'Zoersel')
  admin = await here.staff('system-admin')
  ofZwalm = await here.staff('library-admin', zwalm)
  ofZoersel = await here.staff('library-admin', zoersel)
})
afterAll(() => here.close())

interface Noted { id: number; actor: string | null; table_name: string; row_id: string; library_ids: string[]; body: Record<string, unknown> }
const noted = async (act: string): Promise<Noted[]> => (await here.database.owner.raw(
  'select a.*, b.body from audit a left join audit_body b on b.audit_id = a.id where act = ? order by id', [act])).rows
const lastNoted = async (act: string) => (await noted(act)).at(-1)

/** Transactions of other databases of this PostgreSQL may hold the sealer back for a moment. */
async function sealAll() {
  await expect.poll(async () => {
    await sealAudit(here.installation)
    return (await here.database.owner.raw(
      'select count(*)::int as n from audit where id > coalesce((select max(last_id) from audit_seal), 0)')).rows[0].n
  }, { timeout: 20_000 }).toBe(0)
}

describe('is noted, with who and behind whose wall:', () => {
  test('who looked at whom, and for what', async () => {
    const before = (await noted('view')).length
    expect((await admin.get(`/api/staff/${ofZwalm.id}`)).status).toBe(200)
    expect(await lastNoted('view')).toMatchObject({
      actor: admin.id, table_name: 'staff', row_id: ofZwalm.id, library_ids: [zwalm], body: { purpose: 'staff-administration' },
    })
    expect((await ofZoersel.get(`/api/staff/${ofZwalm.id}`)).status).toBe(404)
    expect((await admin.get(`/api/staff/${admin.id}`)).status).toBe(200)
    expect((await noted('view')).length).toBe(before + 1)
  })

  test('what somebody was not allowed to do, though nothing came of it', async () => {
    const desk = await here.staff('desk', zwalm)
    expect((await desk.get('/api/staff')).status).toBe(403)
    expect(await lastNoted('refused')).toMatchObject({
      actor: desk.id, table_name: 'route', row_id: 'GET /api/staff', library_ids: [zwalm], body: { code: 'core.not-allowed' },
    })
    const items = [{ kind: 'units.change', payload: { unit: zoersel, from: '2026-11-23', fields: { name: 'Van ons' } } }]
    expect((await ofZwalm.change(items)).status).toBe(403)
    expect(await lastNoted('refused')).toMatchObject({ actor: ofZwalm.id, row_id: 'POST /api/changes' })
  })

  test('signing in, failing to, and signing out', async () => {
    await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx => setPassword(ctx, ofZwalm.id, PASSWORD))
    const { rows: [{ email }] } = await here.database.owner.raw('select email from staff where id = ?', [ofZwalm.id])
    const enter = (address: string, password: string) =>
      here.app.inject({ method: 'POST', url: '/api/session', payload: { email: address, password } })
    expect((await enter(email, PASSWORD)).statusCode).toBe(200)
    expect(await lastNoted('sign-in')).toMatchObject({
      actor: ofZwalm.id, row_id: ofZwalm.id, library_ids: [zwalm], body: { method: 'password', network: '127.0.0.1' },
    })
    expect((await enter(email, 'iets anders')).statusCode).toBe(401)
    expect(await lastNoted('sign-in-failed')).toMatchObject({ actor: null, row_id: ofZwalm.id, library_ids: [zwalm] })
    expect((await enter('niemand@proef.be', PASSWORD)).statusCode).toBe(401)
    const nobody = await lastNoted('sign-in-failed')
    expect(nobody).toMatchObject({ actor: null, row_id: '', library_ids: [], body: { method: 'password', network: '127.0.0.1' } })
    expect(JSON.stringify(nobody)).not.toContain('niemand')
    const leaver = await here.staff('desk', zwalm)
    expect((await leaver.send('DELETE', '/api/session')).status).toBe(204)
    expect(await lastNoted('sign-out')).toMatchObject({ actor: leaver.id, row_id: leaver.id, library_ids: [zwalm] })
  })
})

describe('the audit', () => {
  test('is read by whoever reaches the library it is about, and by nobody else', async () => {
    const seenBy = (staff: Staff) => inWork(here.installation, {
      actor: { id: staff.id, name: '', session: staff.session }, language: 'nl',
    }, async ctx => {
      const { rows } = await ctx.db.raw(
        'select a.library_ids, b.body from audit a left join audit_body b on b.audit_id = a.id')
      return rows as { library_ids: string[]; body: unknown }[]
    })
    const [all, theirs, others] = [await seenBy(admin), await seenBy(ofZwalm), await seenBy(ofZoersel)]
    expect(theirs.length).toBeGreaterThan(0)
    expect(theirs.every(row => row.library_ids.includes(zwalm) && row.body !== null)).toBe(true)
    expect(others.every(row => row.library_ids.includes(zoersel))).toBe(true)
    expect(all.length).toBeGreaterThan(theirs.length + others.length)
    expect((await here.installation.knex.raw('select count(*)::int as n from audit')).rows).toEqual([{ n: 0 }])
  })

  test('takes no change of a row from anybody but the trigger, and no act that does not exist', async () => {
    for (const act of ['insert', 'update', 'delete'])
      await expect(here.installation.knex.raw(`select note_audit(?, 'staff', '', '{}', '{}')`, [act])).rejects.toMatchObject({ code: '42501' })
    await expect(here.installation.knex.raw(`select note_audit('invented', 'staff', '', '{}', '{}')`)).rejects.toMatchObject({ code: '23514' })
    await expect(here.installation.knex.raw(`select add_to_audit('insert', 'staff', '', '{}', '{}', null)`)).rejects.toMatchObject({ code: '42501' })
  })

  test('keeps no secret of a row', async () => {
    const { owner } = here.database
    await owner.transaction(async db => {
      await db.raw(`create table pass (id uuid primary key, staff_id uuid, token_digest bytea, totp_secret text, label text);
        call declare_table('pass', 'system', true, array['token_digest', 'totp_secret'])`)
      await db.raw(`insert into pass values (?, ?, 'geheim', 'geheim', 'telefoon')`, [randomUUID(), ofZwalm.id])
      await db.raw(`update pass set totp_secret = 'ook geheim', label = 'tablet'`)
      const { rows } = await db.raw(`select a.library_ids, b.body from audit a join audit_body b on b.audit_id = a.id
        where table_name = 'pass' order by id`)
      expect(rows).toHaveLength(2)
      expect(rows[1].library_ids).toEqual([zwalm])
      expect(rows[1].body).toMatchObject({ before: { label: 'telefoon' }, after: { label: 'tablet' } })
      expect(JSON.stringify(rows)).not.toMatch(/geheim|token_digest|totp_secret|6765686569/)
      throw new Error('that was all')
    }).catch((error: Error) => { if (error.message !== 'that was all') throw error })
  })

  test('tells a document that a table names so only where it changed', async () => {
    const { owner } = here.database
    await owner.transaction(async db => {
      await db.raw(`create table slip (id uuid primary key, library_id uuid, day date, ground jsonb);
        call declare_table('slip', 'system', true, array['=ground'])`)
      await db.raw(`insert into slip values (?, ?, '2026-11-24', '{"rule": 28}')`, [randomUUID(), zwalm])
      await db.raw(`update slip set day = '2026-12-01'`)
      await db.raw(`update slip set ground = '{"rule": 14}'`)
      const { rows } = await db.raw(`select a.library_ids, b.body from audit a join audit_body b on b.audit_id = a.id
        where table_name = 'slip' order by id`)
      expect(rows.map((row: { library_ids: string[] }) => row.library_ids)).toEqual([[zwalm], [zwalm], [zwalm]])
      expect(rows[0].body.after).toMatchObject({ day: '2026-11-24', ground: { rule: 28 } })
      expect(rows[1].body).toMatchObject({ before: { day: '2026-11-24' }, after: { day: '2026-12-01' } })
      expect(JSON.stringify(rows[1])).not.toContain('ground')
      expect(rows[2].body).toMatchObject({ before: { ground: { rule: 28 } }, after: { ground: { rule: 14 } } })
      throw new Error('that was all')
    }).catch((error: Error) => { if (error.message !== 'that was all') throw error })
  })

  test('of a table with a column that looks like a secret names it as one', async () => {
    const { rows } = await here.database.owner.raw(`
      select c.relname, attname from pg_class c join table_class t on t.name = c.relname and t.audited
      join pg_trigger g on g.tgrelid = c.oid and g.tgname = 'audit' join pg_attribute a on a.attrelid = c.oid and attnum > 0
      where (attname ~ 'secret|digest|hash|token|password|salt|public_key' or atttypid = 'bytea'::regtype)
        and attname <> all (string_to_array(encode(g.tgargs, 'escape'), '\\000'))`)
    expect(rows).toEqual([])
  })
})

describe('the seals', () => {
  const tampered = async (sql: string, mend: string) => {
    await here.database.owner.raw(sql)
    const found = await brokenSeal(here.installation)
    await here.database.owner.raw(mend)
    expect(await brokenSeal(here.installation)).toBeNull()
    return found
  }

  test('show every alteration of an envelope by hand', async () => {
    // Whoever alters by hand does not stop at a trigger.
    await here.database.owner.raw('alter table audit disable trigger keep_library; alter table audit_body disable trigger keep_library')
    await sealAll()
    expect(await brokenSeal(here.installation)).toBeNull()
    const { rows: [{ id }] } = await here.database.owner.raw(
      `select max(id) as id from audit where table_name = 'staff' and act = 'insert'`)
    for (const [column, forged] of Object.entries({
      at: `at + interval '1 microsecond'`, actor: 'gen_random_uuid()', change_set: 'gen_random_uuid()', table_name: `'segment'`,
      row_id: `row_id || 'x'`, act: `'delete'`, digest: `sha256('forged')`, library_ids: `array[gen_random_uuid()]`,
    })) {
      await here.database.owner.raw(`create table kept as select * from audit where id = ${id}`)
      expect(await tampered(`update audit set ${column} = ${forged} where id = ${id}`,
        `update audit a set ${column} = k.${column} from kept k where a.id = k.id; drop table kept`), column).not.toBeNull()
    }
  })

  test('show a row that was put between or taken away', async () => {
    const { owner } = here.database
    const { rows: [{ gap }] } = await owner.raw(`select nextval('audit_id_seq') as gap`)
    await admin.get(`/api/staff/${ofZoersel.id}`)
    await sealAll()
    expect(await tampered(
      `insert into audit (id, table_name, row_id, act, digest) overriding system value values (${gap}, 'staff', '', 'view', '')`,
      `delete from audit where id = ${gap}`)).not.toBeNull()
    const { rows: [{ last }] } = await owner.raw('select max(last_id) as last from audit_seal')
    await owner.raw(`create table kept as select * from audit where id = ${last};
      create table body as select * from audit_body where audit_id = ${last}`)
    expect(await tampered(`delete from audit_body where audit_id = ${last}; delete from audit where id = ${last}`,
      `insert into audit overriding system value select * from kept; insert into audit_body select * from body;
       drop table kept, body`)).not.toBeNull()
  })

  test('show a body that was altered, and let one be erased', async () => {
    const { rows: [{ id }] } = await here.database.owner.raw(
      `select max(audit_id) as id from audit_body join audit on audit.id = audit_id where act = 'view'`)
    await here.database.owner.raw(`create table kept as select * from audit_body where audit_id = ${id}`)
    const mend = `update audit_body b set body = k.body, library_ids = k.library_ids from kept k where b.audit_id = k.audit_id`
    expect(await tampered(`update audit_body set body = body || '{"purpose": "curiosity"}' where audit_id = ${id}`, mend)).toBe(id)
    expect(await tampered(`update audit_body set library_ids = array[gen_random_uuid()] where audit_id = ${id}`, mend)).toBe(id)
    await here.database.owner.raw('drop table kept')
  })

  test('stay whole when what is kept of somebody is erased, which only retention may', async () => {
    const { job, knex } = here.installation
    for (const pool of [knex, job]) {
      for (const forbidden of [
        'delete from audit_body', `update audit_body set body = '{}'`, 'delete from audit', 'update audit set actor = null',
        'update audit_seal set at = now()', 'delete from audit_seal', 'update audit_check set broken_at = null',
      ]) await expect(pool.raw(forbidden), forbidden).rejects.toMatchObject({ code: '42501' })
    }
    await expect(knex.raw(`select erase_audit_bodies('staff', '${ofZwalm.id}')`)).rejects.toMatchObject({ code: '42501' })
    const { rows: [{ erased }] } = await job.raw(`select erase_audit_bodies('staff', '${ofZwalm.id}') as erased`)
    expect(Number(erased)).toBeGreaterThan(2)
    expect((await here.database.owner.raw(
      `select count(b)::int as bodies, count(*)::int > 2 as envelopes from audit a left join audit_body b on b.audit_id = a.id
       where table_name = 'staff' and row_id = '${ofZwalm.id}'`)).rows).toEqual([{ bodies: 0, envelopes: true }])
    await sealAll()
    expect(await brokenSeal(here.installation)).toBeNull()
  })

  test('of an older form still hold', async () => {
    const { owner } = here.database
    await owner.raw('delete from audit_seal')
    await owner.raw(`
      insert into audit_seal (first_id, last_id, form, seal)
      select min(id), max(id), 1, sha256(decode(repeat('00', 32), 'hex') || string_agg(convert_to(id || ':', 'UTF8') || digest, ''::bytea order by id))
      from audit`)
    await here.unit('branch', 'Na de eerste vorm', zwalm)
    await sealAll()
    expect((await owner.raw('select form from audit_seal order by last_id')).rows).toEqual([{ form: 1 }, { form: 2 }])
    expect(await brokenSeal(here.installation)).toBeNull()
  })

  test('are checked every night, and the outcome is there for whoever asks how it goes', async () => {
    const ready = async () => (await here.app.inject({ url: '/ready' })).json()
    await sealAll()
    expect(await ready()).toMatchObject({ unsealedAudit: 0, unsealedAuditSeconds: 0, auditCheckedAt: null, auditWhole: null })
    await checkSealsNightly(here.installation)
    const checks = async () => (await here.database.owner('audit_check').count('* as n'))[0]?.['n']
    expect([await checks(), (await ready()).auditWhole]).toEqual([1, true])
    await checkSealsNightly(here.installation)
    const other = await here.second()
    await checkSealsNightly(other.installation)
    await other.app.close()
    expect(await checks()).toBe(1)

    await admin.get(`/api/staff/${ofZoersel.id}`)
    expect((await ready()).unsealedAudit).toBe(1)
    await sealAll()
    await here.database.owner.raw(`update audit set actor = null where id = (select max(id) from audit where act = 'view')`)
    here.clock.now = here.clock.now.add({ hours: 24 })
    await expect(checkSealsNightly(here.installation)).rejects.toThrow('altered by hand')
    expect(await ready()).toMatchObject({ auditWhole: false, status: 'ok' })
  })

  test('that were all made anew by hand do not fit the last check', async () => {
    await here.database.owner.raw('delete from audit_seal')
    await sealAll()
    expect(await brokenSeal(here.installation)).not.toBeNull()
    expect(await checkSeals(here.installation)).not.toBeNull()
  })
})
