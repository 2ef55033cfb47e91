import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId
let boss: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Zoersel')
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => here.close())

let people = 0
const somebody = (role: string, unit: UnitId, more: object = {}) => ({
  id: randomUUID(), name: 'Els De Wit', email: `els${++people}@zwalm.be`, language: 'nl', role, unit, ...more,
})
const grant = (staff: string, role: string, unit: UnitId, more: object = {}) =>
  ({ kind: 'permissions.grant', payload: { staff, role, unit, from: '2026-11-23', to: null, ...more } })
const withdraw = (staff: string, role: string, unit: UnitId, from = '2026-11-23') => ({
  kind: 'permissions.withdraw', payload: { staff, role, unit, from },
})
const faultsOf = (answer: { body: { faults: { code: string }[] } }) => answer.body.faults.map(({ code }) => code)
const post = (url: string, payload: object) => here.app.inject({ method: 'POST', url, payload })

describe('inviting', () => {
  test('makes an account, a role and a link that works once', async () => {
    const els = somebody('desk', branch)
    const { status, body } = await boss.post('/api/staff', els)
    expect(status).toBe(201)
    expect(body.staff).toMatchObject({
      name: 'Els De Wit', invited: true, disabled: false, homeUnit: { name: 'Munkzwalm' },
      grants: [{ role: 'desk', unit: branch }],
    })
    const password = 'een goed wachtwoord'
    const entered = await post('/api/invitation', { token: body.token, password })
    expect([entered.statusCode, entered.json().permissions['core.see']]).toEqual([200, [branch]])
    expect((await post('/api/invitation', { token: body.token, password })).statusCode).toBe(410)
    expect((await post('/api/session', { email: els.email.toUpperCase(), password })).statusCode).toBe(200)
    const { data } = (await boss.get(`/api/staff?unit=${branch}&q=${els.email}`)).body
    expect(data).toMatchObject([{ invited: false, lastSeen: expect.any(String), grants: [{ here: true }] }])
  })

  test('takes any name a person may have', async () => {
    const els = somebody('desk', branch, { name: '𝒳ara 👩‍🚒 ﬁnn ʼt Hoen' })
    const { status, body } = await boss.post('/api/staff', els)
    expect([status, body.staff.name, body.staff.initials]).toEqual([201, els.name, '𝒳👩FI'])
  })

  test('gives no link to the account of somebody who may do more, now or later', async () => {
    for (const more of [{}, { from: '2027-01-01' }]) {
      const els = somebody('desk', branch)
      await boss.post('/api/staff', els)
      await here.apply(grant(els.id, 'system-admin', SYSTEM, more))
      const again = await boss.post('/api/staff', { ...els, role: 'branch-manager' })
      expect([again.status, again.body.token]).toEqual([404, undefined])
      expect((await boss.post(`/api/staff/${els.id}/invitation`)).status).toBe(404)
      expect((await boss.send('PATCH', `/api/staff/${els.id}`, { email: 'mijn@zwalm.be' })).status).toBe(404)
    }
  })

  test('sent twice invites once, and only the newest link works', async () => {
    const els = somebody('desk', branch)
    const [first, second] = [await boss.post('/api/staff', els), await boss.post('/api/staff', els)]
    expect([first.status, second.status, second.body.staff.grants.length]).toEqual([201, 201, 1])
    expect(
      (await post('/api/invitation', { token: first.body.token, password: 'een goed wachtwoord' })).statusCode
    ).toBe(410)
    expect(
      (await post('/api/invitation', { token: second.body.token, password: 'een goed wachtwoord' })).statusCode
    ).toBe(200)
  })

  test('two people do not sign in with one address', async () => {
    const els = somebody('desk', branch)
    await boss.post('/api/staff', els)
    const again = await boss.post('/api/staff', { ...somebody('desk', branch), email: els.email })
    expect([again.status, faultsOf(again)]).toEqual([409, ['permissions.email-taken']])
  })

  test('every fault of the form is named at once', async () => {
    const { status, body } = await boss.post(
      '/api/staff', { ...somebody('the Emperor', branch), email: 'geen adres', name: ' ', shoeSize: 43 }
    )
    expect([
      status, body.faults.map(({ pointer }: { pointer: string }) => pointer).sort(),
    ]).toEqual([400, ['/email', '/name', '/role', '/shoeSize']])
  })

  test('nobody hands out more than they hold, nor where they do not', async () => {
    expect((await boss.post('/api/staff', somebody('system-admin', zwalm))).status).toBe(403)
    expect((await boss.post('/api/staff', somebody('helpdesk', zwalm))).status).toBe(403)
    expect((await boss.post('/api/staff', somebody('desk', zoersel))).status).toBe(404)
    expect((await boss.post('/api/staff', somebody('desk', SYSTEM))).status).toBe(404)
    const desk = await here.staff('desk', branch)
    expect((await desk.post('/api/staff', somebody('desk', branch))).status).toBe(403)
    const { data } = (await boss.get('/api/roles')).body
    const mayGive = data.filter(
      (role: { mayGrant: string[] }) => role.mayGrant.length
    ).map((role: { code: string }) => role.code)
    expect(mayGive).toEqual(['library-admin', 'branch-manager', 'desk', 'prison-library', 'auditor', 'website'])
  })
})

