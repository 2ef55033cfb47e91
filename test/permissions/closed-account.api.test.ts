import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let boss: Staff
let branch: UnitId
let zwalm: UnitId

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  admin = await here.staff('system-admin')
  await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => here.close())

const TODAY = '2026-11-23'
const open = (staff: string, from = TODAY, to: string | null = null) =>
  ({ kind: 'permissions.open-account', payload: { staff, unit: branch, from, to } })
const close = (staff: string, from = TODAY) => ({ kind: 'permissions.close-account', payload: { staff, from } })
const asks = async (els: Staff) => (await els.get('/api/session')).status
const done = async (answer: Promise<{ status: number; body: { id: string } }>) => {
  const { status, body } = await answer
  expect([200, 201, 204], JSON.stringify(body)).toContain(status)
  return body.id
}
const putBack = (set: string) => done(boss.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today' }))
const provisioning = async () => {
  const { body } = await admin.post('/api/tokens', {
    id: randomUUID(), name: 'Personeel', unit: zwalm, expires: '2027-06-30', grants: [{ role: 'provisioning', unit: zwalm }],
  })
  return async (els: Staff, active: boolean) => {
    const { statusCode } = await here.app.inject({
      method: 'PATCH', url: `/scim/v2/Users/${els.id}`,
      headers: { 'authorization': `Bearer ${body.token}`, 'content-type': 'application/scim+json' },
      payload: { Operations: [{ op: 'replace', path: 'active', value: active }] },
    })
    expect(statusCode).toBe(200)
  }
}

describe('what was open before an account closed counts no more when it opens again', () => {
  test('by a bare change', async () => {
    const els = await here.staff('desk', branch)
    await done(boss.change([close(els.id)]))
    expect(await asks(els)).toBe(401)
    await done(boss.change([open(els.id)]))
    expect(await asks(els)).toBe(401)
  })

  test('by hand in the list of staff', async () => {
    const els = await here.staff('desk', branch)
    await done(boss.send('PATCH', `/api/staff/${els.id}`, { disabled: true }))
    await done(boss.send('PATCH', `/api/staff/${els.id}`, { disabled: false }))
    expect(await asks(els)).toBe(401)
  })

  test('by leaving, and putting that back', async () => {
    const els = await here.staff('desk', branch)
    await putBack(await done(boss.post(`/api/staff/${els.id}/leave`, { id: randomUUID() })))
    expect(await asks(els)).toBe(401)
  })

  test('by putting an opening back, and that too', async () => {
    const els = await here.staff('desk', branch)
    await done(boss.change([close(els.id)]))
    const opened = await done(boss.change([open(els.id)]))
    const session = randomUUID()
    await here.database.owner.raw(
      `insert into session (id, staff_id, started_at, last_seen_at, expires_at)
       select ?, staff_id, ?, ?, expires_at from session where id = ?`,
      [session, here.clock.now.toString(), here.clock.now.toString(), els.session])
    const closed = await putBack(opened)
    await putBack(closed)
    expect(await here.database.owner('session').where({ staff_id: els.id }).whereNull('ended_at')).toEqual([])
  })

  test('by the personnel system', async () => {
    const scim = await provisioning()
    const els = await here.staff('desk', branch)
    await scim(els, false)
    await scim(els, true)
    expect(await asks(els)).toBe(401)
  })

  test('by a last day that was planned, and a new period later', async () => {
    const els = await here.staff('desk', branch)
    await here.database.owner('session').where({ id: els.session }).update({ expires_at: '2027-06-01T00:00:00Z', idle_minutes: null })
    await done(boss.change([open(els.id, TODAY, '2026-11-24')]))
    expect(await asks(els)).toBe(200)
    const now = here.clock.now
    try {
      here.clock.now = Temporal.Instant.from('2026-11-26T09:00:00Z')
      expect(await asks(els)).toBe(401)
      await here.apply(open(els.id, '2026-11-26'))
      expect(await asks(els)).toBe(401)
    } finally {
      here.clock.now = now
    }
  })

  test('a machine’s token too', async () => {
    const { body } = await admin.post('/api/tokens', {
      id: randomUUID(), name: 'Zuil', unit: branch, expires: '2027-06-30', grants: [{ role: 'desk', unit: branch }],
    })
    const machine = async () => (await here.app.inject({
      url: '/api/session', headers: { authorization: `Bearer ${body.token}` },
    })).statusCode
    const { staff_id: id } = await here.database.owner('session').where({ label: 'Zuil' }).first('staff_id')
    expect(await machine()).toBe(200)
    await done(admin.change([close(id)]))
    await done(admin.change([open(id)]))
    expect(await machine()).toBe(401)
  })

  test('a link with which to choose a password too', async () => {
    const els = { id: randomUUID(), name: 'Els', email: 'els@zwalm.be', language: 'nl', role: 'desk', unit: branch }
    const { body: { token } } = await boss.post('/api/staff', els)
    await done(boss.change([close(els.id)]))
    await done(boss.change([open(els.id)]))
    const answer = await here.app.inject({
      method: 'POST', url: '/api/invitation', payload: { token, password: 'een goed wachtwoord' },
    })
    expect(answer.statusCode).toBe(410)
  })

  test('whoever only moves, or gets another last day, goes on working', async () => {
    const els = await here.staff('desk', branch)
    await done(boss.change([open(els.id, TODAY, '2027-03-31')]))
    await done(boss.change([{ kind: 'permissions.open-account', payload: { staff: els.id, unit: zwalm, from: TODAY, to: null } }]))
    expect(await asks(els)).toBe(200)
  })
})
