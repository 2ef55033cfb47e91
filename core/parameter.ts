import { Type, type Static, type TSchema } from 'typebox'
import { defineFact, type Day, type Parameter, type UnitId } from './contract.ts'
import type { Reading, Segment } from './configuration.ts'
import { pathOf } from './unit.ts'

/** A unit's own value of a parameter; key = the parameter's name. A locked value binds the units below. */
export const parameterFact = defineFact('core.parameter', Type.Object(
  { value: Type.Unknown(), locked: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
))

/** The value of a parameter at a unit on a day, and the row that won; no row means the default did. */
export interface Resolved<T> {
  readonly value: T
  readonly row: Segment<Static<typeof parameterFact.body>> | undefined
}

/** The one resolver: the highest lock, else the nearest unit with an own value, else the default. */
export function resolve<S extends TSchema>(
  reading: Reading, parameter: Parameter<S>, unit: UnitId, day: Day,
): Resolved<Static<S>> {
  let won: Resolved<Static<S>> = { value: parameter.default, row: undefined }
  for (const id of pathOf(reading, unit, day)) {
    const row = reading.at(parameterFact, id, parameter.name, day)
    if (row && (won.row === undefined || row.body.locked)) won = { value: row.body.value as Static<S>, row }
  }
  return won
}
