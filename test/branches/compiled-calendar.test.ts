import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explainDays } from '#plugins/branches/calendar.ts'
import { chargeableDays, chargeablePeriods, fine } from '#plugins/branches/chargeable-days.ts'
import { compileCalendar } from '#plugins/branches/compiled-calendar.ts'
import { contentKey } from '#plugins/branches/content-key.ts'
import { dueDate, dueDay } from '#plugins/branches/due-date.ts'
import {
  addOpenDays, isOpen, isProvisional, kindOf, nextOpenDay, openDaysBetween, previousOpenDay,
} from '#plugins/branches/open-day.ts'
import { toDay, toDayNumber } from '#plugins/branches/day-number.ts'
import { anyDay, anySource, window } from './any-source.ts'
import * as naive from './naive-calendar.ts'
import { always, everyDay, layer, says, source, tuesdayToSaturday } from './source.ts'

const both = (from: Parameters<typeof compileCalendar>[0]) => ({
  compiled: compileCalendar(from, window.from, window.to),
  slow: naive.naiveCalendar(from, window.from, window.to),
})

test('the compiled calendar says of every day what explaining that day says', () => {
  fc.assert(fc.property(anySource, (any) => {
    const { compiled, slow } = both(any)
    for (const day of slow.days) {
      expect(`${day} ${kindOf(compiled, day)}`).toBe(`${day} ${slow.kinds.get(day)}`)
      expect(`${day} ${isProvisional(compiled, day)}`).toBe(`${day} ${slow.provisional.get(day)}`)
    }
  }), { numRuns: 150 })
})

test('every answer of the compiled calendar is the one found day by day', () => {
  fc.assert(fc.property(
    anySource, anyDay, anyDay, fc.integer({ min: -80, max: 80 }), fc.boolean(), fc.integer({ min: 0, max: 5 }),
    fc.oneof(fc.constant('calendar-week' as const), fc.record({ days: fc.integer({ min: 1, max: 7 }) })),
    (any, a, b, n, closedDaysCount, fineFreeDays, per) => {
      const { compiled, slow } = both(any)
      expect(isOpen(compiled, a)).toBe(['open', 'B'].includes(slow.kinds.get(a) ?? ''))
      expect(nextOpenDay(compiled, a)).toBe(naive.nextOpenDay(slow, a))
      expect(previousOpenDay(compiled, a)).toBe(naive.previousOpenDay(slow, a))
      expect(openDaysBetween(compiled, a, b)).toBe(naive.openDaysBetween(slow, a, b))
      expect(addOpenDays(compiled, a, n)).toBe(naive.addOpenDays(slow, a, n))
      expect(dueDay(compiled, a)).toBe(naive.dueDay(slow, a))
      expect(dueDate(compiled, a)?.day ?? null).toBe(naive.dueDay(slow, a))
      expect(chargeableDays(compiled, a, b, { closedDaysCount }))
        .toBe(naive.chargeable(slow, a, b, closedDaysCount).length)
      const rule = { amountCents: 15, per, fineFreeDays, maximumCents: 200, closedDaysCount }
      expect(fine(compiled, a, b, rule).cents).toBe(naive.fineCents(slow, a, b, rule))
      expect(chargeablePeriods(compiled, a, b, rule) * 15)
        .toBe(naive.fineCents(slow, a, b, { ...rule, maximumCents: null }))
    },
  ), { numRuns: 300 })
})

test('a calendar compiled for a few days only, as previews do, says the same of them', () => {
  fc.assert(fc.property(anySource, anyDay, fc.nat(40), (any, from, days) => {
    const to = naive.plusDays(from, days)
    const calendar = compileCalendar(any, from, to)
    for (const day of explainDays(any, from, to)) {
      expect(`${day.day} ${kindOf(calendar, day.day)}`).toBe(`${day.day} ${day.kind}`)
      expect(isProvisional(calendar, day.day)).toBe(day.provisional)
    }
  }))
})

test('a day may be asked for by name or by number, and is answered alike', () => {
  const calendar = compileCalendar(source([layer('branch', { hours: [always(tuesdayToSaturday)] })]))
  expect(nextOpenDay(calendar, '2025-06-01')).toBe('2025-06-03')
  expect(nextOpenDay(calendar, toDayNumber('2025-06-01'))).toBe(toDayNumber('2025-06-03'))
  expect(dueDate(calendar, toDayNumber('2025-06-01'))?.shifts)
    .toEqual([{ from: toDayNumber('2025-06-01'), to: toDayNumber('2025-06-03'), because: 'G' }])
})

test('a calendar knows nothing of days before it begins, and after it ends there is no open day', () => {
  const calendar = compileCalendar(source([layer('branch', { hours: [always(everyDay)] })]))
  expect(toDay(calendar.first)).toBe('2000-01-01')
  expect(isOpen(calendar, '2050-12-31')).toBe(true)
  expect(() => isOpen(calendar, '2051-01-01'))
    .toThrow('2051-01-01 lies outside this calendar, which runs from 2000-01-01')
  expect(() => openDaysBetween(calendar, '1999-12-30', '2000-01-03')).toThrow(RangeError)
  expect(openDaysBetween(calendar, '1999-12-31', '2050-12-31')).toBe(18_628)
  expect(nextOpenDay(calendar, '2051-01-01')).toBeNull()
  expect(previousOpenDay(calendar, '1999-12-31')).toBeNull()
  expect(addOpenDays(calendar, '2050-12-30', 1)).toBe('2050-12-31')
  expect(addOpenDays(calendar, '2050-12-30', 2)).toBeNull()
  expect(addOpenDays(calendar, '2000-01-02', -2)).toBeNull()
  expect(dueDay(calendar, '2051-06-01')).toBeNull()
  expect(() => compileCalendar(source([]), '2026-02-01', '2026-01-01')).toThrow(RangeError)
})

test('branches that open on the same days share one compiled calendar, whatever their hours and names', () => {
  const inLibrary = (unit: string, says_: Parameters<typeof layer>[1] = {}) =>
    source([layer(unit, says_), layer('library', { hours: [always(tuesdayToSaturday)] })])
  const longer = { ...tuesdayToSaturday, week: { ...tuesdayToSaturday.week, tu: [{ from: '08:00', to: '22:00' }] } }
  expect(contentKey(inLibrary('north'))).toBe(contentKey(inLibrary('south')))
  expect(contentKey(inLibrary('north', { hours: [always(longer)] })))
    .toBe(contentKey(inLibrary('south', { hours: [always(tuesdayToSaturday)] })))
  expect(contentKey(inLibrary('north', { exceptions: [says('G', '2026-01-02')] })))
    .not.toBe(contentKey(inLibrary('south')))
  expect(contentKey(inLibrary('north', { exceptions: [says('G', '2026-01-02')] })))
    .not.toBe(contentKey(inLibrary('south', { exceptions: [says('V', '2026-01-02')] })))
})

test('sources with equal content keys have equal calendars', () => {
  fc.assert(fc.property(anySource, (any) => {
    const renamed = { ...any, layers: any.layers.map((one) => ({ ...one, unit: `other ${one.unit}`, cuts: [] })) }
    expect(contentKey(renamed)).toBe(contentKey(any))
    const { open, vacation, fineFree, provisional } = compileCalendar(any, window.from, window.to)
    expect(compileCalendar(renamed, window.from, window.to)).toMatchObject({ open, vacation, fineFree, provisional })
  }), { numRuns: 30 })
})
