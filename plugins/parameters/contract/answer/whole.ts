import { Type, type Static } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { Basis } from '#core/contract/basis.ts'
import { setStates } from '#core/contract/change.ts'
import { At, orNull, RowPlace, SaidRow, Text } from './part.ts'

/** A change set as far as it touched one setting here; who and why only where the reader may know. */
export const Touch = Type.Object({
  set: Text, state: Type.Enum(setStates), version: orNull(Type.Integer()),
  /** When it was sent; and when it was applied. */
  at: Text, appliedAt: orNull(Text),
  by: orNull(Text), reason: orNull(Text), mayRead: Type.Boolean(),
  /** Whether it touched this unit itself, or one above it. */
  here: Type.Boolean(),
  sentences: Type.Array(Text),
  putsBack: orNull(Text), putBackBy: orNull(Text),
})
export type Touch = Static<typeof Touch>

/** `GET /api/parameters/:parameter/history?unit&before&limit`. */
export const ParameterHistory = Type.Object({ data: Type.Array(Touch), nextBefore: orNull(Type.Integer()) })
export type ParameterHistory = Static<typeof ParameterHistory>

/** `GET /api/parameters/:parameter?unit&day&membership&material`: what holds, and everything that explains it. */
export const WholeParameter = Type.Object({
  version: Type.Integer(), name: Text, unit: UnitId, unitName: Text, day: Text, where: Type.Record(Text, Text),
  value: Type.Unknown(), valueText: Text, own: Type.Boolean(),
  /** The row that won: where it stands, since when, and in which set it was said; null: the default holds. */
  from: orNull(Type.Object({
    ...At, ...RowPlace,
    since: orNull(Text), until: orNull(Text), set: Text, basis: Type.Optional(Basis),
    /** Who said it, when and why, where the reader may know; the moment is told to everybody. */
    by: orNull(Text), at: orNull(Text), why: orNull(Text),
  })),
  locked: Type.Boolean(), lockedBy: Type.Optional(Type.Object(At)), applies: Type.Boolean(),
  /** From the system down to the unit: what each level says for these codes on that day, if anything. */
  path: Type.Array(Type.Object({
    ...At,
    said: orNull(Type.Object({
      ...RowPlace, value: Type.Unknown(), valueText: Text, since: orNull(Text), until: orNull(Text),
      /** It binds the units below: locked, or the one table of a group. */
      binds: Type.Boolean(), basis: Type.Optional(Basis),
    })),
    wins: Type.Boolean(),
  })),
  /** Everything the unit itself says, for all codes, seasons and periods. */
  rows: Type.Array(SaidRow),
  history: Type.Array(Touch),
  mayChange: Type.Boolean(), mayCorrectPast: Type.Boolean(),
})
export type WholeParameter = Static<typeof WholeParameter>

const Known = Type.Object({
  value: Type.Unknown(), valueText: Text, from: orNull(Type.Object(At)), since: orNull(Text), set: orNull(Text),
  basis: Type.Optional(Basis),
})
/** `GET /api/parameters/:parameter/then?unit&day&membership&material`: what it was on a day gone by. */
export const ParameterThen = Type.Object({
  name: Text, unit: UnitId, day: Text, where: Type.Record(Text, Text),
  /** As everybody knew it at the end of that day; null: the unit was not in the books yet. And as it stands there now. */
  knownThen: orNull(Known), now: Known,
  differ: Type.Boolean(),
})
export type ParameterThen = Static<typeof ParameterThen>
