import type { Cut, CutException, DayException } from '../contract/calendar.ts'
import { easterSunday } from '../yearly-day.ts'
import { toDay } from '../day-number.ts'
import { everyPhrase, feastNamed, weekdayNamed } from './low-countries-phrase.ts'
import { dayAfter, weekdayOf } from './pattern.ts'
import { reasons, type Reason } from './reason.ts'
import type { Remark, Schedule } from './schedule.ts'

/** A closing as `low-countries.json` writes it: one date, a period, or every such weekday of one. */
export interface GivenClosing {
  readonly date?: string
  readonly from?: string
  readonly to?: string
  readonly every?: string
  readonly reason?: string
  readonly weekdayPrinted?: string
}

interface ReadClosing extends Pick<Schedule, 'exceptions' | 'cuts'> {
  readonly faults: readonly Remark[]
  readonly doubts: readonly Remark[]
}

export const isDay = (text: string): boolean => {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false
  const parsed = Date.parse(`${text}T00:00Z`)
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text)
}

const shut = (from: string, to: string | null, text: string): Schedule['exceptions'][number] => {
  const body: DayException = { kind: 'G', text, ...to === null && { provisionalEnd: true } }
  return { key: 'day', from, to, body }
}

const cutOn = (day: string, cut: Cut, text: string): Schedule['cuts'][number] => {
  const body: CutException = { cut, text }
  return { key: 'cut', from: day, to: day, body }
}

/** What a printed list gets wrong: the weekday beside a date, or the day of a movable feast. */
const slipsOf = (closing: GivenClosing): Reason[] => {
  const { date, weekdayPrinted, reason } = closing
  if (!date) return []
  const printed = weekdayPrinted && weekdayNamed(weekdayPrinted)
  const feast = feastNamed(/^printed as ([\w ]+);/.exec(reason ?? '')?.[1] ?? reason ?? '')
  return [
    ...printed && printed !== weekdayOf(date) ? [reasons.wrongWeekday] : [],
    ...feast !== undefined && toDay(easterSunday(Number(date.slice(0, 4))) + feast) !== date
      ? [reasons.wrongHoliday] : [],
  ]
}

/** A last day with a time (`2020-03-11T14:00`) is open again from then on: its morning is a cut. */
const period = (from: string, to: string | undefined, text: string): Pick<Schedule, 'exceptions' | 'cuts'> | Reason => {
  const [last, time] = (to ?? '').split('T')
  if (!isDay(from) || (to !== undefined && !isDay(last!))) return reasons.noSuchDay
  if (to === undefined) return { exceptions: [shut(from, null, text)], cuts: [] }
  if (last! < from) return reasons.endBeforeStart
  if (time === undefined) return { exceptions: [shut(from, last!, text)], cuts: [] }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return reasons.malformedTime
  return {
    exceptions: last! > from ? [shut(from, dayAfter(last!, -1), text)] : [],
    cuts: time === '00:00' ? [] : [cutOn(last!, { from: '00:00', to: time }, text)],
  }
}

const read = (closing: GivenClosing): Pick<Schedule, 'exceptions' | 'cuts'> | Reason => {
  const text = closing.reason ?? ''
  if (text.length > 250) return reasons.tooLong
  if (closing.date) {
    if (!isDay(closing.date)) return reasons.noSuchDay
    return { exceptions: [shut(closing.date, closing.date, text)], cuts: [] }
  }
  if (closing.every) {
    if ([closing.from, closing.to].some(day => day !== undefined && !isDay(day))) return reasons.noSuchDay
    const found = everyPhrase(closing.every, closing.from, closing.to)
    if (!found) return reasons.unknownPhrase
    const { days, cut } = found
    return cut
      ? { exceptions: [], cuts: days.map(day => cutOn(day, cut, text)) }
      : { exceptions: days.map(day => shut(day, day, text)), cuts: [] }
  }
  return closing.from ? period(closing.from, closing.to, text) : reasons.startless
}

/** One closing of a row as exceptions and cuts, with what is wrong or doubtful about it. */
export const readClosing = (row: string, at: number, closing: GivenClosing): ReadClosing => {
  const field = `closures[${at}]`
  const value = closing.date ?? closing.every ?? `${closing.from ?? ''}/${closing.to ?? ''}`
  const found = read(closing)
  if ('code' in found) return { exceptions: [], cuts: [], faults: [{ row, field, value, reason: found }], doubts: [] }
  const endless = closing.from && !closing.to && !closing.every ? [reasons.endless] : []
  const doubts = [...endless, ...slipsOf(closing)].map(reason => ({ row, field, value, reason }))
  return { ...found, faults: [], doubts }
}
