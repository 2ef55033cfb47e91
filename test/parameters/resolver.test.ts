import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Configuration, type Lay, type Reading } from '#core/configuration.ts'
import type { Day, Parameter, UnitId, Where } from '#core/contract.ts'
import { Draft, plusDays } from '#core/draft.ts'
import { parameterFact, parameterKey, resolve } from '#core/parameter.ts'
import { parentFact, SYSTEM, unitFact } from '#core/unit.ts'
import { naively } from './naive.ts'
import { fee, grace, term } from './trial.ts'

const id = (n: number): UnitId => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const units = [SYSTEM, ...[1, 2, 3, 4, 5, 6].map(id)]
const [, group, other, library, neighbour, branch, sister] = units as [UnitId, UnitId, UnitId, UnitId, UnitId, UnitId, UnitId]
const parameters: readonly Parameter[] = [term, fee, grace]

const lay = (configuration: Configuration, lays: readonly Lay[]) => {
  const draft = new Draft(configuration, 'a-set')
  for (const one of lays) draft.lay(one)
  return draft.configuration()
}
const unit = (unit: UnitId, type: string, level?: string): Lay =>
  ({ fact: unitFact, unit, key: 'unit', from: null, to: null, body: { type, code: unit.slice(-4), name: unit.slice(-2), level } })
const hangs = (unit: UnitId, parent: UnitId, from: Day | null = null): Lay =>
  ({ fact: parentFact, unit, key: 'parent', from, to: null, body: { parent } })

/** Two groups, one with a shared table, two libraries, two branches; the library may move from the one to the other. */
const region = fc.record({ moves: fc.option(fc.constantFrom('2026-06-01', '2027-01-01'), { nil: undefined }) }).map(({ moves }) =>
  lay(new Configuration(), [
    unit(SYSTEM, 'system'), unit(group, 'group', '1'), unit(other, 'group', '2'), unit(library, 'library'),
    unit(neighbour, 'library'), unit(branch, 'branch'), unit(sister, 'branch'),
    hangs(group, SYSTEM), hangs(other, SYSTEM), hangs(library, group), hangs(neighbour, other), hangs(branch, library),
    hangs(sister, neighbour), ...(moves ? [hangs(library, other, moves)] : []),
  ]))

const anyDay = fc.integer({ min: -400, max: 900 }).map(days => plusDays('2026-01-01', days))
const codes = fc.record({
  membership: fc.constantFrom('*', '60', '61'), material: fc.constantFrom('*', 'BOEK', 'DVD'),
})
const seasons = fc.constantFrom({ from: '07-01', to: '08-31' }, { from: '12-15', to: '01-10' }, undefined, undefined)
const placed = (parameter: Parameter, where: Where): Where => (parameter.dimensions ? where : {})

const word = fc.record({
  parameter: fc.constantFrom(...parameters), unit: fc.constantFrom(...units), where: codes, season: seasons, from: anyDay,
  days: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }), value: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
  locked: fc.boolean(),
}).map(({ parameter, unit: at, where, season, from, days, value, locked }): Lay => ({
  fact: parameterFact, unit: at, key: parameterKey(parameter, placed(parameter, where), season), from,
  to: days === null ? null : plusDays(from, days), body: value === null ? null : { value, ...(locked ? { locked } : {}) },
}))
const words = fc.array(word, { maxLength: 25 })
const question = fc.record({ parameter: fc.constantFrom(...parameters), unit: fc.constantFrom(...units), day: anyDay, where: codes })
const valueAt = (reading: Reading, parameter: Parameter, at: UnitId, day: Day, where: Where) =>
  resolve(reading, parameter, at, day, placed(parameter, where)).value

describe('one resolver', () => {
  test('answers as every row of every level, read in the plainest way: days, trees, codes, seasons, locks and shared tables', () => {
    fc.assert(fc.property(region, words, fc.array(question, { minLength: 5, maxLength: 30 }), (start, said, questions) => {
      const configuration = lay(start, said)
      for (const { parameter, unit: at, day, where } of questions) {
        const asked = placed(parameter, where)
        expect(resolve(configuration, parameter, at, day, asked).value).toEqual(naively(configuration, parameter, at, day, asked))
      }
    }), { numRuns: 400 })
  })

  test('gives the same in a draft as once it is in force', () => {
    fc.assert(fc.property(region, words, question, (start, said, { parameter, unit: at, day, where }) => {
      const draft = new Draft(start, 'a-set')
      for (const one of said) draft.lay(one)
      expect(valueAt(draft, parameter, at, day, where)).toEqual(valueAt(draft.configuration(), parameter, at, day, where))
    }), { numRuns: 150 })
  })

  test('leaves a unit with a value of its own alone when another level is set without binding', () => {
    const free = (one: Lay): Lay => ({ ...one, body: one.body === null ? null : { value: (one.body as { value: unknown }).value } })
    const unbinding = fc.constantFrom<Parameter>(fee, grace)
    fc.assert(fc.property(region, words, word, question, unbinding, (start, said, act, { unit: at, day, where }, parameter) => {
      const key = parameterKey(parameter, placed(parameter, where))
      const own: Lay = { fact: parameterFact, unit: at, key, from: day, to: null, body: { value: 17 } }
      const before = lay(start, [...said.filter(one => one.unit !== at).map(free), own])
      fc.pre(act.unit !== at)
      expect(valueAt(before, parameter, at, day, where)).toBe(17)
      expect(valueAt(lay(before, [free(act)]), parameter, at, day, where)).toBe(17)
    }), { numRuns: 200 })
  })

  test('does not care in which order independent words were said', () => {
    fc.assert(fc.property(region, words, question, (start, said, { parameter, unit: at, day, where }) => {
      const independent = said.filter((one, n) => said.findIndex(({ unit: by, key }) => by === one.unit && key === one.key) === n)
      const answers = [independent, independent.toReversed()]
        .map(order => valueAt(lay(start, order), parameter, at, day, where))
      expect(answers[0]).toEqual(answers[1])
    }), { numRuns: 150 })
  })
})
