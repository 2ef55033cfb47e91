import pg from 'pg'

type Parser = (text: string) => unknown
const { types } = pg
const { builtins } = types

/** A moment as PostgreSQL writes it in UTC, made ISO 8601: `2026-12-24T16:30:00.123456Z`. */
const moment: Parser = text => text.replace(' ', 'T').replace(/\+00$/, 'Z')

/** Whole numbers are numbers as long as they are exact. */
const wholeNumber: Parser = text => {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : text
}

const textArray: number = 1009
const texts = types.getTypeParser(textArray, 'text') as (list: string) => (string | null)[]
const listOf = (parse: Parser): Parser => list => texts(list).map(text => (text === null ? null : parse(text)))
const asWritten: Parser = text => text

/**
 * How values arrive from PostgreSQL: days and moments as ISO strings, never as a `Date`, because a day
 * has no midnight and a moment has microseconds.
 */
const parsers: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [builtins.DATE, asWritten],
  [builtins.TIMESTAMPTZ, moment],
  [builtins.TIMESTAMP, asWritten],
  [builtins.INT8, wholeNumber],
  [builtins.INTERVAL, asWritten],
  [1182, listOf(asWritten)],
  [1185, listOf(moment)],
  [1115, listOf(asWritten)],
  [1016, listOf(wholeNumber)],
])

export const parserOf = (oid: number, format?: 'text' | 'binary') =>
  (format !== 'binary' && parsers.get(oid)) || types.getTypeParser(oid, format)
