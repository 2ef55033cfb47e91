import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '#core/contract.ts'
import { assemble } from '#core/registry.ts'
import { faultsIn } from '#core/schema.ts'
import { plugins } from '#plugins/index.ts'
import { cellOf, readCell } from '#plugins/parameters/sheet/cell.ts'
import { readDay, readSeason, writtenDay, writtenSeason } from '#plugins/parameters/sheet/day.ts'
import { guarded, isFormula, unguarded } from '#plugins/parameters/sheet/formula.ts'
import { fitting, type Schema } from '../fuzz/arbitrary.ts'
import { charges, fee, grace, trial } from './trial.ts'

const parameters = [...assemble([...plugins, trial]).parameters.values()]

describe('a value in a cell', () => {
  test.each(parameters)('of $name is read back as it was written', parameter => {
    const values = fitting(parameter.schema as Schema, { deref: schema => schema, ids: [] })
      .filter(value => faultsIn(parameter.schema, value).length === 0)
    const holds = (value: unknown) => {
      for (const language of languages) {
        const cell = cellOf(parameter, value, language)
        expect([parameter.name, language, cell, readCell(parameter, cell)]).toEqual([parameter.name, language, cell, value])
      }
    }
    holds(parameter.default)
    fc.assert(fc.property(values, holds), { numRuns: 20 })
  })

  test.each([
    ['7', 7], ['7 dagen', 7], ['1 jour', 1], ['7,5', 7.5], ['7.5', 7.5], ['1e400', undefined], ['0x10', undefined], ['7 uur', undefined],
    ['zeven', undefined], ['١٤', undefined], ['-3', -3],
  ])('of days %j is %j', (text, value) => expect(readCell(grace, text)).toBe(value))

  test.each([
    ['1,50', 150], ['1.5', 150], ['€ 1,50', 150], ['2', 200], ['0,05 €', 5], ['1.250', undefined], ['1.250,00', undefined], ['1,5,0', undefined],
  ])('of a price %j is %j cents', (text, cents) => expect(readCell(fee, text)).toBe(cents))

  test.each([['ja', true], ['Oui', true], ['NO', false], ['ONWAAR', false], ['misschien', undefined]])(
    'of yes or no %j is %j', (text, value) => expect(readCell(charges, text)).toBe(value))
})

test('a cell made to be slow is not', () => {
  const start = performance.now()
  for (const parameter of parameters) for (const text of [`1${' '.repeat(20_000)}x`, '1 '.repeat(10_000), '/'.repeat(20_000)]) {
    readCell(parameter, text)
    readDay(text)
    readSeason(text)
  }
  expect(performance.now() - start).toBeLessThan(20_000)
})

describe('a day in a cell', () => {
  test.each([
    ['24/12/2026', '2026-12-24'], ['1-2-27', '2027-02-01'], ['01.02.2027', '2027-02-01'], ['2026-12-24', '2026-12-24'],
    ['24 december 2026', '2026-12-24'], ['1er février 2027', '2027-02-01'], ['3 Mar 2027', '2027-03-03'],
    ['29/02/2027', undefined], ['12/24/2026', undefined], ['2026', undefined], ['morgen', undefined],
  ])('%j is %j', (text, day) => expect(readDay(text)).toBe(day))

  test('is read as it was written, and so is a season', () => {
    expect(readDay(writtenDay('2026-02-01'))).toBe('2026-02-01')
    expect(readSeason(writtenSeason({ from: '12-15', to: '01-15' }))).toEqual({ from: '12-15', to: '01-15' })
    expect(readSeason('1/7 tot en met 31/8')).toEqual({ from: '07-01', to: '08-31' })
    expect([readSeason('31/06 - 01/09'), readSeason('zomer')]).toEqual([undefined, undefined])
  })
})

describe('a text that a spreadsheet would run', () => {
  test('is kept a text, and comes back as it was', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('=1+1', '+32 9', '@x', '-', '--', '\'=1', '\'\'-a', '-5', '\t=x')), text => {
      expect(isFormula(guarded(text))).toBe(false)
      expect(unguarded(guarded(text))).toBe(text)
    }))
    expect([guarded('=1+1'), guarded('-5'), guarded('-'), guarded('+1,5')]).toEqual(['\'=1+1', '-5', '-', '+1,5'])
  })
})
