import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

const TODAY = '2026-11-23'
const grant = (staff: string, role: string, unit: UnitId, more: object = {}) =>
  ({ kind: 'permissions.grant', payload: { staff, role, unit, from: TODAY, to: null, ...more } })
const withdraw = (staff: string, role: string, unit: UnitId) =>
  ({ kind: 'permissions.withdraw', payload: { staff, role, unit, from: TODAY } })
const close = (staff: string) => ({ kind: 'permissions.close-account', payload: { staff, from: TODAY } })
const faultsOf = ({ body }: Answer): string[] => body.faults.map(({ code }: { code: string }) => code)

describe('the last system admin', () => {
  test.each([
    ['lose their role', (who: Staff) => withdraw(who.id, 'system-admin', SYSTEM)],
    ['lose their access', (who: Staff) => close(who.id)],
  ])('stays when the last two %s at once, on two processes: one goes, the other hears why not', async (_what, act) => {
    const here = await openInstallation()
    const other = await here.second()
    try {
      const [one, two] = [await here.staff('system-admin'), await here.staff('system-admin')]
      const answers = await Promise.all([one.change([act(one)]), two.on(other.app).change([act(two)])])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
      expect(faultsOf(answers.find(({ status }) => status === 422) ?? expect.fail())).toEqual(['permissions.last-admin'])
      const left = answers[0]?.status === 422 ? one : two
      expect((await left.get('/api/staff')).status).toBe(200)
    } finally {
      await other.app.close()
      await here.close()
    }
  })

  test('keeps a role that administers: it is neither emptied nor ended', async () => {
    const alone = await openInstallation()
    try {
      const only = await alone.staff('system-admin')
      const name = { nl: 'x', en: 'x', fr: 'x' }
      const emptied = await only.change([{
        kind: 'permissions.set-role', payload: { code: 'system-admin', unit: SYSTEM, from: TODAY, role: { name, permissions: ['core.see'] } },
      }])
      expect(faultsOf(emptied)).toEqual(['permissions.last-admin'])
      const ended = await only.change([{ kind: 'permissions.end-role', payload: { code: 'system-admin', unit: SYSTEM, from: TODAY } }])
      expect(faultsOf(ended)).toEqual(['permissions.role-held'])
      expect(faultsOf(await only.change([close(only.id)]))).toEqual(['permissions.last-admin'])
    } finally {
      await alone.close()
    }
  })
})

describe('giving rights', () => {
  let here: Opened
  let admin: Staff
  let second: Staff
  let boss: Staff
  let zwalm: UnitId
  beforeAll(async () => {
    here = await openInstallation()
    zwalm = await here.unit('library', 'Zwalm')
    admin = await here.staff('system-admin')
    second = await here.staff('system-admin')
    boss = await here.staff('library-admin', zwalm)
  })
  afterAll(() => here.close())

  test('to oneself is refused, also by approving it or putting it back', async () => {
    expect(faultsOf(await boss.change([grant(boss.id, 'desk', zwalm)]))).toEqual(['permissions.own-grant'])
    const els = await here.staff('library-admin', zwalm)
    const given = await els.change([grant(boss.id, 'auditor', zwalm)])
    expect(given.status).toBe(201)
    const taken = await els.change([withdraw(boss.id, 'auditor', zwalm)])
    const back = (who: Staff) => who.post(`/api/changes/${taken.body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })
    expect(faultsOf(await back(boss))).toEqual(['permissions.own-grant'])
    expect((await back(els)).status).toBe(201)
    const asked = await boss.change([grant(admin.id, 'desk', zwalm)], { asRequest: true })
    expect(asked.status).toBe(422)
  })

  test('over the whole region takes two, and its author is not the second', async () => {
    const els = await here.staff('desk')
    const items = [grant(els.id, 'helpdesk', SYSTEM)]
    expect((await admin.post('/api/changes/preview', { items })).body).toMatchObject({ mayApply: true, secondPerson: true })
    const alone = await admin.change(items)
    expect([alone.status, alone.body.code]).toEqual([403, 'core.second-person'])
    const asked = await admin.change(items, { asRequest: true })
    expect([asked.status, asked.body.state]).toEqual([201, 'requested'])
    const decide = (who: Staff) => who.post(`/api/changes/${asked.body.id}/decide`, { approve: true })
    const own = await decide(admin)
    expect([own.status, own.body.code]).toEqual([403, 'core.own-request'])
    expect((await decide(second)).body.state).toBe('applied')
    const off = { kind: 'parameters.set', payload: {
      unit: SYSTEM, parameter: 'permissions.second-person', value: false, from: TODAY, to: null,
    } }
    expect((await admin.change([off])).body.code).toBe('core.second-person')
    const wish = await admin.change([off], { asRequest: true })
    expect((await second.post(`/api/changes/${wish.body.id}/decide`, { approve: true })).body.state).toBe('applied')
    const jan = await here.staff('desk')
    expect((await admin.change([grant(jan.id, 'helpdesk', SYSTEM)])).status).toBe(201)
  })

  test('asks who one is once more when that was long ago; taking them away does not', async () => {
    const els = await here.staff('desk', zwalm)
    const now = here.clock.now
    try {
      here.clock.now = now.add({ minutes: 16 })
      expect((await boss.post('/api/changes/preview', { items: [grant(els.id, 'auditor', zwalm)] })).body.confirms).toBe(true)
      const late = await boss.change([grant(els.id, 'auditor', zwalm)])
      expect([late.status, late.body.code]).toEqual([403, 'core.confirm-yourself'])
      expect((await boss.change([withdraw(els.id, 'desk', zwalm)])).status).toBe(201)
    } finally {
      here.clock.now = now
    }
  })

  test('by a link that is used twice at once lets one in, and none when it is too old', async () => {
    const els = { id: randomUUID(), name: 'Els', email: 'els@zwalm.be', language: 'nl', role: 'desk', unit: zwalm }
    const { token } = (await boss.post('/api/staff', els)).body
    const enter = (link: string) => here.app.inject({
      method: 'POST', url: '/api/invitation', payload: { token: link, password: 'een goed wachtwoord' },
    })
    const both = await Promise.all([enter(token), enter(token)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410])
    const again = (await boss.post(`/api/staff/${els.id}/invitation`)).body.token
    const now = here.clock.now
    try {
      here.clock.now = now.add({ hours: 73 })
      expect((await enter(again)).statusCode).toBe(410)
      // A process whose clock runs five minutes late still takes a link of just now.
      here.clock.now = now.subtract({ minutes: 5 })
      expect((await enter(again)).statusCode).toBe(200)
    } finally {
      here.clock.now = now
    }
  })
})
