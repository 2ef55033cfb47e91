import type { Context } from '#core/context.ts'
import type { Fault } from '#core/refusal.ts'
import type { SheetColumn, SheetFault } from '../contract/answer/sheet.ts'
import type { CellFault } from './read-row.ts'
import { lettersOf } from './workbook.ts'

const TOLD_AT_MOST = 500

/** All that is wrong with a sheet, each with its cell as the spreadsheet names it; the first five hundred are told. */
export class FaultList {
  readonly told: SheetFault[] = []
  count = 0
  readonly #ctx: Context
  readonly #places: ReadonlyMap<SheetColumn, number>

  constructor(ctx: Context, places: ReadonlyMap<SheetColumn, number>) {
    this.#ctx = ctx
    this.#places = places
  }

  blame(row: number, faults: readonly CellFault[]): void {
    for (const { column, fault } of faults) {
      const place = column === null ? undefined : this.#places.get(column)
      this.#tell(row, column, place, fault)
    }
  }

  /** Headings stand in the first row; one that is missing, nowhere. */
  blameHeading(at: number | null, fault: Fault): void {
    this.#tell(1, null, at ?? undefined, fault)
  }

  #tell(row: number, column: SheetColumn | null, place: number | undefined, { code, message }: Fault) {
    this.count++
    if (this.told.length >= TOLD_AT_MOST) return
    const cell = place === undefined ? null : `${lettersOf(place + 1)}${row}`
    this.told.push({ row, column, cell, code, message: message[this.#ctx.language] })
  }
}
