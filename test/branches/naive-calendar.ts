import { explainDays } from '#plugins/branches/calendar.ts'
import type { CalendarSource } from '#plugins/branches/contract/arithmetic.ts'
import type { DayKind } from '#plugins/branches/contract/calendar.ts'
import type { FineRule } from '#plugins/branches/chargeable-days.ts'

/** The same questions as the compiled calendar answers, asked of one day after another. */
export interface NaiveCalendar {
  readonly days: readonly string[]
  readonly kinds: ReadonlyMap<string, DayKind>
  readonly provisional: ReadonlyMap<string, boolean>
}

export function naiveCalendar(source: CalendarSource, from: string, to: string): NaiveCalendar {
  const explained = explainDays(source, from, to)
  return {
    days: explained.map((one) => one.day),
    kinds: new Map(explained.map((one) => [one.day, one.kind])),
    provisional: new Map(explained.map((one) => [one.day, one.provisional])),
  }
}

export const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

const opens = (calendar: NaiveCalendar, day: string) => ['open', 'B'].includes(calendar.kinds.get(day) ?? '')

export function nextOpenDay(calendar: NaiveCalendar, day: string): string | null {
  for (let d = day; calendar.kinds.has(d); d = plusDays(d, 1)) if (opens(calendar, d)) return d
  return null
}

export function previousOpenDay(calendar: NaiveCalendar, day: string): string | null {
  for (let d = day; calendar.kinds.has(d); d = plusDays(d, -1)) if (opens(calendar, d)) return d
  return null
}

/** From the day after `from` up to and including `to`. */
const after = (from: string, to: string): string[] => {
  const days = []
  for (let d = plusDays(from, 1); d <= to; d = plusDays(d, 1)) days.push(d)
  return days
}

export const openDaysBetween = (calendar: NaiveCalendar, from: string, to: string): number =>
  after(from, to).filter((day) => opens(calendar, day)).length

export function addOpenDays(calendar: NaiveCalendar, day: string, n: number): string | null {
  if (n === 0) return nextOpenDay(calendar, day)
  let left = Math.abs(n)
  for (let d = plusDays(day, Math.sign(n)); calendar.kinds.has(d); d = plusDays(d, Math.sign(n))) {
    if (opens(calendar, d) && --left === 0) return d
  }
  return null
}

/** The pseudo-code of domain/1 §2.5, word for word. */
export function dueDay(calendar: NaiveCalendar, rawDue: string): string | null {
  let due = rawDue
  for (;;) {
    const kind = calendar.kinds.get(due)
    if (kind === undefined) return null
    if (kind === 'open' || kind === 'B') return due
    if (kind === 'G') {
      due = plusDays(due, 1)
      continue
    }
    let end = due
    while (calendar.kinds.get(plusDays(end, 1)) === 'V') end = plusDays(end, 1)
    const weekday = Temporal.PlainDate.from(due).dayOfWeek
    due = plusDays(end, 1)
    while (Temporal.PlainDate.from(due).dayOfWeek !== weekday) due = plusDays(due, 1)
  }
}

export const chargeable = (
  calendar: NaiveCalendar, due: string, returned: string, closedDaysCount: boolean,
): string[] =>
  after(due, returned).filter((day) => {
    const kind = calendar.kinds.get(day)
    return kind === 'open' || (kind === 'G' && closedDaysCount)
  })

const mondayOf = (day: string) => plusDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)

export function fineCents(calendar: NaiveCalendar, due: string, returned: string, rule: FineRule): number {
  const days = chargeable(calendar, due, returned, rule.closedDaysCount).slice(rule.fineFreeDays)
  const periods = rule.per === 'calendar-week'
    ? new Set(days.map(mondayOf)).size
    : Math.ceil(days.length / rule.per.days)
  return Math.min(rule.amountCents * periods, rule.maximumCents ?? Infinity)
}
