import type { Language, Texts } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'
import { sheetColumns, type SheetColumn } from '../contract/answer/sheet.ts'
import { folded } from './cell.ts'
import { isMerged, type Cell } from './workbook.ts'

const headings: Readonly<Record<SheetColumn, Texts>> = {
  unit: { nl: 'Code', en: 'Code', fr: 'Code' },
  'unit-name': { nl: 'Vestiging of bibliotheek', en: 'Branch or library', fr: 'Implantation ou bibliothèque' },
  parameter: { nl: 'Instelling', en: 'Setting', fr: 'Paramètre' },
  title: { nl: 'Naam van de instelling', en: 'Name of the setting', fr: 'Nom du paramètre' },
  membership: { nl: 'Lidsoort', en: 'Membership type', fr: 'Type d’abonnement' },
  material: { nl: 'Materiaalsoort', en: 'Material type', fr: 'Type de document' },
  season: { nl: 'Seizoen', en: 'Season', fr: 'Saison' },
  value: { nl: 'Waarde', en: 'Value', fr: 'Valeur' },
  from: { nl: 'Vanaf', en: 'From', fr: 'À partir du' },
  until: { nl: 'Tot en met', en: 'Until', fr: 'Jusqu’au' },
  locked: { nl: 'Vergrendeld', en: 'Locked', fr: 'Verrouillé' },
  own: { nl: 'Eigen waarde', en: 'Own value', fr: 'Valeur propre' },
  'basis-number': { nl: 'Besluit', en: 'Decision', fr: 'Décision' },
  'basis-date': { nl: 'Datum van het besluit', en: 'Date of the decision', fr: 'Date de la décision' },
  'basis-article': { nl: 'Artikel', en: 'Article', fr: 'Article' },
  'basis-text': { nl: 'Tekst van het besluit', en: 'Text of the decision', fr: 'Texte de la décision' },
}
/** Wide enough to read, in characters. */
const widths: Partial<Record<SheetColumn, number>> = {
  unit: 8, 'unit-name': 28, parameter: 26, title: 32, membership: 10, material: 14, season: 16, value: 22, from: 12, until: 12,
  locked: 10, own: 12,
}
const needed: readonly SheetColumn[] = ['unit', 'parameter', 'value']

export const headingsIn = (language: Language) => sheetColumns.map(column => headings[column][language])
export const columnWidths = sheetColumns.map(column => widths[column] ?? 18)

const columnOf = (cell: Cell) => typeof cell !== 'string' ? undefined
  : sheetColumns.find(one => Object.values(headings[one]).some(heading => folded(heading) === folded(cell)))

/** Whether a row is the first of a sheet like those made here. */
export const hasHeadings = (row: readonly Cell[]) => needed.every(column => row.some(cell => columnOf(cell) === column))

/** Where each column stands in a file, which of them stand there twice or are no columns, and which are missing. */
export function readHeadings(row: readonly Cell[]): {
  readonly places: ReadonlyMap<SheetColumn, number>; readonly faults: readonly { at: number | null; fault: Fault }[]
} {
  const places = new Map<SheetColumn, number>()
  const faults: { at: number | null; fault: Fault }[] = []
  for (const [at, cell] of row.entries()) {
    if (cell === '' || isMerged(cell)) continue
    const text = typeof cell === 'string' ? cell : ''
    const column = columnOf(cell)
    if (column === undefined) faults.push({ at, fault: unknownColumn(text.slice(0, 60)) })
    else if (places.has(column)) faults.push({ at, fault: doubleColumn(text) })
    else places.set(column, at)
  }
  for (const column of needed) if (!places.has(column)) faults.push({ at: null, fault: missingColumn(column) })
  return { places, faults }
}

const unknownColumn = (text: string) => fault('parameters.unknown-column', '',
  `Er is geen kolom “${text}”. Haal ze weg, of verbeter de naam.`, `There is no column “${text}”. Take it away, or mend its name.`,
  `Il n’y a pas de colonne « ${text} ». Retirez-la ou corrigez son nom.`)
const doubleColumn = (text: string) => fault('parameters.double-column', '',
  `De kolom “${text}” staat er twee keer.`, `The column “${text}” is there twice.`, `La colonne « ${text} » figure deux fois.`)
function missingColumn(column: SheetColumn) {
  const { nl, en, fr } = headings[column]
  return fault('parameters.no-column', '', `De kolom “${nl}” ontbreekt.`, `The column “${en}” is missing.`,
    `La colonne « ${fr} » manque.`)
}
