import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defineParameter, type UnitId } from '#core/contract.ts'
import { definePlugin } from '#core/plugin.ts'
import { SYSTEM } from '#core/unit.ts'
import { applyDue } from '#core/waiting.ts'
import { plugins as product } from '#plugins/index.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

const words = { nl: 'x', en: 'x', fr: 'x' }
/** One rule that a group of level 2 has for all its libraries. */
const houseRule = definePlugin({
  name: 'house-rule',
  parameters: [defineParameter({
    name: 'house-rule.days', area: 'loans', schema: Type.Integer({ minimum: 0 }), default: 28, unit: 'days', shared: true,
    levels: ['system', 'group', 'library'], title: { nl: 'Leentermijn', en: 'Loan period', fr: 'Durée du prêt' }, help: words,
    consequence: words, example: words, synonyms: { nl: ['x'], en: ['x'], fr: ['x'] },
  })],
})

let here: Opened
let group: UnitId
let zele: UnitId
let temse: UnitId
let outside: UnitId
let boss: Staff
let ofZele: Staff
let ofTemse: Staff
let neighbour: Staff

beforeAll(async () => {
  here = await openInstallation({ plugins: [...product, houseRule] })
  group = await here.unit('group', 'Waasland', SYSTEM, { level: '2', code: 'G2' })
  zele = await here.unit('library', 'Zele', group)
  temse = await here.unit('library', 'Temse', group)
  outside = await here.unit('library', 'Zwalm', SYSTEM)
  boss = await here.staff('group-admin', group)
  ofZele = await here.staff('library-admin', zele)
  ofTemse = await here.staff('library-admin', temse)
  neighbour = await here.staff('library-admin', outside)
})
afterAll(() => here.close())

const rule = (unit: UnitId, value: unknown, from = '2026-11-23') =>
  ({ kind: 'parameters.set', payload: { unit, parameter: 'house-rule.days', from, to: null, value } })
const settle = () => applyDue(here.installation, '2026-11-23')
const stateOf = async (id: string, staff = boss) => (await staff.get(`/api/changes/${id}`)).body
const answer = (staff: Staff, id: string, unit: UnitId, agrees: boolean, more = {}) =>
  staff.post(`/api/changes/${id}/agreement`, { unit, agrees, ...more })
const ask = async (value: unknown, from?: string): Promise<string> => {
  const { status, body } = await boss.change([rule(group, value, from)], { asRequest: true })
  expect(status).toBe(201)
  return body.id
}

describe('a table that a group shares', () => {
  test('is not changed over the heads of its libraries', async () => {
    const { body: preview } = await boss.post('/api/changes/preview', { items: [rule(group, 21)] })
    expect(preview.agreement.map((one: { unitName: string; agrees: unknown }) => [one.unitName, one.agrees]).toSorted())
      .toEqual([['Temse', null], ['Zele', null]])
    const { status, body } = await boss.change([rule(group, 21)])
    expect([status, body.code]).toEqual([403, 'core.agreement-needed'])
    expect(body.title ?? body.detail).toContain('Zele')
  })

  test('changes with the word of the last library, by itself', async () => {
    const id = await ask(21)
    expect((await answer(ofZele, id, zele, true)).status).toBe(200)
    expect(await settle()).toBe(0)
    const seen = await stateOf(id, ofTemse)
    expect(seen.agreement.find((one: { unit: UnitId }) => one.unit === zele)).toMatchObject({ agrees: true, mayAnswer: false })
    expect(seen.agreement.find((one: { unit: UnitId }) => one.unit === temse)).toMatchObject({ agrees: null, mayAnswer: true })
    expect((await answer(ofTemse, id, temse, true)).body.state).toBe('planned')
    await settle()
    expect((await stateOf(id)).state).toBe('applied')
  })

  test('binds its libraries from then on', async () => {
    const { status, body } = await ofZele.change([rule(zele, 14)])
    expect([status, body.faults[0].code]).toEqual([422, 'parameters.locked'])
  })

  test('waits while one refuses, and says why', async () => {
    const id = await ask(7)
    await answer(ofZele, id, zele, false, { reason: 'te kort voor onze lezers' })
    await answer(ofTemse, id, temse, true)
    await settle()
    expect(await stateOf(id)).toMatchObject({ state: 'requested' })
    expect((await stateOf(id)).agreement.find((one: { unit: UnitId }) => one.unit === zele))
      .toMatchObject({ agrees: false, reason: 'te kort voor onze lezers' })
    const decider = await here.staff('system-admin')
    const { status, body } = await decider.post(`/api/changes/${id}/decide`, { approve: true })
    expect([status, body.code]).toEqual([409, 'core.agreement-needed'])
    expect((await answer(ofZele, id, zele, true)).body.state).toBe('planned')
    await settle()
    expect((await stateOf(id)).state).toBe('applied')
    expect((await answer(ofZele, id, zele, false)).status).toBe(409)
  })

  test('is spoken for by a library itself only', async () => {
    const id = await ask(9)
    for (const [staff, unit] of [[boss, zele], [ofTemse, zele], [neighbour, zele], [neighbour, outside]] as const) {
      expect((await answer(staff, id, unit, true)).status).toBe(404)
    }
    expect((await neighbour.get(`/api/changes/${id}`)).status).toBe(404)
  })

  test('comes back with the word of each, as it was laid', async () => {
    const id = await ask(35)
    await answer(ofZele, id, zele, true)
    await answer(ofTemse, id, temse, true)
    await settle()
    const { status, body } = await boss.post(`/api/changes/${id}/put-back`, { id: crypto.randomUUID(), mode: 'from-today' })
    expect([status, body.code]).toEqual([403, 'core.agreement-needed'])
  })
})

test('what a library said before it joined counts for nothing under the table, also for codes the table leaves open', async () => {
  const joining = await here.unit('library', 'Lokeren', SYSTEM)
  const own = await here.staff('library-admin', joining)
  const value = { loanDays: 9, renewalDays: 9, feeCents: 0, minimumAge: 0 }
  const line = (unit: UnitId, more: object) => ({
    kind: 'parameters.set',
    payload: { unit, parameter: 'rules.loan', from: '2026-11-23', to: null, value, ...more },
  })
  const days = async () => (await own.get(`/api/parameters/rules.loan?unit=${joining}&membership=60`)).body.value.loanDays
  expect((await own.change([line(joining, { where: { membership: '60' } })])).status).toBe(201)
  expect(await days()).toBe(9)
  await here.apply(line(group, { where: { membership: '1' }, value: { ...value, loanDays: 35 } }))
  await here.apply({ kind: 'units.move', payload: { unit: joining, parent: group, from: '2026-11-23' } })
  expect(await days()).toBe(28)
})
