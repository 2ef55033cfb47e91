import { Type, type TSchema } from 'typebox'
import { UnitId, unitTypes } from '#core/contract.ts'
import { Basis } from '#core/contract/basis.ts'

export const Text = Type.String()
export const Level = Type.Enum(unitTypes)
export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** A unit by name, so that it can be told and linked. */
export const At = { unit: UnitId, unitName: Text, type: Level }

/** For which codes and in which part of the year a row holds; no codes: for all. */
export const RowPlace = {
  where: Type.Record(Text, Text),
  season: Type.Optional(Type.Object({ from: Text, to: Text })),
  /** The same in words: `60 Volwassene, DVD, elk jaar van 1 juli tot en met 31 augustus`; empty for all. */
  whereText: Text,
}

/** One row that a unit says under a setting, now, later or in the past. */
export const SaidRow = Type.Object({
  ...RowPlace,
  from: orNull(Text), to: orNull(Text),
  value: Type.Unknown(), valueText: Text,
  locked: Type.Boolean(),
  basis: Type.Optional(Basis),
  state: Type.Enum(['past', 'now', 'planned']),
  set: Text,
})
