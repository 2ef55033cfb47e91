import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { setPassword } from '#core/session.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { PASSWORD } from './person.ts'

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
})
// Tests move the clock, and sessions end by it.
beforeEach(async () => {
  boss = await here.staff('library-admin', zwalm)
  other = await here.staff('library-admin', zoersel)
})
afterAll(() => here.close())

const PIN = '4071'
const cookieIn = (header: unknown, name: string) =>
  [header ?? []].flat().map(String).find(one => one.startsWith(`${name}=`))?.split(';')[0] ?? ''

/** A PC that was made a desk, as its browser keeps it. */
async function desk(unit = branch, by = boss) {
  const wish = { id: randomUUID(), name: 'Balie links', unit }
  const { status, body, headers } = await by.post('/api/desks', wish)
  expect([status, body.name]).toEqual([201, 'Balie links'])
  const key = cookieIn(headers['set-cookie'], '__desk')
  const call = async (method: 'GET' | 'POST', url: string, payload?: object, session = '') => {
    const answer = await here.app.inject({
      method, url, headers: { cookie: [key, session].filter(Boolean).join('; ') }, ...(payload && { payload }),
    })
    return { status: answer.statusCode, body: answer.json(), session: cookieIn(answer.headers['set-cookie'], 'filiaal') }
  }
  return {
    id: wish.id, wish, setCookie: String(headers['set-cookie']),
    look: () => call('GET', '/api/desk'),
    pin: (staff: Staff, pin = PIN, session = '') => call('POST', '/api/desk/switch', { staff: staff.id, pin }, session),
    badge: (badge: string, session = '') => call('POST', '/api/desk/switch', { badge }, session),
  }
}
async function colleague(unit = branch, pin = PIN) {
  const staff = await here.staff('desk', unit)
  expect((await staff.send('PUT', '/api/desk/pin', { pin })).status).toBe(200)
  return staff
}
const me = (session: string) => here.app.inject({ method: 'GET', url: '/api/session', headers: { cookie: session } })
const later = (time: Temporal.DurationLike) => { here.clock.now = here.clock.now.add(time) }
const fullSignIn = (staff: Staff) => here.database.owner('session').insert({
  id: randomUUID(), staff_id: staff.id, method: 'password', started_at: here.clock.now.toString(), last_seen_at: here.clock.now.toString(),
  expires_at: here.clock.now.add({ hours: 1 }).toString(),
})

describe('at a desk', () => {
  test('colleagues change places, each with a session of their own that is short and proves little', async () => {
    const [pc, els, jan] = [await desk(), await colleague(), await colleague()]
    const first = await pc.pin(els)
    expect([first.status, first.body.staff.id, first.body.session]).toEqual([200, els.id, { method: 'badge', secondFactor: false, byBadge: true }])
    const second = await pc.pin(jan, PIN, first.session)
    expect([second.status, second.body.staff.id]).toEqual([200, jan.id])
    expect([(await me(first.session)).statusCode, (await me(second.session)).statusCode]).toEqual([401, 200])
    expect((await els.get('/api/session')).status).toBe(200)
    const { rows: [row] } = await here.database.owner.raw(
      `select idle_minutes, confirmed_at, desk_unit_id from session where staff_id = ? and method = 'badge'`, [jan.id])
    expect(row).toEqual({ idle_minutes: 10, confirmed_at: null, desk_unit_id: branch })
    const grant = { id: randomUUID(), items: [{ kind: 'permissions.grant', payload: {
      staff: els.id, role: 'desk', unit: branch, from: '2026-12-01', to: null,
    } }] }
    const heavy = await here.app.inject({ method: 'PUT', url: '/api/desk/pin', headers: { cookie: second.session }, payload: { pin: '9027' } })
    expect(heavy.json().code).toBe('core.confirm-yourself')
    expect((await here.app.inject({ method: 'POST', url: '/api/changes', headers: { cookie: second.session }, payload: grant })).statusCode).toBe(403)
  })

  test('a badge is enough', async () => {
    const [pc, els] = [await desk(), await colleague()]
    const badge = `badge-${els.id}`
    expect((await els.send('PUT', '/api/desk/badge', { badge })).body).toEqual({ pin: true, badge: true })
    expect((await pc.badge(badge)).body.staff.id).toBe(els.id)
    expect((await pc.badge('badge-van-niemand')).body.code).toBe('sign-in.desk-refused')
    const jan = await colleague()
    expect((await jan.send('PUT', '/api/desk/badge', { badge })).status).toBe(409)
    const { rows: [{ all }] } = await here.database.owner.raw(`
      select (select string_agg(d::text, ' ') from desk_badge d) || (select string_agg(b::text, ' ') from audit_body b) as all`)
    expect(all).not.toContain(badge)
    await els.send('PUT', '/api/desk/badge', { badge: null })
    expect((await pc.badge(badge)).status).toBe(401)
  })

  test('whoever signed in fully there is signed out when a colleague takes the place', async () => {
    const [pc, els, jan] = [await desk(), await colleague(), await colleague()]
    expect((await pc.pin(jan, PIN, els.cookie)).status).toBe(200)
    expect((await els.get('/api/session')).status).toBe(401)
  })

  test('who is idle for as long as the unit says is signed out', async () => {
    const [pc, els] = [await desk(), await colleague()]
    const { session } = await pc.pin(els)
    later({ minutes: 9 })
    expect((await me(session)).statusCode).toBe(200)
    later({ minutes: 11 })
    expect((await me(session)).statusCode).toBe(401)
  })

  test('it tells who works there and switches by PIN, and nothing of others', async () => {
    const pc = await desk()
    const [els, wide, theirs] = [await colleague(), await colleague(zwalm), await colleague(zoersel)]
    const without = await here.staff('desk', branch)
    const { status, body: { desk: body } } = await pc.look()
    expect([status, body.unit, body.id]).toEqual([200, { id: branch, name: 'Munkzwalm' }, pc.id])
    const ids = body.people.map(({ id }: { id: string }) => id)
    expect(ids).toEqual(expect.arrayContaining([els.id, wide.id]))
    for (const absent of [theirs.id, without.id]) expect(ids).not.toContain(absent)
    expect(Object.keys(body.people[0]).sort()).toEqual(['id', 'initials', 'name'])
  })
})

