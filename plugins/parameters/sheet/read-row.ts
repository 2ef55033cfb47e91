import type { Context } from '#core/context.ts'
import { ANY, type Day, type Parameter, type Season, type UnitId, type Where } from '#core/contract.ts'
import type { Basis } from '#core/contract/basis.ts'
import type { Fault } from '#core/refusal.ts'
import { treeOn } from '#core/unit.ts'
import type { SheetColumn } from '../contract/answer/sheet.ts'
import { readCell, yesNo } from './cell.ts'
import { cellFaults, lostNoughts, tooLongText, unreadableValue } from './cell-fault.ts'
import { isMonthFirst, readDay, readSeason } from './day.ts'
import type { Cell } from './workbook.ts'

/** What a row of a sheet says. What has no column is undefined: it stays as it is. */
export interface ReadRow {
  readonly unit: UnitId
  readonly parameter: Parameter
  readonly where: Where
  readonly season?: Season
  /** Undefined: the cell is empty, so that the unit has nothing of its own. */
  readonly value: unknown
  readonly own: boolean | undefined
  readonly from: Day | null
  readonly until: Day | null | undefined
  readonly locked: boolean | undefined
  readonly basis: Basis | null | undefined
}
export interface CellFault { readonly column: SheetColumn | null; readonly fault: Fault }

/** Reads rows of one sheet; every fault of a row is told, and a row with one says nothing. */
export function rowReader(ctx: Context, places: ReadonlyMap<SheetColumn, number>, day: Day) {
  const units = new Map([...treeOn(ctx.configuration, day).units].map(([id, { code }]) => [code.toUpperCase(), id]))
  return (cells: readonly Cell[]): { said?: ReadRow; faults: readonly CellFault[] } => {
    const row = new RowReading(cells, places)
    const unit = row.found('unit', text => units.get(text.toUpperCase()), text => {
      const whole = withNoughts(text, code => units.has(code))
      return whole === undefined ? cellFaults.noUnit : lostNoughts(whole)
    })
    const parameter = row.found('parameter', text => ctx.installation.registry.parameters.get(text), cellFaults.noParameter)
    const [membership, material] = [row.text('membership'), row.text('material')]
    const season = row.read('season', readSeason, cellFaults.noSeason)
    const value = parameter && row.read('value', text => becameDate(parameter, text) ? undefined : readCell(parameter, text),
      text => becameDate(parameter, text) ? cellFaults.becameDate : unreadableValue(parameter))
    const [from, until] = [row.day('from'), row.day('until')]
    const [locked, own] = [row.yesNo('locked'), row.yesNo('own')]
    const basis = row.basis()
    if (!unit || !parameter || row.faults.length) return { faults: row.faults }
    return {
      faults: [], said: {
        unit, parameter, where: { ...codeIn('membership', membership), ...codeIn('material', material) },
        ...(season ? { season } : {}), value, own, from: from ?? null, until, locked, basis,
      },
    }
  }
}

/** A code of which a spreadsheet dropped the noughts, if there is one: `0012` for `12`. */
export function withNoughts(text: string, exists: (code: string) => boolean): string | undefined {
  if (!/^\d{1,9}$/.test(text)) return undefined
  return Array.from({ length: 10 - text.length }, (_, n) => text.padStart(text.length + n + 1, '0')).find(exists)
}

/** `2/1/1` that Excel, opening a CSV file, took for the second of January. */
const becameDate = ({ notation }: Parameter, text: string) => notation !== undefined && /^\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d$/.test(text)

const codeIn = (name: string, code: string) => code === '' || code === ANY ? {} : { [name]: code }

class RowReading {
  readonly faults: CellFault[] = []
  readonly #cells: readonly Cell[]
  readonly #places: ReadonlyMap<SheetColumn, number>

  constructor(cells: readonly Cell[], places: ReadonlyMap<SheetColumn, number>) {
    this.#cells = cells
    this.#places = places
    for (const [column] of places) {
      const cell = this.#cell(column)
      if (typeof cell === 'string') continue
      if ('formula' in cell) this.#blame(column, cellFaults.formula)
      if ('unread' in cell) this.#blame(column, cellFaults.unread)
      if ('merged' in cell) this.#blame(column, cellFaults.merged)
    }
  }

  text(column: SheetColumn): string {
    const cell = this.#cell(column)
    if (typeof cell === 'string') return cell
    if ('day' in cell) this.#blame(column, cellFaults.becameDate)
    return ''
  }

  /** What an empty cell does not say, a cell that says something else is blamed for. */
  read<T>(column: SheetColumn, reader: (text: string) => T | undefined, fault: Fault | ((text: string) => Fault)): T | undefined {
    const text = this.text(column)
    const said = text === '' ? undefined : reader(text)
    if (text !== '' && said === undefined) this.#blame(column, typeof fault === 'function' ? fault(text) : fault)
    return said
  }

  /** What every row must say. */
  found<T>(column: SheetColumn, reader: (text: string) => T | undefined, fault: Fault | ((text: string) => Fault)): T | undefined {
    if (this.#cell(column) === '') this.#blame(column, typeof fault === 'function' ? fault('') : fault)
    return this.read(column, reader, fault)
  }

  /** Null for an empty cell, undefined without the column. */
  day(column: SheetColumn): Day | null | undefined {
    const cell = this.#cell(column)
    if (typeof cell !== 'string' && 'day' in cell) {
      const day = readDay(cell.day)
      if (day === undefined) this.#blame(column, cellFaults.noDay)
      return day
    }
    return this.#places.has(column)
      ? this.read(column, readDay, text => isMonthFirst(text) ? cellFaults.monthFirst : cellFaults.noDay) ?? null : undefined
  }

  yesNo(column: SheetColumn): boolean | undefined {
    const said = this.read(column, text => yesNo(text)[0], cellFaults.noYesNo)
    return this.#places.has(column) && column === 'locked' ? said ?? false : said
  }

  basis(): Basis | null | undefined {
    if (!this.#places.has('basis-number')) return undefined
    const [number, date] = [this.#within('basis-number', 60), this.day('basis-date')]
    const [article, text] = [this.#within('basis-article', 60), this.#within('basis-text', 500)]
    if (number === '' && !date && article === '' && text === '') return null
    if (number === '') this.#blame('basis-number', cellFaults.basisHalf)
    if (!date) this.#blame('basis-date', cellFaults.basisHalf)
    return date ? { number, date, ...(article ? { article } : {}), ...(text ? { text } : {}) } : undefined
  }

  #within(column: SheetColumn, most: number): string {
    const text = this.text(column)
    if (text.length > most) this.#blame(column, tooLongText(most))
    return text
  }

  #cell(column: SheetColumn): Cell {
    const place = this.#places.get(column)
    return place === undefined ? '' : this.#cells[place] ?? ''
  }

  #blame(column: SheetColumn, fault: Fault) {
    if (!this.faults.some(one => one.column === column)) this.faults.push({ column, fault })
  }
}
