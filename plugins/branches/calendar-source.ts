import { isDeepStrictEqual } from 'node:util'
import type { Static, TSchema } from 'typebox'
import { Configuration, type Reading, type Segment } from '#core/configuration.ts'
import type { Day, Fact, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { DEFAULT_ZONE, parentFact, SYSTEM, unitFact, zoneOf } from '#core/unit.ts'
import type { CalendarLayer, CalendarSource, Dated } from './contract/arithmetic.ts'
import { cutFact, exceptionFact, ruleFact, yearFact } from './contract/calendar.ts'
import {
  daySetFact,
  firstHoursKinds,
  hoursFact,
  hoursKindFact,
  type DaySet,
  type HoursKind,
} from './contract/hours.ts'

/** A unit on a branch's path, on the days it is there. */
interface Stay {
  readonly unit: UnitId
  readonly from: Day | null
  readonly to: Day | null
}

/** What was last made for each unit: a new configuration that says the same gets the same value again. */
const latest = {
  layers: new Map<string, CalendarLayer>(),
  sources: new Map<UnitId, CalendarSource>(),
  paths: new Map<UnitId, Path>(),
}
const made = new WeakMap<Reading, { revision: number; sources: Map<UnitId, CalendarSource> }>()

/**
 * All that bears on a unit's calendar, as the arithmetic wants it.
 *
 * Branches share the layers of the units above them, and what did not change between two versions is
 * the very same value, so whatever was derived from it stays good.
 */
export function calendarSource(reading: Reading, unit: UnitId): CalendarSource {
  const revision = 'revision' in reading ? Number(reading.revision) : 0
  let known = made.get(reading)
  if (known?.revision !== revision) {
    known = { revision, sources: new Map() }
    made.set(reading, known)
  }
  const source = known.sources.get(unit) ?? makeSource(reading, unit)
  known.sources.set(unit, source)
  return source
}

/** The kinds of hours in force: those every installation starts with, as the region changed them, and its own. */
export const hoursKindsOf = (reading: Reading): readonly HoursKind[] =>
  readKinds(reading.of(hoursKindFact, SYSTEM))
export const daySetsOf = (reading: Reading): readonly DaySet[] => readSets(reading.of(daySetFact, SYSTEM))

const readKinds = onceFor((own: readonly Dated<HoursKind>[]): readonly HoursKind[] =>
  own.length === 0
    ? firstHoursKinds
    : [
        ...firstHoursKinds.map(kind => own.find(({ key }) => key === kind.code)?.body ?? kind),
        ...own.filter(({ key }) => !firstHoursKinds.some(kind => kind.code === key)).map(({ body }) => body),
      ],
)
const readSets = onceFor((own: readonly Dated<DaySet>[]): readonly DaySet[] => own.map(({ body }) => body))

/** Rows of a configuration are values, so what is read from them is read once. */
function onceFor<Rows extends object, T>(read: (rows: Rows) => T): (rows: Rows) => T {
  const known = new WeakMap<Rows, T>()
  return rows => {
    const value = known.get(rows) ?? read(rows)
    known.set(rows, value)
    return value
  }
}

function makeSource(reading: Reading, unit: UnitId): CalendarSource {
  const { stays, timeZone } = pathIn(reading, unit)
  const source: CalendarSource = {
    layers: stays.map(stay => layerOf(reading, stay)),
    hoursKinds: hoursKindsOf(reading),
    daySets: daySetsOf(reading),
    timeZone,
  }
  const last = latest.sources.get(unit)
  if (last && sameSource(last, source)) return last
  latest.sources.set(unit, source)
  return source
}

interface Path {
  readonly stays: readonly Stay[]
  readonly timeZone: string
  /** What it was read from: while these rows stand, so does the path. */
  readonly rows: readonly (readonly unknown[])[]
  readonly units?: object
  readonly parents?: object
}

/** Units seldom move, so the last path is good as long as nothing on it was said anew. */
function pathIn(reading: Reading, unit: UnitId): Path {
  const last = latest.paths.get(unit)
  if (last && (nobodyMoved(reading, last) || readFrom(reading, last.stays).every((rows, n) => rows === last.rows[n])))
    return last
  const found = stays(reading, unit)
  const path = {
    stays: found,
    timeZone: zone(reading, unit),
    rows: readFrom(reading, found),
    ...(reading instanceof Configuration && {
      units: reading.standing(unitFact),
      parents: reading.standing(parentFact),
    }),
  }
  latest.paths.set(unit, path)
  return path
}

const nobodyMoved = (reading: Reading, { units, parents }: Path) =>
  reading instanceof Configuration
  && units === reading.standing(unitFact)
  && parents === reading.standing(parentFact)

const readFrom = (reading: Reading, found: readonly Stay[]) =>
  found.flatMap(({ unit }) => [reading.of(parentFact, unit), reading.of(unitFact, unit)])

const sameSource = (a: CalendarSource, b: CalendarSource) =>
  a.timeZone === b.timeZone
  && a.hoursKinds === b.hoursKinds
  && a.daySets === b.daySets
  && a.layers.length === b.layers.length
  && a.layers.every((layer, n) => layer === b.layers[n])

function layerOf(reading: Reading, { unit, from, to }: Stay): CalendarLayer {
  const layer = {
    unit,
    from,
    to,
    hours: unbroken(reading, hoursFact, unit),
    rules: unbroken(reading, ruleFact, unit),
    exceptions: unbroken(reading, exceptionFact, unit),
    cuts: unbroken(reading, cutFact, unit),
    years: reading.of(yearFact, unit),
  }
  const name = `${unit}/${from}/${to}`
  const last = latest.layers.get(name)
  if (
    last
    && (['hours', 'rules', 'exceptions', 'cuts', 'years'] as const).every(part => last[part] === layer[part])
  )
    return last
  latest.layers.set(name, layer)
  return layer
}

/** What a unit says under a fact; what a change cut and a put back mended is one again. */
export const unbroken = <S extends TSchema>(reading: Reading, fact: Fact<S>, unit: UnitId) =>
  mend(reading.of(fact, unit)) as readonly Segment<Static<S>>[]

const mend = onceFor((rows: readonly Segment[]): readonly Segment[] => {
  const whole: Segment[] = []
  for (const row of rows) {
    const last = whole.at(-1)
    if (!last || !goesOn(last, row)) whole.push(row)
    else whole[whole.length - 1] = { ...last, to: row.to, madeIn: Math.max(last.madeIn, row.madeIn) }
  }
  return whole.length === rows.length ? rows : whole
})

const goesOn = (last: Segment, next: Segment) =>
  last.key === next.key
  && last.saidIn === next.saidIn
  && last.to !== null
  && next.from === plusDays(last.to, 1)
  && isDeepStrictEqual(last.body, next.body)

/**
 * The units on the path, nearest first, each with its days. A unit that hung elsewhere before has
 * several above it, one after another; before it opened and after it closed its first and last place count.
 */
function stays(reading: Reading, unit: UnitId): Stay[] {
  const result: Stay[] = []
  const seen = new Set<UnitId>([SYSTEM])
  let depth: Stay[] = unit === SYSTEM ? [] : [{ unit, from: null, to: null }]
  while (depth.length > 0) {
    result.push(...depth)
    for (const stay of depth) seen.add(stay.unit)
    depth = depth.flatMap(stay => above(reading, stay)).filter(stay => !seen.has(stay.unit))
  }
  return [...result, { unit: SYSTEM, from: null, to: null }]
}

function above(reading: Reading, { unit, from, to }: Stay): Stay[] {
  const places = reading.of(parentFact, unit)
  return places.flatMap((place, n) => {
    const begins = n === 0 ? from : later(from, place.from)
    const ends = n === places.length - 1 ? to : earlier(to, place.to)
    return begins !== null && ends !== null && ends < begins
      ? []
      : [{ unit: place.body.parent, from: begins, to: ends }]
  })
}

const later = (a: Day | null, b: Day | null) => (a === null || (b !== null && b > a) ? b : a)
const earlier = (a: Day | null, b: Day | null) => (a === null || (b !== null && b < a) ? b : a)

/** The zone of the unit's last known place; a library does not move to another zone. */
function zone(reading: Reading, unit: UnitId): string {
  const known = reading.of(unitFact, unit).at(-1)
  return known ? zoneOf(reading, unit, known.to ?? known.from ?? '2026-01-01') : DEFAULT_ZONE
}
