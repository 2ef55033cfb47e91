import type { Day } from '#core/contract.ts'
import type { CalendarDay } from '../contract/arithmetic.ts'
import { weekdays, type HoursKind, type Slot, type Weekday } from '../contract/hours.ts'
import { toDay, toDayNumber, weekdayOf as weekdayNumber } from '../day-number.ts'
import { endOf, minuteOf } from '../slot.ts'
import { inOrder, spans } from './soundness.ts'

/** Days whose open hours differ from the usual week. Without `weekdays` every day of the period is meant. */
export interface Deviation {
  readonly from: Day
  readonly to: Day
  readonly weekdays?: readonly Weekday[]
  readonly slots: readonly Slot[]
  readonly text: string
}

/** Explained days as the usual week, periods with other hours, and closings: each wins over what precedes it. */
export interface Pattern {
  readonly week: Readonly<Record<Weekday, readonly Slot[]>>
  readonly periods: readonly Deviation[]
  readonly closings: readonly Deviation[]
}

export const weekdayOf = (day: Day): Weekday => weekdays[weekdayNumber(toDayNumber(day))]!
export const dayAfter = (day: Day, days = 1): Day => toDay(toDayNumber(day) + days)

/** The hours of the kinds that count as open, joined where kinds overlap, without their texts. */
export const openSlots = ({ hours }: CalendarDay, kinds: readonly HoursKind[]): Slot[] => {
  const open = new Set(kinds.filter(kind => kind.countsAsOpen).map(kind => kind.code))
  const slots = hours.filter(({ kind }) => open.has(kind)).flatMap(kind => kind.slots)
  return inOrder(slots).reduce<Slot[]>((joined, { from, to }) => {
    const last = joined.at(-1)
    if (!last || minuteOf(from) >= endOf(last)) joined.push({ from, to })
    else if (endOf({ from, to }) > endOf(last)) joined[joined.length - 1] = { from: last.from, to }
    return joined
  }, [])
}

interface Open {
  readonly day: Day
  readonly weekday: Weekday
  readonly slots: readonly Slot[]
  readonly said: string
  readonly decided: boolean
}

const decidedClosed = ({ why, kind }: CalendarDay): boolean => why.by !== 'hours' && (kind === 'G' || kind === 'V')

const usual = (days: readonly Open[]): readonly Slot[] => {
  const counts = new Map<string, { times: number; slots: readonly Slot[] }>()
  for (const { said, slots } of days) {
    counts.set(said, { times: (counts.get(said)?.times ?? 0) + 1, slots })
  }
  return [...counts.values()].toSorted((a, b) => b.times - a.times)[0]?.slots ?? []
}

/** Equal consecutive occurrences of one weekday; a decided closing between them does not part them. */
const runs = (days: readonly Open[], week: Pattern['week']): Deviation[] => weekdays.flatMap((weekday) => {
  const found: Deviation[] = []
  let going: string | null = null
  for (const { day, slots, said } of days.filter(one => one.weekday === weekday && !one.decided)) {
    if (said === spans(week[weekday])) going = null
    else if (said === going) found[found.length - 1] = { ...found.at(-1)!, to: day }
    else {
      found.push({ from: day, to: day, weekdays: [weekday], slots, text: '' })
      going = said
    }
  }
  return found
})

/** Joins runs of several weekdays with the same hours when no day in between says otherwise. */
const merged = (
  found: readonly Deviation[], days: readonly Open[],
): Deviation[] => found.reduce<Deviation[]>((all, run) => {
  const at = all.findIndex((other) => {
    if (spans(other.slots) !== spans(run.slots)) return false
    const [from, to] = [other.from < run.from ? other.from : run.from, other.to > run.to ? other.to : run.to]
    const meant = [...other.weekdays ?? [], ...run.weekdays ?? []]
    const between = days.filter(one => one.day >= from && one.day <= to && meant.includes(one.weekday))
    return between.every(one => one.decided || one.said === spans(run.slots))
  })
  const other = all[at]
  if (!other) return [...all, run]
  return all.with(at, {
    ...other,
    from: other.from < run.from ? other.from : run.from,
    to: other.to > run.to ? other.to : run.to,
    weekdays: weekdays.filter(one => other.weekdays?.includes(one) || run.weekdays?.includes(one)),
  })
}, [])

const textOf = ({ why }: CalendarDay): string => why.by === 'hours' ? '' : why.said.text

/** Neighbouring decided closings with one reason, as one period. */
const closingsOf = (days: readonly CalendarDay[]): Deviation[] => days.reduce<Deviation[]>((all, day) => {
  if (!decidedClosed(day)) return all
  const last = all.at(-1)
  if (last && dayAfter(last.to) === day.day && last.text === textOf(day)) return all.with(-1, { ...last, to: day.day })
  return [...all, { from: day.day, to: day.day, slots: [], text: textOf(day) }]
}, [])

/** Finds the usual week in explained days, and what differs from it. */
export const patternOf = (days: readonly CalendarDay[], kinds: readonly HoursKind[]): Pattern => {
  const open = days.map((day): Open => {
    const slots = openSlots(day, kinds)
    return { day: day.day, weekday: weekdayOf(day.day), slots, said: spans(slots), decided: decidedClosed(day) }
  })
  const week = Object.fromEntries(weekdays.map(weekday =>
    [weekday, usual(open.filter(one => one.weekday === weekday && !one.decided))])) as Pattern['week']
  return { week, periods: merged(runs(open, week), open), closings: closingsOf(days) }
}
