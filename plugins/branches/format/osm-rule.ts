import { weekdays, type Slot, type Weekday } from '../contract/hours.ts'
import { dates, type DateSpan } from './osm-dates.ts'
import { Cursor, NotCarried, tokensOf, type Token } from './osm-tokens.ts'
import { reasons } from './reason.ts'
import { inOrder } from './soundness.ts'

/** Some weekdays of a rule; `nth` narrows them to weeks of the month, `in` to holidays. */
export interface DayChoice {
  readonly weekdays: readonly Weekday[]
  readonly nth?: readonly number[]
  readonly in?: 'PH' | 'SH'
}

/** One rule of a value; `unknown` is open on a condition only its comment tells, as "Sur RV". */
export interface OsmRule {
  readonly join: 'replace' | 'add' | 'fallback'
  readonly dates: readonly DateSpan[]
  readonly days: readonly DayChoice[]
  readonly times: readonly Slot[]
  readonly state: 'open' | 'off' | 'unknown'
  readonly comment: string
}

const states = { off: 'off', closed: 'off', open: 'open', unknown: 'unknown' } as const
const sunWords = ['sunrise', 'sunset', 'dawn', 'dusk']

const weekdayOf = (word: string): Weekday | undefined => weekdays.find(weekday => weekday === word)
const holidayOf = (word: string): 'PH' | 'SH' | undefined => word === 'ph' ? 'PH' : word === 'sh' ? 'SH' : undefined

const nthList = (cursor: Cursor): number[] => {
  const nth: number[] = []
  do {
    const sign = cursor.skipMark('-') ? -1 : 1
    const first = cursor.number()
    const last = sign > 0 && cursor.skipMark('-') ? cursor.number() : first
    if (first < 1 || last > 5 || last < first) throw new NotCarried()
    for (let n = first; n <= last; n += 1) nth.push(sign * n)
  } while (cursor.skipMark(','))
  if (!cursor.skipMark(']')) throw new NotCarried()
  return nth
}

const round = (from: Weekday, to: Weekday): Weekday[] => {
  const [start, end] = [weekdays.indexOf(from), weekdays.indexOf(to)]
  const length = ((end - start + 7) % 7) + 1
  return Array.from({ length }, (_, at) => weekdays[(start + at) % 7]!)
}

/** Moving a day by an offset (`PH -1 day`, `Su[1] +1 day`) has no place in a timetable. */
const refuseOffset = (cursor: Cursor): void => {
  const signed = (cursor.isMark('+') || cursor.isMark('-')) && cursor.peek(1).kind === 'number'
  if (signed && /^days?$/.test(cursor.word(2))) throw new NotCarried(reasons.notCarried)
}

const dayChoice = (cursor: Cursor): DayChoice => {
  const word = cursor.take().text.toLowerCase()
  const holiday = holidayOf(word)
  if (holiday) { refuseOffset(cursor); return { weekdays, in: holiday } }
  const first = weekdayOf(word)!
  if (cursor.skipMark('[')) {
    const nth = nthList(cursor)
    refuseOffset(cursor)
    return { weekdays: [first], nth }
  }
  if (!cursor.isMark('-') || cursor.peek(1).kind !== 'word') return { weekdays: [first] }
  cursor.take()
  const last = weekdayOf(cursor.take().text.toLowerCase())
  if (!last) throw new NotCarried()
  return { weekdays: round(first, last) }
}

const startsDay = (cursor: Cursor, ahead = 0): boolean =>
  weekdayOf(cursor.word(ahead)) !== undefined || holidayOf(cursor.word(ahead)) !== undefined

const dayList = (cursor: Cursor): DayChoice[] => {
  const days: DayChoice[] = []
  while (startsDay(cursor)) {
    days.push(dayChoice(cursor))
    if (!cursor.isMark(',') || !startsDay(cursor, 1)) break
    cursor.take()
  }
  return days
}

