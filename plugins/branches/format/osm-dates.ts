import type { Cursor } from './osm-tokens.ts'
import { NotCarried } from './osm-tokens.ts'
import { reasons } from './reason.ts'

/** The days a rule's date part means: a period, a season of every year, or both together. */
export interface DateSpan {
  readonly from?: string
  readonly to?: string
  readonly season?: { readonly from: string; readonly to: string }
  readonly everyWeeks?: { readonly weeks: number; readonly from: string }
  /** Days from Easter Sunday; only a closed day can be held so. */
  readonly easter?: number
}

/** Years over which week numbers, which no yearly date follows, are written out. */
const weekYears = { from: 2020, to: 2040 } as const

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const monthLength = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const monthOf = (word: string): number => months.indexOf(word as (typeof months)[number]) + 1

const isYear = (cursor: Cursor, ahead = 0): boolean =>
  cursor.peek(ahead).kind === 'number' && /^(19|20)\d\d$/.test(cursor.peek(ahead).text)
const isDayOfMonth = (cursor: Cursor, ahead = 0): boolean =>
  cursor.peek(ahead).kind === 'number' && /^\d{1,2}$/.test(cursor.peek(ahead).text)

const monthDay = (month: number, day: number): string => {
  if (month < 1 || day < 1 || day > monthLength[month - 1]!) throw new NotCarried(reasons.noSuchDay)
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

interface Years { readonly first: number; readonly last: number }

const years = (cursor: Cursor): Years | null => {
  if (!isYear(cursor)) return null
  const first = cursor.number()
  if (cursor.isMark('+') || cursor.isMark('/')) throw new NotCarried(reasons.notCarried)
  if (!cursor.isMark('-') || !isYear(cursor, 1)) return { first, last: first }
  cursor.take()
  const last = cursor.number()
  if (last < first) throw new NotCarried(reasons.endBeforeStart)
  return { first, last }
}

const spanOf = (when: Years | null, from: string, to: string, toYear?: number): DateSpan => {
  if (!when) return { season: { from, to } }
  const across = to < from ? 1 : 0
  if (when.first === when.last) return realDays(`${when.first}-${from}`, `${toYear ?? when.first + across}-${to}`)
  return { from: `${when.first}-${from}`, to: `${when.last + across}-${to}`, season: { from, to } }
}

/** 29 February of a year without one, as the end of a month, is its 28th. */
const realDays = (from: string, to: string): DateSpan => {
  if (to < from) throw new NotCarried(reasons.endBeforeStart)
  const real = (day: string) => day.endsWith('02-29') && !Temporal.PlainDate.from(`${day.slice(0, 4)}-01-01`).inLeapYear
    ? `${day.slice(0, 4)}-02-28` : day
  return { from: real(from), to: real(to) }
}

const monthRange = (cursor: Cursor, when: Years | null, month: number): DateSpan => {
  if (!cursor.skipMark('-')) return spanOf(when, monthDay(month, 1), monthDay(month, monthLength[month - 1]!))
  const toYear = isYear(cursor) ? cursor.number() : undefined
  const last = monthOf(cursor.take().text.toLowerCase())
  if (last === 0 || isDayOfMonth(cursor)) throw new NotCarried()
  return spanOf(when, monthDay(month, 1), monthDay(last, monthLength[last - 1]!), toYear)
}

const dayRange = (cursor: Cursor, when: Years | null, month: number): DateSpan => {
  const from = monthDay(month, cursor.number())
  if (cursor.isMark('+')) throw new NotCarried(reasons.notCarried)
  if (!cursor.skipMark('-')) return spanOf(when, from, from)
  const toYear = isYear(cursor) ? cursor.number() : undefined
  const last = monthOf(cursor.word())
  if (last > 0) cursor.take()
  return spanOf(when, from, monthDay(last || month, cursor.number()), toYear)
}

const easterDay = (cursor: Cursor, when: Years | null): DateSpan => {
  cursor.take()
  if (when) throw new NotCarried(reasons.notCarried)
  if (!cursor.isMark('+') && !cursor.isMark('-')) return { easter: 0 }
  const sign = cursor.take().text === '-' ? -1 : 1
  const easter = sign * cursor.number()
  if (!/^days?$/.test(cursor.word())) throw new NotCarried()
  cursor.take()
  return { easter }
}

const mondayOf = (year: number, week: number): Temporal.PlainDate => {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 })
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 })
}

const weekSpans = (cursor: Cursor, when: Years | null): DateSpan[] => {
  const first = cursor.number()
  const last = cursor.skipMark('-') ? cursor.number() : first
  const every = cursor.skipMark('/') ? cursor.number() : 1
  if (first < 1 || last > 53 || last < first || every < 1 || every > 52) throw new NotCarried()
  const { first: from, last: to } = when ?? { first: weekYears.from, last: weekYears.to }
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const start = mondayOf(from + at, first)
    const following = mondayOf(from + at + 1, 1)
    const end = mondayOf(from + at, last + 1)
    const until = (Temporal.PlainDate.compare(end, following) > 0 ? following : end).subtract({ days: 1 })
    if (Temporal.PlainDate.compare(start, following) >= 0) return null
    const everyWeeks = every > 1 ? { everyWeeks: { weeks: every, from: String(start) } } : {}
    return { from: String(start), to: String(until), ...everyWeeks }
  }).filter(span => span !== null)
}

const startsDates = (cursor: Cursor, ahead = 0): boolean =>
  isYear(cursor, ahead) || monthOf(cursor.word(ahead)) > 0 || ['easter', 'week'].includes(cursor.word(ahead))

const oneDate = (cursor: Cursor, lastMonth: number, lastYears: Years | null): [DateSpan[], number, Years | null] => {
  const when = years(cursor) ?? lastYears
  if (cursor.word() === 'easter') return [[easterDay(cursor, when)], 0, when]
  if (cursor.word() === 'week') {
    cursor.take()
    const spans = weekSpans(cursor, when)
    while (cursor.isMark(',') && isDayOfMonth(cursor, 1)) {
      cursor.take()
      spans.push(...weekSpans(cursor, when))
    }
    return [spans, 0, when]
  }
  const named = monthOf(cursor.word())
  if (named > 0) cursor.take()
  const month = named || lastMonth
  if (month > 0 && isDayOfMonth(cursor)) return [[dayRange(cursor, when, month)], month, when]
  if (named > 0) return [[monthRange(cursor, when, month)], month, when]
  if (when) return [[{ from: `${when.first}-01-01`, to: `${when.last}-12-31` }], 0, when]
  throw new NotCarried()
}

/** `Jul-Aug`, `May 15-Aug 31`, `2026 Dec 24-2027 Jan 02`, `Dec 25,26`, `week 1-53/2`, `easter +1 day`. */
export const dates = (cursor: Cursor): DateSpan[] => {
  const spans: DateSpan[] = []
  let month = 0
  let when: Years | null = null
  while (startsDates(cursor) || (month > 0 && isDayOfMonth(cursor))) {
    const [found, lastMonth, lastYears] = oneDate(cursor, month, when)
    spans.push(...found)
    ;[month, when] = [lastMonth, lastYears]
    const goesOn = cursor.isMark(',') && (startsDates(cursor, 1) || (month > 0 && isDayOfMonth(cursor, 1)))
    if (!goesOn) break
    cursor.take()
  }
  return spans
}
