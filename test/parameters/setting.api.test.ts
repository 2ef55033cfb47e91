import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let group: UnitId
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId
let boss: Staff

beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
  group = await here.unit('group', 'Streekbibliotheken', SYSTEM, { level: '2', code: 'G1' })
  zwalm = await here.unit('library', 'Zwalm', group)
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Zoersel', group)
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => here.close())

const FEED = 'branches.feed-days'
const setting = (unit: UnitId, value: unknown, more: object = {}) =>
  ({ kind: 'parameters.set', payload: { unit, parameter: FEED, from: '2026-11-23', to: null, value, ...more } })
const rowAt = async (unit: UnitId, staff = admin, name = FEED) =>
  (await staff.get(`/api/parameters/${name}?unit=${unit}`)).body
const inListAt = async (unit: UnitId) =>
  (await admin.get(`/api/parameters/values?unit=${unit}`)).body.data.find((row: { name: string }) => row.name === FEED)
const faultsOf = (answer: { body: { faults: { code: string; pointer: string }[] } }) =>
  answer.body.faults.map(({ code, pointer }) => `${code} ${pointer.replace('/items/0/payload', '')}`)

describe('a value of one’s own', () => {
  test('holds below, and says where it comes from', async () => {
    expect(await rowAt(branch)).toMatchObject({
      value: 90, valueText: '90 dagen', own: false, from: null, locked: false, rows: [],
    })
    const preview = await boss.post('/api/changes/preview', { items: [setting(zwalm, 120)] })
    expect(preview.body.effects[0]).toMatchObject({
      code: 'parameters.places', count: 2, text: 'Op 2 plaatsen geldt dan een andere waarde',
    })
    expect(preview.body.effects[1]).toMatchObject({ code: 'parameters.value-1', text: '“Sluitingen vooruit op de website”: 90 dagen → 120 dagen' })
    const { status, body } = await boss.change([setting(zwalm, 120)], { reason: 'zomerplanning' })
    expect([status, body.sentences]).toEqual([
      201, ['Zwalm: “Sluitingen vooruit op de website” wordt 120 dagen vanaf 23 november 2026'],
    ])
    expect(await rowAt(branch)).toMatchObject({
      value: 120, own: false, from: {
        unit: zwalm, unitName: 'Zwalm', type: 'library', by: expect.any(String), why: 'zomerplanning',
      },
    })
    expect(await rowAt(zwalm)).toMatchObject({
      own: true, from: { since: '2026-11-23', until: null }, mayChange: true,
    })
    expect((await inListAt(group)).below).toBe(1)
    expect((await rowAt(branch)).path.map((step: { unitName: string; said: { value: number } | null }) => [step.unitName, step.said?.value]))
      .toEqual([
        ['Proefstreek', undefined], ['Streekbibliotheken', undefined], ['Zwalm', 120], ['Munkzwalm', undefined],
      ])
  })

  test('is planned, and given back', async () => {
    await boss.change([setting(branch, 200, { from: '2027-01-01', to: '2027-06-30' })])
    expect((await rowAt(branch)).rows).toMatchObject([{
      from: '2027-01-01', to: '2027-06-30', valueText: '200 dagen', state: 'planned',
    }])
    const { body } = await boss.change([setting(branch, null, { from: '2027-01-01' })])
    expect(body.sentences[0]).toContain('volgt vanaf 1 januari 2027 weer wat hoger geldt')
    expect((await rowAt(branch)).rows).toEqual([])
  })

  test('must fit the setting; everything wrong is named at once', async () => {
    expect(
      faultsOf(await boss.change([setting(zwalm, 3, { to: '2026-01-01' })]))
    ).toEqual(['parameters.backwards /to', 'schema.minimum /value'])
    expect(faultsOf(await boss.change([setting(zwalm, 'veel')]))).toEqual(['schema.type /value'])
    expect(
      faultsOf(await boss.change([setting(zwalm, 5, { parameter: 'branches.shoe-size' })]))
    ).toEqual(['parameters.unknown /parameter'])
    expect(
      faultsOf(await boss.change([setting(branch, { hours: 'https://x.be' }, { parameter: 'parameters.help-links' })]))
    ).toEqual(['parameters.wrong-level /unit'])
  })

  test('is refused where a unit above has locked its own', async () => {
    await admin.change([setting(group, 60, { locked: true })])
    expect(faultsOf(await boss.change([setting(zwalm, 150)]))).toEqual(['parameters.locked /value'])
    expect(await rowAt(zwalm, boss)).toMatchObject({
      value: 60, locked: true, lockedBy: { unitName: 'Streekbibliotheken' }, mayChange: false,
    })
    await admin.change([setting(group, null)])
    expect((await rowAt(zwalm)).value).toBe(120)
  })

  test('belongs to whoever may set it there', async () => {
    const desk = await here.staff('desk', branch)
    expect((await desk.change([setting(branch, 30)])).status).toBe(403)
    expect((await boss.change([setting(zoersel, 30)])).status).toBe(403)
    expect((await boss.change([setting(SYSTEM, 30)])).status).toBe(403)
  })

  test('of another library can be read and compared, but not who set it', async () => {
    const outside = await here.staff('library-admin', zoersel)
    const row = await rowAt(zwalm, outside)
    expect([row.value, row.mayChange, row.from.by, row.from.why]).toEqual([120, false, null, null])
  })
})

test('each screen has the help page the region chose', async () => {
  const links = { hours: 'https://help.streek.be/uren', 'branches/close': 'https://help.streek.be/sluiten' }
  await admin.change([setting(SYSTEM, links, { parameter: 'parameters.help-links' })])
  expect((await boss.get('/api/help')).body).toEqual(links)
  const bad = await admin.change([
    setting(SYSTEM, { hours: 'javascript:alert(1)' }, { parameter: 'parameters.help-links' })
  ])
  expect(faultsOf(bad)).toEqual(['schema.pattern /value/hours'])
})

test('a choice among a few is told in words', async () => {
  const row = await rowAt(SYSTEM, admin, 'sign-in.second-factor')
  expect(row).toMatchObject({
    value: 'never', valueText: 'aan niemand',
  })
})