describe('who may not', () => {
  test('gets one and the same answer: wrong, unknown, without a PIN, of elsewhere', async () => {
    const [pc, els] = [await desk(), await colleague()]
    const without = await here.staff('desk', branch)
    const theirs = await colleague(zoersel)
    const nobody = { ...els, id: randomUUID() }
    for (const answer of [await pc.pin(els, '9999'), await pc.pin(without), await pc.pin(theirs), await pc.pin(nobody), await pc.badge('nergens')]) {
      expect([answer.status, answer.body.code, answer.session]).toEqual([401, 'sign-in.desk-refused', ''])
    }
  })

  test('guesses five times, and then waits until the person signs in fully; elsewhere nothing changes', async () => {
    const [pc, second, els] = [await desk(), await desk(), await colleague()]
    for (let n = 0; n < 5; n++) expect((await pc.pin(els, `555${n}`)).body.code).toBe('sign-in.desk-refused')
    expect((await pc.pin(els)).body.code).toBe('sign-in.desk-locked')
    expect((await pc.pin(els, '5559')).body.code).toBe('sign-in.desk-locked')
    expect((await second.pin(els)).status).toBe(200)
    later({ minutes: 119 })
    expect((await pc.pin(els)).body.code).toBe('sign-in.desk-locked')
    later({ seconds: 1 })
    await fullSignIn(els)
    expect((await pc.pin(els)).status).toBe(200)
  })

  test('guesses many at once are as many guesses', async () => {
    const [pc, els] = [await desk(), await colleague()]
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => pc.pin(els, `66${10 + n}`)))
    const codes = answers.map(({ body }) => body.code)
    expect(codes.filter(code => code === 'sign-in.desk-refused')).toHaveLength(5)
    expect(codes.filter(code => code === 'sign-in.desk-locked')).toHaveLength(7)
  })

  test('has not signed in fully for a month, has no account or role there any more', async () => {
    const [pc, els, jan] = [await desk(), await colleague(), await colleague()]
    later({ hours: 24 * 31 })
    expect((await pc.pin(els)).body.code).toBe('sign-in.desk-stale')
    expect((await pc.look()).body.desk.people.map(({ id }: { id: string }) => id)).not.toContain(els.id)
    await fullSignIn(els)
    await fullSignIn(jan)
    const today = here.clock.now.toString().slice(0, 10)
    await here.apply({ kind: 'foundation.leave', payload: { staff: jan.id, unit: branch, from: today } })
    expect([(await pc.pin(els)).status, (await pc.pin(jan)).status]).toEqual([200, 401])
    await here.apply({ kind: 'permissions.withdraw', payload: { staff: els.id, role: 'desk', unit: branch, from: today } })
    expect((await pc.pin(els)).status).toBe(401)
    later({ hours: -24 * 31 })
  })

  test('sits at a PC that is no desk, or none any more', async () => {
    const [pc, els] = [await desk(), await colleague()]
    const bare = (method: 'GET' | 'POST', url: string, cookie: string) => here.app.inject({
      method, url, headers: { cookie }, ...(method === 'POST' && { payload: { staff: els.id, pin: PIN } }),
    })
    for (const cookie of ['', '__desk=x', `__desk=${'x'.repeat(5000)}`]) {
      const own = await bare('GET', '/api/desk', cookie)
      expect([own.statusCode, own.json()]).toEqual([200, { desk: null }])
      expect((await bare('POST', '/api/desk/switch', cookie)).statusCode).toBe(404)
    }
    const { session } = await pc.pin(els)
    expect((await boss.send('DELETE', `/api/desks/${pc.id}`)).body.ended).toBe(true)
    expect([(await me(session)).statusCode, (await pc.look()).body.desk, (await pc.pin(els)).status]).toEqual([401, null, 404])
  })

  test('is signed out with the desk, also after proving who they are in between', async () => {
    const [pc, els] = [await desk(), await colleague()]
    await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx => setPassword(ctx, els.id, PASSWORD))
    const { session } = await pc.pin(els)
    const confirmed = await here.app.inject({
      method: 'POST', url: '/api/session/confirm', headers: { cookie: session }, payload: { password: PASSWORD },
    })
    const renewed = cookieIn(confirmed.headers['set-cookie'], 'filiaal')
    expect([(await me(session)).statusCode, (await me(renewed)).statusCode]).toEqual([401, 200])
    await boss.send('DELETE', `/api/desks/${pc.id}`)
    expect((await me(renewed)).statusCode).toBe(401)
    expect((await els.get('/api/session')).status).toBe(200)
  })
})

