import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { plugins as product } from '#plugins/index.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'
import { decision, lists, setting, TODAY, trial } from './trial.ts'

let here: Opened
let admin: Staff
let boss: Staff
let group: UnitId
let zwalm: UnitId
let branch: UnitId
let member: UnitId
let table: UnitId

beforeAll(async () => {
  here = await openInstallation({ plugins: [...product, trial] })
  await here.apply(...lists())
  group = await here.unit('group', 'Streekbibliotheken', SYSTEM, { level: '1', code: 'G1' })
  zwalm = await here.unit('library', 'Zwalm', group)
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  table = await here.unit('group', 'Waasland', SYSTEM, { level: '2', code: 'G2' })
  member = await here.unit('library', 'Temse', table)
  admin = await here.staff('system-admin')
  boss = await here.staff('library-admin', zwalm)
})
afterAll(() => here.close())

const told = ({ body }: Answer): string[] => (body.faults ?? []).map(({ code, pointer }: { code: string; pointer: string }) =>
  `${code} ${pointer.replace(/^\/items\/\d+\/payload/, '')}`)
const faultsOf = async (parameter: string, value: unknown, more: object = {}, unit = zwalm) =>
  told(await admin.change([setting(unit, parameter, value, more)]))
const valueAt = async (unit: UnitId, parameter: string) => (await admin.get(`/api/parameters/${parameter}?unit=${unit}`)).body.value
const versionNow = async () => (await admin.get(`/api/parameters/values?unit=${SYSTEM}`)).body.version

describe('at the door is refused', () => {
  test.each<[string, string, unknown, object, string[]]>([
    ['a wrong type', 'trial.grace', 'veel', {}, ['schema.type /value']],
    ['a decimal comma', 'trial.fee', '0,50', {}, ['schema.type /value']],
    ['a fraction of a cent', 'trial.fee', 0.5, {}, ['schema.type /value']],
    ['what is out of bounds', 'trial.grace', 31, {}, ['schema.maximum /value']],
    ['a negative number', 'trial.grace', -1, {}, ['schema.minimum /value']],
    ['a setting that does not exist', 'trial.shoe-size', 4, {}, ['parameters.unknown /parameter']],
    ['a code that is on no list', 'trial.term', 4, { where: { membership: '999' } }, ['parameters.no-code /where/membership']],
    ['a dimension that does not exist', 'trial.term', 4, { where: { moon: 'full' } }, ['parameters.no-dimension /where/moon']],
    ['codes for a setting without them', 'trial.grace', 4, { where: { membership: '60' } }, ['parameters.no-dimension /where/membership']],
    ['a price without a decision', 'trial.fee', 50, {}, ['parameters.basis-needed /basis']],
    ['a period that runs backwards', 'trial.grace', 4, { to: '2026-01-01' }, ['parameters.backwards /to']],
    ['a season of a day that is not there', 'trial.grace', 4, { season: { from: '02-30', to: '03-02' } }, ['parameters.no-such-day /season/from']],
    ['a season of the leap day', 'trial.grace', 4, { season: { from: '02-29', to: '03-02' } }, ['parameters.no-such-day /season/from']],
    ['a day that does not exist', 'trial.grace', 4, { from: '2027-02-29' }, ['schema.format /from']],
    ['a key that nobody knows', 'trial.grace', 4, { colour: 'red' }, ['schema.additionalProperties /colour']],
  ])('%s', async (_what, parameter, value, more, faults) => {
    expect(await faultsOf(parameter, value, more)).toEqual(faults)
  })

  test('a number that is none', async () => {
    const send = (text: string) => here.app.inject({
      method: 'POST', url: '/api/changes', headers: { cookie: admin.cookie, 'content-type': 'application/json' },
      payload: JSON.stringify({ id: randomUUID(), items: [setting(zwalm, 'trial.grace', 'HERE')] }).replace('"HERE"', text),
    })
    expect((await send('1e400')).statusCode).toBeGreaterThanOrEqual(400)
    expect((await send('NaN')).statusCode).toBe(400)
    expect((await send('1,5')).statusCode).toBe(400)
  })

  test('a level where it is not set', async () => {
    expect(await faultsOf('trial.most', 400, { basis: decision }, branch)).toEqual(['parameters.wrong-level /unit'])
    expect(await faultsOf('trial.grace', 4, {}, randomUUID())).not.toEqual([])
  })

  test('a season over another', async () => {
    expect(await faultsOf('trial.grace', 4, { season: { from: '07-01', to: '08-31' } })).toEqual([])
    expect(await faultsOf('trial.grace', 5, { season: { from: '08-15', to: '09-15' } })).toEqual(['parameters.season-overlaps /season'])
    expect(await faultsOf('trial.grace', 5, { season: { from: '12-15', to: '07-05' } })).toEqual(['parameters.season-overlaps /season'])
    expect(await faultsOf('trial.grace', 6, { season: { from: '07-01', to: '08-31' } })).toEqual([])
  })

  test('what a level above has locked, and any line beside the one table of a group', async () => {
    await admin.change([setting(group, 'trial.fee', 0, { where: { material: 'DVD' }, locked: true })])
    const dvd = { where: { membership: '60', material: 'DVD' }, basis: decision }
    expect(await faultsOf('trial.fee', 10, dvd)).toEqual(['parameters.locked /value'])
    expect(await faultsOf('trial.fee', 10, { where: { material: 'BOEK' }, basis: decision })).toEqual([])
    await here.apply(setting(table, 'trial.term', 21, { where: { material: 'BOEK' } }))
    expect(await faultsOf('trial.term', 14, { where: { material: 'DVD' } }, member)).toEqual(['parameters.locked /value'])
  })

  test('a day gone by without a reason', async () => {
    expect(await faultsOf('trial.grace', 4, { from: '2026-11-01' })).toEqual(['core.reason-needed /reason'])
  })
})

