import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId
let boss: Staff
let other: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Zoersel')
  await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
  other = await here.staff('library-admin', zoersel)
})
afterAll(() => here.close())

const wish = (more: object = {}) => ({
  id: randomUUID(), name: 'Website van Zwalm', unit: zwalm, expires: '2027-06-30',
  grants: [{ role: 'branch-manager', unit: branch }], ...more,
})
const asMachine = (token: string, app = here.app) => (
  method: 'GET' | 'POST', url: string, payload?: object, headers: Record<string, string> = {},
) => app.inject({ method, url, headers: { authorization: `Bearer ${token}`, ...headers }, ...(payload && { payload }) })
const closing = (unit: UnitId) => ({
  id: randomUUID(),
  items: [{ kind: 'branches.close', payload: { units: [unit], from: '2026-12-24', to: '2026-12-24', kind: 'G', text: 'Kerst' } }],
})
const codesOf = (answer: { body: { faults: { code: string }[] } }) => answer.body.faults.map(({ code }) => code)
const given = async (more: object = {}) => {
  const { status, body } = await boss.post('/api/tokens', wish(more))
  expect(status).toBe(201)
  return body as { token: string; machine: { id: string } }
}

describe('a machine', () => {
  test('gets its access as one set in history, and a token that is shown once', async () => {
    const asked = wish()
    const { status, body, headers } = await boss.post('/api/tokens', asked)
    expect([status, headers['cache-control']]).toEqual([201, 'no-store'])
    expect(body.machine).toMatchObject({
      id: asked.id, name: 'Website van Zwalm', lastUsed: null, ended: false, mayEnd: true,
      expires: expect.stringContaining('2027-06-30T22:00'), grants: [{ role: 'branch-manager', unit: branch }],
    })
    const { rows } = await here.database.owner.raw(
      'select kind, n from change_item where set_id = ?', [asked.id])
    expect(rows).toEqual([{ kind: 'sign-in.make-token', n: 0 }])
    const { data } = (await boss.get(`/api/tokens?unit=${zwalm}`)).body
    expect(data).toContainEqual(expect.objectContaining({ id: asked.id }))
    expect(JSON.stringify(data)).not.toContain(body.token)
    const kept = await here.database.owner.raw(`
      select (select string_agg(s::text, ' ') from session s) || (select string_agg(b::text, ' ') from audit_body b)
        || (select string_agg(i::text, ' ') from change_item i) as all`)
    expect(kept.rows[0].all).not.toContain(body.token)
  })

  test('does what its own roles allow, where they allow it, under its own name', async () => {
    const { token, machine } = await given()
    const call = asMachine(token)
    const done = await call('POST', '/api/changes', closing(branch))
    expect([done.statusCode, (await call('POST', '/api/changes', closing(zoersel))).statusCode]).toEqual([201, 403])
    const { rows: [set] } = await here.database.owner.raw(
      'select author_name, author_id from change_set where id = ?', [done.json().id])
    expect(set).toEqual({ author_name: 'Website van Zwalm', author_id: machine.id })
    const [seen] = (await boss.get('/api/tokens')).body.data.filter(({ id }: { id: string }) => id === machine.id)
    expect(seen).toMatchObject({ lastUsed: expect.any(String), network: '127.0.0.1' })
  })

  test('is nobody any more from the next request on, on every process, once its token is withdrawn', async () => {
    const { token, machine } = await given()
    const second = await here.second()
    const both = [asMachine(token), asMachine(token, second.app)]
    for (const call of both) expect((await call('GET', '/api/session')).statusCode).toBe(200)
    expect((await boss.send('DELETE', `/api/tokens/${machine.id}`)).body).toMatchObject({ ended: true, grants: [] })
    for (const call of both) expect((await call('GET', '/api/session')).statusCode).toBe(401)
    expect((await boss.send('DELETE', `/api/tokens/${machine.id}`)).status).toBe(200)
    await second.app.close()
  })

  test('is nobody after its last day', async () => {
    const mine = await openInstallation()
    const library = await mine.unit('library', 'Zwalm')
    await mine.staff('system-admin')
  const admin = await mine.staff('library-admin', library)
    const { body } = await admin.post('/api/tokens', wish({
      unit: library, expires: '2026-11-24', grants: [{ role: 'desk', unit: library }],
    }))
    const call = asMachine(body.token, mine.app)
    mine.clock.now = Temporal.Instant.from('2026-11-24T22:50:00Z')
    expect((await call('GET', '/api/session')).statusCode).toBe(200)
    mine.clock.now = Temporal.Instant.from('2026-11-24T23:01:00Z')
    expect((await call('GET', '/api/session')).statusCode).toBe(401)
    await mine.close()
  })

  test('cannot prove who it is, sign in another way, or be invited', async () => {
    const { token, machine } = await given({ grants: [{ role: 'library-admin', unit: zwalm }] })
    const call = asMachine(token)
    expect((await call('POST', '/api/tokens', wish())).json()).toMatchObject({ code: 'core.confirm-yourself' })
    expect((await call('POST', '/api/changes', { id: randomUUID(), items: [{
      kind: 'permissions.grant',
      payload: { staff: machine.id, role: 'library-admin', unit: branch, from: '2026-11-23', to: null },
    }] })).json()).toMatchObject({ code: 'core.confirm-yourself' })
    const step = await call('POST', '/api/session/confirm', { password: 'een goed wachtwoord' })
    expect(step.statusCode).toBeGreaterThanOrEqual(400)
    expect((await boss.post(`/api/staff/${machine.id}/invitation`)).status).toBe(404)
  })

  test('carries its token in the header only', async () => {
    const { token } = await given()
    const get = (url: string, headers = {}) => here.app.inject({ method: 'GET', url, headers })
    expect((await get(`/api/session?token=${token}&access_token=${token}`)).statusCode).toBe(401)
    expect((await get('/api/session', { cookie: `filiaal=${token}` })).statusCode).toBe(401)
    expect((await get('/api/session', { authorization: `Bearer ${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` }))
      .statusCode).toBe(401)
    const session = await asMachine(token)('GET', '/api/session')
    expect([session.statusCode, session.headers['set-cookie']]).toEqual([200, undefined])
  })
})

