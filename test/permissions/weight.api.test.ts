import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { asksTwo } from '#core/second-person.ts'
import { SYSTEM } from '#core/unit.ts'
import { applyDue } from '#core/waiting.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

/** What reaches the whole region takes two people, and there is no way round: not by settings, undoing, or one after another. */
const TODAY = '2026-11-23'
let here: Opened
let admin: Staff
let second: Staff
let zwalm: UnitId
let boss: Staff

beforeAll(async () => {
  here = await openInstallation()
  zwalm = await here.unit('library', 'Zwalm')
  admin = await here.staff('system-admin')
  second = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => here.close())

interface Said { readonly kind: string; readonly payload: object }
const grant = (staff: string, role: string, unit: UnitId, more: object = {}): Said =>
  ({ kind: 'permissions.grant', payload: { staff, role, unit, from: TODAY, to: null, ...more } })
const withdraw = (staff: string, role: string, unit: UnitId): Said =>
  ({ kind: 'permissions.withdraw', payload: { staff, role, unit, from: TODAY } })
const setting = (unit: UnitId, parameter: string, value: unknown): Said =>
  ({ kind: 'parameters.set', payload: { unit, parameter, value, from: TODAY, to: null } })
const codeOf = ({ status, body }: Answer) => [status, body.code]
const ALONE = [403, 'core.second-person']
const late = async <T>(act: () => Promise<T>): Promise<T> => {
  const now = here.clock.now
  here.clock.now = now.add({ minutes: 16 })
  return act().finally(() => { here.clock.now = now })
}
const decide = (who: Staff, set: string) => who.post(`/api/changes/${set}/decide`, { approve: true })
const agreed = async (...items: Said[]): Promise<string> => {
  const { body: { id } } = await admin.change(items, { asRequest: true })
  expect((await decide(second, id)).body.state).toBe('applied')
  return id
}

describe('a setting that guards rights', () => {
  test.each([
    ['permissions.second-person', false], ['sign-in.second-factor', 'everyone'], ['core.confirm-minutes', 700],
    ['core.session-hours', 24], ['core.idle-minutes', 1440], ['sign-in.desk-days', 90], ['sign-in.desk-idle', 120],
  ])('%s takes two for the whole region, and is not for whoever gives no rights', async (parameter, value) => {
    const items = [setting(SYSTEM, parameter, value)]
    expect((await admin.post('/api/changes/preview', { items })).body).toMatchObject({ mayApply: true, secondPerson: true })
    expect(codeOf(await admin.change(items))).toEqual(ALONE)
    const helpdesk = await here.staff('helpdesk')
    const refused = await helpdesk.change(items)
    expect(codeOf(refused)).toEqual([403, 'core.not-allowed'])
    expect(refused.body.missing.map((one: { permission: string }) => one.permission)).toEqual(['permissions.manage'])
  })

  test('is weighed so also for a season of the year', async () => {
    const { kind, payload } = setting(SYSTEM, 'permissions.second-person', false)
    const summer = { kind, payload: { ...payload, season: { from: '01-01', to: '12-31' } } }
    expect(codeOf(await admin.change([summer]))).toEqual(ALONE)
  })

  test('holds with a second person', async () => {
    await agreed(setting(SYSTEM, 'core.idle-minutes', 60))
    expect((await admin.get('/api/parameters/core.idle-minutes')).body.value).toBe(60)
  })

  test('asks in a library who one is once more; another setting does not', async () => {
    expect(codeOf(await late(() => boss.change([setting(zwalm, 'core.idle-minutes', 30)])))).toEqual([403, 'core.confirm-yourself'])
    expect((await late(() => boss.change([setting(zwalm, 'branches.feed-days', 30)]))).status).toBe(201)
    expect((await boss.change([setting(zwalm, 'core.idle-minutes', 30)])).status).toBe(201)
    const helpdesk = await here.staff('helpdesk')
    expect((await helpdesk.change([setting(zwalm, 'core.idle-minutes', 20)])).status).toBe(403)
    expect((await helpdesk.change([setting(zwalm, 'branches.feed-days', 60)])).status).toBe(201)
  })
})

describe('putting back', () => {
  const back = (who: Staff, set: string, more: object = {}) =>
    who.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today', ...more })

  test('the withdrawal of a role over the whole region takes two as giving it does', async () => {
    const els = await here.staff('auditor')
    const { body: { id } } = await admin.change([withdraw(els.id, 'auditor', SYSTEM)])
    expect((await back(admin, id, { preview: true })).body).toMatchObject({ secondPerson: true })
    expect(codeOf(await back(admin, id))).toEqual(ALONE)
    expect((await admin.get(`/api/staff/${els.id}`)).body.grants).toEqual([])
    const asked = await back(admin, id, { asRequest: true })
    expect([asked.status, asked.body.state, asked.body.putsBack]).toEqual([201, 'requested', id])
    expect((await admin.get(`/api/staff/${els.id}`)).body.grants).toEqual([])
    expect(codeOf(await decide(admin, asked.body.id))).toEqual([403, 'core.own-request'])
    expect((await second.post(`/api/changes/${asked.body.id}/preview`)).body).toMatchObject({ mayApply: true, faults: [] })
    expect((await decide(second, asked.body.id)).body.state).toBe('applied')
    expect((await admin.get(`/api/staff/${els.id}`)).body.grants).toHaveLength(1)
    expect((await admin.get(`/api/changes/${id}`)).body).toMatchObject({ state: 'put-back', putBackBy: asked.body.id })
    expect(codeOf(await back(admin, id, { asRequest: true }))).toEqual([409, 'core.already-put-back'])
  })

  test('that waits is called off by whoever asked it, and what it would undo can then be put back otherwise', async () => {
    const els = await here.staff('auditor')
    const { body: { id } } = await admin.change([withdraw(els.id, 'auditor', SYSTEM)])
    const asked = await back(admin, id, { asRequest: true })
    expect((await second.post(`/api/changes/${asked.body.id}/cancel`)).body.state).toBe('cancelled')
    const again = await back(admin, id, { asRequest: true, mode: 'as-if-never' })
    expect((await decide(second, again.body.id)).body.state).toBe('applied')
  })

  test('a setting that guards rights takes two as setting it does', async () => {
    const set = await agreed(setting(SYSTEM, 'core.session-hours', 8))
    expect(codeOf(await back(admin, set))).toEqual(ALONE)
    expect(codeOf(await back(await here.staff('helpdesk'), set))).toEqual([403, 'core.not-allowed'])
  })
})

describe('access', () => {
  test('is given again by one, but by two to whoever has a role over the whole region', async () => {
    const [els, jan] = [await here.staff('auditor'), await here.staff('desk', zwalm)]
    const access = (staff: Staff, disabled: boolean) => admin.send('PATCH', `/api/staff/${staff.id}`, { disabled })
    expect([(await access(els, true)).status, (await access(jan, true)).status]).toEqual([200, 200])
    expect(codeOf(await access(els, false))).toEqual(ALONE)
    expect((await access(jan, false)).status).toBe(200)
    await agreed({ kind: 'permissions.open-account', payload: { staff: els.id, unit: SYSTEM, from: TODAY, to: null } })
    expect((await admin.get(`/api/staff/${els.id}`)).body.disabled).toBe(false)
  })
})

describe('agreeing', () => {
  test('takes two who could each do it: what somebody asks who may not is asked anew by one who may', async () => {
    const helpdesk = await here.staff('helpdesk')
    const els = await here.staff('desk', zwalm)
    const { body: { id } } = await helpdesk.change([grant(els.id, 'auditor', SYSTEM)], { asRequest: true })
    expect(codeOf(await decide(admin, id))).toEqual([403, 'core.one-of-two'])
    expect((await agreed(grant(els.id, 'auditor', SYSTEM))).length).toBe(36)
  })

  test('is asked again where two are there by the day that a planned change takes effect', async () => {
    const third = await openInstallation()
    try {
      const one = await third.staff('system-admin')
      const els = await third.staff('desk')
      const planned = await one.change([grant(els.id, 'auditor', SYSTEM, { from: '2026-11-25' })], { applyOn: '2026-11-25' })
      expect(planned.body.state).toBe('planned')
      await third.staff('system-admin')
      third.clock.now = third.clock.now.add({ hours: 48 })
      await applyDue(third.installation, '2026-11-25')
      const { state, decision, stopped } = await third.database.owner('change_set').where({ id: planned.body.id }).first()
      expect(state).toBe('requested')
      expect([decision, stopped.nl, stopped.fr]).toEqual([null, expect.stringContaining('tweede persoon'), expect.stringContaining('deuxième personne')])
    } finally {
      await third.close()
    }
  })
})

describe('one after another', () => {
  test('nobody sends the second person away to go on alone', async () => {
    const third = await openInstallation()
    try {
      const [one, two] = [await third.staff('system-admin'), await third.staff('system-admin')]
      const els = await third.staff('desk')
      const given = grant(els.id, 'auditor', SYSTEM)
      expect(codeOf(await one.change([withdraw(two.id, 'system-admin', SYSTEM), given]))).toEqual(ALONE)
      const never = { kind: 'permissions.withdraw', payload: { ...withdraw(two.id, 'system-admin', SYSTEM).payload, from: '2020-01-01' } }
      expect(codeOf(await one.change([never]))).toEqual(ALONE)
      expect((await one.change([withdraw(two.id, 'system-admin', SYSTEM)])).status).toBe(201)
      expect(codeOf(await one.change([given]))).toEqual(ALONE)
      const { snapshot, registry } = third.installation
      expect(['2026-11-29', '2026-11-30'].map(day => asksTwo(snapshot.current, day, registry))).toEqual([true, false])
    } finally {
      await third.close()
    }
  })
})
