import { describe, expect, test } from 'vitest'
import { isDayOfYear, readDayOfYear, typedDayOfYear } from '#console/time/day-of-year.ts'
import { readTyped, typedOf } from '#console/value/typed.ts'

const cents = { schema: { type: 'integer', minimum: 0, maximum: 100_000 }, unit: 'cents' }
const fine = {
  schema: { type: 'object', properties: {
    amountCents: cents.schema, graceDays: { type: 'integer', minimum: 0, maximum: 366 },
    maximumCents: { anyOf: [cents.schema, { type: 'null' }] },
  } },
  unit: 'fields',
  fields: {
    amountCents: { title: 'bedrag', unit: 'cents' }, graceDays: { title: 'respijt', unit: 'days' },
    maximumCents: { title: 'maximum', unit: 'cents' },
  },
}

describe('an amount', () => {
  test.each([['0,10', 10], ['0.1', 10], ['€ 1,50', 150], ['7', 700], ['1000', 100_000]])('typed as %s is %i cents', (typed, value) => {
    expect(readTyped(cents, typed)).toEqual({ value })
  })
  test.each([['', 'empty'], ['gratis', 'euros'], ['1,505', 'euros'], ['-1', 'euros'], ['1e400', 'euros'], ['1000,01', 'between']])(
    'is not read from “%s”', (typed, wrong) => expect(readTyped(cents, typed).wrong).toBe(wrong),
  )
  test('stands in its field with a comma', () => {
    expect([0, 5, 150, 100_000].map(value => typedOf(cents, value))).toEqual(['0,00', '0,05', '1,50', '1000,00'])
  })
})

describe('a value of several parts', () => {
  const value = { amountCents: 10, graceDays: 1, maximumCents: null }
  test('is read back as it was written into its fields', () => {
    expect(typedOf(fine, value)).toEqual({ amountCents: '0,10', graceDays: '1', maximumCents: '' })
    expect(readTyped(fine, typedOf(fine, value))).toEqual({ value })
  })
  test('is none while one part is wrong', () => {
    expect(readTyped(fine, { amountCents: '0,10', graceDays: 'een', maximumCents: '' })).toEqual({ wrong: 'parts' })
  })
})

test('several codes are typed with commas or spaces, each once', () => {
  const codes = { schema: { type: 'array', items: { type: 'string' } }, unit: 'codes' }
  expect(readTyped(codes, '9000, 9030;9030 9040')).toEqual({ value: ['9000', '9030', '9040'] })
  expect(typedOf(codes, ['9000', '9030'])).toBe('9000, 9030')
})

describe('a day of every year', () => {
  test.each([['1/7', '07-01'], ['31-12', '12-31'], ['1 juli', '07-01'], ['1 jul', '07-01'], ['28.2', '02-28']])(
    '%s is %s', (typed, day) => expect(readDayOfYear(typed, 'nl')).toBe(day),
  )
  test('is read in the reader’s language', () => {
    expect(readDayOfYear('1er août', 'fr')).toBe('08-01')
    expect(readDayOfYear('15 March', 'en')).toBe('03-15')
  })
  test.each(['29/2', '31/4', '0/5', '5/13', 'juli', '1 ju'])('%s is none', typed => {
    expect(readDayOfYear(typed, 'nl')).toBe(null)
  })
  test('stands in its field as people type it', () => expect(typedDayOfYear('07-01')).toBe('1/7'))
  test.each(['02-29', '31-02', '1/7', ''])('%s does not go on the wire and stays as it was typed', typed => {
    expect(isDayOfYear(typed)).toBe(false)
    expect(typedDayOfYear(typed)).toBe(typed)
  })
})
