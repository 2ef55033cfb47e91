import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { parameterFact, resolve } from '#core/parameter.ts'
import { SYSTEM } from '#core/unit.ts'
import { plugins as product } from '#plugins/index.ts'
import type { Proposed } from '#plugins/parameters/contract/answer/proposed.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { decision, lists, setting, term, TODAY, trial } from './trial.ts'

let here: Opened
let boss: Staff
let ours: UnitId
let theirs: UnitId
let made = 0

beforeAll(async () => {
  here = await openInstallation({ plugins: [...product, trial] })
  await here.apply(...lists())
  boss = await here.staff('system-admin')
})
afterAll(() => here.close())

beforeEach(async () => {
  ours = await here.unit('library', `Zwalm ${++made}`)
  theirs = await here.unit('library', `Zoersel ${made}`)
})

const take = async (more: object = {}) => {
  const { status, body } = await boss.post('/api/parameters/compare/take',
    { their: theirs, units: [ours], names: ['trial.term'], from: TODAY, ...more })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Proposed
}

const days = [TODAY, '2026-12-31', '2027-01-01', '2027-02-28', '2027-03-01', '2027-07-15', '2027-09-01', '2028-07-15', '2030-01-01']
const heldAt = (unit: UnitId) => days.flatMap(day => ['60', '61', '*'].flatMap(membership => ['BOEK', 'DVD', '*'].map(material =>
  [day, membership, material, resolve(here.installation.snapshot.current, term, unit, day, { membership, material }).value])))

/** Applies what is proposed and tells whether everything holds in both libraries then; then it is put back. */
async function expectTheSame({ items, skipped }: Proposed) {
  expect(skipped).toEqual([])
  const before = here.installation.snapshot.current.of(parameterFact, ours).map(({ key, from, to, body }) => ({ key, from, to, body }))
  const { status, body } = await boss.change(items)
  expect(status, JSON.stringify(body)).toBe(201)
  expect(heldAt(ours)).toEqual(heldAt(theirs))
  expect((await take()).items).toEqual([])
  const back = { id: randomUUID(), mode: 'as-if-never', reason: 'toch niet' }
  expect((await boss.post(`/api/changes/${(body as { id: string }).id}/put-back`, back)).status).toBe(201)
  const after = here.installation.snapshot.current.of(parameterFact, ours).map(({ key, from, to, body: said }) => ({ key, from, to, body: said }))
  expect(after).toEqual(before)
}

describe('what another library has planned', () => {
  test('is taken along, each plan with its own days', async () => {
    await here.apply(
      setting(theirs, 'trial.term', 21), setting(theirs, 'trial.term', 35, { from: '2027-01-01', to: '2027-02-28' }),
      setting(theirs, 'trial.term', 14, { from: '2027-03-01', where: { material: 'DVD' } }),
    )
    const proposed = await take()
    expect(proposed.changes.map(({ whereText, from, to, before, after }) => [whereText, from, to, before, after])).toEqual([
      ['', TODAY, '2026-12-31', null, '21 dagen'], ['', '2027-01-01', '2027-02-28', '21 dagen', '35 dagen'],
      ['', '2027-03-01', null, '35 dagen', '21 dagen'], ['DVD Dvd', '2027-03-01', null, null, '14 dagen'],
    ].map(([where, ...rest]) => [where === '' ? expect.any(String) : where, ...rest]))
    await expectTheSame(proposed)
  })

  test('ends where theirs ends, and nothing is said in its place', async () => {
    await here.apply(setting(theirs, 'trial.term', 35, { from: '2027-01-01', to: '2027-02-28' }))
    const proposed = await take()
    expect(proposed.items.map(({ payload: { from, to, value } }) => [from, to, value])).toEqual([['2027-01-01', '2027-02-28', 35]])
    await expectTheSame(proposed)
  })

  test('comes in place of one’s own plans, which are given back where theirs says nothing', async () => {
    await here.apply(
      setting(theirs, 'trial.term', 35, { to: '2027-02-28' }),
      setting(ours, 'trial.term', 10, { from: '2027-02-01', where: { membership: '60' } }), setting(ours, 'trial.term', 42),
    )
    const proposed = await take()
    expect(proposed.changes).toContainEqual(expect.objectContaining({ from: '2027-03-01', to: null, after: null }))
    await expectTheSame(proposed)
  })

  test('counts when a group they belong to has planned it, and when they join one later', async () => {
    const group = await here.unit('group', `Kempen ${made}`, SYSTEM, { level: '1', code: `K${made}` })
    await here.apply(setting(group, 'trial.term', 17, { where: { membership: '61' } }), setting(group, 'trial.term', 12, { from: '2028-01-01' }))
    await here.apply({ kind: 'units.move', payload: { unit: theirs, parent: group, from: '2027-03-01' } })
    const proposed = await take()
    expect(proposed.items.map(({ payload }) => payload.from)).toEqual(['2027-03-01', '2028-01-01'])
    await expectTheSame(proposed)
  })

  test('keeps its seasons, from the day they are planned', async () => {
    await here.apply(
      setting(theirs, 'trial.term', 50, { from: '2027-01-01', season: { from: '07-01', to: '08-31' } }),
      setting(theirs, 'trial.term', 60, { from: '2028-01-01', season: { from: '07-01', to: '08-31' } }),
    )
    const proposed = await take()
    expect(proposed.items.map(({ payload: { from, to, season, value } }) => [from, to, season?.from, value])).toEqual([
      ['2027-01-01', '2027-12-31', '07-01', 50], ['2028-01-01', null, '07-01', 60],
    ])
    await expectTheSame(proposed)
  })

  test('asks a decision where only the plan asks money', async () => {
    await here.apply(setting(theirs, 'trial.fee', 25, { from: '2027-01-01', basis: decision }))
    const { asksBasis, items } = await take({ names: ['trial.fee'] })
    expect([asksBasis.length, items.map(({ payload }) => payload.from)]).toEqual([1, ['2027-01-01']])
    expect((await take({ names: ['trial.fee'], basis: decision })).asksBasis).toEqual([])
  })
})
