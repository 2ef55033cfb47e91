import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { plugins as product } from '#plugins/index.ts'
import type { TariffLine, TariffSheet } from '#plugins/parameters/contract/answer/tariff.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { decision, lists, setting, TODAY, trial } from './trial.ts'

let here: Opened
let admin: Staff
let boss: Staff
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
  await onDay(TODAY)
})
afterAll(() => here.close())

/** Time goes on, and everybody signs in again. */
const onDay = async (day: string) => {
  here.clock.now = Temporal.Instant.from(`${day}T09:00:00Z`)
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
}
const done = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body as { id: string }
}
const then = async (unit: UnitId, day: string) => (await boss.get(`/api/parameters/trial.grace/then?unit=${unit}&day=${day}`)).body

describe('what it was on a day gone by', () => {
  test('is what was known then and, where it was corrected since, what the books say now', async () => {
    await done(boss.change([setting(zwalm, 'trial.grace', 4)]))
    await onDay('2026-12-10')
    const past = setting(zwalm, 'trial.grace', 6, { from: '2026-11-25', to: '2026-12-01' })
    const { id } = await done(admin.change([past], { reason: 'verkeerd overgenomen' }))
    const asked = await then(branch, '2026-11-30')
    expect(asked).toMatchObject({
      differ: true, knownThen: { value: 4, valueText: '4 dagen', from: { unitName: 'Zwalm' }, since: TODAY },
      now: { value: 6, set: id, since: '2026-11-25' },
    })
    expect(await then(branch, '2026-12-05')).toMatchObject({ differ: false, knownThen: { value: 4 }, now: { value: 4 } })
    expect(await then(branch, '2026-12-11')).toMatchObject({ differ: false })
  })

  test('is nothing known, of a unit that came in the books later', async () => {
    const late = await here.unit('branch', 'Nieuw', zwalm)
    expect(await then(late, '2026-11-30')).toMatchObject({ knownThen: null, now: { value: 6 }, differ: true })
    expect((await boss.get(`/api/parameters/trial.grace/then?unit=${crypto.randomUUID()}&day=2026-11-30`)).status).toBe(404)
  })

  test('follows the tree of that day as well', async () => {
    await done(admin.change([setting(zoersel, 'trial.grace', 20)], { reason: 'zo was het al' }))
    await onDay('2026-12-20')
    await here.apply({ kind: 'units.move', payload: { unit: branch, parent: zoersel, from: '2026-12-15' } })
    expect(await then(branch, '2026-12-16')).toMatchObject({ knownThen: { value: 4 }, now: { value: 20 }, differ: true })
  })

  test('needs a right and a reason to be corrected', async () => {
    const past = setting(zwalm, 'trial.grace', 8, { from: '2026-11-25', to: '2026-12-01' })
    const { status, body } = await admin.change([past])
    expect([status, body.faults[0]]).toMatchObject([422, { code: 'core.reason-needed', pointer: '/reason' }])
    const manager = await here.staff('branch-manager', zwalm)
    expect((await manager.change([past], { reason: 'zomaar' })).status).toBe(403)
  })
})

test('what was changed since a day, here or above', async () => {
  const { body } = await boss.get(`/api/parameters/recent?unit=${zwalm}&since=2026-12-01`)
  expect(body.data).toEqual([{ name: 'trial.grace', at: expect.any(String), here: true }])
  expect((await boss.get(`/api/parameters/recent?unit=${zwalm}&since=2026-12-20`)).body.data).toEqual([])
})

describe('the tariff sheet', () => {
  const line = (sheet: TariffSheet, whereText: string): TariffLine | undefined =>
    sheet.areas.find(({ area }) => area === 'fines')?.lines.find(one => one.parameter === 'trial.fee' && one.whereText === whereText)
  const sheetAt = async (unit: UnitId, day: string) => (await boss.get(`/api/tariffs?unit=${unit}&day=${day}`)).body as TariffSheet

  test('has each price in force with the decision it rests on', async () => {
    await done(admin.change([
      setting(SYSTEM, 'trial.fee', 25, { from: '2027-01-01', basis: decision }),
      setting(SYSTEM, 'trial.fee', 10, { from: '2027-01-01', where: { membership: '61', material: 'DVD' }, basis: decision }),
    ]))
    await done(boss.change([
      setting(zwalm, 'trial.fee', 50, { from: '2027-03-01', where: { membership: '60' }, basis: { number: '7', date: '2027-01-31' } }),
      setting(zwalm, 'trial.fee', 0, { from: '2027-03-01', where: { membership: '61' } }),
    ]))
    const before = await sheetAt(zwalm, '2027-02-01')
    expect(line(before, '')).toMatchObject({ value: 25, own: false, from: { unitName: 'Proefstreek' }, basis: decision })
    expect(line(before, '60 Volwassene')).toBeUndefined()
    expect(line(before, '61 Jeugd, DVD Dvd')).toMatchObject({ value: 10 })
    const sheet = await sheetAt(zwalm, '2027-04-01')
    expect(line(sheet, '60 Volwassene')).toMatchObject({ value: 50, own: true, basis: { number: '7' } })
    // The library's own line for 61 covers what the system says for 61 and DVD.
    expect([line(sheet, '61 Jeugd')?.value, line(sheet, '61 Jeugd, DVD Dvd')]).toEqual([0, undefined])
  })

  test('leaves out what does not apply', async () => {
    const names = (sheet: TariffSheet) => sheet.areas.flatMap(({ lines }) => lines.map(({ parameter }) => parameter))
    expect(names(await sheetAt(zwalm, '2027-04-01'))).not.toContain('trial.most')
    await done(boss.change([setting(zwalm, 'trial.charges', true, { from: '2027-01-01' })]))
    expect(names(await sheetAt(zwalm, '2027-04-01'))).toContain('trial.most')
    expect(names(await sheetAt(zwalm, '2027-04-01'))).not.toContain('trial.grace')
  })
})

describe('the public page', () => {
  const page = (query = '') => here.app.inject({ method: 'GET', url: `/public/settings${query}` })

  test('is not there until somebody shows it', async () => {
    expect((await page()).statusCode).toBe(404)
  })

  test('tells how a library that shows it has set things, and nothing about staff', async () => {
    const open = setting(zwalm, 'parameters.public-page', true, { from: '2026-12-20' })
    await done(boss.change([open], { reason: 'De raad vroeg erom' }))
    const answer = await page(`?unit=${zwalm}&day=2027-04-01&language=en`)
    expect(answer.statusCode, answer.body).toBe(200)
    const body = answer.json()
    expect(body.libraries).toEqual([{ unit: zwalm, name: 'Zwalm', group: 'Streekbibliotheken' }])
    const fee = body.areas.find(({ name }: { name: string }) => name === 'fines').settings
      .find(({ name }: { name: string }) => name === 'trial.fee')
    expect(fee).toMatchObject({ title: 'Fine', from: 'Proefstreek', defaultText: '€0.00' })
    expect(fee.lines).toContainEqual({ whereText: '60 Volwassene', valueText: '€0.50' })
    expect(answer.body).not.toMatch(/De raad vroeg|library-admin|second-factor/)
    expect((await page(`?unit=${zoersel}`)).statusCode).toBe(404)
    expect((await page(`?unit=${zwalm}&zap=1`)).statusCode).toBe(400)
  })
})
