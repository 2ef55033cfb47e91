import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, toDay, toDayNumber, weekdayOf, weekOf } from '#plugins/branches/day-number.ts'

test('every day from 1900 to 2099 has its number, weekday and name, as Temporal tells them', () => {
  fc.assert(fc.property(fc.integer({ min: -25_567, max: 47_481 }), (number) => {
    const date = new Temporal.PlainDate(1970, 1, 1).add({ days: number })
    expect(toDay(number)).toBe(date.toString())
    expect(toDayNumber(date.toString())).toBe(number)
    expect(partsOf(number))
      .toMatchObject({ year: date.year, month: date.month, day: date.day, weekday: date.dayOfWeek - 1 })
    expect(weekdayOf(number)).toBe(date.dayOfWeek - 1)
  }), { numRuns: 2000 })
})

test('the days of ISO week 53 are one week, also across New Year', () => {
  const week53 = ['2026-12-28', '2026-12-31', '2027-01-01', '2027-01-03'].map((day) => weekOf(toDayNumber(day)))
  expect(new Set(week53).size).toBe(1)
  expect(weekOf(toDayNumber('2027-01-04'))).toBe((week53[0] ?? 0) + 1)
})

test.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', '2026/04/01',
  '2026-04-01T00:00', 'x026-04-01', '2026-04-0x', ''])('%s is not a day', (text) => {
  expect(() => toDayNumber(text)).toThrow(`${JSON.stringify(text)} is not a day`)
})

test('29 February exists in leap years, which 2000 is and 2100 is not', () => {
  expect(toDay(toDayNumber('2028-02-29') + 1)).toBe('2028-03-01')
  expect(toDay(toDayNumber('2000-02-29') + 1)).toBe('2000-03-01')
  expect(() => toDayNumber('2100-02-29')).toThrow(RangeError)
})
