import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let neighbour: Staff
let group: UnitId
let waas: UnitId
let lokeren: UnitId
let branch: UnitId

const TODAY = '2026-11-23'
const basis = { number: 'GR/2026/7', date: '2026-10-01' }
const rule = (unit: UnitId, parameter: string, value: unknown, more: object = {}) =>
  ({ kind: 'parameters.set', payload: { unit, parameter, from: TODAY, to: null, value, ...more } })
const loan = (loanDays: number) => ({ loanDays, renewalDays: 28, feeCents: 0, minimumAge: 0 })
const done = (answer: { status: number; body: unknown }) => expect([answer.status, answer.body]).toEqual([201, expect.anything()])
const linesOf = async (query: string, who = admin) => (await who.get(`/api/rules/lines?${query}`)).body
const cellOf = (lines: { cells: { membership: string; material: string }[] }, membership: string, material: string) =>
  lines.cells.find(cell => cell.membership === membership && cell.material === material)

beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
  group = await here.unit('group', 'Regio', SYSTEM, { level: '1', code: 'G1' })
  lokeren = await here.unit('library', 'Lokeren', group)
  branch = await here.unit('branch', 'Lokeren centrum', lokeren)
  waas = await here.unit('library', 'Waas', SYSTEM)
  neighbour = await here.staff('library-admin', waas)
  done(await admin.change([
    rule(SYSTEM, 'rules.loan', loan(21)),
    rule(lokeren, 'rules.loan', loan(14), { where: { material: 'DVD' } }),
    rule(lokeren, 'rules.loan', loan(21), { where: { membership: '60', material: 'CD' } }),
    rule(lokeren, 'rules.loan', loan(42), { where: { membership: '60', material: 'BOEK' }, from: '2027-01-01' }),
    rule(lokeren, 'rules.loan', loan(35), { where: { material: 'STRIP' }, season: { from: '11-01', to: '11-30' } }),
  ]))
})
afterAll(() => here.close())

describe('the rule lines of a library', () => {
  test('show every membership and every material, any first', async () => {
    const lines = await linesOf(`unit=${lokeren}`)
    expect(lines).toMatchObject({ unit: lokeren, day: TODAY, method: 'rules.loan' })
    expect(lines.memberships.slice(0, 4).map(({ code }: { code: string }) => code)).toEqual(['*', '1', '20', '40'])
    expect([lines.memberships.length, lines.materials.length, lines.cells.length]).toEqual([35, 21, 35 * 21])
  })

  test('say per cell what holds, whose word it is, and whether it differs', async () => {
    const lines = await linesOf(`unit=${lokeren}`)
    expect(cellOf(lines, '*', '*')).toEqual({
      membership: '*', material: '*', text: '21/28/0', value: loan(21), own: false,
      from: { unit: SYSTEM, unitName: 'Proefstreek' }, locked: false, differs: false, planned: 0,
    })
    expect(cellOf(lines, '*', 'DVD')).toMatchObject({ text: '14/28/0', own: true, differs: true, from: { unitName: 'Lokeren' } })
    expect(cellOf(lines, '*', 'DVD')).not.toHaveProperty('by')
    expect(cellOf(lines, '60', 'DVD')).toMatchObject({
      text: '14/28/0', own: false, differs: true, by: { membership: '*', material: 'DVD' },
    })
    expect(cellOf(lines, '60', 'CD')).toMatchObject({ text: '21/28/0', own: true, differs: false })
    expect(cellOf(lines, '60', 'BOEK')).toMatchObject({ text: '21/28/0', own: false, planned: 1 })
    expect(cellOf(lines, '*', 'STRIP')).toMatchObject({
      text: '35/28/0', own: true, by: { season: { from: '11-01', to: '11-30' } },
    })
    expect(cellOf(lines, '1', 'STRIP')).toMatchObject({
      own: false, by: { membership: '*', material: 'STRIP', season: { from: '11-01', to: '11-30' } },
    })
  })

  test('on another day, at a branch below, and read by another library', async () => {
    const later = await linesOf(`unit=${branch}&day=2027-01-01`, neighbour)
    expect(cellOf(later, '60', 'BOEK')).toMatchObject({ text: '42/28/0', own: false, differs: false, from: { unitName: 'Lokeren' } })
    expect(cellOf(later, '*', 'STRIP')).toMatchObject({ text: '21/28/0' })
  })

  test('are locked where a unit above binds them, and still show the word that is overruled', async () => {
    done(await admin.change([rule(group, 'rules.loan', loan(28), { where: { material: 'DVD' }, locked: true })]))
    const lines = await linesOf(`unit=${lokeren}`)
    expect(cellOf(lines, '60', 'DVD')).toMatchObject({ text: '28/28/0', own: false, locked: true, lockedBy: 'Regio', differs: false })
    expect(cellOf(lines, '*', 'DVD')).toMatchObject({ text: '28/28/0', own: true, locked: true, from: { unitName: 'Regio' } })
    expect(cellOf(lines, '60', 'CD')).toMatchObject({ locked: false })
  })

  test('exist for what differs by membership alone, and for other amounts', async () => {
    done(await admin.change([
      rule(lokeren, 'rules.items-max', 20, { where: { membership: '60' } }),
      rule(lokeren, 'rules.renewal-cost', 25, { where: { membership: '60', material: 'DVD' }, basis }),
    ]))
    const most = await linesOf(`unit=${lokeren}&method=rules.items-max`)
    expect(most.cells).toHaveLength(35)
    expect(cellOf(most, '60', '*')).toMatchObject({ text: '20', own: true })
    expect(cellOf(await linesOf(`unit=${lokeren}&method=rules.renewal-cost`), '60', 'DVD')).toMatchObject({ text: '€\u00a00,25' })
  })

  test('of nothing else', async () => {
    for (const query of ['method=rules.fine-line', 'method=branches.feed-days', 'day=x', 'more=1']) {
      expect((await admin.get(`/api/rules/lines?${query}`)).status).toBe(400)
    }
    expect((await admin.get('/api/rules/lines?unit=00000000-0000-4000-8000-00000000abcd')).status).toBe(404)
  })
})

