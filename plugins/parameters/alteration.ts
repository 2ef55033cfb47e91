import { isDeepStrictEqual } from 'node:util'
import { groupBy, type Configuration, type Segment } from '#core/configuration.ts'
import type { Day, Parameter, Season, UnitId, Where } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { parameterFact, parameterKey, parameterOf, readParameterKey, resolve, type ParameterRow } from '#core/parameter.ts'
import { pathToday, unitFact } from '#core/unit.ts'

/** A row with the version that took it away, if one did. */
export type PastRow = Segment & { readonly endedIn: number | null }

/** One change set as it passed, or would: what stood before it and after, and the rows it laid or ended. */
export interface Passing {
  readonly version: number
  readonly before: Configuration
  readonly after: Configuration
  readonly touched: readonly Segment[]
  /** It waits for its day: nothing of it counts earlier. */
  readonly waits?: true
}

/** Walks back from what is in force, the newest set first. `rows`: all that the sets since laid or ended. */
export function* passedSets(now: Configuration, rows: readonly PastRow[], since: number): Iterable<Passing> {
  const made = groupBy(rows, ({ madeIn }) => String(madeIn))
  const ended = groupBy(rows.filter(({ endedIn }) => endedIn !== null), ({ endedIn }) => String(endedIn))
  const versions = new Set([...made.keys(), ...ended.keys()].map(Number).filter(version => version > since))
  let after = now
  for (const version of [...versions].toSorted((a, b) => b - a)) {
    const [gone, back] = [made.get(String(version)) ?? [], ended.get(String(version)) ?? []]
    const before = after.with({ version: version - 1, ended: gone, laid: back })
    yield { version, before, after, touched: [...gone, ...back] }
    after = before
  }
}

/** A setting that is another at a unit than it was: for which codes, from which day, by which rows. */
export interface Alteration {
  readonly parameter: Parameter
  readonly where: Where
  readonly day: Day
  readonly before: ParameterRow | undefined
  readonly after: ParameterRow | undefined
}

/**
 * What a set that was said elsewhere alters at a unit. What the unit says itself shields it: only where another
 * value holds does it count. `since`: the day on which the set took hold, for rows without a first day.
 */
export function alterationsAt(
  { before, after, touched, waits }: Passing, unit: UnitId, parameters: ReadonlyMap<string, Parameter>, since: Day,
): Alteration[] {
  if (before.of(unitFact, unit).length === 0) return []
  const paths = new Set([...pathToday(before, unit, since), ...pathToday(after, unit, since)])
  const near = touched.filter(row => paths.has(row.unit))
  const said = near.filter(row => row.fact === parameterFact.name && row.unit !== unit) as ParameterRow[]
  // Where the tree itself changed, all that is said on either path may.
  const hung = near.filter(row => row.fact !== parameterFact.name)
  const all = hung.length ? [...paths].flatMap(id => [...before.of(parameterFact, id), ...after.of(parameterFact, id)]) : []
  const days = hung.flatMap(row => daysOf(row, since))
  return [...groupBy([...said, ...all], withoutSeason)].flatMap(([key, rows]) => {
    const parameter = parameters.get(parameterOf(key))
    if (!parameter) return []
    const { where } = readParameterKey(key, parameter)
    const asked = rows.flatMap(row => daysOf(row, since, readParameterKey(row.key, parameter).season))
    const counts = [...asked, ...days].map(day => (waits && day < since ? since : day))
    for (const day of [...new Set(counts)].sort()) {
      const [was, is] = [resolve(before, parameter, unit, day, where), resolve(after, parameter, unit, day, where)]
      if (!isDeepStrictEqual(was.value, is.value)) return [{ parameter, where, day, before: was.row, after: is.row }]
    }
    return []
  })
}

const withoutSeason = ({ key }: Segment) => key.split('@', 1)[0] ?? key

/** The days on which a row begins or ends to count: of a season its first day in the period. */
function daysOf({ from, to }: Pick<Segment, 'from' | 'to'>, since: Day, season?: Season): Day[] {
  const first = from ?? since
  const ended = to === null ? [] : [plusDays(to, 1)]
  if (!season) return [first, ...ended]
  const year = first.slice(0, 4)
  const begins = `${year}-${season.from}` >= first ? `${year}-${season.from}` : `${Number(year) + 1}-${season.from}`
  return [first, begins, ...ended]
}

/** The key under which a set's own words are found again. */
export const keyOf = ({ parameter, where }: Alteration) => parameterKey(parameter, where)
