import type { CalendarSource } from './contract/arithmetic.ts'
import { almanacOf } from './almanac.ts'
import { dayBits, wordsFor, type DayBits } from './day-bits.ts'
import { numberOf, toDay, weekdayOf, type AnyDay, type DayNumber } from './day-number.ts'
import { paintExceptions, paintHours, paintProvisional, paintRules } from './painted-days.ts'
import type { Stretch } from './stretch.ts'
import { readVacations, type Vacations } from './vacation.ts'

/**
 * A branch's calendar as bits, derived and never stored as truth: which days are open (`open` and
 * `B`), which of these are fine-free, which are vacation; the rest is `G`.
 */
export interface CompiledCalendar {
  readonly first: DayNumber
  readonly last: DayNumber
  readonly days: number
  readonly weekday: number
  /** Days on which the library serves and something may be due: `open` and `B`. */
  readonly open: DayBits
  readonly fineFree: DayBits
  readonly vacation: DayBits
  readonly provisional: DayBits
  readonly vacations: Vacations
}

/** Compiles the days from `from` to `to`, both included; equal in every day to `explainDay`. */
export function compileCalendar(
  source: CalendarSource, from: AnyDay = '2000-01-01', to: AnyDay = '2050-12-31',
): CompiledCalendar {
  const window = { from: numberOf(from), to: numberOf(to) }
  const days = window.to - window.from + 1
  if (!(days > 0)) throw new RangeError(`a calendar from ${toDay(window.from)} to ${toDay(window.to)} has no days`)
  const almanac = almanacOf(source)
  const kinds = paintHours(almanac, window)
  paintRules(almanac, window, kinds)
  const provisional = paintProvisional(almanac, window)
  paintExceptions(almanac, window, kinds, provisional)
  return packed(window, kinds, provisional)
}

function packed(window: Stretch, kinds: Uint8Array, provisional: Uint8Array): CompiledCalendar {
  const days = kinds.length
  const words = {
    open: wordsFor(days), fineFree: wordsFor(days), vacation: wordsFor(days), provisional: wordsFor(days),
  }
  for (let day = 0; day < days;) {
    const word = day >> 5
    const end = Math.min(day + 32, days)
    let open = 0
    let fineFree = 0
    let vacation = 0
    let unsure = 0
    for (let bit = 0; day < end; day++, bit++) {
      const paint = kinds[day] as number
      open |= (paint & 1) << bit
      fineFree |= ((paint >> 1) & 1) << bit
      vacation |= (paint >> 3) << bit
      unsure |= (provisional[day] as number) << bit
    }
    words.open[word] = open
    words.fineFree[word] = fineFree
    words.vacation[word] = vacation
    words.provisional[word] = unsure
  }
  const openness = {
    days, weekday: weekdayOf(window.from), open: dayBits(words.open), vacation: dayBits(words.vacation),
  }
  return {
    first: window.from,
    last: window.to,
    ...openness,
    fineFree: dayBits(words.fineFree),
    provisional: dayBits(words.provisional),
    vacations: readVacations(openness),
  }
}

/** A day as its place in the calendar; refuses days the calendar does not know. */
export function placeOf(calendar: CompiledCalendar, day: AnyDay): number {
  const place = numberOf(day) - calendar.first
  if (place >= 0 && place < calendar.days) return place
  throw outside(calendar, day)
}

export const outside = (calendar: CompiledCalendar, day: AnyDay): RangeError => new RangeError(
  `${typeof day === 'number' ? toDay(day) : day} lies outside this calendar,`
  + ` which runs from ${toDay(calendar.first)} to ${toDay(calendar.last)}`,
)
