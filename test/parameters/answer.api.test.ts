import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { plugins as product } from '#plugins/index.ts'
import type { ParameterValues } from '#plugins/parameters/contract/answer/value.ts'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { decision, lists, setting, TODAY, trial } from './trial.ts'

let here: Opened
let admin: Staff
let boss: Staff
let outside: Staff
let group: UnitId
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId

beforeAll(async () => {
  here = await openInstallation({ plugins: [...product, trial] })
  await here.apply(...lists())
  group = await here.unit('group', 'Streekbibliotheken', SYSTEM, { level: '1', code: 'G1' })
  zwalm = await here.unit('library', 'Zwalm', group)
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Zoersel', SYSTEM)
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
  outside = await here.staff('library-admin', zoersel)
})
afterAll(() => here.close())

const done = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const valueAt = async (unit: UnitId, name: string, { staff = admin, day = TODAY } = {}) => {
  const body = (await staff.get(`/api/parameters/values?unit=${unit}&day=${day}`)).body as ParameterValues
  return body.data.find(row => row.name === name)
}
const whole = async (unit: UnitId, name: string, more = '', staff = admin) =>
  (await staff.get(`/api/parameters/${name}?unit=${unit}${more}`)).body

describe('what there is to set', () => {
  test('is told in the reader’s language and found by words of every language', async () => {
    const { body, headers } = await admin.get('/api/parameters/definitions?language=fr')
    const { areas, data } = body as Definitions
    expect(areas).toContainEqual({ name: 'fines', title: 'Amendes' })
    const found = data.find(({ name }) => name === 'trial.fee')
    expect(found).toMatchObject({
      area: 'fines', title: 'Amende', needsBasis: 'sometimes', money: true, shared: false, guards: false,
      dimensions: [{ name: 'membership', title: 'type d’abonnement' }, { name: 'material', title: 'type de document' }],
      synonyms: ['termijn', 'period', 'durée'], setBy: 'donner une valeur propre aux paramètres',
    })
    expect(found?.elsewhere).toContain('Boete')
    expect(data.find(({ name }) => name === 'trial.most')?.onlyWhen)
      .toEqual({ parameter: 'trial.charges', title: 'Demander des amendes', is: ['oui'] })
    const again = await admin.get('/api/parameters/definitions?language=fr', { 'if-none-match': String(headers['etag']) })
    expect(again.status).toBe(304)
  })
})

describe('all values at a unit', () => {
  test('say who says so, whether it differs from above, and what is to come', async () => {
    await done(admin.change([setting(SYSTEM, 'trial.grace', 3)]))
    await done(boss.change([
      setting(zwalm, 'trial.grace', 7), setting(zwalm, 'trial.grace', 9, { from: '2027-01-01' }),
      setting(zwalm, 'trial.term', 14, { where: { material: 'DVD' } }),
    ]))
    expect(await valueAt(zwalm, 'trial.grace')).toMatchObject({
      value: 7, valueText: '7 dagen', own: true, differs: true, planned: 1, from: { unit: zwalm, since: TODAY },
    })
    expect(await valueAt(branch, 'trial.grace')).toMatchObject({ value: 7, own: false, differs: false, from: { unit: zwalm } })
    expect(await valueAt(zwalm, 'trial.grace', { day: '2027-02-01' })).toMatchObject({ value: 9, planned: 0 })
    expect(await valueAt(zwalm, 'trial.term')).toMatchObject({ value: 28, own: false, from: null, lines: 1 })
    expect(await valueAt(SYSTEM, 'trial.term')).toMatchObject({ lines: 0, below: 1 })
    expect(await valueAt(SYSTEM, 'trial.grace')).toMatchObject({ own: true, below: 1 })
    const { units } = (await admin.get(`/api/parameters/values?unit=${branch}`)).body as ParameterValues
    expect(units[zwalm]).toEqual({ name: 'Zwalm', type: 'library' })
  })

  test('say what does not apply here, and what the reader may change', async () => {
    expect(await valueAt(zwalm, 'trial.most')).toMatchObject({ applies: false, mayChange: true })
    await done(boss.change([setting(zwalm, 'trial.charges', true)]))
    expect(await valueAt(zwalm, 'trial.most')).toMatchObject({ applies: true })
    expect(await valueAt(branch, 'trial.most')).toMatchObject({ applies: true, mayChange: false })
    expect(await valueAt(zwalm, 'trial.grace', { staff: outside })).toMatchObject({ value: 7, mayChange: false })
  })

  test('are those of a unit that exists', async () => {
    expect((await admin.get(`/api/parameters/values?unit=${crypto.randomUUID()}`)).status).toBe(404)
  })
})

