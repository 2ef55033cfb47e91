import type { HoursPlan, Slot, Weekday } from '../contract/hours.ts'
import { weekdays } from '../contract/hours.ts'
import { reasons, type Reason } from './reason.ts'
import type { Reading, Remark, Schedule } from './schedule.ts'

const dayMinutes = 24 * 60
const longestMinutes = 14 * 60
const earlyMinutes = 5 * 60

/** Minutes since midnight; `24:00` is 1440. */
export const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** When a slot ends, counted from the midnight before it began: past 1440 after midnight. */
export const endOf = (slot: Slot): number => {
  const end = minutes(slot.to)
  return end > minutes(slot.from) ? end : end + dayMinutes
}

export const inOrder = (slots: readonly Slot[]): Slot[] =>
  slots.toSorted((a, b) => minutes(a.from) - minutes(b.from) || endOf(a) - endOf(b))

/** `09:00-12:00,13:00-17:00`, as people and most files write a day. */
export const spans = (slots: readonly Slot[]): string => slots.map(({ from, to }) => `${from}-${to}`).join(',')

/** `HH:MM-HH:MM[,HH:MM-HH:MM]`, strictly; an empty value is a day without hours. */
export const readSpans = (value: string): Slot[] | Reason => {
  if (value.trim() === '') return []
  const slots: Slot[] = []
  for (const part of value.split(',')) {
    const found = /^\s*(\d\d):(\d\d)\s*-\s*(\d\d):(\d\d)\s*$/.exec(part)
    if (!found) return reasons.malformedTime
    const [from, to] = [`${found[1]}:${found[2]}`, `${found[3]}:${found[4]}`]
    if (minutes(from) >= dayMinutes || minutes(to) > dayMinutes) return reasons.noSuchTime
    if (Number(found[2]) > 59 || Number(found[4]) > 59) return reasons.noSuchTime
    slots.push({ from, to })
  }
  return inOrder(slots)
}

const overlapping = (slots: readonly Slot[]): boolean =>
  inOrder(slots).some((slot, at, all) => at > 0 && minutes(slot.from) < endOf(all[at - 1]!))

const doubtOf = (slot: Slot): Reason | null => {
  const end = endOf(slot)
  if (end - minutes(slot.from) > longestMinutes) return reasons.longSlot
  return end % dayMinutes <= earlyMinutes ? reasons.lateEnd : null
}

const daysOf = (plan: HoursPlan) =>
  weekdays.flatMap(weekday => plan.week[weekday] ? [{ weekday, slots: plan.week[weekday] }] : [])

/** Where in the file a day of a plan stands: a column's name, or a path. */
export type FieldOf = (plan: HoursPlan, weekday: Weekday) => string
const pathOf: FieldOf = (plan, weekday) => `${plan.kind}.${weekday}`

const unsound = ({ row, hours, rules, exceptions, cuts }: Schedule, fieldOf: FieldOf): Remark[] => [
  ...hours.flatMap(({ body }) => daysOf(body).flatMap(({ weekday, slots }) => overlapping(slots)
    ? [{ row, field: fieldOf(body, weekday), value: spans(slots), reason: reasons.overlap }] : [])),
  ...[...hours, ...rules, ...exceptions, ...cuts].flatMap(({ key, from, to }) => from && to && to < from
    ? [{ row, field: key, value: `${from}/${to}`, reason: reasons.endBeforeStart }] : []),
]

const doubtful = ({ row, hours }: Schedule, fieldOf: FieldOf): Remark[] =>
  hours.flatMap(({ body }) => daysOf(body).flatMap(({ weekday, slots }) => slots.flatMap((slot) => {
    const reason = doubtOf(slot)
    return reason ? [{ row, field: fieldOf(body, weekday), value: spans([slot]), reason }] : []
  })))

/**
 * Lets a schedule through, or keeps it back. Overlapping slots and periods that end before they begin
 * are faults; slots of more than 14 hours or ending between midnight and 5:00 are doubtful.
 */
export const weighed = (schedule: Schedule, also: readonly Remark[] = [], fieldOf: FieldOf = pathOf): Reading => {
  const faults = unsound(schedule, fieldOf)
  if (faults.length > 0) return { schedules: [], faults, doubts: [] }
  return { schedules: [schedule], faults: [], doubts: [...also, ...doubtful(schedule, fieldOf)] }
}
