import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

/** Ways in that reach the whole region: providers, machines, links and second steps take two people as roles do. */
const TODAY = '2026-11-23'
let here: Opened
let admin: Staff
let second: Staff
let zwalm: UnitId

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  admin = await here.staff('system-admin')
  second = await here.staff('system-admin')
})
afterAll(() => here.close())

interface Said { readonly kind: string; readonly payload: object }
const vouch = (unit: UnitId, id = randomUUID()): Said => ({
  kind: 'sign-in.set-provider', payload: { id, unit, provider: { name: 'Entra', issuer: 'https://login.proef.be', clientId: 'x' } },
})
const rules = (provider: string, unit: UnitId, ...roles: string[]): Said => ({
  kind: 'sign-in.set-claim-rules',
  payload: { provider, unit, rules: roles.map(role => ({ claim: 'groups', value: role, role, unit })) },
})
const codeOf = ({ status, body }: Answer) => [status, body.code]
const ALONE = [403, 'core.second-person']
const agreed = async (...items: Said[]): Promise<string> => {
  const { body: { id } } = await admin.change(items, { asRequest: true })
  expect((await second.post(`/api/changes/${id}/decide`, { approve: true })).body.state).toBe('applied')
  return id
}
const back = (who: Staff, set: string) => who.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today' })

describe('an identity provider', () => {
  test('for the whole region, and what it gives, take two; in a library one is enough', async () => {
    const id = randomUUID()
    expect(codeOf(await admin.change([vouch(SYSTEM, id)]))).toEqual(ALONE)
    await agreed(vouch(SYSTEM, id))
    expect(codeOf(await admin.change([rules(id, SYSTEM, 'desk')]))).toEqual(ALONE)
    await agreed(rules(id, SYSTEM, 'desk'))
    const ended = await admin.change([{ kind: 'sign-in.end-provider', payload: { id, unit: SYSTEM } }])
    expect(ended.status).toBe(201)
    expect(codeOf(await back(admin, ended.body.id))).toEqual(ALONE)
    const theirs = randomUUID()
    expect((await admin.change([vouch(zwalm, theirs), rules(theirs, zwalm, 'desk')])).status).toBe(201)
  })

  test('that comes back gives no role that whoever puts it back does not hold, and asks who they are once more', async () => {
    await here.apply({ kind: 'permissions.set-role', payload: { code: 'vouch', unit: zwalm, from: TODAY, role: {
      name: { nl: 'x', en: 'x', fr: 'x' }, permissions: ['core.see', 'sign-in.providers'],
    } } })
    const it = await here.staff('vouch', zwalm)
    const id = randomUUID()
    expect((await admin.change([vouch(zwalm, id), rules(id, zwalm, 'library-admin')])).status).toBe(201)
    const ended = await it.change([{ kind: 'sign-in.end-provider', payload: { id, unit: zwalm } }])
    expect(ended.status).toBe(201)
    expect(codeOf(await back(it, ended.body.id))).toEqual([403, 'core.not-allowed'])
    const now = here.clock.now
    here.clock.now = now.add({ minutes: 16 })
    expect(codeOf(await back(admin, ended.body.id))).toEqual([403, 'core.confirm-yourself'])
    here.clock.now = now
    expect((await back(admin, ended.body.id)).status).toBe(201)
  })
})

test('a machine gets a role over the whole region by two, after it was made', async () => {
  const wish = (...grants: object[]) => ({ id: randomUUID(), name: 'Rapport', unit: SYSTEM, expires: '2027-06-30', grants })
  const alone = await admin.post('/api/tokens', wish({ role: 'auditor', unit: SYSTEM }))
  expect(codeOf(alone)).toEqual(ALONE)
  expect(alone.body.title).toContain('Maak de machine')
  expect((await admin.get('/api/tokens')).body.data).toEqual([])
  const { body: { machine: { id }, token } } = await admin.post('/api/tokens', wish({ role: 'auditor', unit: zwalm }))
  await agreed({ kind: 'permissions.grant', payload: { staff: id, role: 'auditor', unit: SYSTEM, from: TODAY, to: null } })
  const mine = await here.app.inject({ method: 'GET', url: '/api/session', headers: { authorization: `Bearer ${token}` } })
  expect(mine.json().permissions['permissions.review']).toContain(SYSTEM)
})

describe('the way in of the other administrator', () => {
  test.each([
    ['a link', () => admin.post(`/api/staff/${second.id}/invitation`)],
    ['another address', () => admin.send('PATCH', `/api/staff/${second.id}`, { email: 'mijn@proef.be' })],
    ['an invitation under their number', async () => {
      const { email, name } = (await admin.get(`/api/staff/${second.id}`)).body
      return admin.post('/api/staff', { id: second.id, name, email, language: 'nl', role: 'desk', unit: zwalm })
    }],
    ['taking their second step away', () => admin.post(`/api/staff/${second.id}/factors/reset`, { reason: 'telefoon kwijt' })],
  ])('is not opened by %s', async (_how, act) => {
    expect(codeOf(await act())).toEqual([403, 'core.another-administrator'])
  })

  test('is opened once their role was taken, and for whoever never came in', async () => {
    const els = await here.staff('helpdesk')
    expect((await admin.post(`/api/staff/${els.id}/invitation`)).status).toBe(201)
    const third = await here.staff('system-admin')
    const taken = { staff: third.id, role: 'system-admin', unit: SYSTEM, from: TODAY }
    expect((await admin.change([{ kind: 'permissions.withdraw', payload: taken }])).status).toBe(201)
    expect((await admin.post(`/api/staff/${third.id}/invitation`)).status).toBe(201)
    const alone = await openInstallation()
    try {
      const only = await alone.staff('system-admin')
      const jan = { id: randomUUID(), name: 'Jan', email: 'jan@proef.be', language: 'nl', role: 'system-admin', unit: SYSTEM }
      expect((await only.post('/api/staff', jan)).status).toBe(201)
      expect((await only.post(`/api/staff/${jan.id}/invitation`)).status).toBe(201)
    } finally {
      await alone.close()
    }
  })
})
