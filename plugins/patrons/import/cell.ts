import type { Day } from '#core/contract.ts'
import type { ImportField } from '../contract/import.ts'
import type { ImportCode } from './words.ts'

export type Cells = Readonly<Partial<Record<ImportField, string>>>
export interface RowFault { readonly field: ImportField; readonly code: ImportCode }

/** Reads the cells of one row, and keeps everything that is wrong with them. An empty cell says nothing. */
export class RowReading {
  readonly faults: RowFault[] = []
  readonly #cells: Cells

  constructor(cells: Cells) {
    this.#cells = cells
  }

  wrong(field: ImportField, code: ImportCode): void {
    this.faults.push({ field, code })
  }

  text(field: ImportField, most: number, code: ImportCode = 'too-long'): string | null {
    const said = this.#cells[field]?.trim() ?? ''
    if (said.length > most) this.wrong(field, code)
    return said === '' ? null : said
  }

  one<T>(field: ImportField, words: Readonly<Record<string, T>>, code: ImportCode): T | null {
    const said = this.#cells[field]?.trim().toLowerCase() ?? ''
    const known = Object.hasOwn(words, said)
    if (said !== '' && !known) this.wrong(field, code)
    return known ? words[said] ?? null : null
  }

  day(field: ImportField): Day | null {
    const said = this.#cells[field]?.trim() ?? ''
    const read = said === '' ? null : readDay(said)
    if (read === undefined) this.wrong(field, 'day')
    return read ?? null
  }

  matching(field: ImportField, shape: RegExp, code: ImportCode): string | null {
    const said = this.#cells[field]?.trim() ?? ''
    if (said !== '' && !shape.test(said)) this.wrong(field, code)
    return said === '' ? null : said
  }
}

/** `12/5/1990`, `12.5.1990`, `12-05-1990` or `1990-05-12`; undefined for what is no day. */
export function readDay(said: string): Day | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said) ?? []
  const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : said
  try {
    return /^\d{4}-\d\d-\d\d$/.test(iso) ? Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString() : undefined
  } catch {
    return undefined
  }
}