describe('a desk', () => {
  test('is made once, by whoever may, and only its PC keeps the key', async () => {
    const pc = await desk()
    expect(pc.setCookie).toMatch(/Path=\/api\/desk; HttpOnly; Secure; SameSite=Strict/)
    const again = await boss.post('/api/desks', pc.wish)
    expect([again.status, (await pc.look()).body.desk]).toEqual([201, null])
    expect((await boss.post('/api/desks', { ...pc.wish, name: 'Anders' })).status).toBe(409)
    const clerk = await here.staff('desk', branch)
    expect((await clerk.post('/api/desks', { id: randomUUID(), name: 'x', unit: branch })).status).toBe(403)
    expect((await clerk.send('DELETE', `/api/desks/${pc.id}`)).status).toBe(403)
    expect((await boss.post('/api/desks', { id: randomUUID(), name: 'x', unit: branch, staff: boss.id })).status).toBe(400)
  })

  test('of another library does not exist', async () => {
    const pc = await desk()
    expect(JSON.stringify((await other.get('/api/desks')).body)).not.toContain(pc.id)
    expect((await other.get(`/api/desks?unit=${zwalm}`)).status).toBe(404)
    expect((await other.send('DELETE', `/api/desks/${pc.id}`)).status).toBe(404)
    expect((await other.post('/api/desks', { id: randomUUID(), name: 'x', unit: branch })).status).toBe(404)
    expect((await other.post('/api/desks', { ...pc.wish, unit: zoersel })).status).toBe(409)
    expect([(await pc.look()).body.desk.id, (await boss.get('/api/desks')).body.data.some(({ id }: { id: string }) => id === pc.id)])
      .toEqual([pc.id, true])
  })
})

test('a PIN is chosen by whoever has just proved who they are, and is not the first one would guess', async () => {
  const els = await here.staff('desk', branch)
  for (const pin of ['1111', '1234', '9876', '00000000']) {
    expect((await els.send('PUT', '/api/desk/pin', { pin })).body.faults).toMatchObject([{ code: 'sign-in.pin-easy', pointer: '/pin' }])
  }
  for (const pin of ['123', '123456789', '12a4', 4071]) expect((await els.send('PUT', '/api/desk/pin', { pin })).status).toBe(400)
  expect((await els.get('/api/factors')).body).toMatchObject({ pin: false, badge: false })
  later({ minutes: 20 })
  expect((await els.send('PUT', '/api/desk/pin', { pin: PIN })).body.code).toBe('core.confirm-yourself')
  expect((await els.send('PUT', '/api/desk/badge', { badge: 'x-1234' })).body.code).toBe('core.confirm-yourself')
  const { rows: [{ all }] } = await here.database.owner.raw(`select string_agg(p::text, ' ') as all from desk_pin p`)
  expect(all).toMatch(/argon2id/)
})
