import type { Day } from '#core/contract.ts'

/** A day counted from 1970-01-01, which is 0: what calendar arithmetic reckons with. */
export type DayNumber = number

/** A day in either notation; whoever asks with one is answered in the same one. */
export type AnyDay = Day | DayNumber
export type SameNotation<D extends AnyDay> = D extends number ? DayNumber : Day

/** A day taken apart; `weekday` counts from Monday, 0, and `monthDay` is 711 for 11 July. */
export interface DayParts {
  readonly number: DayNumber
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly monthDay: number
}

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const
const twoDigits = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))
const daysBefore1970 = 719_162

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The number of a date that is known to exist. */
export function numberOfDate(year: number, month: number, day: number): DayNumber {
  const past = year - 1
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0
  return past * 365 + leapDays + (daysBeforeMonth[month - 1] ?? 0) + leapDay + day - 1 - daysBefore1970
}

/** `2026-12-24` as a number; refuses what is no date (30 February) with a RangeError. */
export function toDayNumber(day: Day): DayNumber {
  const year = digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3)
  const month = digit(day, 5) * 10 + digit(day, 6)
  const date = digit(day, 8) * 10 + digit(day, 9)
  const written = day.length === 10 && day.charCodeAt(4) === 45 && day.charCodeAt(7) === 45
  // Every comparison with NaN, which a letter among the digits gives, is false.
  if (written && year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)) {
    return numberOfDate(year, month, date)
  }
  throw new RangeError(`${JSON.stringify(day)} is not a day`)
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : NaN
}

/** Year, month and date of a day. Years are counted from March, so that 29 February ends one. */
export function partsOf(number: DayNumber): DayParts {
  const sinceMarch = number + 719_468
  const era = Math.floor(sinceMarch / 146_097)
  const ofEra = sinceMarch - era * 146_097
  const leapDays = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096)
  const yearOfEra = Math.floor((ofEra - leapDays) / 365)
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { number, year, month, day, weekday: weekdayOf(number), monthDay: month * 100 + day }
}

export function toDay(number: DayNumber): Day {
  const { year, month, day } = partsOf(number)
  return `${String(year).padStart(4, '0')}-${twoDigits[month]}-${twoDigits[day]}`
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
export const weekdayOf = (number: DayNumber): number => (((number + 3) % 7) + 7) % 7

/** Weeks run Monday to Sunday; two days of one week share its number, also across New Year. */
export const weekOf = (number: DayNumber): number => Math.floor((number + 3) / 7)

/** `07-11` as 711, so that dates within a year compare as numbers. */
export const monthDayOf = (text: string): number =>
  (digit(text, 0) * 10 + digit(text, 1)) * 100 + digit(text, 3) * 10 + digit(text, 4)

/** Whether a date lies in a part of the year, ends included, that may cross New Year. */
export const isBetween = (monthDay: number, from: number, to: number): boolean =>
  from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to

export const numberOf = (day: AnyDay): DayNumber => (typeof day === 'number' ? day : toDayNumber(day))

/** Writes a day as the asker wrote theirs. */
export const inNotationOf = <D extends AnyDay>(asked: D, number: DayNumber): SameNotation<D> =>
  (typeof asked === 'number' ? number : toDay(number)) as SameNotation<D>
