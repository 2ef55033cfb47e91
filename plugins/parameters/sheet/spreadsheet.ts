import type { FastifyReply } from 'fastify'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import writeWorkbook, { type CellObject } from 'write-excel-file/node'
import type { Language } from '#core/contract.ts'
import type { fileFormats } from '../contract/answer/compare.ts'
import { SHEET_BYTES_AT_MOST, SHEET_ROWS_AT_MOST } from '../contract/answer/sheet.ts'
import { writtenDay } from './day.ts'
import { guarded } from './formula.ts'
import { hasHeadings } from './heading.ts'
import { readWorkbook, textOf, type Cell } from './workbook.ts'
import { TooLarge } from './zip.ts'

/** A cell to write: a text, a number to reckon with, or a day. */
export type Written = string | number | { readonly day: string }
export interface Page { readonly name: string; readonly rows: readonly (readonly Written[])[]; readonly widths?: readonly number[] }

/** `;` and a byte order mark are what Belgian Excel expects. */
export function writeCsv({ rows }: Page, decimal: ',' | '.'): string {
  const cellOf = (cell: Written) => {
    if (typeof cell === 'number') return String(cell).replace('.', decimal)
    return typeof cell === 'string' ? guarded(cell) : writtenDay(cell.day)
  }
  return stringify(rows.map(row => row.map(cellOf)), { delimiter: ';', bom: true, record_delimiter: 'windows' })
}

/** Texts are marked as such, so that `2/1/1` and `0012` stay what they are while somebody edits them. */
export function writeXlsx(pages: readonly Page[]): Promise<Buffer> {
  const cellOf = (cell: Written, head: boolean): CellObject => {
    if (typeof cell === 'number') return { value: cell, type: Number }
    if (typeof cell === 'string') return { value: guarded(cell), type: String, format: '@', ...(head ? { fontWeight: 'bold' as const } : {}) }
    return { value: new Date(`${cell.day}T00:00Z`), type: Date, format: 'dd/mm/yyyy' }
  }
  return writeWorkbook(pages.map(({ name, rows, widths = [] }) => ({
    sheet: name, stickyRowsCount: 1, columns: (rows[0] ?? []).map((_cell, n) => ({ width: widths[n] ?? 16 })),
    data: rows.map((row, n) => row.map(cell => cellOf(cell, n === 0))),
  }))).toBuffer()
}

export const sheetTypes = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

interface Sheet {
  readonly name: string; readonly format: (typeof fileFormats)[number]; readonly pages: readonly [Page, ...Page[]]; readonly language: Language
}

/** A file to keep: CSV has the first page only. */
export async function sendSheet(reply: FastifyReply, { name, format, pages, language }: Sheet): Promise<FastifyReply> {
  const [csv, xlsx] = sheetTypes
  void reply.header('content-disposition', `attachment; filename="${name}.${format}"`)
  return format === 'csv' ? reply.type(`${csv}; charset=utf-8`).send(writeCsv(pages[0], language === 'en' ? '.' : ','))
    : reply.type(xlsx).send(await writeXlsx(pages))
}

export type Unread = 'unreadable' | 'too-large' | 'locked' | 'two-sheets' | 'open-document'

/** The cells of a file as it was sent, row by row, or why there are none. */
export function readTable({ text, file }: { text?: string; file?: string }): readonly Cell[][] | Unread {
  try {
    if (file !== undefined) return ourSheet(Buffer.from(file, 'base64'))
    return text === undefined ? 'unreadable' : readCsv(text)
  } catch (error) {
    return error instanceof TooLarge ? 'too-large' : 'unreadable'
  }
}

/** What Excel wrote before 2007, and still writes around a book with a password. */
const OLD_OR_LOCKED = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
/** What LibreOffice writes unless it is asked for another kind: the first part says so, not packed. */
const OPEN_DOCUMENT = 'mimetypeapplication/vnd.oasis.opendocument.'

/** The sheet with the headings, wherever in the book it stands and whatever it is called; of two of these nobody chooses. */
function ourSheet(file: Buffer): readonly Cell[][] | Unread {
  if (file.subarray(0, 4).equals(OLD_OR_LOCKED)) return 'locked'
  if (file.subarray(30, 30 + OPEN_DOCUMENT.length).toString('latin1') === OPEN_DOCUMENT) return 'open-document'
  const sheets = readWorkbook(file)
  const ours = sheets.filter(({ rows: [head = []] }) => hasHeadings(head))
  return ours.length > 1 ? 'two-sheets' : (ours[0] ?? sheets[0])?.rows ?? 'unreadable'
}

/** Excel reads from a first line of its own which sign parts the cells, and shows it no more. */
const SEPARATOR = /^\uFEFF?sep=([;,\t|])[^\S\r\n]*\r?\n/i

function readCsv(text: string): Cell[][] {
  if (Buffer.byteLength(text) > SHEET_BYTES_AT_MOST) throw new TooLarge()
  const [line = '', separator] = SEPARATOR.exec(text) ?? []
  const content = text.slice(line.length)
  const rows: string[][] = parse(content, {
    bom: true, delimiter: separator ?? delimiterOf(content), relax_column_count: true, to: SHEET_ROWS_AT_MOST + 2,
  })
  if (rows.length > SHEET_ROWS_AT_MOST + 1) throw new TooLarge()
  return rows.map(row => row.slice(0, 64).map(textOf))
}

/** Which sign parts the headings. */
function delimiterOf(text: string): string {
  const head = text.split(/\r?\n/, 1)[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';'
}
