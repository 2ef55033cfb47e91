import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { deliverEvents } from '#core/outbox.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let boss: Staff
let second: Staff
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Zoersel')
  admin = await here.staff('system-admin')
  second = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => here.close())

const TODAY = '2026-11-23'
const grant = (staff: string, role: string, unit: UnitId, more: object = {}) =>
  ({ kind: 'permissions.grant', payload: { staff, role, unit, from: TODAY, to: null, ...more } })
const close = (staff: string) => ({ kind: 'permissions.close-account', payload: { staff, from: TODAY } })
const open = (staff: string, unit: UnitId, more: object = {}) =>
  ({ kind: 'permissions.open-account', payload: { staff, unit, from: TODAY, to: null, ...more } })
const faultsOf = ({ body }: Answer): string[] => body.faults.map(({ code }: { code: string }) => code)
const ids = ({ body }: Answer): string[] => body.data.map(({ id }: { id: string }) => id)

describe('an account', () => {
  test('is closed and opened only by who may do as much as its person, through the door too', async () => {
    const mixed = await here.staff('desk', branch)
    await here.apply(grant(mixed.id, 'helpdesk', SYSTEM))
    expect((await boss.change([close(mixed.id)])).status).toBe(403)
    expect((await admin.change([close(mixed.id)])).status).toBe(201)
    expect((await boss.change([open(mixed.id, branch)])).status).toBe(403)
    const asked = await admin.change([open(mixed.id, branch)], { asRequest: true })
    expect((await second.post(`/api/changes/${asked.body.id}/decide`, { approve: true })).body.state).toBe('applied')
  })

  test('is of somebody known here, and so is who stands in', async () => {
    const els = await here.staff('desk', branch)
    const outside = await here.staff('desk', zoersel)
    expect(faultsOf(await boss.change([open(randomUUID(), branch)]))).toEqual(['core.no-staff'])
    expect(faultsOf(await boss.change([open(els.id, branch, { substitute: outside.id })]))).toEqual(['core.no-staff'])
    expect(faultsOf(await boss.change([open(els.id, branch, { substitute: els.id })]))).toEqual(['permissions.own-substitute'])
    expect((await boss.change([open(els.id, branch, { substitute: boss.id })])).status).toBe(201)
    expect((await boss.get(`/api/staff/${els.id}`)).body.substitute).toMatchObject({ id: boss.id })
  })

  test('of a temp lets nobody in after its last day', async () => {
    const els = { id: randomUUID(), name: 'Els', email: 'els.temp@zwalm.be', language: 'nl', role: 'desk', unit: branch }
    const { token } = (await boss.post('/api/staff', { ...els, to: '2026-11-24' })).body
    const post = (url: string, payload: object) => here.app.inject({ method: 'POST', url, payload })
    const entered = await post('/api/invitation', { token, password: 'een goed wachtwoord' })
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
    expect(ids(await boss.get('/api/staff?state=ending'))).toEqual([els.id])
    const now = here.clock.now
    try {
      // A minute past midnight in Brussels; five minutes of difference between two clocks decide nothing else.
      here.clock.now = Temporal.Instant.from('2026-11-24T22:55:00Z')
      expect((await here.app.inject({ url: '/api/installation', headers: { cookie } })).statusCode).toBe(200)
      expect((await post('/api/session', { email: els.email, password: 'een goed wachtwoord' })).statusCode).toBe(200)
      here.clock.now = Temporal.Instant.from('2026-11-24T23:01:00Z')
      expect((await here.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401)
      expect((await post('/api/session', { email: els.email, password: 'een goed wachtwoord' })).statusCode).toBe(401)
    } finally {
      here.clock.now = now
    }
  })

  test('moves to another library by who reaches both, and the walls follow', async () => {
    const els = await here.staff('desk', branch)
    const other = await here.staff('library-admin', zoersel)
    expect(faultsOf(await other.change([open(els.id, zoersel)]))).toEqual(['core.no-staff'])
    expect((await admin.change([open(els.id, zoersel)])).status).toBe(201)
    await deliverEvents(here.installation)
    expect((await other.get(`/api/staff/${els.id}`)).body).toMatchObject({ elsewhere: false, homeUnit: { name: 'Zoersel' } })
    // She still holds a role in Zwalm, so Zwalm knows her name and that role.
    expect((await boss.get(`/api/staff/${els.id}`)).body).toMatchObject({
      elsewhere: true, email: null, homeUnit: null, mayManage: false, grants: [{ role: 'desk', unit: branch }],
    })
  })
})

describe('the list', () => {
  test('shows who belongs elsewhere and holds a role here, by name and that role alone', async () => {
    const outside = await here.staff('library-admin', zoersel)
    expect(ids(await boss.get('/api/staff'))).not.toContain(outside.id)
    await admin.change([grant(outside.id, 'desk', branch)])
    const listed = (await boss.get(`/api/staff?unit=${branch}&role=desk`)).body.data
      .find(({ id }: { id: string }) => id === outside.id)
    expect(listed).toMatchObject({ elsewhere: true, email: null, lastSeen: null, grants: [{ role: 'desk', unit: branch }] })
    expect(listed.grants).toHaveLength(1)
    expect((await boss.get(`/api/staff/${outside.id}`)).body).toMatchObject({ sessions: 0, planned: [] })
    expect(ids(await boss.get('/api/staff?q=zoersel'))).not.toContain(outside.id)
  })

  test('is filtered by state and searched by words', async () => {
    const els = { id: randomUUID(), name: 'Hélène Vandeputte', email: 'helene@zwalm.be', language: 'fr', role: 'desk', unit: branch }
    await boss.post('/api/staff', els)
    expect(ids(await boss.get('/api/staff?state=invited&q=helene'))).toEqual([els.id])
    expect(ids(await boss.get('/api/staff?state=open&q=vandeputte'))).toEqual([els.id])
    await boss.send('PATCH', `/api/staff/${els.id}`, { disabled: true, initials: 'HVP' })
    expect(ids(await boss.get('/api/staff?state=open&q=vandeputte'))).toEqual([])
    const closed = await boss.get('/api/staff?state=closed&q=vandeputte')
    expect(closed.body).toMatchObject({ total: 1, data: [{ id: els.id, initials: 'HVP', disabled: true }] })
  })
})

test('one colleague is shown with what stands open and how they sign in', async () => {
  const els = await here.staff('desk', branch)
  const id = randomUUID()
  const { owner } = here.database
  await owner.raw(`insert into second_factor values (?, ?, 'totp', 'Telefoon', now())`, [id, els.id])
  await owner.raw(`insert into second_factor_use (factor_id, totp_secret) values (?, '\\x00')`, [id])
  expect((await boss.get(`/api/staff/${els.id}`)).body).toMatchObject({ sessions: 1, factors: ['authenticator-app'], planned: [] })
})

describe('a group', () => {
  test('invites the people of its own office, whom its libraries do not see', async () => {
    const group = await here.unit('group', 'BibliNK')
    const member = await here.unit('library', 'Beerse', group)
    const chief = await here.staff('group-admin', group)
    const local = await here.staff('library-admin', member)
    const els = { id: randomUUID(), name: 'Els', email: 'els@biblink.be', language: 'nl', role: 'desk', unit: group }
    expect((await chief.post('/api/staff', els)).status).toBe(201)
    expect(ids(await chief.get('/api/staff'))).toEqual(expect.arrayContaining([els.id, chief.id, local.id]))
    expect(ids(await local.get('/api/staff'))).toEqual([local.id])
    expect([(await local.get(`/api/staff/${els.id}`)).status, (await boss.get(`/api/staff/${els.id}`)).status]).toEqual([404, 404])
    expect((await local.post('/api/staff', { ...els, id: randomUUID(), email: 'jan@biblink.be' })).status).toBe(404)
  })
})

describe('“leaves now”', () => {
  test('ends everything in one act, tells what waits of theirs, and is put back whole', async () => {
    const els = await here.staff('branch-manager', branch)
    await boss.change([grant(els.id, 'desk', zwalm, { from: '2027-01-01' })])
    const closing = (from: string) =>
      ({ kind: 'branches.close', payload: { units: [branch], from, to: from, kind: 'G', text: 'Inventaris' } })
    const done = await els.change([closing('2027-05-01')])
    const planned = await els.change([closing('2027-05-02')], { applyOn: '2027-04-01' })
    const { body: leaving } = await boss.get(`/api/staff/${els.id}/leaving`)
    expect(leaving).toMatchObject({
      sessions: 1, tokens: 0, webhooks: 0, mayLeave: true, faults: [],
      grants: expect.arrayContaining(['vestigingsbeheerder van Munkzwalm', 'baliemedewerker van Zwalm vanaf 1 januari 2027']),
      takeOver: [{ id: planned.body.id, state: 'planned' }], recent: [{ id: done.body.id, mayPutBack: true }],
    })
    const act = { id: randomUUID(), reason: 'Uit dienst' }
    const left = await boss.post(`/api/staff/${els.id}/leave`, act)
    expect([left.status, left.body.sentences.length, left.body.reason]).toEqual([201, 3, 'Uit dienst'])
    expect((await els.get('/api/session')).status).toBe(401)
    expect((await boss.post(`/api/staff/${els.id}/leave`, act)).body.id).toBe(act.id)
    expect((await boss.get(`/api/staff/${els.id}`)).body).toMatchObject({ disabled: true, grants: [], sessions: 0 })
    const back = await boss.post(`/api/changes/${act.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect(back.status).toBe(201)
    const { body } = await boss.get(`/api/staff/${els.id}`)
    expect([body.disabled, body.grants.map(({ role }: { role: string }) => role).sort()]).toEqual([false, ['branch-manager', 'desk']])
  })

  test('nobody ends whoever may do more', async () => {
    const mixed = await here.staff('desk', branch)
    await here.apply(grant(mixed.id, 'helpdesk', SYSTEM))
    expect([403, 404]).toContain((await boss.get(`/api/staff/${mixed.id}/leaving`)).status)
    expect([403, 404]).toContain((await boss.post(`/api/staff/${mixed.id}/leave`, { id: randomUUID() })).status)
    expect((await mixed.get('/api/session')).status).toBe(200)
    expect((await boss.get(`/api/staff/${randomUUID()}/leaving`)).status).toBe(404)
  })
})

describe('the roles of a colleague', () => {
  test('are given to another, as far as one may give them', async () => {
    const [from, to] = [await here.staff('branch-manager', branch), await here.staff('desk', zwalm)]
    await admin.change([grant(from.id, 'finance-director', zwalm)])
    const copy = (more: object) => boss.post(`/api/staff/${to.id}/copy-grants`, { id: randomUUID(), from: from.id, ...more })
    const { body: seen } = await copy({ preview: true })
    expect([seen.left, seen.set, seen.preview.sentences]).toEqual([
      ['financieel directeur van Zwalm'], null,
      ['Een medewerker wordt vestigingsbeheerder van Munkzwalm vanaf 23 november 2026'],
    ])
    expect((await copy({})).body.set.state).toBe('applied')
    expect((await to.get('/api/session')).body.permissions['branches.close']).toEqual([branch])
    expect(faultsOf(await copy({}))).toEqual(['permissions.nothing-to-copy'])
    const outside = await here.staff('desk', zoersel)
    expect((await boss.post(`/api/staff/${to.id}/copy-grants`, { id: randomUUID(), from: outside.id })).status).toBe(404)
  })
})
