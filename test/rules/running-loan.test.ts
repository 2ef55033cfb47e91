import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fine, type FineRule } from '#plugins/branches/chargeable-days.ts'
import { compileCalendar } from '#plugins/branches/compiled-calendar.ts'
import { toDay, toDayNumber } from '#plugins/branches/day-number.ts'
import type { DunningMethod } from '#plugins/rules/contract/line.ts'
import { remindersBy } from '#plugins/rules/reminder.ts'
import { finesByDay } from '#plugins/rules/running-fine.ts'
import { anyDay, anySource, window } from '../branches/any-source.ts'
import { always, everyDay, layer, says, source, tuesdayToSaturday } from '../branches/source.ts'
import { naiveFine, naiveReminders } from './naive-rules.ts'

const plus = (day: string, days: number) => toDay(toDayNumber(day) + days)

const anyFineRule: fc.Arbitrary<FineRule> = fc.record({
  amountCents: fc.constantFrom(0, 5, 10, 25, 50, 75),
  per: fc.oneof(
    fc.constant('calendar-week' as const), fc.constantFrom(1, 1, 2, 7, 14).map(days => ({ days })),
  ),
  fineFreeDays: fc.constantFrom(0, 0, 1, 3, 7),
  maximumCents: fc.constantFrom(null, 0, 30, 300, 750),
  closedDaysCount: fc.boolean(),
})
/** By the day from which it holds; the first holds before as well. */
const inTurn = <T>(rule: fc.Arbitrary<T>) => fc.array(fc.tuple(anyDay, rule), { minLength: 1, maxLength: 4 })
  .map(all => all.toSorted(([a], [b]) => a < b ? -1 : 1))
  .map(all => (day: string) => (all.findLast(([from]) => from <= day) ?? all[0] as [string, T])[1])

const at = <T extends { day: string }>(all: Iterable<T>, day: string) => {
  for (const one of all) if (one.day === day) return one
  return undefined
}

describe('the fine of a running loan, each day by the rule of that day', () => {
  test('is the fine of one rule as long as one rule holds', () => {
    fc.assert(fc.property(anySource, anyDay, fc.integer({ min: 1, max: 60 }), anyFineRule, (any, due, late, rule) => {
      const calendar = compileCalendar(any, window.from, plus(window.to, 60))
      const returned = plus(due, late)
      const on = at(finesByDay(calendar, { due }, () => rule), returned)
      const { days, periods, cents } = fine(calendar, due, returned, rule)
      expect(on).toMatchObject({ days, periods, cents })
    }))
  })

  test('is what a cashier reckons with a calendar and a pencil when rules change meanwhile', () => {
    fc.assert(fc.property(anySource, anyDay, fc.integer({ min: 1, max: 90 }), inTurn(anyFineRule), (any, due, late, ruleOn) => {
      const calendar = compileCalendar(any, window.from, plus(window.to, 90))
      const returned = plus(due, late)
      expect(at(finesByDay(calendar, { due }, ruleOn), returned)?.cents).toBe(naiveFine(any, due, returned, ruleOn))
    }))
  })

  test('stands still over the days of a closing: it never becomes less nor more than without, and none of those days counts', () => {
    const anyStill = fc.array(fc.tuple(anyDay, fc.option(fc.nat(40), { nil: null })), { maxLength: 3 })
      .map(all => all.map(([from, days]) => ({ from, to: days === null ? null : plus(from, days) })))
    fc.assert(fc.property(anySource, anyDay, inTurn(anyFineRule), anyStill, (any, due, ruleOn, still) => {
      const calendar = compileCalendar(any, window.from, window.to)
      const without = [...finesByDay(calendar, { due }, ruleOn)]
      const isStill = (day: string) => still.some(({ from, to }) => day >= from && (to === null || day <= to))
      let [cents, days] = [0, 0]
      for (const [n, on] of [...finesByDay(calendar, { due, still }, ruleOn)].entries()) {
        expect(on.cents).toBeGreaterThanOrEqual(cents)
        if (isStill(on.day)) expect([on.cents, on.days]).toEqual([cents, days])
        expect(on.days).toBeLessThanOrEqual(without[n]?.days ?? 0)
        ;({ cents, days } = on)
      }
    }), { numRuns: 60 })
  })

  test('never becomes less, and nothing is charged for a day twice', () => {
    fc.assert(fc.property(anySource, anyDay, inTurn(anyFineRule), (any, due, ruleOn) => {
      let [cents, periods] = [0, 0]
      for (const on of finesByDay(compileCalendar(any, window.from, window.to), { due }, ruleOn)) {
        expect(on.cents).toBeGreaterThanOrEqual(cents)
        expect(on.periods - periods).toBeLessThanOrEqual(1)
        ;({ cents, periods } = on)
      }
    }), { numRuns: 30 })
  })

  test('a week that was begun under the old rule is paid for under the new one', () => {
    const calendar = compileCalendar(source([layer('branch', { hours: [always(everyDay)] })]), '2025-01-01', '2025-12-31')
    const rule = (amountCents: number): FineRule =>
      ({ amountCents, per: { days: 7 }, fineFreeDays: 0, maximumCents: null, closedDaysCount: false })
    const fines = [...finesByDay(calendar, { due: '2025-03-31' }, day => rule(day < '2025-04-04' ? 50 : 60))]
    expect([fines[0], fines[6], fines[7]].map(one => one?.cents)).toEqual([50, 50, 110])
  })

  test('counts the nights on which the clock changes as any other', () => {
    const calendar = compileCalendar(source([layer('branch', { hours: [always(everyDay)] })]), '2025-01-01', '2025-12-31')
    const rule: FineRule = { amountCents: 10, per: { days: 1 }, fineFreeDays: 0, maximumCents: null, closedDaysCount: false }
    for (const due of ['2025-03-29', '2025-03-30', '2025-10-25', '2025-10-26']) {
      const fines = [...finesByDay(calendar, { due }, () => rule)].slice(0, 3)
      expect(fines.map(({ day, cents }) => [day, cents])).toEqual([1, 2, 3].map(late => [plus(due, late), late * 10]))
    }
  })

  test('stands still in a vacation', () => {
    const calendar = compileCalendar(source([layer('branch', {
      hours: [always(tuesdayToSaturday)], exceptions: [says('V', '2025-08-04', '2025-08-17')],
    })]), '2025-01-01', '2025-12-31')
    const rule: FineRule = { amountCents: 10, per: { days: 1 }, fineFreeDays: 0, maximumCents: 300, closedDaysCount: true }
    const fines = [...finesByDay(calendar, { due: '2025-08-01' }, () => rule)]
    expect(['2025-08-03', '2025-08-17', '2025-08-18'].map(day => at(fines, day)?.cents)).toEqual([20, 20, 30])
  })
})

