import { SHEET_ROWS_AT_MOST } from '../contract/answer/sheet.ts'
import { isFormula, unguarded } from './formula.ts'
import { NUMBERS, readNumber, readStyles, type NumberStyle } from './number-format.ts'
import { tagsIn, textsIn, type Tag } from './xml.ts'
import { TooLarge, unzipped, type Entries } from './zip.ts'

/**
 * What stands in a cell: a text, a day, a formula; something of which nothing is taken: an error, a number out of bounds;
 * or nothing, because it was merged with one before it, whose value it seems to show.
 */
export type Cell = string | { readonly day: string } | { readonly formula: true } | { readonly unread: true } | { readonly merged: true }
export const EMPTY: Cell = ''
export const isMerged = (cell: Cell) => typeof cell === 'object' && 'merged' in cell

/** A sheet of a book; those that are hidden are left out. */
export interface BookSheet { readonly name: string; readonly rows: Cell[][] }

const COLUMNS_AT_MOST = 64
const SHEETS_AT_MOST = 20

/** A text of a file: one that a spreadsheet would run is a formula, an apostrophe before it keeps it a text. */
export const textOf = (text: string): Cell => isFormula(text.trimStart()) ? { formula: true } : unguarded(text).trim()

/** The sheets of an XLSX file, row by row; throws `TooLarge`, or whatever else when it is none. */
export function readWorkbook(file: Buffer): BookSheet[] {
  const parts = unzipped(file)
  const book = targetOf(parts, '', /\/officeDocument$/) ?? 'xl/workbook.xml'
  const shared = sharedTexts(parts, targetOf(parts, book, /\/sharedStrings$/))
  const stylesPart = targetOf(parts, book, /\/styles$/)
  const tags = [...tagsIn(partOf(parts, book))]
  const from1904 = tags.some(({ name, closes, attributes }) => name === 'workbookPr' && !closes && /^(1|true)$/.test(attributes.get('date1904') ?? ''))
  const reading: Reading = { shared, styles: stylesPart ? readStyles(partOf(parts, stylesPart)) : [], from1904 }
  const sheets = tags.filter(({ name, closes, attributes }) => name === 'sheet' && !closes && !/hidden/i.test(attributes.get('state') ?? ''))
  if (!sheets.length) throw new Error('No sheet')
  if (sheets.length > SHEETS_AT_MOST) throw new TooLarge()
  return sheets.flatMap(({ attributes }) => {
    const target = relationsOf(parts, book).find(({ id }) => id === attributes.get('id'))
    // A chart has a sheet of its own, without cells.
    if (!target || !target.type.endsWith('/worksheet')) return []
    return [{ name: attributes.get('name') ?? '', rows: rowsIn(partOf(parts, target.part), reading) }]
  })
}

interface Reading { readonly shared: readonly string[]; readonly styles: readonly NumberStyle[]; readonly from1904: boolean }

function partOf(parts: Entries, name: string): string {
  const part = parts.get(name)
  if (!part) throw new Error('No such part')
  return part.toString('utf8')
}

/** What a part leads to: by its own list, from its own folder, or from the top where the target begins with a stroke. */
function relationsOf(parts: Entries, part: string): { id: string; type: string; part: string }[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const list = parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`)
  if (!list) return []
  return [...tagsIn(list.toString('utf8'))].flatMap(({ name, attributes }) => name !== 'Relationship' ? [] : [{
    id: attributes.get('Id') ?? '', type: attributes.get('Type') ?? '',
    part: decodeURI(new URL(attributes.get('Target') ?? '', `zip:///${folder}`).pathname.slice(1)),
  }])
}

const targetOf = (parts: Entries, part: string, type: RegExp) => relationsOf(parts, part).find(one => type.test(one.type))?.part

/** The texts that cells point at; one of several pieces is one text, and how it is pronounced is no part of it. */
function sharedTexts(parts: Entries, name: string | undefined): string[] {
  return name === undefined ? [] : textsIn(partOf(parts, name), 'si')
}

interface Begun { row: number; column: number; type: string; style: number; formula: boolean; value: string; text: string }

