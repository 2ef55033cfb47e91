import type { YearlyDay } from './contract/calendar.ts'
import { weekdays, type Weekday } from './contract/hours.ts'
import {
  daysInMonth, isBetween, monthDayOf, numberOfDate, partsOf, weekdayOf, type DayNumber,
} from './day-number.ts'

/** Whether a fixed, Easter or n-th-weekday rule closes a day, as working days must know. */
export type IsClosedByRule = (day: DayNumber) => boolean

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): DayNumber {
  const a = year % 19
  const century = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * century + 13) / 25)
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return numberOfDate(year, Math.floor(days / 31), (days % 31) + 1)
}

const weekdayNumber = (weekday: Weekday): number => weekdays.indexOf(weekday)

/** The n-th such weekday of a month (from the end when negative); null when the month has no fifth. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): DayNumber | null {
  const length = daysInMonth(year, month)
  const first = numberOfDate(year, month, 1)
  const last = first + length - 1
  const day = nth > 0
    ? first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
    : last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7
  return nth === 0 || day < first || day > last ? null : day
}

/**
 * A working day that depends on which other days are closed, or an n-th weekday and days after it,
 * may fall in the year beside the one it is counted in.
 */
export const mayLeaveItsYear = (on: YearlyDay): boolean => 'workingDay' in on || 'plus' in on

/** Whether working days are counted around this day: not for working days themselves, nor for weekday series. */
export const isFixed = (on: YearlyDay): boolean => 'date' in on || 'easter' in on || 'nth' in on

/** The days a yearly day means when counted in `year`; 29 February only comes in leap years. */
export function occurrences(on: YearlyDay, year: number, isClosed: IsClosedByRule): DayNumber[] {
  if ('date' in on) return fixedDate(year, monthDayOf(on.date))
  if ('easter' in on) return [easterSunday(year) + on.easter]
  if ('nth' in on) {
    const day = nthWeekday(year, on.month, weekdayNumber(on.weekday), on.nth)
    return day === null ? [] : [day + (on.plus ?? 0)]
  }
  if ('workingDay' in on) return nthWorkingDay(year, monthDayOf(on.after), on.workingDay, isClosed)
  return eachWeekday(year, weekdayNumber(on.weekday), monthDayOf(on.from), monthDayOf(on.to))
}

function fixedDate(year: number, monthDay: number): DayNumber[] {
  const month = Math.floor(monthDay / 100)
  const day = monthDay % 100
  return day <= daysInMonth(year, month) ? [numberOfDate(year, month, day)] : []
}

/** Gives up after a quarter: a library whose rules close every working day that long has none. */
function nthWorkingDay(year: number, after: number, nth: number, isClosed: IsClosedByRule): DayNumber[] {
  const start = numberOfDate(year, Math.floor(after / 100), after % 100)
  let left = nth
  for (let day = start; day < start + 92; day++) {
    if (weekdayOf(day) < 5 && !isClosed(day) && --left === 0) return [day]
  }
  return []
}

function eachWeekday(year: number, weekday: number, from: number, to: number): DayNumber[] {
  const first = numberOfDate(year, 1, 1)
  const last = numberOfDate(year, 12, 31)
  const result: DayNumber[] = []
  for (let day = first + ((weekday - weekdayOf(first) + 7) % 7); day <= last; day += 7) {
    if (isBetween(partsOf(day).monthDay, from, to)) result.push(day)
  }
  return result
}
