import type { Static } from 'typebox'
import { textOf } from '#console/file.ts'
import type { importFormats, ImportPreview, RunAnswer } from '#plugins/branches/contract/answers.ts'

export type ImportFormat = (typeof importFormats)[number]
export type Looked = Static<typeof ImportPreview>
export type Run = Static<typeof RunAnswer>
export type Remark = Looked['faults'][number]
export type Row = Remark['row']

/** What a run tells when it is over. */
export interface Report {
  readonly rows: number
  readonly applied: number
  readonly set: string | null
  readonly faults: readonly Remark[]
  readonly held: readonly Remark[]
}

/** What the server takes in one go. */
export const mostBytes = 5_000_000

export interface ChosenFile {
  readonly name: string
  readonly content: string
  readonly format: ImportFormat
}

/** Which format a file most likely has, by its name and its first words. */
export const formatOf = (name: string, content: string): ImportFormat => {
  const start = content.slice(0, 4000)
  if (/\.ics$/i.test(name) || start.includes('BEGIN:VCALENDAR')) return 'ical'
  if (/\.json$/i.test(name) || /^\s*[[{]/.test(start)) {
    if (start.includes('filiaal-schedules')) return 'json'
    return start.includes('opening_hours') ? 'osm' : 'low-countries'
  }
  return 'csv'
}

/** Reads a file; null when it is too large to be sent. */
export const readFile = async (file: File): Promise<ChosenFile | null> => {
  if (file.size > mostBytes) return null
  const content = await textOf(file)
  return { name: file.name, content, format: formatOf(file.name, content) }
}

const quoted = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`

/** The remarks as a spreadsheet, to go through with whoever made the file. */
export const csvOf = (remarks: readonly Remark[], columns: readonly string[]) => {
  const rows = remarks.map(({ row, field, value, reason }) => [row, field, value, reason])
  const lines = [columns, ...rows].map(line => line.map(quoted).join(';'))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
