import { Value } from 'typebox/value'
import { weekdays, type HoursPlan, type Slot, type Weekday } from '../contract/hours.ts'
import { endOf, minuteOf } from '../slot.ts'
import { reasons, type Reason } from './reason.ts'
import { Schedule, type Reading, type Remark } from './schedule.ts'

const dayMinutes = 24 * 60
const longestMinutes = 14 * 60
const earlyMinutes = 5 * 60

export const inOrder = (slots: readonly Slot[]): Slot[] =>
  slots.toSorted((a, b) => minuteOf(a.from) - minuteOf(b.from) || endOf(a) - endOf(b))

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
    if (minuteOf(from) >= dayMinutes || minuteOf(to) > dayMinutes) return reasons.noSuchTime
    if (Number(found[2]) > 59 || Number(found[4]) > 59) return reasons.noSuchTime
    slots.push({ from, to })
  }
  return inOrder(slots)
}

const overlapping = (slots: readonly Slot[]): boolean =>
  inOrder(slots).some((slot, at, all) => at > 0 && minuteOf(slot.from) < endOf(all[at - 1]!))

const doubtOf = (slot: Slot): Reason | null => {
  const end = endOf(slot)
  if (end - minuteOf(slot.from) > longestMinutes) return reasons.longSlot
  return end % dayMinutes <= earlyMinutes ? reasons.lateEnd : null
}

const daysOf = (plan: HoursPlan) =>
  weekdays.flatMap(weekday => plan.week[weekday] ? [{ weekday, slots: plan.week[weekday] }] : [])

/** Where in the file a day of a plan stands: a column's name, or a path. */
export type FieldOf = (plan: HoursPlan, weekday: Weekday) => string
const pathOf: FieldOf = (plan, weekday) => `${plan.kind}.${weekday}`

/** A NUL or half a surrogate pair passes for text until a database has to keep it. */
const brokenText = (value: unknown, path = ''): { path: string; value: string }[] => {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? [] : [{ path, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => brokenText(inner, `${path}/${name}`))
}

const at = (schedule: unknown, path: string): unknown => path.split('/').slice(1).reduce<unknown>((value, part) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined, schedule)

const printable = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value) ?? '').toWellFormed().replaceAll('\0', '').slice(0, 500)

/** Every place where a value is not what a schedule may hold, deepest first. */
const malformed = (schedule: Schedule): Remark[] => {
  const paths = Value.Check(Schedule, schedule)
    ? brokenText(schedule).map(({ path }) => path)
    : [...new Set(Value.Errors(Schedule, schedule).map(error => error.instancePath))]
  return paths.filter(path => !paths.some(other => other.startsWith(`${path}/`))).map(path => ({
    row: typeof schedule.row === 'number' ? schedule.row : printable(schedule.row),
    field: printable(path.slice(1).replaceAll('/', '.')) || 'row',
    value: printable(at(schedule, path)),
    reason: reasons.malformed,
  }))
}

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
 * Lets a schedule through, or keeps it back. What the contract does not allow, overlapping slots and
 * periods that end before they begin are faults; slots of more than 14 hours or ending between
 * midnight and 5:00 are doubtful.
 */
export const weighed = (schedule: Schedule, also: readonly Remark[] = [], fieldOf: FieldOf = pathOf): Reading => {
  const wrong = malformed(schedule)
  const faults = wrong.length > 0 ? wrong : unsound(schedule, fieldOf)
  if (faults.length > 0) return { schedules: [], faults, doubts: [] }
  return { schedules: [schedule], faults: [], doubts: [...also, ...doubtful(schedule, fieldOf)] }
}