describe('one setting in full', () => {
  test('tells what each level says and which one wins', async () => {
    const body = await whole(branch, 'trial.grace')
    expect(body).toMatchObject({ value: 7, own: false, from: { unit: zwalm, unitName: 'Zwalm', since: TODAY, whereText: '' } })
    expect(body.path.map((step: { unitName: string; wins: boolean; said: { value: number } | null }) =>
      [step.unitName, step.said?.value, step.wins])).toEqual([
      ['Proefstreek', 3, false], ['Streekbibliotheken', undefined, false], ['Zwalm', 7, true], ['Munkzwalm', undefined, false],
    ])
  })

  test('answers for codes, and lists all rows of the unit', async () => {
    const season = { from: '07-01', to: '08-31' }
    await done(boss.change([
      setting(zwalm, 'trial.fee', 50, { where: { membership: '60' }, basis: decision }),
      setting(zwalm, 'trial.fee', 0, { where: { membership: '60' }, season }),
    ], { reason: 'na de raad van juni' }))
    const now = await whole(zwalm, 'trial.fee', '&membership=60&material=DVD', boss)
    expect(now).toMatchObject({
      value: 50, own: true,
      from: { basis: decision, why: 'na de raad van juni', whereText: '60 Volwassene', by: expect.any(String) },
    })
    expect(now.rows.map((row: { whereText: string; valueText: string; state: string }) =>
      `${row.whereText}: ${row.valueText} ${row.state}`)).toEqual([
      '60 Volwassene: €\u{a0}0,50 now', '60 Volwassene, elk jaar van 1 juli tot en met 31 augustus: €\u{a0}0,00 now',
    ])
    expect((await whole(zwalm, 'trial.fee', '&membership=60&day=2027-07-15')).valueText).toBe('€\u{a0}0,00')
    expect((await whole(zwalm, 'trial.fee', '&membership=61')).value).toBe(0)
  })

  test('tells another library what holds, but not who said it nor why', async () => {
    const { from, history } = await whole(zwalm, 'trial.fee', '&membership=60', outside)
    expect(from).toMatchObject({ by: null, why: null, at: expect.any(String) })
    expect(history).toEqual([])
  })

  test('is refused for codes that are on no list', async () => {
    const codeOf = async (name: string, more: string) => (await admin.get(`/api/parameters/${name}?${more}`)).body.faults[0].code
    expect(await codeOf('trial.fee', 'membership=999')).toBe('parameters.no-code')
    expect(await codeOf('trial.grace', 'membership=60')).toBe('parameters.no-dimension')
    expect((await admin.get('/api/parameters/trial.nothing')).status).toBe(404)
  })
})

describe('the history of one setting', () => {
  test('has the sets that touched it here or above, with what they said of it', async () => {
    const { history } = await whole(zwalm, 'trial.grace', '', boss)
    expect(history.map((touch: { here: boolean; sentences: string[] }) => [touch.here, touch.sentences])).toEqual([
      [true, [
        'Zwalm: “Respijtdagen” wordt 7 dagen vanaf 23 november 2026', 'Zwalm: “Respijtdagen” wordt 9 dagen vanaf 1 januari 2027',
      ]],
      [false, ['Proefstreek: “Respijtdagen” wordt 3 dagen vanaf 23 november 2026']],
    ])
    expect(history[1]).toMatchObject({ by: null, reason: null, mayRead: false })
  })

  test('goes on page by page, and shows what waits only to whoever may read it', async () => {
    const asked = await boss.change([setting(zwalm, 'trial.grace', 12)], { asRequest: true, reason: 'voorstel' })
    expect(asked.status).toBe(201)
    const first = (await boss.get(`/api/parameters/trial.grace/history?unit=${zwalm}&limit=1`)).body
    expect(first.data.map((touch: { state: string }) => touch.state)).toEqual(['requested', 'applied'])
    const next = (await boss.get(`/api/parameters/trial.grace/history?unit=${zwalm}&limit=1&before=${first.nextBefore}`)).body
    expect(next).toMatchObject({ data: [{ here: false }], nextBefore: null })
    const seen = (await outside.get(`/api/parameters/trial.grace/history?unit=${zwalm}`)).body.data
    expect(seen.map((touch: { here: boolean }) => touch.here)).toEqual([false])
  })
})

test('one setting at all units at once', async () => {
  const { body } = await admin.get('/api/parameters/trial.grace/units')
  const at = (unit: UnitId) => body.data.find((row: { unit: UnitId }) => row.unit === unit)
  expect([at(SYSTEM), at(zwalm), at(branch), at(zoersel)].map(({ value, own, from }) => [value, own, from])).toEqual([
    [3, true, SYSTEM], [7, true, zwalm], [7, false, zwalm], [3, false, SYSTEM],
  ])
})