describe('roles', () => {
  test('are given and taken through the door, and count from the next request on', async () => {
    const els = await here.staff('desk', branch)
    const rename = () => els.change([{
      kind: 'units.change', payload: { unit: zwalm, from: '2026-12-01', fields: { province: 'Oost-Vlaanderen' } },
    }])
    expect((await rename()).status).toBe(403)
    const given = await boss.change([grant(els.id, 'library-admin', zwalm)])
    expect([given.status, given.body.sentences]).toEqual([
      201, [expect.stringMatching(/^desk \d+ wordt bibliotheekbeheerder van Zwalm vanaf 23 november 2026$/)],
    ])
    expect((await rename()).status).toBe(201)
    expect((await boss.change([withdraw(els.id, 'library-admin', zwalm)])).status).toBe(201)
    expect((await rename()).status).toBe(403)
  })

  test('a withdrawn role counts on the other process too', async () => {
    const other = await here.second()
    const els = await here.staff('library-admin', zwalm)
    expect((await els.on(other.app).get('/api/staff')).status).toBe(200)
    await boss.change([withdraw(els.id, 'library-admin', zwalm)])
    expect((await els.on(other.app).get('/api/staff')).status).toBe(403)
    await other.app.close()
  })

  test('last from one day to another', async () => {
    const els = await here.staff('desk', branch)
    await boss.change([grant(els.id, 'branch-manager', branch, { from: '2026-12-01', to: '2026-12-31' })])
    const rolesOn = (day: string) => here.installation
      .rightsOf(
        here.installation.snapshot.current, els.id, Temporal.Instant.from(`${day}T12:00:00Z`)
      ).grants.map(({ role }) => role).sort()
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map(rolesOn))
      .toEqual([['desk'], ['branch-manager', 'desk'], ['branch-manager', 'desk'], ['desk']])
    const { data } = (await boss.get(`/api/staff?unit=${branch}`)).body
    expect(data.find((row: { id: string }) => row.id === els.id).grants).toContainEqual(
      expect.objectContaining({ role: 'branch-manager', to: '2026-12-31' })
    )
  })

  test('refuse strangers, wrong periods, and what is not held', async () => {
    const els = await here.staff('desk', branch)
    expect(faultsOf(await boss.change([grant(randomUUID(), 'desk', branch)]))).toEqual(['core.no-staff'])
    expect(
      faultsOf(await boss.change([grant(els.id, 'desk', zwalm, { to: '2026-01-01' })]))
    ).toEqual(['permissions.backwards'])
    expect(faultsOf(await boss.change([withdraw(els.id, 'desk', zwalm)]))).toEqual(['permissions.no-grant'])
    expect(faultsOf(await boss.change([withdraw(admin.id, 'system-admin', SYSTEM)]))).toEqual(['core.no-staff'])
  })

  test('somebody of another library is a stranger', async () => {
    const outside = await here.staff('desk', zoersel)
    expect(faultsOf(await boss.change([grant(outside.id, 'desk', branch)]))).toEqual(['core.no-staff'])
  })
})

