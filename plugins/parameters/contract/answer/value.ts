import { Type, type Static } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { Level, orNull, Text } from './part.ts'

/** What holds at a unit on a day under one setting, for any codes; short, for a page of hundreds. */
export const ParameterValue = Type.Object({
  name: Text, value: Type.Unknown(), valueText: Text,
  /** The unit itself says something for all codes on that day. */
  own: Type.Boolean(),
  /** Who says so, since which day, in which change set; null: nobody, so the default holds. */
  from: orNull(Type.Object({ unit: UnitId, since: orNull(Text), set: Text })),
  /** A unit above binds this one. */
  locked: Type.Boolean(), lockedBy: Type.Optional(UnitId),
  /** The own value is another than what would hold without it. */
  differs: Type.Boolean(),
  /** The unit's own rows that hold that day for single codes or a season. */
  lines: Type.Integer(),
  /** The unit's own rows still to come. */
  planned: Type.Integer(),
  /** Units below that have a word of their own. */
  below: Type.Integer(),
  /** Whether the setting it depends on lets it matter here. */
  applies: Type.Boolean(),
  /** Whether the reader may give it a value here. */
  mayChange: Type.Boolean(),
})
export type ParameterValue = Static<typeof ParameterValue>

/** `GET /api/parameters/values?unit&day`. */
export const ParameterValues = Type.Object({
  version: Type.Integer(), unit: UnitId, day: Text, data: Type.Array(ParameterValue),
  /** The units that the rows name. */
  units: Type.Record(Text, Type.Object({ name: Text, type: Level })),
})
export type ParameterValues = Static<typeof ParameterValues>

/** `GET /api/parameters/:parameter/units?day&membership&material`: one setting at every group, library and branch. */
export const ParameterUnits = Type.Object({
  version: Type.Integer(), name: Text, day: Text,
  data: Type.Array(Type.Object({
    unit: UnitId, value: Type.Unknown(), valueText: Text, own: Type.Boolean(),
    /** The unit that says so; null: the default holds. */
    from: orNull(UnitId),
  })),
})
export type ParameterUnits = Static<typeof ParameterUnits>

/** `GET /api/parameters/recent?unit&since`: which settings were changed at the unit or above it since a day. */
export const RecentParameters = Type.Object({
  data: Type.Array(Type.Object({ name: Text, at: Text, here: Type.Boolean() })),
})
export type RecentParameters = Static<typeof RecentParameters>
