import { ANY } from '#core/contract.ts'
import type { CellWord, LineCell, Lines, LineWord } from '#plugins/rules/contract/answer.ts'

export type LineCode = Lines['memberships'][number]

/** One cell of the grid, and the key under which a change of it waits. */
export interface Place {
  readonly membership: string
  readonly material: string
}

/** The rules of one method as they are drawn: any first, then the types in their order. */
export interface Table {
  readonly rows: readonly LineCode[]
  readonly columns: readonly LineCode[]
  at(row: number, column: number): LineCell | undefined
  /** What holds when in a cell, the usual value first; nothing where that is all there is. */
  whenOf(cell: LineCell): readonly Held[]
}

/** A word as it stands, and as it counts in one cell. */
export interface Held extends LineWord, Omit<CellWord, 'word'> {}

/** Those of a cell that hold in a part of the year, every year. */
export const seasonsOf = (held: readonly Held[]) =>
  held.flatMap(one => (one.season && one.seasonText !== undefined ? [{ ...one, season: one.season, seasonText: one.seasonText }] : []))

const placeKey = ({ membership, material }: Place) => `${membership}|${material}`

interface Shown {
  /** Types that are not handed out here as well. */
  readonly unused: boolean
  /** Only types whose code or name holds this. */
  readonly find: string
}

/** What is shown of the rules; any always stands there, as it says what holds for the rest. */
export const tableOf = ({ memberships, materials, cells, words }: Lines, { unused, find }: Shown, plain: (text: string) => string): Table => {
  const known = new Map(cells.map(cell => [placeKey(cell), cell]))
  const word = plain(find.trim())
  const fits = ({ code, name }: LineCode) => plain(`${code} ${name}`).includes(word)
  const inUse = (codes: readonly LineCode[]) => codes.filter(one => one.code === ANY || unused || !one.unused)
  const found = (codes: readonly LineCode[]) => {
    const listed = inUse(codes)
    const hits = word === '' ? listed : listed.filter(one => one.code !== ANY && fits(one))
    const any = listed.filter(({ code }) => code === ANY)
    // A word that names a material leaves every membership standing.
    return [...any, ...(hits.length === 0 ? listed : hits).filter(({ code }) => code !== ANY)]
  }
  const [rows, columns] = [found(memberships), found(materials)]
  return {
    rows, columns,
    whenOf: ({ when = [] }) => when.flatMap(({ word, ...counts }) => {
      const said = words[word]
      return said ? [{ ...said, ...counts }] : []
    }),
    at: (row, column) => {
      const [one, other] = [rows[row], columns[column]]
      return one && other && known.get(placeKey({ membership: one.code, material: other.code }))
    },
  }
}

/** Whether a word finds any type at all. */
export const findsNothing = ({ memberships, materials }: Lines, find: string, plain: (text: string) => string) =>
  find.trim() !== '' && ![...memberships, ...materials].some(({ code, name }) =>
    code !== ANY && plain(`${code} ${name}`).includes(plain(find.trim())))

/** Where a cell stands that an address names (`60|BOEK`); nothing where none is named or it is not shown. */
export const spotOf = ({ rows, columns }: Table, name: string) => {
  const [membership, material] = name.split('|')
  const spot = {
    row: rows.findIndex(({ code }) => code === membership), column: columns.findIndex(({ code }) => code === material),
  }
  return spot.row < 0 || spot.column < 0 ? undefined : spot
}