describe('whoever gives a token', () => {
  test('gives no more than they hold, nor where they hold it not', async () => {
    const refused = async (more: object) => (await boss.post('/api/tokens', wish(more))).status
    expect(await refused({ grants: [{ role: 'system-admin', unit: zwalm }] })).toBe(403)
    expect(await refused({ grants: [{ role: 'desk', unit: SYSTEM }] })).toBe(404)
    expect(await refused({ grants: [{ role: 'desk', unit: zoersel }] })).toBe(404)
    expect(await refused({ unit: zoersel })).toBe(404)
    expect(await refused({ unit: randomUUID() })).toBe(404)
    const desk = await here.staff('desk', branch)
    expect((await desk.post('/api/tokens', wish())).status).toBe(403)
    expect((await desk.get('/api/tokens')).status).toBe(403)
    expect(await here.database.owner('staff').where({ kind: 'machine', name: 'x' })).toEqual([])
  })

  test('says until when, two years at most', async () => {
    for (const expires of ['2026-11-22', '2029-01-01']) {
      const answer = await boss.post('/api/tokens', wish({ expires }))
      expect([answer.status, answer.body.faults.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([422, ['/expires']])
    }
    const { expires: _left, ...endless } = wish()
    expect((await boss.post('/api/tokens', endless)).status).toBe(400)
    expect((await boss.post('/api/tokens', wish({ secondFactor: true }))).status).toBe(400)
  })

  test('names a role that exists there, once', async () => {
    const role = { role: 'desk', unit: branch }
    const answer = await boss.post('/api/tokens', wish({ grants: [role, role, { role: 'emperor', unit: branch }] }))
    expect([answer.status, codesOf(answer)]).toEqual([422, ['sign-in.no-role', 'sign-in.role-twice']])
  })

  test('sent twice makes one machine; the first token is worth nothing, and a used one is not replaced', async () => {
    const asked = wish()
    const [first, second] = [await boss.post('/api/tokens', asked), await boss.post('/api/tokens', asked)]
    expect([first.status, second.status]).toEqual([201, 201])
    expect((await asMachine(first.body.token)('GET', '/api/session')).statusCode).toBe(401)
    expect((await asMachine(second.body.token)('GET', '/api/session')).statusCode).toBe(200)
    expect((await boss.post('/api/tokens', asked)).status).toBe(409)
  })

  test('makes no machine of a person', async () => {
    const els = await here.staff('desk', branch)
    expect((await boss.post('/api/tokens', wish({ id: els.id }))).status).toBe(409)
    const nobody = { kind: 'sign-in.make-token', payload: {
      staff: randomUUID(), name: 'x', unit: zwalm, expires: '2027-01-01', grants: [{ role: 'desk', unit: branch }],
    } }
    expect([422]).toContain((await boss.change([nobody])).status)
  })
})

test('another library neither sees nor ends it', async () => {
  const { machine } = await given()
  const list = (await other.get('/api/tokens')).body
  expect(JSON.stringify(list)).not.toContain(machine.id)
  expect((await other.get(`/api/tokens?unit=${zwalm}`)).status).toBe(404)
  expect((await other.send('DELETE', `/api/tokens/${machine.id}`)).status).toBe(404)
  const end = { kind: 'sign-in.end-token', payload: { staff: machine.id, unit: zoersel } }
  expect((await other.change([end])).status).toBe(422)
  expect((await boss.get('/api/tokens')).body.data.find(({ id }: { id: string }) => id === machine.id).ended).toBe(false)
})
