import type { RowWords } from '#core/row-words.ts'
import type { Note } from './question.ts'

type Values = Readonly<Record<string, unknown>>

/** A row that changed, as its words want it: what it says before and after, and where it hangs. */
export interface ChangedRow {
  readonly words: RowWords | undefined
  readonly before: Values | undefined
  readonly after: Values | undefined
  readonly key: string
  /** Where a fact is said; a table's row hangs nowhere. */
  readonly unit: string | undefined
  readonly validBefore: string | undefined
  readonly validAfter: string | undefined
  /** A word that another took the place of, or that was taken away. */
  readonly ended: boolean
}

/** What stood where a new word was laid: ended by the same set. */
export interface Former { readonly body: Values; readonly valid: string }

/** Reads a note of a change; facts are rows of one table, and say what they say in a body of their own. */
export function changedRow(
  { table_name: table, body }: Note, words: ReadonlyMap<string, RowWords>, former: Former | undefined,
): ChangedRow {
  const before = body?.['before'] as Values | undefined
  const after = body?.['after'] as Values | undefined
  const row = after ?? before ?? {}
  if (table !== 'segment') {
    return {
      words: words.get(table), before, after, key: '', unit: undefined, ended: false,
      validBefore: undefined, validAfter: undefined,
    }
  }
  const ended = before !== undefined && after?.['ended_in'] != null
  const said = (one: Values | undefined) => one?.['body'] as Values | undefined
  const valid = (one: Values | undefined) => one?.['valid'] as string | undefined
  return {
    words: words.get(String(row['fact'])), key: (row['key'] as string | undefined) ?? '',
    unit: row['unit_id'] as string | undefined, ended,
    before: said(before) ?? former?.body, after: ended ? undefined : said(after),
    validBefore: valid(before) ?? former?.valid, validAfter: ended ? undefined : valid(after),
  }
}
