import { dayAt, firstWithout, has, type DayBits } from './day-bits.ts'

/**
 * The vacations of a calendar, as days on end, each with the seven days on which what is due in it
 * lands: one per weekday. Worked out once, last vacation first, so that a due date is one look-up
 * however many vacations follow one another.
 */
export interface Vacations {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Seven per vacation, Monday first; -1 where no open day follows before the horizon. */
  readonly landings: Int32Array
}

export interface Openness {
  readonly open: DayBits
  readonly vacation: DayBits
  readonly days: number
  /** The weekday of the first day: 0 is Monday. */
  readonly weekday: number
}

export function readVacations(calendar: Openness): Vacations {
  const { vacation, days, weekday } = calendar
  const starts: number[] = []
  const ends: number[] = []
  for (let nth = 0; nth < vacation.total;) {
    const start = dayAt(vacation, nth)
    const after = firstWithout(vacation.words, start)
    starts.push(start)
    ends.push(after - 1)
    nth += after - start
  }
  const vacations = {
    starts: Int32Array.from(starts), ends: Int32Array.from(ends), landings: new Int32Array(starts.length * 7),
  }
  for (let i = starts.length - 1; i >= 0; i--) {
    for (let w = 0; w < 7; w++) {
      const day = sameWeekdayAfter(ends[i] as number, w, weekday)
      vacations.landings[i * 7 + w] = day < days ? landing(calendar, vacations, day) : -1
    }
  }
  return vacations
}

/** Where a due date comes to rest: on itself when open, after its vacation, or on the next open day. */
export function landing(calendar: Openness, vacations: Vacations, day: number): number {
  const { open, vacation, weekday } = calendar
  const due = has(open.words, day) ? day : nextDue(calendar, day)
  if (due === -1 || !has(vacation.words, due)) return due
  return vacations.landings[vacationOf(vacations, due) * 7 + ((due + weekday) % 7)] as number
}

export const sameWeekdayAfter = (end: number, weekday: number, firstWeekday: number): number =>
  end + 1 + ((weekday - ((end + 1 + firstWeekday) % 7) + 7) % 7)

/** The vacation that a `V` day belongs to. */
export function vacationOf({ starts }: Vacations, day: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= day) low = middle
    else high = middle - 1
  }
  return low
}

/** The first day from `day` on that is not `G`: open, or in a vacation; -1 when none is left. */
export function nextDue({ open, vacation, days }: Openness, day: number): number {
  if (day >= days) return -1
  let at = day >> 5
  let word = ((open.words[at] as number) | (vacation.words[at] as number)) & (-1 << (day & 31))
  while (word === 0) {
    if (++at >= open.words.length) return -1
    word = (open.words[at] as number) | (vacation.words[at] as number)
  }
  return at * 32 + 31 - Math.clz32(word & -word)
}
