import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Configuration } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { calendarSource } from '../calendar-source.ts'
import { explainDay } from '../calendar.ts'
import { compileCalendar, type CompiledCalendar } from '../compiled-calendar.ts'
import type { CalendarDay } from '../contract/arithmetic.ts'
import type { HoursKind } from '../contract/hours.ts'
import { numberOf, toDay } from '../day-number.ts'
import { openSlots } from '../format/pattern.ts'
import { kindOf } from '../open-day.ts'
import { endOf, minuteOf } from '../slot.ts'
import { calendarOf } from '../unit-calendar.ts'

export interface ChangedDay {
  readonly unit: UnitId
  readonly day: Day
  readonly before: CalendarDay
  readonly after: CalendarDay
}

export interface Difference {
  /** Days on which a place no longer serves, or serves anew, over all places. */
  closed: number
  opened: number
  fineFree: number
  fineAgain: number
  /** Opening minutes lost or won; null when there were too many days to weigh each. */
  minutes: number | null
  readonly closedPlaces: Set<UnitId>
  readonly openedPlaces: Set<UnitId>
  readonly hoursPlaces: Set<UnitId>
  /** Places that no day of changes in kind or hours. */
  readonly untouched: Set<UnitId>
  readonly days: ChangedDay[]
  /** Days that would be open without a single hour. */
  hourless: number
}

/** Days that are explained one by one; beyond it only kinds of days are counted. */
const EXPLAINED_DAYS = 30_000
const SHOWN_DAYS = 200
/** So many places are compared before others get their turn. */
const PLACES_AT_A_STRETCH = 100

/**
 * Compares two configurations in the days that matter. Whole years compile in a blink; hours are weighed
 * where few days are asked.
 */
export async function differenceOf(
  before: Configuration,
  after: Configuration,
  places: ReadonlyMap<UnitId, { from: Day; to: Day }>,
  kinds: readonly HoursKind[],
): Promise<Difference> {
  const difference: Difference = {
    closed: 0,
    opened: 0,
    fineFree: 0,
    fineAgain: 0,
    minutes: 0,
    hourless: 0,
    days: [],
    closedPlaces: new Set(),
    openedPlaces: new Set(),
    hoursPlaces: new Set(),
    untouched: new Set(),
  }
  let left = EXPLAINED_DAYS
  let looked = 0
  for (const [unit, { from, to }] of places) {
    if (++looked % PLACES_AT_A_STRETCH === 0) await turnOfOthers()
    const [old, young] = [calendarSource(before, unit), calendarSource(after, unit)]
    if (old === young) {
      difference.untouched.add(unit)
      continue
    }
    const [was, is] = [covering(before, unit, from, to), covering(after, unit, from, to)]
    const [first, last] = [numberOf(from), numberOf(to)]
    const weighed = left > last - first
    if (weighed) left -= last - first + 1
    else difference.minutes = null
    let touched = false
    for (let day = first; day <= last; day++) {
      const [a, b] = [kindOf(was, day), kindOf(is, day)]
      if (a !== b) {
        touched = true
        tally(difference, unit, a, b)
      }
      if (a === b && !weighed) continue
      if (a !== b && !weighed && difference.days.length >= SHOWN_DAYS) continue
      touched =
        weigh(difference, unit, toDay(day), explainDay(old, day), explainDay(young, day), kinds, a !== b)
        || touched
    }
    if (!touched) difference.untouched.add(unit)
  }
  return difference
}

/** The half century that is known already, or made for due days as well; else just the days that are asked. */
function covering(reading: Configuration, unit: UnitId, from: Day, to: Day): CompiledCalendar {
  const whole = calendarOf(reading, unit)
  return numberOf(from) >= whole.first && numberOf(to) <= whole.last ? whole : compileCalendar(calendarSource(reading, unit), from, to)
}

const serves = (kind: string) => kind === 'open' || kind === 'B'

function tally(difference: Difference, unit: UnitId, before: string, after: string) {
  if (serves(before) && !serves(after)) {
    difference.closed++
    difference.closedPlaces.add(unit)
  }
  if (!serves(before) && serves(after)) {
    difference.opened++
    difference.openedPlaces.add(unit)
  }
  if (before === 'open' && after === 'B') difference.fineFree++
  if (before === 'B' && after === 'open') difference.fineAgain++
}

function weigh(
  difference: Difference,
  unit: UnitId,
  day: Day,
  before: CalendarDay,
  after: CalendarDay,
  kinds: readonly HoursKind[],
  otherKind: boolean,
): boolean {
  const change = minutesOf(after, kinds) - minutesOf(before, kinds)
  const otherHours = change !== 0 || timesOf(before) !== timesOf(after)
  if (difference.minutes !== null) difference.minutes += change
  if (otherHours) difference.hoursPlaces.add(unit)
  if (after.kind === 'open' && otherKind && after.hours.length === 0) difference.hourless++
  if ((otherKind || otherHours || reasonOf(before) !== reasonOf(after)) && difference.days.length < SHOWN_DAYS)
    difference.days.push({ unit, day, before, after })
  return otherHours
}

/** Whoever says them: hours that another unit or plan gives alike are the same to everybody. */
const timesOf = ({ hours }: CalendarDay) => JSON.stringify(hours.map(({ kind, slots }) => [kind, slots]))
const reasonOf = ({ why }: CalendarDay) => (why.by === 'hours' ? '' : why.said.text)

/** Minutes a day's doors are open, whatever kinds run side by side. */
export const minutesOf = (day: CalendarDay, kinds: readonly HoursKind[]) =>
  day.hours.length === 0
    ? 0
    : openSlots(day, kinds).reduce((sum, slot) => sum + endOf(slot) - minuteOf(slot.from), 0)
