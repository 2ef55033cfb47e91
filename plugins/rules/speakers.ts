import type { Reading } from '#core/configuration.ts'
import type { Day, Parameter, UnitId } from '#core/contract.ts'
import { rowsOf, type ParameterRow } from '#core/parameter.ts'
import { pathToday } from '#core/unit.ts'

/** Who says anything of some parameters for a unit: places with the same speakers obey the same. */
export interface Speakers { readonly key: string; readonly rows: readonly ParameterRow[] }

export function speakersOn(reading: Reading, parameters: readonly Parameter[], day: Day): (unit: UnitId) => Speakers {
  const known = new Map<UnitId, Speakers>()
  const said = new Map<UnitId, readonly ParameterRow[]>()
  const rowsAt = (id: UnitId) => {
    const rows = said.get(id) ?? parameters.flatMap(parameter => rowsOf(reading, parameter, id))
    said.set(id, rows)
    return rows
  }
  return unit => {
    const found = known.get(unit)
    if (found) return found
    const all = pathToday(reading, unit, day).map(id => ({ id, rows: rowsAt(id) })).filter(({ rows }) => rows.length)
    const speakers = { key: all.map(({ id }) => id).join(' '), rows: all.flatMap(({ rows }) => rows) }
    known.set(unit, speakers)
    return speakers
  }
}
