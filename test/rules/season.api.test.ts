import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import type { CellWord, LineCell, Lines, LineWord } from '#plugins/rules/contract/answer.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
let group: UnitId
let library: UnitId

const TODAY = '2026-11-23'
const summer = { from: '07-01', to: '08-31' }
const november = { from: '11-01', to: '11-30' }
const loan = (loanDays: number) => ({ loanDays, renewalDays: 28, feeCents: 0, minimumAge: 0 })
const rule = (unit: UnitId, loanDays: number | null, more: object = {}) => ({ kind: 'parameters.set', payload: {
  unit, parameter: 'rules.loan', from: TODAY, to: null, value: loanDays === null ? null : loan(loanDays), ...more,
} })
const done = ({ status, body }: { status: number; body: { id: string } }) => {
  expect([status, body]).toEqual([201, expect.anything()])
  return body.id
}
const putBack = async (set: string) =>
  done(await admin.post(`/api/changes/${set}/put-back`, { id: randomUUID(), mode: 'from-today' }))
const where = (membership: string, material: string) => ({ where: { membership, material } })

async function cellAt(unit: UnitId, membership: string, material: string, day = TODAY) {
  const lines: Lines = (await admin.get(`/api/rules/lines?unit=${unit}&day=${day}`)).body
  const cell = lines.cells.find(one => one.membership === membership && one.material === material) as LineCell
  const when = cell.when?.map(({ word, ...held }): CellWord & LineWord => ({ ...lines.words[word] as LineWord, ...held, word }))
  return { ...cell, when: when?.map(said) }
}

/** A word in one line: what, of whom, when, and how it counts. */
const said = ({ text, unit, seasonText, state, begins, usual, holds, overruled }: CellWord & LineWord) => [
  text, unit?.unitName ?? '-', ...(seasonText ? [seasonText] : []), ...(state === 'planned' ? ['planned'] : []), ...(begins ? [begins] : []),
  ...(usual ? ['usual'] : []), ...(holds ? ['holds'] : []), ...(overruled ? ['overruled'] : []),
].join(' · ')

beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
  group = await here.unit('group', 'Regio', SYSTEM, { level: '1', code: 'G1' })
  library = await here.unit('library', 'Lokeren', group)
})
afterAll(() => here.close())

describe('what holds when in a cell', () => {
  test('is left out where one value holds the whole year, and names seasons, plans and whose they are elsewhere', async () => {
    done(await admin.change([
      rule(SYSTEM, 21), rule(group, 35, { season: summer }),
      rule(library, 42, where('60', 'BOEK')), rule(library, 56, { ...where('60', 'BOEK'), season: november }),
      rule(library, 14, { ...where('60', 'DVD'), from: '2027-02-01', to: '2027-02-28' }),
    ]))
    expect(await cellAt(library, '60', 'BOEK')).toMatchObject({
      text: '56/28/0', own: true, usual: { text: '42/28/0', own: true },
      when: ['42/28/0 · Lokeren · usual', '56/28/0 · Lokeren · elk jaar van 1 november tot en met 30 november · 2026-11-23 · holds'],
    })
    // A rule of the library's own comes before a season of the group, for as long as it holds.
    const dvd = await cellAt(library, '60', 'DVD')
    expect(dvd).toMatchObject({ text: '21/28/0', own: false, planned: 1, when: [
      '21/28/0 · Proefstreek · usual · holds', '35/28/0 · Regio · elk jaar van 1 juli tot en met 31 augustus · 2027-07-01',
      '14/28/0 · Lokeren · planned · 2027-02-01',
    ] })
    expect(dvd).not.toHaveProperty('usual')
    expect((await cellAt(SYSTEM, '60', 'BOEK')).when).toBeUndefined()
    expect((await cellAt(library, '60', 'DVD', '2027-07-15')).usual).toEqual({ text: '21/28/0', own: false })
  })

  test('stands once in the answer, however many cells it holds for', async () => {
    const lines: Lines = (await admin.get(`/api/rules/lines?unit=${group}`)).body
    expect(lines.words).toHaveLength(2)
    // In the cell for all it is the group’s own, in every other one the same wider rule.
    expect(new Set(lines.cells.map(({ when }) => JSON.stringify(when))).size).toBe(2)
    expect(lines.words[1]).toMatchObject({ membership: '*', material: '*', season: summer, state: 'now' })
  })

  test('shows the season of a library that is bound as overruled', async () => {
    const bound = await here.unit('library', 'Gebonden', group)
    done(await admin.change([
      rule(bound, 7, { ...where('*', 'CD'), season: summer }), rule(group, 10, { ...where('*', 'CD'), locked: true }),
    ]))
    const { when, locked } = await cellAt(bound, '60', 'CD')
    expect([locked, when]).toEqual([true, undefined])
    expect((await cellAt(bound, '*', 'CD')).when).toEqual([
      '10/28/0 · Regio · usual · holds', '7/28/0 · Gebonden · elk jaar van 1 juli tot en met 31 augustus · overruled',
    ])
  })
})

describe('a change of one of them', () => {
  test('of the usual value leaves the season alone, the other way round as well, and so does putting either back', async () => {
    const unit = await here.unit('library', 'Wetteren')
    const cell = () => cellAt(unit, '60', 'BOEK')
    const [usually, inSummer] = [where('60', 'BOEK'), { ...where('60', 'BOEK'), season: summer }]
    const shown = (usual: number, season: number) => [
      `${usual}/28/0 · Wetteren · usual · holds`, `${season}/28/0 · Wetteren · elk jaar van 1 juli tot en met 31 augustus · 2027-07-01`,
    ]
    done(await admin.change([rule(unit, 28, usually), rule(unit, 42, inSummer)]))
    expect((await cell()).when).toEqual(shown(28, 42))
    const one = done(await admin.change([rule(unit, 30, usually)]))
    expect((await cell()).when).toEqual(shown(30, 42))
    const other = done(await admin.change([rule(unit, 49, inSummer)]))
    expect((await cell()).when).toEqual(shown(30, 49))
    await putBack(one)
    expect((await cell()).when).toEqual(shown(28, 49))
    await putBack(other)
    expect((await cell()).when).toEqual(shown(28, 42))
    done(await admin.change([rule(unit, null, usually)]))
    expect((await cell()).when).toEqual([
      '21/28/0 · Proefstreek · usual · holds', '42/28/0 · Wetteren · elk jaar van 1 juli tot en met 31 augustus · 2027-07-01',
    ])
  })
  test('of a season tells in how many places it will hold, also before that season begins and in the middle of it', async () => {
    const unit = await here.unit('library', 'Temse')
    await here.unit('branch', 'Temse centrum', unit)
    const placesOf = async (season: object) => {
      const { status, body } = await admin.post('/api/changes/preview', { items: [rule(unit, 42, { season })] })
      expect(status).toBe(200)
      return body.effects.find(({ code }: { code: string }) => code === 'parameters.places').count
    }
    expect([await placesOf(summer), await placesOf(november), await placesOf({ from: '12-20', to: '01-05' })]).toEqual([2, 2, 2])
  })
})