describe('a value of a method', () => {
  const faultsOf = (answer: { body: { faults: { code: string; pointer: string }[] } }) =>
    answer.body.faults.map(({ code, pointer }) => `${code} ${pointer.replace('/items/0/payload', '')}`)

  test('holds together, and asks for a decision where it asks for money', async () => {
    expect(faultsOf(await admin.change([rule(lokeren, 'rules.fine', { amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 0 })])))
      .toEqual(['parameters.basis-needed /basis', 'parameters.does-not-fit /value'])
    expect(faultsOf(await admin.change([
      rule(lokeren, 'rules.dunning', { reminder1Days: 7, reminder2Days: 14, billDays: 21, preNoticeDays: 3 }),
    ]))).toEqual(['parameters.does-not-fit /value'])
    expect(faultsOf(await admin.change([rule(lokeren, 'rules.loan', { ...loan(28), loanDays: 27.5, minimumAge: 100, age: 3 })])))
      .toEqual(expect.arrayContaining(['schema.type /value/loanDays', 'schema.maximum /value/minimumAge']))
    done(await admin.change([
      rule(lokeren, 'rules.fine', { amountCents: 10, periodDays: 1, graceDays: 1, maximumCents: null }, { basis }),
      rule(lokeren, 'rules.hold', { allowed: false, placingCents: 0, pickupCents: 0, notCollectedCents: 0 }),
    ]))
    expect(cellOf(await linesOf(`unit=${branch}&method=rules.fine`), '*', '*')).toMatchObject({ text: '0,10/1/-' })
    expect(cellOf(await linesOf(`unit=${branch}&method=rules.hold`), '*', '*')).toMatchObject({ text: '-' })
  })
})

describe('the lists', () => {
  const listsOf = async (query: string) => (await admin.get(`/api/lists?${query}`)).body
  const of = (list: { code: string }[], code: string) => list.find(one => one.code === code)

  test('tell what the region says, what the library says instead, and what is used', async () => {
    done(await admin.change([
      { kind: 'parameters.set-membership-type', payload: {
        unit: lokeren, code: '120', from: TODAY, to: null,
        body: { name: { nl: 'Klas', en: 'Class', fr: 'Classe' }, kind: 'institution' },
      } },
      { kind: 'parameters.set-material-type', payload: {
        unit: lokeren, code: 'POSTER', from: TODAY, to: null,
        body: { name: { nl: 'Poster', en: 'Poster', fr: 'Affiche' }, unused: true },
      } },
    ]))
    const lists = await listsOf(`unit=${branch}`)
    expect(of(lists.memberships, '120')).toMatchObject({
      body: { kind: 'institution' }, own: false, from: { unitName: 'Lokeren', since: TODAY }, above: { kind: 'institution' }, used: false,
    })
    expect(of(lists.memberships, '60')).toMatchObject({
      body: { name: { nl: 'Volwassene', fr: 'Adulte' } }, from: { unitName: 'Proefstreek', since: null }, used: true,
    })
    const own = await listsOf(`unit=${lokeren}`)
    expect(of(own.memberships, '120')).toMatchObject({ own: true, above: { kind: 'none' } })
    expect(of(own.materials, 'POSTER')).toMatchObject({ own: true, body: { unused: true } })
    expect((await linesOf(`unit=${lokeren}`)).materials.at(-1)).toEqual({ code: 'POSTER', name: 'Poster', unused: true })
    expect(of((await listsOf(`unit=${waas}`)).materials, 'POSTER')).toMatchObject({ own: false, body: { name: { nl: 'Poster' } } })
  })

  test('tell which types stand for one another in a group', async () => {
    const region = await here.unit('group', 'Biblio WAAS', SYSTEM, { level: '3b', code: 'G3' })
    const [temse, kruibeke] = [await here.unit('library', 'Temse', region), await here.unit('library', 'Kruibeke', region)]
    await here.apply({ kind: 'parameters.set-membership-link', payload: {
      unit: region, code: 'senior', from: TODAY, to: null, body: { types: { [temse]: '80', [kruibeke]: '60' } },
    } })
    expect((await listsOf(`unit=${kruibeke}`)).links).toMatchObject([{
      unitName: 'Biblio WAAS', code: 'senior', types: expect.arrayContaining([
        { unit: temse, unitName: 'Temse', code: '80', name: { nl: 'Senior', en: 'Senior', fr: 'Senior' } },
      ]),
    }])
    expect((await listsOf(`unit=${lokeren}`)).links).toEqual([])
  })
})