const anyDunning: fc.Arbitrary<DunningMethod> = fc.record({
  reminder1Days: fc.constantFrom(0, 1, 7, 14), reminder2Days: fc.constantFrom(0, 7, 14),
  billDays: fc.constantFrom(0, 22, 35, 63), preNoticeDays: fc.constantFrom(0, 1, 3, 10),
})
const told = (all: readonly { what: string; day: string }[]) => Object.fromEntries(all.map(({ what, day }) => [what, day]))

describe('reminders', () => {
  test('leave so many days before and after the due date, reminder 2 after reminder 1', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 60 }), anyDunning, (lent, term, rule) => {
      const due = plus(lent, term)
      const { reminder1Days: first, reminder2Days: second, billDays: bill, preNoticeDays: before } = rule
      const both = first > 0 && second > 0 && (bill === 0 || first + second < bill)
      expect(told(remindersBy({ day: lent, due }, () => rule))).toEqual({
        ...(before > 0 && before < term && { 'pre-notice': plus(due, -before) }),
        ...(first > 0 && { 'reminder-1': plus(due, first) }), ...(both && { 'reminder-2': plus(due, first + second) }),
        ...(bill > 0 && { bill: plus(due, bill) }),
      })
    }))
  })

  test('leave by the rule of the day on which they do, when rules change meanwhile', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 60 }), inTurn(anyDunning), (lent, term, ruleOn) => {
      const due = plus(lent, term)
      const left = naiveReminders(lent, due, ruleOn)
      const within = Object.fromEntries(Object.entries(left).filter(([, day]) => day <= plus(due, 732)))
      expect(told(remindersBy({ day: lent, due }, ruleOn))).toEqual(within)
    }))
  })

  test('leave on the right day around the nights on which the clock changes', () => {
    const rule = { reminder1Days: 1, reminder2Days: 1, billDays: 3, preNoticeDays: 1 }
    for (const due of ['2025-03-29', '2025-03-30', '2025-10-25', '2025-10-26']) {
      expect(remindersBy({ day: plus(due, -28), due }, () => rule).map(({ day }) => day))
        .toEqual([-1, 1, 2, 3].map(days => plus(due, days)))
    }
  })
})
