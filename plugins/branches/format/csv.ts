import { Readable } from 'node:stream'
import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify/sync'
import type { Texts } from '#core/contract.ts'
import { weekdays, type HoursPlan, type Slot, type Weekday } from '../contract/hours.ts'
import { decoded } from './decode.ts'
import { reasons } from './reason.ts'
import { join, refused, type Reading, type Remark, type Schedule, type ScheduleUnit } from './schedule.ts'
import { readSpans, spans, weighed } from './soundness.ts'

/** What the CSV layout leaves out, in either direction. */
export const csvLeavesOut: readonly Texts[] = [
  { nl: 'Alleen de gewone week met bemande en onbemande uren: geen andere soorten, seizoenen of ritmes.',
    en: 'Only the regular week with staffed and unstaffed hours: no other kinds, seasons or rhythms.',
    fr: 'Uniquement la semaine normale avec ou sans personnel : ni autres types, ni saisons, ni rythmes.' },
  { nl: 'Geen regels, uitzonderingen of halve dagen, en geen tekst bij een tijdslot.',
    en: 'No rules, exceptions or half days, and no text of a slot.',
    fr: 'Ni règles, ni exceptions, ni demi-jours, ni texte de plage.' },
  { nl: 'Geen ISIL, plaats, coördinaten of nummer; Statutory, Type of library en Co-located worden niet gelezen.',
    en: 'No ISIL, place, coordinates or number; Statutory, Type of library and Co-located are not read.',
    fr: 'Ni ISIL, ni lieu, ni coordonnées, ni numéro ; Statutory, Type of library et Co-located ne sont pas lus.' },
  { nl: 'Een bibliotheek die volgens de lijst dicht is, houdt haar uren tot het einde van dat jaar.',
    en: 'A library that the list calls closed keeps its hours until the end of that year.',
    fr: 'Une bibliothèque fermée selon la liste garde ses heures jusqu’à la fin de cette année.' },
]

const dayNames: Readonly<Record<Weekday, string>> = {
  mo: 'Monday', tu: 'Tuesday', we: 'Wednesday', th: 'Thursday', fr: 'Friday', sa: 'Saturday', su: 'Sunday',
}
const kinds = ['staffed', 'unstaffed'] as const
const column = (kind: string, weekday: Weekday): string => `${dayNames[weekday]} ${kind} hours`
const hoursColumns = kinds.flatMap(kind => weekdays.map(weekday => column(kind, weekday)))
const columns = [
  'Local authority', 'Library name', 'Postcode', 'Statutory', 'Type of library', 'Year opened', 'Year closed',
  ...hoursColumns, 'Co-located', 'Co-located with',
]

type Cells = Readonly<Record<string, string>>

/** Spreadsheets run what begins like a formula; an apostrophe before it keeps it a text. */
const guarded = (cell: string): string => /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
const unguarded = (cell: string): string => /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell

const isHeading = (cells: readonly string[]) => cells.some(cell => cell.trim() === 'Library name')

const readDay = (cells: Cells, row: number, kind: string, weekday: Weekday): Slot[] | Remark => {
  const field = column(kind, weekday)
  const slots = readSpans(cells[field] ?? '')
  if (!Array.isArray(slots)) return { row, field, value: cells[field] ?? '', reason: slots }
  return slots.length <= 12 ? slots : { row, field, value: cells[field] ?? '', reason: reasons.tooMany }
}

const readWeek = (cells: Cells, row: number, kind: string): HoursPlan['week'] | Remark[] => {
  const days = weekdays.map(weekday => [weekday, readDay(cells, row, kind, weekday)] as const)
  const faults = days.flatMap(([, slots]) => Array.isArray(slots) ? [] : [slots])
  if (faults.length > 0) return faults
  return Object.fromEntries(days) as HoursPlan['week']
}

const yearFields = ['Year opened', 'Year closed'] as const

const readUnit = (cells: Cells, row: number): ScheduleUnit | Remark[] => {
  const cell = (field: string) => unguarded((cells[field] ?? '').trim())
  const [name, authority, postalCode] = [cell('Library name'), cell('Local authority'), cell('Postcode')]
  const faults: Remark[] = []
  const fault = (field: string, reason: Remark['reason']) =>
    faults.push({ row, field, value: cell(field).slice(0, 500), reason })
  if (name === '') fault('Library name', reasons.missingName)
  if (name.length > 200) fault('Library name', reasons.tooLong)
  if (authority.length > 200) fault('Local authority', reasons.tooLong)
  if (postalCode.length > 20) fault('Postcode', reasons.tooLong)
  for (const field of yearFields) {
    if (cell(field) !== '' && !/^(1[6-9]|20)\d\d$/.test(cell(field))) fault(field, reasons.malformedYear)
  }
  if (faults.length > 0) return faults
  const [opened, closed] = yearFields.map(field => Number(cell(field)))
  return {
    name, ...authority && { authority }, ...postalCode && { postalCode },
    ...opened && { opened }, ...closed && { closed },
  }
}

