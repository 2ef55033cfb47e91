import type { CutException, DayException } from '../contract/calendar.ts'
import { dayAfter } from './pattern.ts'
import { reasons, type Reason } from './reason.ts'
import { join, refused, type Reading, type Schedule } from './schedule.ts'
import { weighed } from './soundness.ts'

interface Line { readonly name: string; readonly parameters: Readonly<Record<string, string>>; readonly value: string }
interface Stretch { readonly exceptions: Schedule['exceptions']; readonly cuts: Schedule['cuts'] }

const closedWords = ['Gesloten', 'Closed', 'Fermé']

/** Long lines go on after a line break and a blank. */
const linesOf = (content: string): Line[] => content.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/).flatMap((line) => {
  const found = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/s.exec(line)
  if (!found) return []
  const parameters = Object.fromEntries((found[2] ?? '').split(';').slice(1).map((one) => {
    const [name, ...value] = one.split('=')
    return [name!.toUpperCase(), value.join('=').replaceAll('"', '')]
  }))
  return [{ name: found[1]!.toUpperCase(), parameters, value: found[3]! }]
})

const plain = (value: string): string => value.replaceAll(/\\([nN\\;,])/g, (_, sign: string) =>
  sign.toLowerCase() === 'n' ? ' ' : sign).trim()

/** Groups of lines, one per event; alarms and other parts inside an event are passed over. */
const eventsOf = (lines: readonly Line[]): Line[][] => {
  const events: Line[][] = []
  const within: string[] = []
  for (const line of lines) {
    if (line.name === 'BEGIN') {
      within.push(line.value.toUpperCase())
      if (within.at(-1) === 'VEVENT') events.push([])
    } else if (line.name === 'END') within.pop()
    else if (within.at(-1) === 'VEVENT') events.at(-1)?.push(line)
  }
  return events
}

const dayOf = (value: string): string | null => {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T|$)/.exec(value)
  if (!found) return null
  const day = `${found[1]}-${found[2]}-${found[3]}`
  const parsed = Date.parse(`${day}T00:00Z`)
  if (found[1]! < '1900' || found[1]! > '2099') return null
  return Number.isNaN(parsed) || !new Date(parsed).toISOString().startsWith(day) ? null : day
}

/** A moment on the branch's own clock, whatever zone the file wrote it in. */
const localOf = ({ value, parameters }: Line, timeZone: string): { day: string; time: string } | null => {
  const day = dayOf(value)
  const found = /T([01]\d|2[0-3])([0-5]\d)([0-5]\d)(Z?)$/.exec(value)
  if (!day || !found) return null
  const written = found[4] ? 'UTC' : parameters['TZID'] ?? timeZone
  try {
    const moment = Temporal.PlainDateTime.from(`${day}T${found[1]}:${found[2]}`).toZonedDateTime(written)
    const local = written === timeZone ? moment : moment.withTimeZone(timeZone)
    return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) }
  } catch { return null }
}

/** Whole days of a length, a started one included; ten years at most. */
const lengthOf = (value: string, from: string): number | null => {
  try {
    const days = Math.ceil(Temporal.Duration.from(value).total({ unit: 'days', relativeTo: from }))
    return days > 0 && days < 3700 ? days : null
  } catch { return null }
}

type Say = (name: string) => Line | undefined

const wholeDays = (say: Say, start: Line, body: DayException): Stretch | Reason => {
  const from = dayOf(start.value)
  const ends = say('DTEND')
  const length = say('DURATION')
  if (!from) return reasons.noSuchDay
  const days = length ? lengthOf(length.value, from) : 1
  const after = ends ? dayOf(ends.value) : days && dayAfter(from, days)
  if (!after) return reasons.noSuchDay
  if (after <= from) return reasons.endBeforeStart
  return { exceptions: [{ key: 'day', from, to: dayAfter(after, -1), body }], cuts: [] }
}

const partOfDay = (say: Say, start: Line, body: DayException, timeZone: string): Stretch | Reason => {
  const from = localOf(start, timeZone)
  const ends = say('DTEND')
  const to = ends && localOf(ends, timeZone)
  if (!from || (ends && !to)) return reasons.noSuchTime
  if (!to) return reasons.openEnd
  if (`${to.day}${to.time}` <= `${from.day}${from.time}`) return reasons.endBeforeStart
  const untilMidnight = to.time === '00:00' && to.day === dayAfter(from.day)
  if (to.day !== from.day && !untilMidnight) return reasons.severalDays
  const { kind: _, ...said } = body
  const cut: CutException = { ...said, cut: { from: from.time, to: untilMidnight ? '24:00' : to.time } }
  return { exceptions: [], cuts: [{ key: 'cut', from: from.day, to: from.day, body: cut }] }
}

const readEvent = (event: readonly Line[], at: number, calendar: string, timeZone: string): Reading => {
  const say: Say = name => event.find(line => line.name === name)
  const row = at + 1
  const start = say('DTSTART')
  if (say('STATUS')?.value === 'CANCELLED') return { schedules: [], faults: [], doubts: [] }
  const repeats = say('RRULE') ?? say('RDATE')
  if (repeats) return refused(row, repeats.name, repeats.value, reasons.recurring)
  if (!start) return refused(row, 'DTSTART', '', reasons.startless)
  const summary = plain(say('SUMMARY')?.value ?? '')
  if (summary.length > 250) return refused(row, 'SUMMARY', summary, reasons.tooLong)
  const body: DayException = {
    kind: say('CATEGORIES')?.value === 'V' ? 'V' : 'G', text: closedWords.includes(summary) ? '' : summary,
    ...say('STATUS')?.value === 'TENTATIVE' && { provisionalEnd: true },
  }
  const allDay = start.parameters['VALUE'] === 'DATE' || /^\d{8}$/.test(start.value)
  const found = allDay ? wholeDays(say, start, body) : partOfDay(say, start, body, timeZone)
  if ('code' in found) return refused(row, 'DTSTART', `${start.value}/${say('DTEND')?.value ?? ''}`, found)
  const unit = { name: calendar || summary || 'iCalendar' }
  return weighed({ row, unit: { name: unit.name.slice(0, 200) }, hours: [], rules: [], ...found })
}

/** Closings of a calendar file, one schedule per event: whole days as `G` or `V`, timed events as half days. */
export const readIcal = (content: string, timeZone = 'Europe/Brussels'): Reading => {
  const lines = linesOf(content.replace(/^\uFEFF/, ''))
  if (!lines.some(({ name, value }) => name === 'BEGIN' && value.toUpperCase() === 'VCALENDAR')) {
    return refused(0, 'file', content.slice(0, 80), reasons.unreadable)
  }
  const calendar = plain(lines.find(({ name }) => name === 'X-WR-CALNAME')?.value ?? '')
  return join(eventsOf(lines).map((event, at) => readEvent(event, at, calendar, timeZone)))
}
