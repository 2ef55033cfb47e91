import { Type, type Static } from 'typebox'
import { Texts } from '../contract.ts'

const strict = { additionalProperties: false } as const

/** How far a grant goes: a most for a number, all there is for codes. By the name of the limit. */
export const Limits = Type.Record(
  Type.String({ maxLength: 80, pattern: '^[a-z][a-z.-]+$' }),
  Type.Union([
    Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
    Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 100, uniqueItems: true }),
  ]),
  { maxProperties: 20, additionalProperties: false },
)
export type Limits = Static<typeof Limits>

/** A named set of permissions, by their names. */
export const RoleBody = Type.Object({
  name: Texts,
  permissions: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 500, uniqueItems: true }),
  /** Reaches the people of the very branch where it is given, not of its whole library: a prison library. */
  reach: Type.Optional(Type.Enum(['branch'])),
}, strict)
export type RoleBody = Static<typeof RoleBody>