describe('a set', () => {
  test('names all that is wrong at once, each with its place, and does nothing by halves', async () => {
    const before = await versionNow()
    const answer = await admin.change([
      setting(zwalm, 'trial.most', 100, { basis: decision }), setting(zwalm, 'trial.grace', 99), setting(zwalm, 'trial.fee', 20),
      setting(zwalm, 'trial.term', 'x', { where: { membership: '999' }, to: '2026-01-01' }),
    ])
    expect(answer.status).toBe(422)
    expect(answer.body.faults.map(({ code, pointer }: { code: string; pointer: string }) => `${code} ${pointer}`).toSorted()).toEqual([
      'parameters.backwards /items/3/payload/to', 'parameters.basis-needed /items/2/payload/basis',
      'parameters.no-code /items/3/payload/where/membership', 'schema.maximum /items/1/payload/value',
      'schema.type /items/3/payload/value',
    ])
    expect([await versionNow(), await valueAt(zwalm, 'trial.most')]).toEqual([before, 500])
  })

  test('of whoever looked at an older version meets both versions', async () => {
    const seen = await versionNow()
    const [first, second] = [setting(branch, 'trial.grace', 8), setting(branch, 'trial.grace', 9)]
    expect((await admin.change([{ ...first, seen }])).status).toBe(201)
    const late = await boss.change([{ ...second, seen }])
    expect([late.status, late.body.code]).toEqual([409, 'core.conflict'])
    expect(late.body).toMatchObject({
      yours: [{ unit: branch, body: { value: 9 } }], theirs: [{ body: { value: 8 }, by: expect.stringContaining('system-admin') }],
    })
    expect(await valueAt(branch, 'trial.grace')).toBe(8)
  })
})

describe('whatever several do at once', () => {
  test('no word is lost, and nobody waits for ever', async () => {
    const other = await here.second()
    const on = boss.on(other.app)
    const days = Array.from({ length: 20 }, (_, n) => `2027-${String(1 + n % 10).padStart(2, '0')}-${n < 10 ? '05' : '20'}`)
    const answers = await Promise.all(days.map((day, n) =>
      (n % 2 ? boss : on).change([setting(zwalm, 'trial.charges', n % 3 === 0, { from: day, to: day })])))
    expect(answers.map(({ status }) => status)).toEqual(days.map(() => 201))
    const { rows } = (await boss.get(`/api/parameters/trial.charges?unit=${zwalm}`)).body
    expect(rows.map(({ from, value }: { from: string; value: boolean }) => `${from} ${value}`))
      .toEqual(days.map((day, n) => `${day} ${n % 3 === 0}`).toSorted())
    await other.app.close()
  })

  test('what is put back before its day leaves everything as it was', async () => {
    const rowsNow = async () => (await admin.get(`/api/parameters/trial.term?unit=${zwalm}`)).body.rows
      .map(({ set: _set, ...row }: { set: string }) => row)
    await admin.change([setting(zwalm, 'trial.term', 20, { to: '2027-06-30' })])
    const before = await rowsNow()
    const [dvd, cut] = [{ where: { material: 'DVD' }, from: '2027-01-01' }, { from: '2027-02-01', to: '2027-03-01' }]
    const { body } = await admin.change([setting(zwalm, 'trial.term', 7, dvd), setting(zwalm, 'trial.term', 9, cut)])
    expect(await rowsNow()).not.toEqual(before)
    expect((await admin.post(`/api/changes/${body.id}/put-back`, { id: randomUUID(), mode: 'from-today' })).status).toBe(201)
    const holds = async (day: string) => (await admin.get(`/api/parameters/trial.term?unit=${zwalm}&day=${day}&material=DVD`)).body.value
    expect([await holds(TODAY), await holds('2027-02-15'), await holds('2027-06-30'), await holds('2027-07-01')]).toEqual([20, 20, 20, 28])
    expect((await rowsNow()).map(({ valueText, from }: { valueText: string; from: string }) => `${valueText} ${from}`)
      .filter((row: string) => !row.startsWith('20'))).toEqual([])
  })
})
