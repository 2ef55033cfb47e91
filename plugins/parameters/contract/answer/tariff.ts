import { Type, type Static } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { Basis } from '#core/contract/basis.ts'
import { At, orNull, RowPlace, Text } from './part.ts'

/** One price or rule in force, and the decision it rests on. */
export const TariffLine = Type.Object({
  parameter: Text, title: Text, ...RowPlace, value: Type.Unknown(), valueText: Text,
  /** Each part of a value such as `0,10/1/7,50` in words. */
  spelled: Type.Optional(Text),
  own: Type.Boolean(), from: orNull(Type.Object(At)), since: orNull(Text), basis: orNull(Basis),
})
export type TariffLine = Static<typeof TariffLine>

/** `GET /api/tariffs?unit&day`: what is asked of patrons at a unit on a day. */
export const TariffSheet = Type.Object({
  version: Type.Integer(), unit: UnitId, unitName: Text, day: Text,
  areas: Type.Array(Type.Object({ area: Text, title: Text, lines: Type.Array(TariffLine) })),
})
export type TariffSheet = Static<typeof TariffSheet>

/** `GET /public/settings?unit&day&language`: what can be set and how it is set; no names of staff, no reasons. */
export const PublicSettings = Type.Object({
  region: Text, day: Text,
  /** The libraries that show their settings. */
  libraries: Type.Array(Type.Object({ unit: UnitId, name: Text, group: orNull(Text) })),
  /** The library asked for. */
  unit: orNull(UnitId), unitName: orNull(Text),
  areas: Type.Array(Type.Object({
    name: Text, title: Text,
    settings: Type.Array(Type.Object({
      name: Text, title: Text, help: Text, consequence: Text, defaultText: Text,
      /** What holds at that library, null where none is asked for; and by which unit’s word, null where the default holds. */
      valueText: orNull(Text), spelled: Type.Optional(Text), from: orNull(Text),
      lines: Type.Array(Type.Object({ whereText: Text, valueText: Text, spelled: Type.Optional(Text) })),
    })),
  })),
})
export type PublicSettings = Static<typeof PublicSettings>
