import { Type, type Static } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { orNull, Text } from './part.ts'

/** `GET /api/parameters/:parameter/places?from&to&season&membership&material`: where the reader may give a value. */
export const ParameterPlaces = Type.Object({
  version: Type.Integer(), name: Text,
  data: Type.Array(Type.Object({
    unit: UnitId,
    /** What the unit says itself for exactly these codes on any of these days, which a new value replaces; null: nothing. */
    own: orNull(Text),
    /** The unit above that binds this one, so that nothing else can be set here; null: none. */
    boundBy: orNull(UnitId),
  })),
})
export type ParameterPlaces = Static<typeof ParameterPlaces>
