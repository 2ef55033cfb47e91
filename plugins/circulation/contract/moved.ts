import { Type, type Static } from 'typebox'
import { Day } from '#core/contract.ts'
import { Nullable } from '#core/contract/change.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()

export const MovedAsked = Type.Object({
  set: Type.String({ format: 'uuid' }),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })), offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
}, strict)
export type MovedAsked = Static<typeof MovedAsked>
export const MovedSet = Type.Object({ set: Type.String({ format: 'uuid' }) }, strict)

/** How many loans a change touched, as far as whoever asks may see them, and whether it is still at it. */
export const MovedCount = Type.Object({ loans: Type.Integer(), busy: Type.Boolean() })
export type MovedCount = Static<typeof MovedCount>

/** Somebody whose loan a change touched, for a message to them. */
export const MovedLoan = Type.Object({
  loan: Text, person: Text, name: Text, card: Nullable(Text), email: Nullable(Text), language: Text,
  /** Nobody writes to them: dead, or they dispute what is known of them. */
  unwritten: Type.Boolean(),
  title: Text, branch: Text,
  act: Type.Enum(['moved', 'moved-back', 'frozen', 'thawed']), actName: Text,
  before: Day, after: Day,
  /** Whether that is still so: not renewed, moved again or brought back since. */
  stands: Type.Boolean(),
})
export type MovedLoan = Static<typeof MovedLoan>
export const MovedLoans = Type.Object({ data: Type.Array(MovedLoan), total: Type.Integer() })
export type MovedLoans = Static<typeof MovedLoans>
