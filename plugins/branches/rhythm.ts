import type { DaySet, Rhythm } from './contract/hours.ts'
import {
  daysInMonth, isBetween, monthDayOf, numberOfDate, partsOf, toDayNumber, weekOf, type DayParts,
} from './day-number.ts'
import { common, covers, joined, stretchOf, without, type Stretch } from './stretch.ts'

/** A rhythm read once, so that days are matched without reading text again. */
export interface ReadRhythm {
  readonly season: { readonly from: number; readonly to: number } | undefined
  readonly nth: readonly number[] | undefined
  readonly everyWeeks: { readonly weeks: number; readonly first: number } | undefined
  readonly in: readonly Stretch[] | undefined
  readonly notIn: readonly Stretch[] | undefined
}

const readDaySets = new WeakMap<DaySet, readonly Stretch[]>()

/** The days of a named set, in order. A set that does not exist has none. */
export function daysOfSet(code: string, daySets: readonly DaySet[]): readonly Stretch[] {
  const set = daySets.find((one) => one.code === code)
  if (set === undefined) return []
  const known = readDaySets.get(set)
  if (known !== undefined) return known
  const read = joined(set.periods.map(stretchOf))
  readDaySets.set(set, read)
  return read
}

export const readRhythm = (when: Rhythm, daySets: readonly DaySet[]): ReadRhythm => ({
  season: when.season && { from: monthDayOf(when.season.from), to: monthDayOf(when.season.to) },
  nth: when.nth,
  everyWeeks: when.everyWeeks && {
    weeks: when.everyWeeks.weeks, first: weekOf(toDayNumber(when.everyWeeks.from)),
  },
  in: when.in === undefined ? undefined : daysOfSet(when.in, daySets),
  notIn: when.notIn === undefined ? undefined : daysOfSet(when.notIn, daySets),
})

/**
 * Whether a rhythm holds on a day. The n-th Saturday of a month is the Saturday among its n-th seven
 * days, so `nth` needs no weekday. Weeks before the first of `everyWeeks` do not count.
 */
export function holdsOn(when: ReadRhythm, on: DayParts): boolean {
  if (when.season !== undefined && !isBetween(on.monthDay, when.season.from, when.season.to)) return false
  if (when.nth !== undefined) {
    const fromStart = Math.ceil(on.day / 7)
    const fromEnd = -Math.ceil((daysInMonth(on.year, on.month) - on.day + 1) / 7)
    if (!when.nth.includes(fromStart) && !when.nth.includes(fromEnd)) return false
  }
  if (when.everyWeeks !== undefined) {
    const weeks = weekOf(on.number) - when.everyWeeks.first
    if (weeks < 0 || weeks % when.everyWeeks.weeks !== 0) return false
  }
  if (when.in !== undefined && !covers(when.in, on.number)) return false
  return when.notIn === undefined || !covers(when.notIn, on.number)
}

/** The days on which a rhythm holds, as stretches: what the compiled calendar paints. */
export function stretchesOf(when: ReadRhythm | undefined, within: Stretch): Stretch[] {
  if (within.from > within.to) return []
  if (when === undefined) return [within]
  let days = when.season === undefined ? [within] : common([within], seasons(when.season, within))
  if (when.nth !== undefined) days = common(days, nthSevens(when.nth, within))
  if (when.everyWeeks !== undefined) days = common(days, everyWeeks(when.everyWeeks, within))
  if (when.in !== undefined) days = common(days, when.in)
  if (when.notIn !== undefined) days = common(days, without(within, when.notIn))
  return days
}

/** The days a plan answers for, open or not: its season's; how often the doors open within it says nothing of that. */
export const seasonStretches = (when: ReadRhythm | undefined, within: Stretch): Stretch[] =>
  when?.season === undefined ? [within] : common([within], seasons(when.season, within))

function seasons(season: { from: number; to: number }, within: Stretch): Stretch[] {
  const result: Stretch[] = []
  const lastYear = partsOf(within.to).year
  for (let year = partsOf(within.from).year - 1; year <= lastYear; year++) {
    const endYear = season.from <= season.to ? year : year + 1
    result.push({ from: onOrAfter(year, season.from), to: onOrBefore(endYear, season.to) })
  }
  return joined(result)
}

/** A season that begins on 29 February begins on 1 March in other years, and one that ends then ends on the 28th. */
function onOrAfter(year: number, monthDay: number) {
  const month = Math.floor(monthDay / 100)
  const excess = monthDay % 100 > daysInMonth(year, month)
  return excess ? numberOfDate(year, month, daysInMonth(year, month)) + 1 : numberOfDate(year, month, monthDay % 100)
}

const onOrBefore = (year: number, monthDay: number) => {
  const month = Math.floor(monthDay / 100)
  return numberOfDate(year, month, Math.min(monthDay % 100, daysInMonth(year, month)))
}

function nthSevens(nth: readonly number[], within: Stretch): Stretch[] {
  const result: Stretch[] = []
  let { year, month } = partsOf(within.from)
  for (let first = numberOfDate(year, month, 1); first <= within.to;) {
    const last = first + daysInMonth(year, month) - 1
    for (const n of nth) {
      if (n > 0) result.push({ from: first + (n - 1) * 7, to: Math.min(first + n * 7 - 1, last) })
      if (n < 0) result.push({ from: Math.max(last + 1 + n * 7, first), to: last + (n + 1) * 7 })
    }
    first = last + 1
    month = month === 12 ? 1 : month + 1
    if (month === 1) year++
  }
  return joined(result)
}

function everyWeeks(rhythm: { weeks: number; first: number }, within: Stretch): Stretch[] {
  const result: Stretch[] = []
  const skipped = Math.max(0, Math.floor((weekOf(within.from) - rhythm.first) / rhythm.weeks))
  for (let week = rhythm.first + skipped * rhythm.weeks; ; week += rhythm.weeks) {
    const monday = week * 7 - 3
    if (monday > within.to) return result
    result.push({ from: monday, to: monday + 6 })
  }
}
