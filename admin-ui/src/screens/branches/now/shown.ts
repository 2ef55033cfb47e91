import { plain } from '#console/plain.ts'
import type { NowRow } from '../answers.ts'

export const views = ['all', 'open', 'closed', 'attention'] as const
export type View = (typeof views)[number]

/** The branch's own setting decides how soon is soon. */
export const hoursRunOut = ({ hoursEndSoon }: NowRow) => hoursEndSoon

export const needsAttention = (row: NowRow) =>
  row.gap !== undefined || row.needsConfirming || hoursRunOut(row) || row.urgent !== undefined

const inView: Readonly<Record<View, (row: NowRow) => boolean>> = {
  all: () => true,
  open: row => row.state === 'open',
  closed: row => row.state === 'closed',
  attention: needsAttention,
}

export const countOf = (rows: readonly NowRow[], view: View) => rows.filter(inView[view]).length

/** The rows one asked for: by view, by words in name, code, library or reason. */
export const shownOf = (rows: readonly NowRow[], view: View, asked: string) => {
  const words = plain(asked)
    .split(/\s+/)
    .filter(word => word !== '')
  return rows.filter(row => {
    if (!inView[view](row)) return false
    const text = plain(`${row.name} ${row.code} ${row.libraryName} ${row.reason ?? ''}`)
    return words.every(word => text.includes(word))
  })
}

export interface LibraryGroup {
  readonly id: string | null
  readonly name: string
  readonly rows: readonly NowRow[]
}

/** Rows under the library they belong to, both by name. */
export const byLibrary = (rows: readonly NowRow[]): readonly LibraryGroup[] =>
  [...Map.groupBy(rows, row => row.library)]
    .map(([id, own]) => ({ id, name: own[0]?.libraryName ?? '', rows: own }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
