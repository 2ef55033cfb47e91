import { Type, type Static } from 'typebox'
import { UnitId, unitTypes } from '#core/contract.ts'

const orNull = <S extends ReturnType<typeof Type.String>>(schema: S) => Type.Union([schema, Type.Null()])
const Text = Type.String()
const Level = Type.Enum(unitTypes)
const At = { unit: UnitId, unitName: Text, type: Level }

/** One setting at one unit: what holds, who says so, and what the levels above say. */
export const ParameterRow = Type.Object({
  name: Text, plugin: Text, title: Text, help: Text, unit: Text, schema: Type.Unknown(), levels: Type.Array(Level),
  /** What each value is called, where there are a few. */
  choices: Type.Optional(Type.Record(Text, Text)),
  value: Type.Unknown(), valueText: Text, default: Type.Unknown(), own: Type.Boolean(),
  ownFrom: Type.Optional(orNull(Text)), ownTo: Type.Optional(orNull(Text)),
  from: Type.Union([Type.Object(At), Type.Null()]),
  set: Type.Optional(Type.Object({ by: Text, at: Text })),
  locked: Type.Boolean(), lockedBy: Type.Optional(Text),
  path: Type.Array(
    Type.Object({
      ...At, value: Type.Optional(Type.Unknown()), valueText: Type.Optional(Text), locked: Type.Optional(Type.Boolean())
    })
  ),
  planned: Type.Array(Type.Object({ from: Text, to: orNull(Text), value: Type.Unknown(), valueText: Text })),
  differsIn: Type.Integer(), mayChange: Type.Boolean(),
})
export type ParameterRow = Static<typeof ParameterRow>
export const Parameters = Type.Object({ version: Type.Integer(), unit: UnitId, data: Type.Array(ParameterRow) })
