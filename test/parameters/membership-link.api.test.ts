import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { linkedType } from '#plugins/parameters/index.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let group: UnitId
let waas: UnitId
let stekene: UnitId
const TODAY = '2026-11-23'

beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
  group = await here.unit('group', 'Biblio WAAS', SYSTEM, { level: '3b', code: 'G3' })
  waas = await here.unit('library', 'Sint-Niklaas', group)
  stekene = await here.unit('library', 'Stekene', group)
})
afterAll(() => here.close())

const link = (unit: UnitId, types: Record<string, string> | null) => ({
  kind: 'parameters.set-membership-link',
  payload: { unit, code: 'volwassene', from: TODAY, to: null, body: types && { types } },
})
const asIn = (code: string, from: UnitId, at: UnitId) => linkedType(here.installation.snapshot.current, code, from, at, TODAY)

test('in a group of level 3 a borrower of one library is treated in another as the linked type', async () => {
  expect(asIn('60', waas, stekene)).toBe('60')
  expect((await admin.change([link(group, { [waas]: '60', [stekene]: '62' })])).status).toBe(201)
  expect(asIn('60', waas, stekene)).toBe('62')
  expect(asIn('62', stekene, waas)).toBe('60')
  expect(asIn('1', waas, stekene)).toBe('1')
  expect((await admin.change([link(group, null)])).status).toBe(201)
  expect(asIn('60', waas, stekene)).toBe('60')
})

test('links only libraries of such a group, by types that the region knows', async () => {
  const outside = await here.unit('library', 'Zwalm', SYSTEM)
  const two = await here.unit('group', 'Noord', SYSTEM, { level: '2', code: 'G2' })
  const codes = async (unit: UnitId, types: Record<string, string>) =>
    (await admin.change([link(unit, types)])).body.faults.map((fault: { code: string }) => fault.code)
  expect(await codes(group, { [outside]: '60', [waas]: '9999' })).toEqual(['parameters.no-member', 'parameters.no-code'])
  expect(await codes(two, {})).toEqual(['parameters.wrong-level'])
})
