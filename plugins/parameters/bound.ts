import { holdsOn, type Reading } from '#core/configuration.ts'
import type { Day, Parameter, UnitId, Where } from '#core/contract.ts'
import { bindsAsGroup, rowsOf, saidAt } from '#core/parameter.ts'
import { pathToday } from '#core/unit.ts'

/** The nearest unit above that binds this one for these codes on a day: it locked its value, or keeps one table for all. */
export const boundBy = (
  reading: Reading, parameter: Parameter, unit: UnitId, day: Day, where?: Where,
): UnitId | undefined => pathToday(reading, unit, day).slice(1).find(id =>
  saidAt(reading, parameter, id, day, where)?.binds
  || (bindsAsGroup(reading, parameter, id, day) && rowsOf(reading, parameter, id).some(row => holdsOn(row, day))))
