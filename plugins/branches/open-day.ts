import type { DayKind } from './contract/calendar.ts'
import { outside, placeOf, type CompiledCalendar } from './compiled-calendar.ts'
import { countBefore, dayAt, has } from './day-bits.ts'
import { inNotationOf, numberOf, type AnyDay, type SameNotation } from './day-number.ts'

/** What kind of day it is. Refuses days outside the calendar with a RangeError, as all of these do. */
export function kindOf(calendar: CompiledCalendar, day: AnyDay): DayKind {
  const place = placeOf(calendar, day)
  if (has(calendar.open.words, place)) return has(calendar.fineFree.words, place) ? 'B' : 'open'
  return has(calendar.vacation.words, place) ? 'V' : 'G'
}

/** Whether the library serves that day: `open` or `B`. */
export const isOpen = (calendar: CompiledCalendar, day: AnyDay): boolean =>
  has(calendar.open.words, placeOf(calendar, day))

export const isProvisional = (calendar: CompiledCalendar, day: AnyDay): boolean =>
  has(calendar.provisional.words, placeOf(calendar, day))

/** The day itself when it is open, else the next that is; null when none is left before the horizon. */
export function nextOpenDay<D extends AnyDay>(calendar: CompiledCalendar, day: D): SameNotation<D> | null {
  const place = numberOf(day) - calendar.first
  if (place >= calendar.days) return null
  return answer(calendar, day, dayAt(calendar.open, countBefore(calendar.open, placeOf(calendar, day))))
}

/** The day itself when it is open, else the last before it that was; null when the calendar has none. */
export function previousOpenDay<D extends AnyDay>(calendar: CompiledCalendar, day: D): SameNotation<D> | null {
  if (numberOf(day) < calendar.first) return null
  return answer(calendar, day, dayAt(calendar.open, countBefore(calendar.open, placeOf(calendar, day) + 1) - 1))
}

/** How many open days `d` there are with `from < d <= to`; 0 when `to` is not after `from`. */
export function openDaysBetween(calendar: CompiledCalendar, from: AnyDay, to: AnyDay): number {
  const [start, end] = placesAfter(calendar, from, to)
  return countBefore(calendar.open, end) - countBefore(calendar.open, start)
}

/** How many days of each kind there are with `from < d <= to`. */
export function daysOfKind(calendar: CompiledCalendar, from: AnyDay, to: AnyDay): Readonly<Record<DayKind, number>> {
  const [start, end] = placesAfter(calendar, from, to)
  const [served, B, V] = [calendar.open, calendar.fineFree, calendar.vacation].map(days => countBefore(days, end) - countBefore(days, start))
  return { open: (served ?? 0) - (B ?? 0), B: B ?? 0, V: V ?? 0, G: end - start - (served ?? 0) - (V ?? 0) }
}

/**
 * The n-th open day after a day, or before it when `n` is negative; with 0 the day itself or the next
 * open one. Null when the calendar does not reach so far.
 */
export function addOpenDays<D extends AnyDay>(calendar: CompiledCalendar, day: D, n: number): SameNotation<D> | null {
  const place = placeOf(calendar, day)
  const nth = n > 0
    ? countBefore(calendar.open, place + 1) + n - 1
    : countBefore(calendar.open, place) + n
  return answer(calendar, day, dayAt(calendar.open, nth))
}

/** The places of the days `from < d <= to`, first included and last excluded. */
export function placesAfter(calendar: CompiledCalendar, from: AnyDay, to: AnyDay): readonly [number, number] {
  const start = numberOf(from) - calendar.first + 1
  const end = numberOf(to) - calendar.first + 1
  if (start < 0 || start > calendar.days) throw outside(calendar, from)
  if (!(end >= 0 && end <= calendar.days)) throw outside(calendar, to)
  return end > start ? [start, end] : [start, start]
}

const answer = <D extends AnyDay>(calendar: CompiledCalendar, asked: D, place: number): SameNotation<D> | null =>
  (place === -1 ? null : inNotationOf(asked, calendar.first + place))
