import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import { SYSTEM } from '#core/unit.ts'
import type { Preset } from '#plugins/parameters/contract/answer/preset.ts'
import type { Proposed } from '#plugins/parameters/contract/answer/proposed.ts'
import { fineRule, loanRule } from '#plugins/rules/contract/method.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { decision, setting, TODAY } from '../parameters/trial.ts'

let here: Opened
let boss: Staff
let zwalm: UnitId
let bound: UnitId

const fine = (amountCents: number) => ({ amountCents, periodDays: 1, graceDays: 0, maximumCents: 500 })
const loan = (loanDays: number, more: object = {}) => ({ loanDays, renewalDays: 28, feeCents: 0, minimumAge: 0, ...more })
const basis = { basis: decision }

beforeAll(async () => {
  here = await openInstallation()
  const group = await here.unit('group', 'Waas', SYSTEM, { level: '2', code: 'G2' })
  const kempen = await here.unit('group', 'Kempen', SYSTEM, { level: '1', code: 'G1' })
  zwalm = await here.unit('library', 'Zwalm', kempen)
  bound = await here.unit('library', 'Lokeren', group)
  boss = await here.staff('library-admin', zwalm)
  await here.apply(
    setting(SYSTEM, 'rules.fine', fine(10), basis), setting(zwalm, 'rules.fine', fine(50), { where: { material: 'DVD' }, ...basis }),
    setting(kempen, 'rules.loan', loan(7), { where: { material: 'DVD' } }),
    setting(zwalm, 'rules.loan', loan(56), { where: { membership: '120' } }),
    setting(zwalm, 'rules.loan', loan(28, { minimumAge: 99 }), { where: { material: 'KRANT' } }),
    setting(group, 'rules.fine', fine(25), basis), setting(zwalm, 'notices.letter-postage', 120, basis),
  )
})
afterAll(() => here.close())

const post = (name: string, blanks: object = {}, more: object = {}) =>
  boss.post(`/api/presets/${name}/items`, { units: [zwalm], from: TODAY, blanks, ...more })
const fill = async (name: string, blanks: object = {}, more: object = {}) => {
  const { status, body } = await post(name, blanks, more)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Proposed
}
const loanDays = (day: string, where: object) =>
  resolve(here.installation.snapshot.current, loanRule, zwalm, day, { ...where }).value.loanDays

describe('presets', () => {
  test('are told with their blanks and what they set', async () => {
    const { body } = await here.app.inject({ url: '/api/presets', headers: { cookie: boss.cookieIn('fr') } }).then(answer => ({
      body: answer.json<{ data: Preset[] }>(),
    }))
    const summer = body.data.find(({ name }) => name === 'rules.summer-term')
    expect(summer).toMatchObject({
      title: 'Durée de prêt d’été', area: 'loans', plugin: 'rules', sets: [{ parameter: 'rules.loan', title: 'Modalité de prêt' }],
      levels: ['system', 'group', 'library', 'branch'],
    })
    expect(summer?.blanks.map(({ name, default: value, codes, everyYear }) => [name, value, codes, everyYear])).toEqual([
      ['days', 42, undefined, undefined], ['from', '06-15', undefined, true], ['to', '08-31', undefined, true],
      ['materials', [], 'material', undefined],
    ])
    expect(body.data.map(({ name }) => name)).toContain('parameters.free-reminders')
  })

  test('make fines free in every line of a unit, and nowhere else', async () => {
    const { items, changes } = await fill('rules.fine-free')
    expect(changes.map(({ whereText, before, after }) => [whereText, before, after])).toEqual([
      ['', null, '0/0/0'], ['DVD Dvd', '0,50/0/5,00', '0/0/0'],
    ])
    const preview = await boss.post('/api/changes/preview', { items })
    expect(preview.body.faults).toEqual([])
    const { skipped, items: none } = await fill('rules.fine-free', {}, { units: [bound] })
    expect([none, skipped.map(({ code }) => code)]).toEqual([[], ['parameters.locked']])
  })

  test('leave fines out for the types of membership that are filled in', async () => {
    const { items } = await fill('rules.fine-free-types', { memberships: ['1', '120'] })
    await here.apply(...items)
    const amount = (membership: string, material: string) =>
      resolve(here.installation.snapshot.current, fineRule, zwalm, TODAY, { membership, material }).value.amountCents
    expect([amount('1', 'DVD'), amount('120', 'BOEK'), amount('60', 'DVD')]).toEqual([0, 0, 50])
    expect((await fill('rules.fine-free-types', { memberships: ['1', '120'] })).items).toEqual([])
  })

  test('make the summer long, but what is not lent or may be kept longer stays as it is', async () => {
    const { items } = await fill('rules.summer-term', { days: 42 })
    await here.apply(...items)
    expect([loanDays('2027-07-01', {}), loanDays('2027-07-01', { material: 'DVD' }), loanDays('2027-07-01', { membership: '120' })])
      .toEqual([42, 42, 56])
    expect([loanDays('2027-07-01', { material: 'KRANT' }), loanDays('2027-09-01', { material: 'DVD' }), loanDays('2028-08-31', {})])
      .toEqual([28, 7, 42])
    expect((await fill('rules.summer-term', { days: 42 })).items).toEqual([])
  })

  test('make reminders free', async () => {
    const { changes } = await fill('parameters.free-reminders')
    expect(changes.map(({ parameter, before, after }) => [parameter, before, after])).toEqual([
      ['notices.letter-postage', '€\u{a0}1,20', '€\u{a0}0,00'],
    ])
    const { items } = await fill('circulation.no-fines-under', { age: 16 })
    expect(items).toMatchObject([{ payload: { unit: zwalm, parameter: 'circulation.fine-free-age', value: 16 } }])
  })

  test('are filled in whole, each blank blamed by its name', async () => {
    const faultsOf = async (name: string, blanks: object) =>
      (await post(name, blanks)).body.faults.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)
    expect(await faultsOf('rules.fine-free-types', {})).toEqual(['/blanks/memberships parameters.blank'])
    expect(await faultsOf('rules.fine-free-types', { memberships: ['1', 'X9'], more: 1 })).toEqual([
      '/blanks/more parameters.no-blank', '/blanks/memberships/1 parameters.no-code',
    ])
    expect(await faultsOf('rules.summer-term', { days: 0, from: '02-30', to: 'x' })).toEqual([
      '/blanks/days schema.minimum', '/blanks/from parameters.no-such-day', '/blanks/to schema.pattern',
    ])
    expect((await post('rules.none')).status).toBe(404)
    expect((await post('rules.fine-free', {}, { units: [crypto.randomUUID()] })).status).toBe(404)
    expect((await post('rules.fine-free', {}, { units: [] })).status).toBe(400)
  })
})
