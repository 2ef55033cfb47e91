import { holdsOn, type Reading } from '#core/configuration.ts'
import { ANY, type Day, type Parameter, type UnitId, type Where } from '#core/contract.ts'
import { parameterFact, readParameterKey, type ParameterRow } from '#core/parameter.ts'
import { parentFact, unitFact } from '#core/unit.ts'

/**
 * What holds, in the plainest way: every row of every level is read, in the order in which a person would explain
 * it. Nothing is kept, so that what is kept elsewhere can be compared with it.
 */
export function naively(reading: Reading, parameter: Parameter, unit: UnitId, day: Day, where: Where = {}): unknown {
  const path = pathUp(reading, unit, day)
  // Below a group's table nothing counts, whatever codes and season the table itself speaks of.
  const table = path.findLastIndex(id => isSharedTable(reading, parameter, id, day)
    && reading.of(parameterFact, id).some(row => row.key.split(/[|@]/)[0] === parameter.name && holdsOn(row, day)))
  const levels = path.slice(Math.max(table, 0)).map(id => ({ rows: rowsFor(reading, parameter, id, day, where) }))
  // From the system down, the first level that binds decides; else, from the unit up, the first that says anything.
  const binding = levels.toReversed().find(({ rows }) => rows.some(({ body }) => body.locked))
  const saying = binding ?? levels.find(({ rows }) => rows.length > 0)
  const row = saying?.rows[0]
  return row ? row.body.value : parameter.default
}

function pathUp(reading: Reading, unit: UnitId, day: Day): UnitId[] {
  const above = reading.of(parentFact, unit).find(said => holdsOn(said, day))?.body.parent
  return above === undefined ? [unit] : [unit, ...pathUp(reading, above, day)]
}

/** What one level says for these codes that day, the most exact first, of equally exact ones the season. */
function rowsFor(reading: Reading, parameter: Parameter, unit: UnitId, day: Day, where: Where): ParameterRow[] {
  const rows = reading.of(parameterFact, unit).filter(row => {
    if (row.key.split(/[|@]/)[0] !== parameter.name || !holdsOn(row, day)) return false
    const { where: said, season } = readParameterKey(row.key, parameter)
    return Object.entries(said).every(([name, code]) => code === ANY || code === where[name])
      && (!season || isIn(season, day.slice(5)))
  })
  const exact = ({ key }: ParameterRow) => {
    const { where: said, season } = readParameterKey(key, parameter)
    const [first = ANY, second = ANY] = Object.values(said)
    return (first === ANY ? 0 : 4) + (second === ANY ? 0 : 2) + (season ? 1 : 0)
  }
  const sorted = rows.toSorted((a, b) => exact(b) - exact(a))
  // A season stands in for what holds the rest of the year under the same codes, its lock included.
  return sorted.filter((row, n) => sorted.findIndex(one => one.key.split('@')[0] === row.key.split('@')[0]) === n)
}

const isIn = ({ from, to }: { from: string; to: string }, date: string) =>
  from <= to ? from <= date && date <= to : date >= from || date <= to

function isSharedTable(reading: Reading, { shared }: Parameter, unit: UnitId, day: Day): boolean {
  const said = reading.of(unitFact, unit).find(row => holdsOn(row, day))?.body
  return shared === true && said?.type === 'group' && (said.level ?? '1') !== '1'
}
