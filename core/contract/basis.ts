import { Type, type Static } from 'typebox'
import { Day } from '../contract.ts'

const strict = { additionalProperties: false } as const

/** The decision that a price rests on: the council's number and day, the article, and the text itself. */
export const Basis = Type.Object({
  number: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  date: Day,
  article: Type.Optional(Type.String({ maxLength: 60 })),
  /** Where the text can be read: an address, or a file kept here. */
  text: Type.Optional(Type.String({ maxLength: 500 })),
}, strict)
export type Basis = Static<typeof Basis>
