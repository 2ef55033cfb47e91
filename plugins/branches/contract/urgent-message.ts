import { Type } from 'typebox'
import { defineFact, UnitId } from '#core/contract.ts'

const strict = { additionalProperties: false } as const

/** What the website shouts while it holds; key `message`. The nearest unit that says something wins. */
export const urgentFact = defineFact(
  'branches.urgent-message',
  Type.Object({ text: Type.String({ maxLength: 250 }) }, strict),
)
/** That a library was reminded of a year; key = the year, from the day of the reminder. */
export const remindedFact = defineFact(
  'branches.reminded',
  Type.Object({ year: Type.Integer(), by: Type.Optional(UnitId) }, strict),
)
