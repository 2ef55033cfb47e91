import { Type, type Static } from 'typebox'
import { Day, UnitId } from '#core/contract.ts'
import { Basis } from '#core/contract/basis.ts'
import { fileFormats } from './compare.ts'
import { Proposed } from './proposed.ts'
import { orNull, Text } from './part.ts'

const strict = { additionalProperties: false } as const

export const SHEET_ROWS_AT_MOST = 5000
/** Of the file as it was saved, before it is packed for the way here. */
export const SHEET_BYTES_AT_MOST = 2 * 1024 * 1024

/** The columns of a sheet, in the order in which they are written; a file may leave out or move what it does not change. */
export const sheetColumns = [
  'unit', 'unit-name', 'parameter', 'title', 'membership', 'material', 'season', 'value', 'from', 'until', 'locked', 'own',
  'basis-number', 'basis-date', 'basis-article', 'basis-text',
] as const
export type SheetColumn = (typeof sheetColumns)[number]

/** `GET /api/parameters/sheet`: a row for each unit, setting, codes and season, to be changed in a spreadsheet. */
export const SheetQuery = Type.Object({
  units: Type.Array(UnitId, { minItems: 1, maxItems: 100, uniqueItems: true }),
  /** And all units below these. */
  below: Type.Optional(Type.Boolean()),
  /** Only these settings; without: all. */
  names: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 100, uniqueItems: true })),
  /** Also what is inherited, so that it can be given a value of its own. */
  inherited: Type.Optional(Type.Boolean()),
  day: Type.Optional(Day),
  format: Type.Enum(fileFormats),
}, strict)
export type SheetQuery = Static<typeof SheetQuery>

/** `POST /api/parameters/sheet`: a sheet that came back. One of `text` (CSV) and `file` (XLSX in base64). */
export const SheetSent = Type.Object({
  text: Type.Optional(Type.String({ maxLength: SHEET_BYTES_AT_MOST })),
  file: Type.Optional(Type.String({ maxLength: Math.ceil(SHEET_BYTES_AT_MOST / 3) * 4, pattern: '^[A-Za-z0-9+/]*={0,2}$' })),
  /** The day on which a row begins that names no later one. */
  from: Day,
  /** For rows that ask money and name no decision themselves. */
  basis: Type.Optional(Basis),
}, strict)
export type SheetSent = Static<typeof SheetSent>

/** What is wrong with a cell; row 1 holds the headings, row 0 is the file itself. */
export const SheetFault = Type.Object({
  row: Type.Integer(), column: orNull(Type.Enum(sheetColumns)),
  /** The cell as a spreadsheet names it: `H12`. */
  cell: orNull(Text),
  code: Text, message: Text,
})
export type SheetFault = Static<typeof SheetFault>

/** What the sheet would change: nothing at all while there are faults, so `items` is then empty. */
export const SheetDifference = Type.Object({
  ...Proposed.properties,
  /** By change the row it came from. */
  changeRows: Type.Array(Type.Integer()),
  rows: Type.Integer(),
  /** At most 500 of them; how many there are in all. */
  faults: Type.Array(SheetFault), faultCount: Type.Integer(),
})
export type SheetDifference = Static<typeof SheetDifference>
