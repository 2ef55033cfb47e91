import { isDay } from '#console/time/day.ts'
import { minuteOf, readTime } from '#console/time/hour.ts'
import { weekdays, type Weekday } from '#plugins/branches/contract/hours.ts'
import { readDayMonth, type PlanForm, type TypedSlot } from './plan-form.ts'

/** One thing that is wrong in the form, where, and the text that says so. */
export interface PlanFault {
  /** `week/mo/1/to`, `from`, `season`. */
  readonly place: string
  readonly key: 'time' | 'missing' | 'overlap' | 'long' | 'from' | 'days' | 'season' | 'weeks'
  readonly day?: Weekday
  readonly typed?: string
  readonly slots?: readonly TypedSlot[]
  /** Worth a second look, but it may be meant. */
  readonly doubt?: boolean
}

const longMinutes = 14 * 60

/** From and to in minutes from the start of the day; past midnight runs on. Null while it is no span. */
export const spanOf = ({ from, to }: TypedSlot): readonly [number, number] | null => {
  const [start, end] = [readTime(from), readTime(to)]
  if (start === null || end === null) return null
  const [first, last] = [minuteOf(start), minuteOf(end)]
  return [first, last > first ? last : last + 1440]
}

const timeFaults = (day: Weekday, slot: TypedSlot, at: number): PlanFault[] =>
  (['from', 'to'] as const).flatMap((end): PlanFault[] => {
    const place = `week/${day}/${at}/${end}`
    if (slot[end].trim() === '') return [{ place, key: 'missing', day }]
    return readTime(slot[end]) === null ? [{ place, key: 'time', day, typed: slot[end] }] : []
  })

const dayFaults = (form: PlanForm, day: Weekday): PlanFault[] => {
  const { says, slots } = form.week[day]
  if (says !== 'hours') return []
  if (slots.length === 0) return [{ place: `week/${day}`, key: 'missing', day }]
  const faults = slots.flatMap((slot, at) => timeFaults(day, slot, at))
  slots.forEach((slot, at) => {
    const span = spanOf(slot)
    if (!span) return
    if (span[1] - span[0] > longMinutes)
      faults.push({ place: `week/${day}/${at}/to`, key: 'long', day, slots: [slot], doubt: true })
    slots.slice(0, at).forEach(other => {
      const before = spanOf(other)
      if (before && before[0] < span[1] && span[0] < before[1]) {
        faults.push({ place: `week/${day}/${at}/from`, key: 'overlap', day, slots: [other, slot] })
      }
    })
    faults.push(...intoNextDay(form, day, slot, span[1] - 1440))
  })
  return faults
}

/** What runs past midnight may not run into the next day's own slots. */
const intoNextDay = (form: PlanForm, day: Weekday, slot: TypedSlot, minutes: number): PlanFault[] => {
  const next = weekdays[(weekdays.indexOf(day) + 1) % 7] ?? 'mo'
  if (minutes <= 0 || form.week[next].says !== 'hours') return []
  return form.week[next].slots.flatMap((other, at) => {
    const span = spanOf(other)
    return span && span[0] < minutes
      ? [{ place: `week/${next}/${at}/from`, key: 'overlap' as const, day: next, slots: [slot, other] }]
      : []
  })
}

/** Everything that is wrong with a plan, all at once. */
export const faultsOf = (form: PlanForm): readonly PlanFault[] => {
  const { from, to, layer, season, everyWeeks } = form
  const days = isDay(from) && isDay(to) && to < from
  const noStart = (from !== '' && !isDay(from)) || (from === '' && layer === 'special')
  const weeks = Number(everyWeeks?.weeks)
  return [
    ...weekdays.flatMap(day => dayFaults(form, day)),
    ...(noStart ? [{ place: 'from', key: 'from' as const }] : []),
    ...(days || (to !== '' && !isDay(to)) ? [{ place: 'to', key: 'days' as const }] : []),
    ...(season && (!readDayMonth(season.from) || !readDayMonth(season.to))
      ? [{ place: 'season', key: 'season' as const }]
      : []),
    ...(everyWeeks && !(weeks >= 2 && weeks <= 52 && isDay(everyWeeks.from))
      ? [{ place: 'weeks', key: 'weeks' as const }]
      : []),
  ]
}
