import { overlaps, type Reading, type Segment } from '#core/configuration.ts'
import type { Day, Parameter, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { rowsOf } from '#core/parameter.ts'
import { parentFact, unitAt, unitFact } from '#core/unit.ts'

/** Units and all that are above them on a day or later: a plan of a group counts before its library joins it. */
export function unitsAbove(reading: Reading, units: readonly UnitId[], from: Day): readonly UnitId[] {
  const found = new Set(units)
  for (const id of found) {
    for (const row of reading.of(parentFact, id)) if (overlaps(row, { from, to: null })) found.add(row.body.parent)
  }
  return [...found]
}

/** The days after a day on which another value of a setting may begin to hold at units, while all of them exist. */
export function turningDays(reading: Reading, parameter: Parameter, units: readonly UnitId[], from: Day): readonly Day[] {
  const rows = unitsAbove(reading, units, from).flatMap((id): Pick<Segment, 'from' | 'to'>[] =>
    [...rowsOf(reading, parameter, id), ...reading.of(unitFact, id), ...reading.of(parentFact, id)])
  const days = rows.flatMap(row => [row.from ?? from, row.to === null ? from : plusDays(row.to, 1)])
  return [...new Set(days)].filter(day => day > from && units.every(unit => unitAt(reading, unit, day))).sort()
}