/** Reads cells as they stand; one that is empty takes no room, however far down or to the right it stands. */
function rowsIn(sheet: string, reading: Reading): Cell[][] {
  const rows: Cell[][] = []
  let [row, column] = [0, 0]
  let cell: Begun | undefined
  const within: string[] = []
  const merged: string[] = []
  for (const tag of tagsIn(sheet)) {
    const { name, closes, empty, attributes } = tag
    if (name === 'row' && !closes) [row, column] = [Number(attributes.get('r') ?? row + 1), 0]
    if (name === 'c' && !closes) {
      [row, column] = placeOf(tag, row, column)
      cell = { row, column, type: attributes.get('t') ?? 'n', style: Number(attributes.get('s') ?? 0), formula: false, value: '', text: '' }
    }
    if (cell && name === 'f') cell.formula = true
    if (name === 'mergeCell' && !closes) merged.push(attributes.get('ref') ?? '')
    if (cell && !closes && !empty) within.push(name)
    if (closes) within.pop()
    if (cell && within.at(-1) === 'v') cell.value += tag.textAfter
    if (cell && within.at(-1) === 't' && !within.includes('rPh')) cell.text += tag.textAfter
    if (cell && name === 'c' && (closes || empty)) {
      put(rows, cell, toldBy(cell, reading))
      cell = undefined
      within.length = 0
    }
  }
  for (const reference of merged) cover(rows, reference)
  return rows
}

const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/

function placeOf({ attributes }: Tag, row: number, column: number): [number, number] {
  const [, letters, digits] = ADDRESS.exec(attributes.get('r') ?? '') ?? []
  return letters === undefined ? [row, column + 1] : [Number(digits), columnOf(letters)]
}

/** Marks the cells that one before them was merged with, as far as there are rows; throws where one would be in two. */
function cover(rows: Cell[][], reference: string): void {
  const [[, from = '', top] = [], [, to = '', bottom] = []] = reference.split(':').map(one => ADDRESS.exec(one) ?? [])
  for (let row = Number(top); row <= Math.min(Number(bottom), rows.length); row++) {
    const cells = rows[row - 1] ?? []
    for (let column = columnOf(from); column <= Math.min(columnOf(to), COLUMNS_AT_MOST); column++) {
      if (row === Number(top) && column === columnOf(from)) continue
      if (isMerged(cells[column - 1] ?? EMPTY)) throw new Error('No spreadsheet')
      for (let n = cells.length; n < column; n++) cells.push(EMPTY)
      cells[column - 1] = { merged: true }
    }
  }
}

function put(rows: Cell[][], { row, column }: Begun, cell: Cell): void {
  if (cell === EMPTY) return
  if (!(row >= 1 && row <= SHEET_ROWS_AT_MOST + 1 && column <= COLUMNS_AT_MOST)) throw new TooLarge()
  for (let n = rows.length; n < row; n++) rows.push([])
  const cells = rows[row - 1] ?? []
  for (let n = cells.length; n < column; n++) cells.push(EMPTY)
  cells[column - 1] = cell
}

function toldBy({ type, style, formula, value, text }: Begun, { shared, styles, from1904 }: Reading): Cell {
  if (formula) return { formula: true }
  if (type === 'inlineStr') return textOf(text)
  if (value === '') return EMPTY
  if (type === 's') {
    const found = /^\d+$/.test(value) ? shared[Number(value)] : undefined
    return found === undefined ? { unread: true } : textOf(found)
  }
  if (type === 'str') return textOf(value)
  if (type === 'b') return value === '1' ? 'true' : value === '0' ? 'false' : { unread: true }
  if (type === 'd') return { day: /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? '' }
  return type === 'n' ? readNumber(value, styles[style] ?? NUMBERS, from1904) : { unread: true }
}

/** `A` is 1. */
export const columnOf = (letters: string) => letters.split('').reduce((made, letter) => 26 * made + letter.charCodeAt(0) - 64, 0)
export function lettersOf(column: number): string {
  return column > 26 ? lettersOf(Math.floor((column - 1) / 26)) + lettersOf((column - 1) % 26 + 1)
    : String.fromCharCode(64 + column)
}
