import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import { SYSTEM } from '#core/unit.ts'
import { plugins as product } from '#plugins/index.ts'
import type { Proposed } from '#plugins/parameters/contract/answer/proposed.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { decision, fee, lists, setting, term, TODAY, trial } from './trial.ts'

let here: Opened
let boss: Staff
let zwalm: UnitId
let zoersel: UnitId
let bound: UnitId

beforeAll(async () => {
  here = await openInstallation({ plugins: [...product, trial] })
  await here.apply(...lists())
  const group = await here.unit('group', 'Waas', SYSTEM, { level: '2', code: 'G2' })
  const kempen = await here.unit('group', 'Kempen', SYSTEM, { level: '1', code: 'G1' })
  zwalm = await here.unit('library', 'Zwalm', SYSTEM, { inhabitants: 8200 })
  zoersel = await here.unit('library', '=Zoersel', kempen, { inhabitants: 22_500 })
  bound = await here.unit('library', 'Lokeren', group)
  boss = await here.staff('library-admin', zwalm)
  await here.apply(
    setting(kempen, 'trial.term', 14, { where: { material: 'DVD' } }),
    setting(kempen, 'trial.term', 21, { where: { membership: '61' } }),
    setting(zoersel, 'trial.term', 35, { where: { material: 'BOEK' } }),
    setting(zoersel, 'trial.term', 42, { where: { material: 'BOEK' }, season: { from: '07-01', to: '08-31' } }),
    setting(zoersel, 'trial.fee', 25, { basis: decision }), setting(zoersel, 'trial.grace', 2),
    setting(zwalm, 'trial.term', 7, { where: { membership: '60', material: 'DVD' } }),
    setting(group, 'trial.term', 20),
  )
})
afterAll(() => here.close())

const take = async (names: readonly string[], more: object = {}) => {
  const { status, body } = await boss.post('/api/parameters/compare/take', { their: zoersel, units: [zwalm], names, from: TODAY, ...more })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Proposed
}

describe('what another library has', () => {
  test('is taken in every line and season, so that the same holds then', async () => {
    const proposed = await take(['trial.term', 'trial.grace'])
    expect(proposed.skipped).toEqual([])
    expect(proposed.changes).toContainEqual(expect.objectContaining({
      unitName: 'Zwalm', title: 'Leentermijn', whereText: '60 Volwassene, DVD Dvd', before: '7 dagen', after: '14 dagen', from: TODAY,
    }))
    const preview = await boss.post('/api/changes/preview', { items: proposed.items })
    expect(preview.body.faults).toEqual([])
    expect((await boss.change(proposed.items)).status).toBe(201)
    const now = here.installation.snapshot.current
    for (const membership of ['60', '61', '*']) for (const material of ['BOEK', 'DVD', '*']) {
      for (const day of [TODAY, '2027-07-15', '2027-09-01']) {
        const at = (unit: UnitId) => resolve(now, term, unit, day, { membership, material }).value
        expect([membership, material, day, at(zwalm)]).toEqual([membership, material, day, at(zoersel)])
      }
    }
    const again = await take(['trial.term', 'trial.grace'])
    expect([again.items, again.unchanged > 0]).toEqual([[], true])
  })

  test('asks one’s own decision where it asks money', async () => {
    const without = await take(['trial.fee'])
    expect(without).toMatchObject({
      asksBasis: [{ parameter: 'trial.fee', title: 'Boete' }], items: [{ payload: { unit: zwalm, value: 25 } }],
    })
    expect(JSON.stringify(without)).not.toContain(decision.number)
    const own = { number: 'GR 2026/7', date: '2026-10-01' }
    const { items, asksBasis } = await take(['trial.fee'], { basis: own })
    expect([asksBasis, items[0]?.payload.basis]).toEqual([[], own])
    expect((await boss.post('/api/changes/preview', { items })).body.faults).toEqual([])
  })

  test('is left where a unit above binds, and that is told', async () => {
    const { items, skipped } = await take(['trial.term', 'trial.grace'], { units: [bound], where: {} })
    expect(items.map(({ payload }) => payload.parameter)).toEqual(['trial.grace'])
    expect(skipped).toMatchObject([{
      unitName: 'Lokeren', title: 'Leentermijn', code: 'parameters.locked', message: 'Waas heeft deze waarde vergrendeld.',
    }])
  })

  test('can be one line alone', async () => {
    const { items } = await take(['trial.term'], { their: bound, where: { material: 'DVD' } })
    expect(items.every(({ payload }) => payload.where?.['material'] === 'DVD')).toBe(true)
    expect(items.length).toBeGreaterThan(0)
  })

  test('is asked of units that are there, in lines that are there', async () => {
    const statusOf = async (more: object) => (await boss.post('/api/parameters/compare/take',
      { their: zoersel, units: [zwalm], names: ['trial.term'], from: TODAY, ...more })).status
    expect(await statusOf({ their: crypto.randomUUID() })).toBe(404)
    expect(await statusOf({ names: ['trial.none'] })).toBe(404)
    expect(await statusOf({ where: { material: 'NIETS' } })).toBe(422)
    expect(await statusOf({ units: [] })).toBe(400)
    expect(resolve(here.installation.snapshot.current, fee, zwalm, TODAY).value).toBe(0)
  })
})

describe('the comparison as a file', () => {
  const names = 'names=trial.grace&names=rules.loan'

  test('has a row for each library, and runs nothing', async () => {
    const { body, headers } = await boss.get(`/api/parameters/compare/file?${names}&format=csv`)
    expect(headers['content-disposition']).toBe(`attachment; filename="vergelijking-${TODAY}.csv"`)
    const rows = String(body).split('\r\n')
    expect(rows[0]).toContain('Code;Bibliotheek;Samenwerking;Niveau;Provincie;Inwoners;Respijtdagen;Uitleenmethode')
    expect(rows.find(row => row.includes('Zoersel'))).toMatch(/;'=Zoersel;Kempen;1;;22500;2;28\/28\/0;28;28;0;0$/)
  })

  test('has how they spread on a page of its own', async () => {
    const { rawPayload } = await here.app.inject({
      url: `/api/parameters/compare/file?${names}&format=xlsx`, headers: { cookie: boss.cookie },
    })
    const rows = await readSheet(rawPayload, 'Verdeling')
    expect(rows[0]).toEqual(['Instelling', 'Deel', 'Mediaan', 'Laagste', 'Hoogste', 'Komt het meest voor', 'Aantal', 'Springt eruit'])
    expect(rows.find(row => row[1] === 'Leendagen')?.slice(2, 5)).toEqual([28, 28, 28])
    const libraries = await readSheet(rawPayload, 'Bibliotheken')
    expect(libraries.find(row => row[1] === '\'=Zoersel')?.[5]).toBe(22_500)
  })
})
