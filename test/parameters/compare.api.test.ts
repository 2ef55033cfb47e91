import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { plugins as product } from '#plugins/index.ts'
import type { Comparison } from '#plugins/parameters/contract/answer/compare.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { lists, setting, trial } from './trial.ts'

let here: Opened
let reader: Staff
let kempen: UnitId
let waas: UnitId
const libraries: UnitId[] = []

/** Ten libraries: four in a group of level 1, three in one of level 3a, three in none; one keeps things for very long. */
beforeAll(async () => {
  here = await openInstallation({ plugins: [...product, trial] })
  await here.apply(...lists())
  kempen = await here.unit('group', 'Kempen', SYSTEM, { level: '1', code: 'G1' })
  waas = await here.unit('group', 'Waas', SYSTEM, { level: '3a', code: 'G3' })
  for (let n = 0; n < 10; n++) {
    const province = n % 2 ? 'Antwerpen' : 'Oost-Vlaanderen'
    libraries.push(await here.unit('library', `Bib ${n}`, n < 4 ? kempen : n < 7 ? waas : SYSTEM, {
      province, ...(n === 9 ? {} : { inhabitants: 1000 * (n + 1) }),
    }))
  }
  await here.apply(
    setting(SYSTEM, 'trial.grace', 3),
    ...libraries.slice(0, 3).map(id => setting(id, 'trial.grace', 4)), setting(libraries[9] ?? '', 'trial.grace', 30),
    setting(kempen, 'trial.term', 14, { where: { material: 'DVD' } }),
  )
  const branch = await here.unit('branch', 'Filiaal', libraries[8])
  await here.apply(setting(branch, 'trial.grace', 7))
  reader = await here.staff('library-admin', libraries[8])
})
afterAll(() => here.close())

const compare = async (more = '', staff = reader) => {
  const { status, body } = await staff.get(`/api/parameters/compare?names=trial.grace${more}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Comparison
}
const namesOf = ({ libraries: chosen }: Comparison) => chosen.map(({ name }) => name)

describe('settings side by side', () => {
  test('show what each library has and by whose word, and what stands out', async () => {
    const { parameters: [grace], libraries: chosen, outOf } = await compare()
    const at = (id: UnitId | undefined) => {
      const cell = grace?.cells[chosen.findIndex(one => one.id === id)]
      const value = grace?.values[cell?.is ?? -1]
      return [value?.text, value?.outlier, cell?.from]
    }
    expect([at(libraries[0]), at(libraries[5]), at(libraries[9])]).toEqual([
      ['4 dagen', false, 'library'], ['3 dagen', false, 'system'], ['30 dagen', true, 'library'],
    ])
    expect(grace?.distribution).toMatchObject({
      median: { value: 3 }, min: { value: 3 }, max: { value: 30, text: '30 dagen' },
      commonest: { text: '3 dagen', count: 6, percent: 60 },
    })
    expect(grace?.cells[chosen.findIndex(one => one.id === libraries[8])]).toMatchObject({ otherwise: 1 })
    expect(outOf).toBe(10)
  })

  test('take one line of the rules', async () => {
    const { body } = await reader.get('/api/parameters/compare?names=trial.term&names=trial.fee&material=DVD')
    const { parameters: [term, fee], whereText } = body as Comparison
    expect(whereText).toBe('DVD Dvd')
    expect(term?.distribution.counts).toMatchObject([{ value: 14, count: 4 }, { value: 28, count: 6 }])
    expect(fee?.values).toMatchObject([{ text: '€\u{a0}0,00', count: 10, percent: 100 }])
  })

  test('compare each part of a rule, so that loan days can be', async () => {
    await here.apply(setting(libraries[0] ?? '', 'rules.loan', { loanDays: 21, renewalDays: 28, feeCents: 0, minimumAge: 0 }))
    const { body } = await reader.get('/api/parameters/compare?names=rules.loan')
    const [loan] = (body as Comparison).parameters
    expect(loan?.distribution.commonest).toMatchObject({ text: '28/28/0', count: 9 })
    const days = loan?.parts.find(({ name }) => name === 'loanDays')
    expect(days).toMatchObject({ title: 'Leendagen', unit: 'days', distribution: { min: { value: 21, text: '21 dagen' } } })
    expect(loan?.values.find(({ text }) => text === '21/28/0')?.parts).toContainEqual(
      { name: 'loanDays', text: '21 dagen', outlier: false })
  })
})

describe('libraries are chosen', () => {
  test('by group, level, province and inhabitants', async () => {
    expect(namesOf(await compare(`&group=${kempen}`))).toEqual(['Bib 0', 'Bib 1', 'Bib 2', 'Bib 3'])
    expect(namesOf(await compare('&level=3'))).toEqual(['Bib 4', 'Bib 5', 'Bib 6'])
    expect(namesOf(await compare('&level=0&province=Antwerpen'))).toEqual(['Bib 7', 'Bib 9'])
    expect(namesOf(await compare('&minInhabitants=2000&maxInhabitants=3000'))).toEqual(['Bib 1', 'Bib 2'])
    expect(namesOf(await compare(`&libraries=${libraries[3]}`))).toEqual(['Bib 3'])
    const { groups, provinces } = await compare(`&group=${waas}`)
    expect(groups.map(({ name, level }) => [name, level])).toEqual([['Kempen', '1'], ['Waas', '3a']])
    expect(provinces).toEqual(['Antwerpen', 'Oost-Vlaanderen'])
  })

  test('as those most like one’s own, with the reason', async () => {
    const found = await compare(`&like=${libraries[8]}`)
    expect(namesOf(found)[0]).toBe('Bib 8')
    // 8 000 in another province is nearer than 7 000 in the same at another level; no number is not like anybody.
    expect(namesOf(found).slice(1, 3)).toEqual(['Bib 7', 'Bib 6'])
    expect(namesOf(found)).not.toContain('Bib 9')
    expect(found.like?.why).toContain('Bib 8 (9.000 inwoners) en de 8 bibliotheken')
    const unknown = await compare(`&like=${libraries[9]}`)
    expect(unknown.like?.why).toContain('geen inwonertal bekend')
    expect(namesOf(unknown).slice(0, 2)).toEqual(['Bib 9', 'Bib 7'])
  })

  test('never beyond what is asked', async () => {
    const statusOf = async (query: string) => (await reader.get(`/api/parameters/compare?${query}`)).status
    expect(await statusOf('names=trial.nothing')).toBe(404)
    expect(await statusOf(`names=trial.grace&like=${crypto.randomUUID()}`)).toBe(404)
    expect(await statusOf('names=trial.term&material=NIETS')).toBe(422)
    expect(await statusOf('names=trial.grace&material=DVD')).toBe(422)
    expect(await statusOf(Array.from({ length: 21 }, (_, n) => `names=a.p${n}`).join('&'))).toBe(400)
    expect(await statusOf('')).toBe(400)
    expect((await here.app.inject('/api/parameters/compare?names=trial.grace')).statusCode).toBe(401)
  })
})
