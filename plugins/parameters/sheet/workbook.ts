import { readSheet } from 'read-excel-file/node'
import { SHEET_ROWS_AT_MOST } from '../contract/answer/sheet.ts'
import { isFormula, unguarded } from './formula.ts'
import { TooLarge, unzipped, zipped, type Entries } from './zip.ts'

/** What stands in a cell: a text, a day that the spreadsheet knows as one, or a formula, of which nothing is taken. */
export type Cell = string | { readonly day: string } | { readonly formula: true }
export const EMPTY: Cell = ''

const COLUMNS_AT_MOST = 64

/** A text of a file: one that a spreadsheet would run is a formula, an apostrophe before it keeps it a text. */
export const textOf = (text: string): Cell => isFormula(text.trimStart()) ? { formula: true } : unguarded(text).trim()

/** The first sheet of an XLSX file, row by row; throws `TooLarge`, or whatever else when it is none. */
export async function readWorkbook(file: Buffer): Promise<Cell[][]> {
  const parts = unzipped(file)
  const xml = new Map([...parts].filter(([name]) => /\.xml(\.rels)?$/.test(name)))
  for (const part of xml.values()) if (!isSound(part)) throw new Error('No spreadsheet')
  const first = firstSheet(xml)
  const formulas = formulasIn(first.text)
  // What was looked at is what is read: the reader gets these parts and no others.
  const rows = await readSheet(zipped(new Map([...xml, [first.name, Buffer.from(formulas.length ? withoutFormulas(first.text) : first.text)]])))
  const cells = rows.map(row => row.map(toldBy))
  for (const { row, column } of formulas) (cells[row - 1] ??= [])[column - 1] = { formula: true }
  return Array.from(cells, row => Array.from(row ?? [], cell => cell ?? EMPTY))
}

function toldBy(cell: unknown): Cell {
  if (cell instanceof Date) return { day: Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10) }
  if (typeof cell === 'string') return textOf(cell)
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return EMPTY
}

const TAG_AT_MOST = 64 * 1024
const TEXT_AT_MOST = 256 * 1024

/**
 * Whether every tag ends, none begins within another, and neither a tag nor a text is longer than a spreadsheet
 * makes them: on others the reader may go on for ever. No spreadsheet has entities, comments or what else begins `<!`.
 */
function isSound(part: Buffer): boolean {
  for (let at = 0; ;) {
    const open = part.indexOf('<', at)
    if (open < 0) return part.length - at <= TEXT_AT_MOST
    const close = part.indexOf('>', open)
    if (open - at > TEXT_AT_MOST || close < 0 || close - open > TAG_AT_MOST || part[open + 1] === EXCLAMATION) return false
    if (part.subarray(open + 1, close).includes('<')) return false
    at = close + 1
  }
}
const EXCLAMATION = 0x21

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

/** Which part the reader takes for the first sheet, by the book's list and what its names stand for. */
function firstSheet(parts: Entries): { name: string; text: string } {
  const read = (name: string) => parts.get(name)?.toString('utf8') ?? ''
  const [tag = ''] = /<(?:\w+:)?sheet\s[^<>]*>/.exec(read('xl/workbook.xml')) ?? []
  const id = attribute(tag, 'r:id') ?? attribute(tag, '\\w+:id')
  const relation = (read('xl/_rels/workbook.xml.rels').match(/<Relationship\s[^<>]*>/g) ?? []).find(one => attribute(one, 'Id') === id)
  const target = attribute(relation ?? '', 'Target') ?? ''
  const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  if (!parts.has(name)) throw new Error('No sheet')
  return { name, text: read(name) }
}

// Never past the next sign that opens one: a sheet made to be slow is read as quickly as any.
const CELL_OR_FORMULA = /<(?:\w+:)?(?:(row|c)(\s[^<>]*)?|(f)(?:\s[^<>]*)?\/?)>/g

interface Place { readonly row: number; readonly column: number }

/** The cells that are reckoned; refuses a sheet that spreads further than one made here. */
function formulasIn(sheet: string): Place[] {
  const found: Place[] = []
  let [row, column] = [0, 0]
  for (const [, tag, attributes = '', formula] of sheet.matchAll(CELL_OR_FORMULA)) {
    if (formula) found.push({ row, column })
    else if (tag === 'row') [row, column] = [Number(attribute(attributes, 'r') ?? row + 1), 0]
    else {
      const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute(attributes, 'r') ?? '') ?? []
      column = letters === undefined ? column + 1 : columnOf(letters)
      if (digits !== undefined) row = Number(digits)
    }
    if (row > SHEET_ROWS_AT_MOST + 1 || column > COLUMNS_AT_MOST) throw new TooLarge()
  }
  return found
}

const CELL_END = /<\/(?:\w+:)?c>/g
const CELL_START = /<(?:\w+:)?c(?:\s[^<>]*)?>/g

/** A formula that was never reckoned would stop the reader; what it says is not taken anyway. */
function withoutFormulas(sheet: string): string {
  const pieces = sheet.split(CELL_END)
  return pieces.map((piece, n) => {
    if (n === pieces.length - 1) return piece
    const start = [...piece.matchAll(CELL_START)].at(-1)
    if (!start || !/<(?:\w+:)?f[\s/>]/.test(piece.slice(start.index))) return `${piece}</c>`
    return `${piece.slice(0, start.index)}<c r="${attribute(start[0], 'r') ?? ''}"/>`.replace(' r=""', '')
  }).join('')
}

/** `A` is 1. */
export const columnOf = (letters: string) => letters.split('').reduce((made, letter) => 26 * made + letter.charCodeAt(0) - 64, 0)
export function lettersOf(column: number): string {
  return column > 26 ? lettersOf(Math.floor((column - 1) / 26)) + lettersOf((column - 1) % 26 + 1)
    : String.fromCharCode(64 + column)
}
