import { parse } from 'csv-parse/sync'
import type { Texts } from '#core/contract.ts'

/** One line of a list of staff, as it was typed. */
export interface StaffLine {
  readonly line: number
  readonly name: string
  readonly email: string
  readonly language: string
  readonly role: string
  readonly unit: string
  readonly to: string
}
export type Column = Exclude<keyof StaffLine, 'line'>

/** How the columns may be headed, in any of the languages of the console. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  name: ['naam', 'name', 'nom'],
  email: ['e-mail', 'email', 'mail', 'e-mailadres', 'courriel'],
  language: ['taal', 'language', 'langue'],
  role: ['rol', 'role', 'rôle'],
  unit: ['vestiging', 'eenheid', 'unit', 'branch', 'implantation', 'unité'],
  to: ['tot', 'tot en met', 'until', 'jusqu’au', 'jusqu\'au', 'fin'],
}
const needed: readonly Column[] = ['name', 'email', 'role', 'unit']
export const LINES_AT_MOST = 500

export interface FileFault { readonly code: string; readonly column: string; readonly message: Texts }

/** Reads a list of staff that a spreadsheet wrote, with commas, semicolons or tabs; says at once all that it lacks. */
export function readStaffFile(csv: string): { readonly lines: readonly StaffLine[]; readonly faults: readonly FileFault[] } {
  const rows = rowsOf(csv)
  if (!rows) return { lines: [], faults: [unreadable] }
  const [head = [], ...body] = rows
  const place = (column: Column) => head.findIndex(cell => headings[column].includes(cell.trim().toLowerCase()))
  const faults = needed.filter(column => place(column) < 0).map(lacking)
  if (!body.length && !faults.length) faults.push(empty)
  if (body.length > LINES_AT_MOST) faults.push(tooLong)
  if (faults.length) return { lines: [], faults }
  const lines = body.map((cells, n) => {
    const cell = (column: Column) => (cells[place(column)] ?? '').trim().replace(/^'(?=[=+\-@])/, '')
    return {
      line: n + 2, name: cell('name'), email: cell('email').toLowerCase(), language: cell('language').toLowerCase(),
      role: cell('role'), unit: cell('unit'), to: cell('to'),
    }
  })
  return { lines, faults: [] }
}

function rowsOf(csv: string): string[][] | undefined {
  try {
    return parse(csv, {
      bom: true, delimiter: delimiterOf(csv), relax_column_count: true, skip_empty_lines: true,
      skip_records_with_empty_values: true, to: LINES_AT_MOST + 2,
    })
  } catch {
    return undefined
  }
}

/** Which sign parts the headings; a name may well hold one of the others. */
function delimiterOf(csv: string): string {
  const head = csv.split(/\r?\n/, 1)[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';'
}

const lacking = (column: Column): FileFault => ({
  code: 'permissions.no-column', column, message: {
    nl: `De kolom “${headings[column][0]}” ontbreekt.`, en: `The column “${headings[column][1] ?? column}” is missing.`,
    fr: `La colonne « ${headings[column].at(-1)} » manque.`,
  },
})
const unreadable: FileFault = { code: 'permissions.not-csv', column: '', message: {
  nl: 'Dit is geen leesbaar CSV-bestand.', en: 'This is no readable CSV file.', fr: 'Ce n’est pas un fichier CSV lisible.',
} }
const empty: FileFault = { code: 'permissions.no-lines', column: '', message: {
  nl: 'In dit bestand staat niemand.', en: 'Nobody stands in this file.', fr: 'Ce fichier ne contient personne.',
} }
const tooLong: FileFault = { code: 'permissions.too-many-lines', column: '', message: {
  nl: `Hoogstens ${LINES_AT_MOST} medewerkers per keer.`, en: `At most ${LINES_AT_MOST} members of staff at once.`,
  fr: `Au plus ${LINES_AT_MOST} collaborateurs à la fois.`,
} }