describe('access', () => {
  test('is taken away from the next request on, and given back', async () => {
    const els = somebody('desk', branch)
    const { token } = (await boss.post('/api/staff', els)).body
    const entered = await post('/api/invitation', { token, password: 'een goed wachtwoord' })
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
    const me = async () => (await here.app.inject({ url: '/api/session', headers: { cookie } })).statusCode
    expect(await me()).toBe(200)
    const disabled = await boss.send('PATCH', `/api/staff/${els.id}`, { disabled: true })
    expect([disabled.status, disabled.body.disabled, await me()]).toEqual([200, true, 401])
    expect((await post('/api/session', { email: els.email, password: 'een goed wachtwoord' })).statusCode).toBe(401)
    expect(faultsOf(await boss.post(`/api/staff/${els.id}/invitation`))).toEqual(['permissions.no-account'])
    await boss.send('PATCH', `/api/staff/${els.id}`, { disabled: false })
    expect((await post('/api/session', { email: els.email, password: 'een goed wachtwoord' })).statusCode).toBe(200)
  })

  test('nobody has a say over whoever may do more', async () => {
    const mixed = await here.staff('desk', branch)
    await here.apply(grant(mixed.id, 'helpdesk', SYSTEM))
    for (const answer of [
      await boss.send(
        'PATCH', `/api/staff/${mixed.id}`, { disabled: true }
      ), await boss.post(`/api/staff/${mixed.id}/invitation`),
      await boss.send('PATCH', `/api/staff/${mixed.id}`, { email: 'van.mij@zwalm.be' }),
    ]) expect([403, 404]).toContain(answer.status)
    expect((await boss.send('PATCH', `/api/staff/${admin.id}`, { disabled: true })).status).toBe(404)
  })

  test('names, addresses and languages are corrected', async () => {
    const els = somebody('desk', branch)
    await boss.post('/api/staff', els)
    const { body } = await boss.send(
      'PATCH', `/api/staff/${els.id}`, { name: 'Els  Van Damme', email: 'ELS@damme.be', language: 'fr' }
    )
    expect(body).toMatchObject({ name: 'Els  Van Damme', initials: 'EVD', email: 'els@damme.be', language: 'fr' })
    expect((await boss.send('PATCH', `/api/staff/${els.id}`, {})).status).toBe(400)
  })

  test('a corrected address ends the links that were sent to the old one', async () => {
    const els = somebody('desk', branch)
    const { token } = (await boss.post('/api/staff', els)).body
    expect((await boss.send('PATCH', `/api/staff/${els.id}`, { email: els.email, name: 'Els' })).status).toBe(200)
    const password = 'een goed wachtwoord'
    expect((await boss.send('PATCH', `/api/staff/${els.id}`, { email: 'els@juist.be' })).status).toBe(200)
    expect((await post('/api/invitation', { token, password })).statusCode).toBe(410)
    const again = (await boss.post(`/api/staff/${els.id}/invitation`)).body
    expect((await boss.send('PATCH', `/api/staff/${els.id}`, { email: 'ELS@juist.be', initials: 'E' })).status).toBe(200)
    expect((await post('/api/invitation', { token: again.token, password })).statusCode).toBe(200)
  })

  test('the staff of another library is not there', async () => {
    const outside = await here.staff('library-admin', zoersel)
    const [theirs, ours] = [(await outside.get('/api/staff')).body, (await boss.get('/api/staff')).body]
    expect(theirs.data.some((row: { id: string }) => row.id === boss.id)).toBe(false)
    expect(ours.data.some((row: { id: string }) => row.id === outside.id)).toBe(false)
    expect([
      (await outside.get(`/api/staff/${boss.id}`)).status, (await outside.get(`/api/staff/${randomUUID()}`)).status,
    ]).toEqual([404, 404])
    expect((await outside.get(`/api/staff?unit=${zwalm}`)).body.total).toBe(0)
  })
})

describe('the last system admin', () => {
  test('stays, whichever way one tries', async () => {
    const alone = await openInstallation()
    try {
      const only = await alone.staff('system-admin')
      expect(
        faultsOf(await only.change([withdraw(only.id, 'system-admin', SYSTEM)]))
      ).toEqual(['permissions.last-admin'])
      expect(
        faultsOf(await only.change([withdraw(only.id, 'system-admin', SYSTEM, '2027-06-01')]))
      ).toEqual(['permissions.last-admin'])
      expect(
        faultsOf(await only.send('PATCH', `/api/staff/${only.id}`, { disabled: true }))
      ).toEqual(['permissions.last-admin'])
      const second = await alone.staff('desk', SYSTEM)
      const given = await only.change([grant(second.id, 'system-admin', SYSTEM)])
      expect((await only.send('PATCH', `/api/staff/${only.id}`, { disabled: true })).status).toBe(200)
      const back = await second.post(`/api/changes/${given.body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
      expect(faultsOf(back)).toEqual(['permissions.last-admin'])
    } finally {
      await alone.close()
    }
  })
})