const readRow = (cells: Cells, row: number): Reading => {
  const unit = readUnit(cells, row)
  const weeks = kinds.map(kind => ({ kind, week: readWeek(cells, row, kind) }))
  const faults = [unit, ...weeks.map(({ week }) => week)].flatMap(found => Array.isArray(found) ? found : [])
  if (faults.length > 0 || Array.isArray(unit)) return { schedules: [], faults, doubts: [] }
  const hours = weeks.flatMap(({ kind, week }) => Object.values(week).some(slots => slots.length > 0)
    ? [{
        key: `${kind}/regular`, from: null, to: unit.closed ? `${unit.closed}-12-31` : null,
        body: { kind, layer: 'regular', week } as HoursPlan,
      }]
    : [])
  if (hours.length === 0) return refused(row, 'Monday staffed hours', '', reasons.nothingToCarry)
  const schedule: Schedule = { row, unit, hours, rules: [], exceptions: [], cuts: [] }
  return weighed(schedule, [], (plan, weekday) => column(plan.kind, weekday))
}

/** Belgian Excel writes `;` between cells, everyone else `,`: whichever the heading has more of. */
const separatorOf = (text: string): ';' | ',' => {
  const heading = text.slice(0, text.search(/[\r\n]|$/))
  return heading.split(';').length > heading.split(',').length ? ';' : ','
}

function* pieces(text: string, length = 64 * 1024): Generator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
}

/**
 * Reads the list row by row, so that memory does not grow with it. Row numbers are the spreadsheet's:
 * the heading is row 1.
 */
export async function* csvRows(content: string | Uint8Array): AsyncGenerator<Reading> {
  const text = decoded(content)
  const rows = Readable.from(pieces(text)).pipe(parse({ delimiter: separatorOf(text), relax_column_count: true }))
  let heading: string[] | null = null
  let row = 0
  try {
    for await (const cells of rows as AsyncIterable<string[]>) {
      row += 1
      if (cells.every(cell => cell.trim() === '')) continue
      if (heading) {
        const names = heading
        yield readRow(Object.fromEntries(cells.map((cell, at) => [names[at] ?? '', cell])), row)
        continue
      }
      heading = cells.map(cell => cell.trim())
      const missing = hoursColumns.slice(0, 7).filter(name => !heading?.includes(name))
      if (!isHeading(heading)) { yield refused(1, 'Library name', '', reasons.missingColumn); return }
      if (missing.length > 0) { yield join(missing.map(name => refused(1, name, '', reasons.missingColumn))); return }
    }
    if (!heading) yield refused(0, 'file', '', reasons.unreadable)
  } catch {
    yield refused(row + 1, 'row', '', reasons.unreadable)
  }
}

/** So many rows are read before others get their turn. */
const ROWS_AT_A_STRETCH = 100

/** The whole list at once. */
export const readCsv = async (content: string | Uint8Array): Promise<Reading> => {
  const found = { schedules: [] as Schedule[], faults: [] as Remark[], doubts: [] as Remark[] }
  let rows = 0
  for await (const reading of csvRows(content)) {
    if (++rows % ROWS_AT_A_STRETCH === 0) await turnOfOthers()
    found.schedules.push(...reading.schedules)
    found.faults.push(...reading.faults)
    found.doubts.push(...reading.doubts)
  }
  return found
}

const cellsOf = ({ unit, hours }: Schedule): string[] => {
  const plan = (kind: string) => hours.find(({ body }) => body.kind === kind && body.layer === 'regular' && !body.when)
  const times = kinds.flatMap(kind => weekdays.map(weekday => spans(plan(kind)?.body.week[weekday] ?? [])))
  return [
    unit.authority ?? '', unit.name, unit.postalCode ?? '', '', '',
    String(unit.opened ?? ''), String(unit.closed ?? ''), ...times, '', '',
  ].map(guarded)
}

/** Writes the list; `;` and a byte order mark are what Belgian Excel expects. */
export const csvOf = (
  schedules: readonly Schedule[], { separator = ';', mark = true }: { separator?: ';' | ','; mark?: boolean } = {},
): string => stringify(
  [columns, ...schedules.map(cellsOf)], { delimiter: separator, bom: mark, record_delimiter: 'windows' },
)
