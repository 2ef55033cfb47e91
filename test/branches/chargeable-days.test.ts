import { expect, test } from 'vitest'
import { chargeableDays, chargeablePeriods, fine, type FineRule } from '#plugins/branches/chargeable-days.ts'
import { compileCalendar } from '#plugins/branches/compiled-calendar.ts'
import { always, everyDay, layer, says, source, tuesdayToSaturday } from './source.ts'

const branch = (...exceptions: ReturnType<typeof says>[]) =>
  compileCalendar(source([layer('branch', { hours: [always(tuesdayToSaturday)], exceptions })]))
const august = branch(says('V', '2025-08-04', '2025-08-17'))
const rule = (says_: Partial<FineRule> = {}): FineRule =>
  ({ amountCents: 10, per: { days: 1 }, fineFreeDays: 0, maximumCents: null, closedDaysCount: false, ...says_ })

test('due on 1 August and back on the 19th after a vacation costs two opening days', () => {
  expect(fine(august, '2025-08-01', '2025-08-19', rule())).toEqual({ days: 2, periods: 2, cents: 20 })
})

test('where closed days count it costs four days, and the vacation stays free', () => {
  expect(fine(august, '2025-08-01', '2025-08-19', rule({ closedDaysCount: true })))
    .toEqual({ days: 4, periods: 4, cents: 40 })
})

test('what comes back on its due date or before costs nothing', () => {
  expect(fine(august, '2025-08-01', '2025-08-01', rule()).cents).toBe(0)
  expect(fine(august, '2025-08-01', '2025-07-01', rule()).cents).toBe(0)
})

test('fine-free and vacation days never count, also where closed days do', () => {
  const calendar = branch(says('B', '2025-09-10', '2025-09-12'), says('V', '2025-09-13'))
  expect(chargeableDays(calendar, '2025-09-09', '2025-09-13', { closedDaysCount: true })).toBe(0)
})

test('the first fine-free days cost nothing, and they are chargeable days, not calendar days', () => {
  expect(fine(branch(), '2025-09-05', '2025-09-12', rule({ fineFreeDays: 3 })))
    .toEqual({ days: 2, periods: 2, cents: 20 })
  expect(fine(branch(), '2025-09-05', '2025-09-12', rule({ fineFreeDays: 30 })).cents).toBe(0)
})

test('a fine per period is due for every period that has begun', () => {
  const everySeven = rule({ per: { days: 7 }, amountCents: 50 })
  const open = compileCalendar(source([layer('branch', { hours: [always(everyDay)] })]))
  expect(chargeablePeriods(open, '2025-09-01', '2025-09-08', everySeven)).toBe(1)
  expect(fine(open, '2025-09-01', '2025-09-09', everySeven)).toEqual({ days: 8, periods: 2, cents: 100 })
})

test('a fine per calendar week counts weeks from Monday to Sunday, begun on any chargeable day', () => {
  const weekly = rule({ per: 'calendar-week', amountCents: 50 })
  expect(fine(branch(), '2025-09-05', '2025-09-06', weekly).periods).toBe(1)
  expect(fine(branch(), '2025-09-05', '2025-09-08', weekly).periods).toBe(1)
  expect(fine(branch(), '2025-09-05', '2025-09-09', weekly).periods).toBe(2)
  expect(fine(august, '2025-08-01', '2025-08-19', weekly).periods).toBe(2)
})

test('New Year does not begin a second week: week 53 is one', () => {
  const weekly = rule({ per: 'calendar-week', amountCents: 50, closedDaysCount: true })
  expect(fine(branch(), '2026-12-28', '2027-01-03', weekly).periods).toBe(1)
  expect(fine(branch(), '2026-12-28', '2027-01-04', weekly).periods).toBe(2)
})

test('weeks that fall within the fine-free days are not charged', () => {
  const weekly = rule({ per: 'calendar-week', fineFreeDays: 5 })
  expect(fine(branch(), '2025-09-01', '2025-09-09', weekly)).toEqual({ days: 1, periods: 1, cents: 10 })
})

test('a fine stops at its maximum, and amount 0 with maximum 0 is no fine', () => {
  expect(fine(branch(), '2025-01-01', '2025-12-31', rule({ maximumCents: 500 })).cents).toBe(500)
  expect(fine(branch(), '2025-01-01', '2025-12-31', rule({ amountCents: 0, maximumCents: 0 })).cents).toBe(0)
})