/** `Mo,We`, `PH,Su`, and `SH Mo-Fr`: weekdays that are also school holidays. */
const days = (cursor: Cursor): DayChoice[] => {
  const first = dayList(cursor)
  if (first.length === 0 || !startsDay(cursor)) return first
  const second = dayList(cursor)
  if (first.some(choice => !choice.in) || second.some(choice => choice.in)) throw new NotCarried()
  return first.flatMap(({ in: holiday }) => second.map(choice => ({ ...choice, in: holiday! })))
}

const time = (token: Token): number => {
  if (token.kind === 'word' && sunWords.includes(token.text.toLowerCase())) throw new NotCarried(reasons.sunTime)
  if (token.kind !== 'time') throw new NotCarried(reasons.malformedTime)
  const [hours, minutes] = token.text.split(':').map(Number) as [number, number]
  if (hours > 48 || minutes > 59) throw new NotCarried(reasons.noSuchTime)
  return hours * 60 + minutes
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const slot = (cursor: Cursor): Slot => {
  const from = time(cursor.take())
  if (!cursor.skipMark('-')) throw new NotCarried(reasons.openEnd)
  const to = time(cursor.take())
  if (cursor.isMark('+')) throw new NotCarried(reasons.openEnd)
  if (cursor.isMark('/')) throw new NotCarried(reasons.notCarried)
  if (from >= 1440 || to > from + 1440) throw new NotCarried(reasons.noSuchTime)
  return { from: clock(from), to: clock(to > 1440 ? to - 1440 : to) }
}

const startsTime = (cursor: Cursor, ahead = 0): boolean =>
  cursor.peek(ahead).kind === 'time' || sunWords.includes(cursor.word(ahead)) ||
  (cursor.isMark('(', ahead) && sunWords.includes(cursor.word(ahead + 1)))

const times = (cursor: Cursor): Slot[] => {
  const slots: Slot[] = []
  while (startsTime(cursor)) {
    if (cursor.isMark('(')) throw new NotCarried(reasons.sunTime)
    slots.push(slot(cursor))
    if (!cursor.isMark(',') || !startsTime(cursor, 1)) break
    cursor.take()
  }
  return slots
}

const ends = (cursor: Cursor): boolean =>
  cursor.peek().kind === 'end' || [';', ',', '||'].some(mark => cursor.isMark(mark))

const rule = (cursor: Cursor, join: OsmRule['join']): OsmRule => {
  const always = cursor.peek().kind === 'always' && cursor.take()
  const when = always ? [] : dates(cursor)
  let comment = ''
  if (cursor.peek().kind === 'text' && cursor.isMark(':', 1)) comment = cursor.take().text
  cursor.skipMark(':')
  const on = always ? [] : days(cursor)
  if (on.length > 0) cursor.skipMark(':')
  const slots = always ? [{ from: '00:00', to: '24:00' }] : times(cursor)
  const said = states[cursor.word() as keyof typeof states]
  if (said) cursor.take()
  const remark = cursor.peek().kind === 'text' ? cursor.take().text : ''
  if (!ends(cursor)) throw new NotCarried()
  const silent = !always && when.length === 0 && on.length === 0 && slots.length === 0
  if (silent && !said && remark === '') throw new NotCarried()
  const state = said ?? (remark === '' ? 'open' : 'unknown')
  if (state === 'open' && slots.length === 0 && !silent && !said) throw new NotCarried(reasons.malformedTime)
  return { join, dates: when, days: on, times: inOrder(slots), state, comment: remark || comment }
}

/** Reads a whole value; throws `NotCarried` at what is malformed or cannot be held. */
export const osmRules = (value: string): OsmRule[] => {
  const cursor = new Cursor(tokensOf(value))
  const found: OsmRule[] = []
  let join: OsmRule['join'] = 'replace'
  while (cursor.peek().kind !== 'end') {
    found.push(rule(cursor, join))
    const mark = cursor.take()
    join = mark.text === ',' ? 'add' : mark.text === '||' ? 'fallback' : 'replace'
    if (mark.text !== ';' && mark.kind !== 'end' && cursor.peek().kind === 'end') throw new NotCarried()
  }
  if (found.length === 0) throw new NotCarried()
  return found
}
