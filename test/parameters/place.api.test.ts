import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

const FEED = 'branches.feed-days'
let here: Opened
let admin: Staff
let boss: Staff
let group: UnitId
let zwalm: UnitId
let zoersel: UnitId
let branch: UnitId

const set = (unit: UnitId, value: unknown, more: object = {}) => here.apply({
  kind: 'parameters.set', payload: { unit, parameter: FEED, from: '2026-11-23', to: null, value, ...more },
})
const places = async (query: string, { who = admin, name = FEED } = {}) =>
  (await who.get(`/api/parameters/${name}/places?from=2026-11-23${query}`)).body.data as
    { unit: UnitId; own: string | null; boundBy: UnitId | null }[]
const at = async (unit: UnitId, query = '') => (await places(query)).find(one => one.unit === unit)

beforeAll(async () => {
  here = await openInstallation({ now: '2026-11-23T09:00:00Z' })
  admin = await here.staff('system-admin')
  group = await here.unit('group', 'Streekbibliotheken', SYSTEM, { level: '1', code: 'G1' })
  zwalm = await here.unit('library', 'Bib Zwalm', group)
  zoersel = await here.unit('library', 'Bib Zoersel')
  branch = await here.unit('branch', 'Bib Munkzwalm', zwalm)
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => here.close())

describe('where a setting may be given a value', () => {
  test('is each place at a level of the setting where one holds the right', async () => {
    const all = (await places('')).map(({ unit }) => unit)
    expect(all).toEqual(expect.arrayContaining([group, zwalm, zoersel, branch]))
    expect((await places('', { who: boss })).map(({ unit }) => unit).sort()).toEqual([zwalm, branch].sort())
    expect(await places('', { who: await here.staff('desk', branch) })).toEqual([])
  })

  test('tells what a place says itself for exactly these codes, this season and these days', async () => {
    await set(zwalm, 45, { to: '2026-12-31' })
    await set(zwalm, 90, { season: { from: '07-01', to: '08-31' } })
    expect(await at(zwalm)).toEqual({ unit: zwalm, own: '45 dagen', boundBy: null })
    expect(await at(branch)).toEqual({ unit: branch, own: null, boundBy: null })
    expect(await at(zwalm, '&season=07-01/08-31')).toMatchObject({ own: '90 dagen' })
    expect(await at(zwalm, '&season=07-01/08-15')).toMatchObject({ own: null })
    const later = (await admin.get(`/api/parameters/${FEED}/places?from=2027-01-01`)).body.data
    expect(later.find((one: { unit: UnitId }) => one.unit === zwalm)).toMatchObject({ own: null })
    await here.apply({ kind: 'parameters.set', payload: {
      unit: zwalm, parameter: 'rules.loan', from: '2026-11-23', to: null, where: { material: 'DVD' },
      value: { loanDays: 7, renewalDays: 7, feeCents: 0, minimumAge: 0 },
    } })
    const own = async (query: string) => (await places(query, { name: 'rules.loan' })).find(({ unit }) => unit === zwalm)?.own
    expect([await own('&material=DVD'), await own('')]).toEqual(['7/7/0', null])
  })

  test('names the level that binds a place', async () => {
    await set(group, 60, { locked: true })
    expect(await at(zwalm)).toMatchObject({ boundBy: group })
    expect(await at(group)).toMatchObject({ own: '60 dagen', boundBy: null })
    expect(await at(zoersel)).toMatchObject({ boundBy: null })
  })

  test('refuses codes that are on no list and parts of the year that are none', async () => {
    expect((await admin.get('/api/parameters/rules.loan/places?from=2026-11-23&material=NIETS')).status).toBe(422)
    for (const query of ['season=07-01', 'season=99-01/08-31', 'to=morgen', 'unit=x']) {
      expect([query, (await admin.get(`/api/parameters/${FEED}/places?from=2026-11-23&${query}`)).status]).toEqual([query, 400])
    }
    expect((await admin.get('/api/parameters/geen.enkele/places?from=2026-11-23')).status).toBe(404)
  })
})
