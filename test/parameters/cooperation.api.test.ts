import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defineParameter, type UnitId } from '#core/contract.ts'
import { definePlugin } from '#core/plugin.ts'
import { openSession } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { SYSTEM } from '#core/unit.ts'
import { applyDue } from '#core/waiting.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { plugins as product } from '#plugins/index.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

/** What a group shares is not laid upon its libraries by the way round: by another day, or by the level of the group. */
const words = { nl: 'x', en: 'x', fr: 'x' }
const houseRule = definePlugin({
  name: 'house-rule',
  parameters: [defineParameter({
    name: 'house-rule.days', area: 'loans', schema: Type.Integer({ minimum: 0 }), default: 28, unit: 'days', shared: true,
    levels: ['system', 'group', 'library'], title: { nl: 'Leentermijn', en: 'Loan period', fr: 'Durée du prêt' }, help: words,
    consequence: words, example: words, synonyms: { nl: ['x'], en: ['x'], fr: ['x'] },
  })],
})
const TODAY = '2026-11-23'
let here: Opened
let admin: Staff
beforeAll(async () => {
  here = await openInstallation({ plugins: [...product, houseRule] })
  admin = await here.staff('system-admin')
})
afterAll(() => here.close())

let groups = 0
const cooperation = async (level: '1' | '2') => {
  const group = await here.unit('group', `Waasland ${++groups}`, SYSTEM, { level, code: `G${groups}` })
  const library = await here.unit('library', `Zele ${groups}`, group)
  return { group, library, ofLibrary: await here.staff('library-admin', library) }
}
const level = (unit: UnitId, to: string, from = TODAY) => ({ kind: 'units.change', payload: { unit, from, fields: { level: to } } })
const rule = (unit: UnitId, value: number, from = TODAY) =>
  ({ kind: 'parameters.set', payload: { unit, parameter: 'house-rule.days', from, to: null, value } })
const codeOf = ({ status, body }: Answer) => [status, body.code]
const UNAGREED = [403, 'core.agreement-needed']
const backOf = (id: string, more: object = {}) =>
  admin.post(`/api/changes/${id}/put-back`, { id: crypto.randomUUID(), mode: 'from-today', ...more })

describe('a table that a group shares', () => {
  test('is not changed from a day on which the group did not share it yet', async () => {
    const { group } = await cooperation('1')
    await here.apply(level(group, '2', '2026-11-01'))
    expect(codeOf(await admin.change([rule(group, 7, '2026-10-01')], { reason: 'vergeten' }))).toEqual(UNAGREED)
    const other = await cooperation('1')
    await here.apply(level(other.group, '3a', '2027-01-01'))
    expect(codeOf(await admin.change([rule(other.group, 7)]))).toEqual(UNAGREED)
    expect((await admin.change([{ ...rule(other.group, 7), payload: { ...rule(other.group, 7).payload, to: '2026-12-31' } }])).status).toBe(201)
  })

  test('is not changed by sharing it for a moment less', async () => {
    const { group } = await cooperation('2')
    expect(codeOf(await admin.change([level(group, '1'), rule(group, 7), level(group, '2')]))).toEqual(UNAGREED)
    const lowered = await admin.change([level(group, '1')])
    expect(lowered.status).toBe(201)
    expect((await admin.change([rule(group, 7)])).status).toBe(201)
    expect(codeOf(await admin.change([level(group, '2')]))).toEqual(UNAGREED)
    expect(codeOf(await backOf(lowered.body.id))).toEqual(UNAGREED)
  })
})

describe('a group that goes further in working together', () => {
  test('does so with the word of each library', async () => {
    const { group, library, ofLibrary } = await cooperation('2')
    expect(codeOf(await admin.change([level(group, '3a')]))).toEqual(UNAGREED)
    const { body: { id } } = await admin.change([level(group, '3a')], { asRequest: true })
    expect((await ofLibrary.post(`/api/changes/${id}/agreement`, { unit: library, agrees: true })).body.state).toBe('planned')
  })

  test('and goes less far, or is renamed, without', async () => {
    const { group } = await cooperation('2')
    const renamed = { kind: 'units.change', payload: { unit: group, from: TODAY, fields: { name: 'Waas' } } }
    expect([(await admin.change([renamed])).status, (await admin.change([level(group, '1')])).status]).toEqual([201, 201])
  })

  test('comes back as far with their word too', async () => {
    const { group, library, ofLibrary } = await cooperation('2')
    const lowered = await admin.change([level(group, '1')])
    const second = await here.staff('system-admin')
    const id = crypto.randomUUID()
    expect((await admin.post(`/api/changes/${lowered.body.id}/put-back`, { id, mode: 'from-today', asRequest: true })).status).toBe(201)
    const decide = () => second.post(`/api/changes/${id}/decide`, { approve: true })
    expect(codeOf(await decide())).toEqual([409, 'core.agreement-needed'])
    expect((await ofLibrary.post(`/api/changes/${id}/agreement`, { unit: library, agrees: true })).body.state).toBe('planned')
    await applyDue(here.installation, TODAY)
    expect((await admin.get(`/api/changes/${id}`)).body.state).toBe('applied')
  })
})

test('nobody gives a library’s word with no more than a badge', async () => {
  const { group, library, ofLibrary } = await cooperation('2')
  const { body: { id } } = await admin.change([rule(group, 7)], { asRequest: true })
  const signedIn = await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => openSession(
    ctx, await StaffRow.query(ctx.db).findById(ofLibrary.id).throwIfNotFound(), { method: 'badge', confirmed: false }))
  const token = here.app.jwt.sign({ sub: ofLibrary.id, sid: signedIn.actor.session ?? '', name: '', lang: 'nl' })
  const byBadge = await here.app.inject({
    method: 'POST', url: `/api/changes/${id}/agreement`, headers: { authorization: `Bearer ${token}` }, payload: { unit: library, agrees: true },
  })
  expect(byBadge.statusCode).toBeGreaterThanOrEqual(403)
  expect((await ofLibrary.post(`/api/changes/${id}/agreement`, { unit: library, agrees: true })).status).toBe(200)
})
