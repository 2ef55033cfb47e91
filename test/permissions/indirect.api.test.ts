import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

/** Ways round: what one may not give oneself is not had by undoing, by a machine, by a link or by another address. */
const TODAY = '2026-11-23'
let here: Opened
let admin: Staff
let boss: Staff
let zwalm: UnitId
let branch: UnitId

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => here.close())

const grant = (staff: string, role: string, unit: UnitId, more: object = {}) =>
  ({ kind: 'permissions.grant', payload: { staff, role, unit, from: TODAY, to: null, ...more } })
const withdraw = (staff: string, role: string, unit: UnitId) =>
  ({ kind: 'permissions.withdraw', payload: { staff, role, unit, from: TODAY } })
const setRole = (code: string, unit: UnitId, permissions: readonly string[], more: object = {}) => ({
  kind: 'permissions.set-role',
  payload: { code, unit, from: TODAY, role: { name: { nl: code, en: code, fr: code }, permissions, ...more } },
})
const back = (who: Staff, set: string) => who.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today' })
const applied = async (who: Staff, ...items: { kind: string; payload: object }[]): Promise<string> => {
  const { status, body } = await who.change(items)
  expect(status).toBe(201)
  return body.id
}
const machine = async (who: Staff, unit: UnitId, role: string) => (await who.post('/api/tokens', {
  id: randomUUID(), name: 'Machine', unit, expires: '2027-06-30', grants: [{ role, unit }],
})) as { status: number; body: { token: string } }

describe('putting back', () => {
  test('gives a role no right again that whoever puts it back does not hold', async () => {
    await applied(admin, setRole('helpers', zwalm, ['core.see', 'core.decide']))
    const taken = await applied(admin, setRole('helpers', zwalm, ['core.see']))
    expect((await back(boss, taken)).status).toBe(403)
    expect((await back(admin, taken)).status).toBe(201)
  })

  test('gives nobody a role again without a limit that whoever puts it back has', async () => {
    const chief = ['core.see', 'permissions.manage', 'branches.close']
    await applied(boss, setRole('closers', zwalm, chief))
    const [els, jan] = [await here.staff('desk', branch), await here.staff('desk', branch)]
    const limits = { 'branches.days-closed': 5 }
    await applied(boss, grant(els.id, 'closers', branch, { limits }), grant(jan.id, 'closers', branch))
    expect((await els.change([grant(jan.id, 'closers', branch, { limits })])).status).toBe(403)
    const lessened = await applied(boss, grant(jan.id, 'closers', branch, { limits }))
    expect((await back(els, lessened)).status).toBe(403)
    expect((await back(boss, lessened)).status).toBe(201)
  })

  test('a withdrawal asks who one is once more, and no machine does it', async () => {
    const els = await here.staff('desk', branch)
    const taken = await applied(boss, withdraw(els.id, 'desk', branch))
    const { body: { token } } = await machine(boss, zwalm, 'library-admin')
    const byMachine = await here.app.inject({
      method: 'POST', url: `/api/changes/${taken}/put-back`, headers: { authorization: `Bearer ${token}` },
      payload: { id: randomUUID(), mode: 'from-today' },
    })
    expect([byMachine.statusCode, byMachine.json().code]).toEqual([403, 'core.confirm-yourself'])
    expect((await back(boss, taken)).status).toBe(201)
  })
})

describe('the way in of a colleague', () => {
  test('is given by nobody who has not just proved who they are, and by no machine', async () => {
    const els = await here.staff('desk', branch)
    const { body: { token } } = await machine(boss, zwalm, 'library-admin')
    const link = await here.app.inject({
      method: 'POST', url: `/api/staff/${els.id}/invitation`, headers: { authorization: `Bearer ${token}` },
    })
    expect([link.statusCode, link.json().code]).toEqual([403, 'core.confirm-yourself'])
    const now = here.clock.now
    try {
      here.clock.now = now.add({ minutes: 16 })
      const address = (email: string, more: object = {}) => boss.send('PATCH', `/api/staff/${els.id}`, { email, ...more })
      expect((await address('mine@zwalm.be')).body.code).toBe('core.confirm-yourself')
      expect((await boss.post(`/api/staff/${els.id}/invitation`)).body.code).toBe('core.confirm-yourself')
      expect((await boss.send('PATCH', `/api/staff/${els.id}`, { name: 'Els' })).status).toBe(200)
    } finally {
      here.clock.now = now
    }
  })

  test('and their access are not for whoever may as much at that unit only, and not below it', async () => {
    const els = await here.staff('desk', zwalm)
    await applied(admin, grant(els.id, 'library-admin', zwalm, { only: true }))
    expect((await els.post(`/api/staff/${boss.id}/invitation`)).status).toBe(403)
    expect((await els.change([withdraw(boss.id, 'library-admin', zwalm)])).status).toBe(403)
    const jan = await here.staff('desk', zwalm)
    await applied(admin, withdraw(jan.id, 'desk', zwalm), grant(jan.id, 'library-admin', zwalm, { only: true }))
    expect((await els.post(`/api/staff/${jan.id}/invitation`)).status).toBe(201)
  })
})

test('who reaches one branch makes no machine, and no rule by which somebody reaches the library', async () => {
  await applied(admin, setRole('keeper', zwalm, ['core.see', 'sign-in.tokens', 'sign-in.providers'], { reach: 'branch' }))
  await applied(admin, setRole('lookers', zwalm, ['core.see']), setRole('near', zwalm, ['core.see'], { reach: 'branch' }))
  const els = await here.staff('keeper', branch)
  expect((await machine(els, branch, 'lookers')).status).toBe(403)
  const provider = { id: randomUUID(), unit: branch, provider: { name: 'Entra', issuer: 'https://login.proef.be', clientId: 'x' } }
  await applied(els, { kind: 'sign-in.set-provider', payload: provider })
  const rule = (role: string) => els.change([{ kind: 'sign-in.set-claim-rules', payload: {
    provider: provider.id, unit: branch, rules: [{ claim: 'groups', value: 'x', role, unit: branch }],
  } }])
  expect((await rule('lookers')).status).toBe(403)
  expect((await rule('near')).status).toBe(201)
})

test('what is planned for another library is not told by trying out the set that both share', async () => {
  const zoersel = await here.unit('library', 'Zoersel')
  const theirs = await here.unit('branch', 'Halle', zoersel)
  const closing = (unit: UnitId) => ({
    kind: 'branches.close', payload: { units: [unit], from: '2027-01-04', to: '2027-01-04', kind: 'G', text: 'Telling' },
  })
  const planned = await admin.change([closing(branch), closing(theirs)], { applyOn: '2026-12-24' })
  const { body } = await boss.post(`/api/changes/${planned.body.id}/preview`)
  expect([body.sentences.length, body.faults]).toEqual([1, []])
  expect(JSON.stringify(body)).toContain('Munkzwalm')
  expect(JSON.stringify(body)).not.toContain('Halle')
  expect((await admin.post(`/api/changes/${planned.body.id}/preview`)).body.sentences).toHaveLength(2)
})
