import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileCalendar } from '#plugins/branches/compiled-calendar.ts'
import { toDay, toDayNumber } from '#plugins/branches/day-number.ts'
import { dueDate, isOpen } from '#plugins/branches/index.ts'
import { dueOutside } from '#plugins/circulation/loan/school-holiday.ts'
import { anyDay, anySource, window } from '../branches/any-source.ts'

/** Whatever the calendar of the branch and the holidays of the school. */
const plus = (day: string, days: number) => toDay(toDayNumber(day) + days)
const name = { nl: 'vakantie', en: 'holidays', fr: 'vacances' }
const anyHolidays = fc.array(fc.tuple(anyDay, fc.nat(60)), { maxLength: 5 })
  .map(all => all.map(([from, days]) => ({ from, to: plus(from, days), name })))

test('a due day is open, outside every holiday and never before the raw one; each shift leads on to the next', () => {
  fc.assert(fc.property(anySource, anyDay, anyHolidays, (any, raw, holidays) => {
    const calendar = compileCalendar(any, window.from, plus(window.to, 400))
    const due = dueOutside(calendar, holidays, raw)
    if (!due) return
    expect(isOpen(calendar, due.day)).toBe(true)
    expect(holidays.filter(({ from, to }) => due.day >= from && due.day <= to)).toEqual([])
    expect(due.day >= raw).toBe(true)
    expect([raw, ...due.shifts.map(({ to }) => to)]).toEqual([...due.shifts.map(({ from }) => from), due.day])
    expect(due.shifts.every(({ from, to }) => to > from)).toBe(true)
  }))
})

test('without holidays it is the due day of the calendar, and a holiday never makes it earlier', () => {
  fc.assert(fc.property(anySource, anyDay, anyHolidays, (any, raw, holidays) => {
    const calendar = compileCalendar(any, window.from, plus(window.to, 400))
    const plain = dueDate(calendar, raw)
    expect(dueOutside(calendar, [], raw)).toEqual(plain && { day: plain.day, shifts: plain.shifts })
    const due = dueOutside(calendar, holidays, raw)
    if (plain && due) expect(due.day >= plain.day).toBe(true)
  }))
})
