import type { Parameter } from '#core/contract.ts'
import type { LineCell } from '#plugins/rules/contract/answer.ts'
import { isIn, spotsOf, type Block, type Spot } from './selection.ts'
import type { Table } from './table.ts'
import { waitingKey, type AllWaiting, type Waiting, type Wish } from './waiting.ts'

const cellOf = (method: Parameter, { membership, material }: LineCell) => ({ method: method.name, membership, material })

/** The value that typing changes: what holds in a cell beside any season. */
export const usualOf = ({ usual, text, own }: LineCell) => usual ?? { text, own }

/** What is typed in a cell; what stood there already changes nothing, and what cannot be read is kept as it is. */
export const entered = (method: Parameter, table: Pick<Table, 'whenOf'>, at: LineCell, typed: string): Wish => {
  const cell = cellOf(method, at)
  const text = readable(method, typed.trim())
  const before = usualOf(at).text
  if (text === before) return { cell, waiting: null }
  return { cell, waiting: { ...cell, text, before, ...others(table, at), ...(at.locked ? { lockedBy: at.lockedBy ?? '' } : {}) } }
}

/** What else is said for a cell that is being changed, to tell what of it stays and what gives way. */
const others = (table: Pick<Table, 'whenOf'>, at: LineCell): Pick<Waiting, 'others'> => {
  const said = table.whenOf(at).filter(({ usual, overruled }) => !usual && !overruled)
    .map(({ text, season, seasonText, from, to, own }) => ({
      text, from, to, own: own ?? false, ...(season ? { season } : {}), ...(seasonText === undefined ? {} : { days: seasonText }),
    }))
  return said.length === 0 ? {} : { others: said }
}

/** The way staff write it, where it can be read at all. */
const readable = ({ notation }: Parameter, text: string) => {
  const value = notation?.parse(text)
  return value === undefined || !notation ? text : notation.print(value)
}

/** Gives a cell back what it inherits: its own value goes, and so does what was typed. */
export const givenBack = (method: Parameter, table: Pick<Table, 'whenOf'>, at: LineCell): Wish => {
  const cell = cellOf(method, at)
  const { text, own } = usualOf(at)
  return { cell, waiting: own && !at.locked ? { ...cell, text: null, before: text, ...others(table, at) } : null }
}

/** What a cell shows: what was typed, or what holds. Null: it is given back. */
export const textAt = (method: Parameter, at: LineCell, all: AllWaiting): string | null => {
  const waiting: Waiting | undefined = all[waitingKey(cellOf(method, at))]
  return waiting ? waiting.text : at.text
}

export interface Pasted {
  readonly wishes: readonly Wish[]
  /** The block that was filled. */
  readonly block: Block
  /** Cells that fell outside of the table. */
  readonly outside: number
}

/** Lays a block over the table from its upper left cell; one single cell fills all that is selected. */
export const pasted = (method: Parameter, table: Table, selected: Block, rows: readonly (readonly string[])[]): Pasted => {
  const [first = ''] = rows[0] ?? []
  const single = rows.length === 1 && rows[0]?.length === 1
  const block = single ? selected : {
    top: selected.top, left: selected.left, bottom: selected.top + rows.length - 1,
    right: selected.left + Math.max(...rows.map(row => row.length)) - 1,
  }
  const last: Block = { top: 0, left: 0, bottom: table.rows.length - 1, right: table.columns.length - 1 }
  const said = ({ row, column }: Spot) => (single ? first : (rows[row - block.top]?.[column - block.left] ?? ''))
  const given = spotsOf(block).filter(spot => said(spot).trim() !== '')
  const inside = given.filter(({ row, column }) => isIn(last, row, column))
  return {
    wishes: inside.flatMap(spot => {
      const at = table.at(spot.row, spot.column)
      if (!at) return []
      const wish = entered(method, table, at, said(spot))
      // What was copied out of a season and comes back as it was is no wish for the rest of the year.
      return [wish.waiting?.text === at.text ? { ...wish, waiting: null } : wish]
    }),
    block: { ...block, bottom: Math.min(block.bottom, last.bottom), right: Math.min(block.right, last.right) },
    outside: given.length - inside.length,
  }
}
