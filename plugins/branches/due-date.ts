import { placeOf, type CompiledCalendar } from './compiled-calendar.ts'
import { has } from './day-bits.ts'
import { inNotationOf, numberOf, type AnyDay, type SameNotation } from './day-number.ts'
import { landing, nextDue, sameWeekdayAfter, vacationOf } from './vacation.ts'

/** One move of a due date, and the kind of day it moved away from. */
export interface DueShift<D extends AnyDay> {
  readonly from: SameNotation<D>
  readonly to: SameNotation<D>
  readonly because: 'G' | 'V'
}

export interface DueDate<D extends AnyDay> {
  readonly day: SameNotation<D>
  /** Empty when the raw due date stands. */
  readonly shifts: readonly DueShift<D>[]
}

/**
 * The day a loan is really due, told from its raw due date: a `V` day moves to the same weekday in
 * the first week after the vacation, a `G` day to the next day that is not `G`, until an open day
 * (`open` or `B`) is reached. Null when none is left before the horizon: the loan is then refused.
 * Source: domain/1 §2.5.
 */
export function dueDay<D extends AnyDay>(calendar: CompiledCalendar, rawDue: D): SameNotation<D> | null {
  const place = numberOf(rawDue) - calendar.first
  if (place >= calendar.days) return null
  const due = landing(calendar, calendar.vacations, placeOf(calendar, rawDue))
  return due === -1 ? null : inNotationOf(rawDue, calendar.first + due)
}

/** {@link dueDay} with every step on the way, for the desk that is asked why. */
export function dueDate<D extends AnyDay>(calendar: CompiledCalendar, rawDue: D): DueDate<D> | null {
  const day = dueDay(calendar, rawDue)
  if (day === null) return null
  const shifts: DueShift<D>[] = []
  let place = numberOf(rawDue) - calendar.first
  while (!has(calendar.open.words, place)) {
    const because = has(calendar.vacation.words, place) ? 'V' : 'G'
    const to = because === 'V' ? afterVacation(calendar, place) : nextDue(calendar, place)
    shifts.push({
      from: inNotationOf(rawDue, calendar.first + place), to: inNotationOf(rawDue, calendar.first + to), because,
    })
    place = to
  }
  return { day, shifts }
}

function afterVacation({ vacations, weekday }: CompiledCalendar, place: number): number {
  const end = vacations.ends[vacationOf(vacations, place)] as number
  return sameWeekdayAfter(end, (place + weekday) % 7, weekday)
}
