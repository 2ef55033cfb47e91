import { readFileSync } from 'node:fs'
import type { Item } from '#core/change.ts'
import type { Basis } from '#core/contract/basis.ts'
import type { Day, Season, Texts, UnitId, Where } from '#core/contract.ts'
import { setParameter } from '#plugins/parameters/contract/change.ts'
import { methods } from '../contract/method.ts'

/** One value of a table; rule lines in the notation of staff: `0,10/0/3,00`. */
interface DemoValue {
  readonly parameter: string; readonly value: unknown
  readonly membership?: string; readonly material?: string; readonly season?: Season
}

/** What one library or group says about lending and money, as one public page or regulation has it. */
export interface DemoTable {
  /** The code of the unit. */
  readonly unit: string
  /** The key of the page it was taken from; none: it is invented. */
  readonly source?: string
  readonly regulation: string
  readonly from: Day
  readonly to?: Day
  /** The source names no day: `from` is the first day of the year in which the demo begins it. */
  readonly undated?: true
  readonly invented?: true
  readonly note?: string
  readonly said: readonly DemoValue[]
}

interface DemoTariffs {
  readonly sources: Readonly<Record<string, string>>
  /** Types of material that some page names and that a region does not begin with. */
  readonly materials: readonly { readonly code: string; readonly name: Texts }[]
  readonly tables: readonly DemoTable[]
}

/** The rules and tariffs of the demo region, by library. */
export const demoTariffs = (): DemoTariffs =>
  JSON.parse(readFileSync(new URL('tariffs.json', import.meta.url), 'utf8')) as DemoTariffs

/** A table as values for the door; each rests on the regulation it was taken from. */
export function itemsOf(table: DemoTable, unit: UnitId, sources: DemoTariffs['sources']): Item[] {
  const basis = basisOf(table, sources)
  return table.said.map(said => ({
    kind: setParameter.name,
    payload: {
      unit, parameter: said.parameter, from: table.from, to: table.to ?? null, value: valueOf(said), basis,
      ...whereOf(said), ...(said.season ? { season: said.season } : {}),
    },
  }))
}

function whereOf({ membership, material }: DemoValue): { where?: Where } {
  const where = { ...(membership ? { membership } : {}), ...(material ? { material } : {}) }
  return Object.keys(where).length ? { where } : {}
}

function valueOf({ parameter, value }: DemoValue): unknown {
  const notation = methods.find(({ name }) => name === parameter)?.notation
  if (!notation) return value
  const read = notation.parse(String(value))
  if (read === undefined) throw new Error(`${parameter} is not written as ${String(value)}`)
  return read
}

function basisOf({ regulation, source, from, undated, invented, note }: DemoTable, sources: DemoTariffs['sources']): Basis {
  const words = [
    ...(source ? [`Overgenomen van ${sources[source] ?? source} [${source}].`] : []),
    ...(undated ? ['Datum niet vermeld in de bron.'] : []),
    ...(invented ? ['Verzonnen voor de demo.'] : []),
    ...(note ? [note] : []),
  ]
  return { number: regulation, date: from, text: words.join(' ') }
}
