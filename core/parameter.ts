import { Type, type Static, type TSchema } from 'typebox'
import { ANY, defineFact, type Day, type Parameter, type Season, type UnitId, type Where } from './contract.ts'
import { Basis } from './contract/basis.ts'
import type { Reading, Segment } from './configuration.ts'
import { holdsOn } from './configuration.ts'
import { pathToday, unitAt, type Unit } from './unit.ts'

const strict = { additionalProperties: false } as const

/** What a unit says under a parameter. A locked value binds the units below. */
export const ParameterSaid = Type.Object(
  { value: Type.Unknown(), locked: Type.Optional(Type.Boolean()), basis: Type.Optional(Basis) },
  strict,
)
export type ParameterSaid = Static<typeof ParameterSaid>

/** A unit's own value of a parameter; its key is what `parameterKey` makes. */
export const parameterFact = defineFact('core.parameter', ParameterSaid)

export type ParameterRow = Segment<ParameterSaid>

/** The name, the codes of its dimensions and the season: `rules.loan|60|*@07-01/08-31`. */
export function parameterKey({ name, dimensions = [] }: Parameter, where: Where = {}, season?: Season): string {
  const codes = dimensions.map(dimension => `|${where[dimension.name] ?? ANY}`).join('')
  return `${name}${codes}${season ? `@${season.from}/${season.to}` : ''}`
}

/** What a key says, for whoever shows rows. */
export function readParameterKey(key: string, { dimensions = [] }: Parameter): { where: Where; season?: Season } {
  const [codes = '', span] = key.split('@')
  const [, ...said] = codes.split('|')
  const [from, to] = span?.split('/') ?? []
  return {
    where: Object.fromEntries(dimensions.map(({ name }, n) => [name, said[n] ?? ANY])),
    ...(from && to ? { season: { from, to } } : {}),
  }
}

export const parameterOf = (key: string) => key.slice(0, endOfName(key))

/** Where the name ends in a key, and its codes or its season begin. */
function endOfName(key: string): number {
  const codes = key.indexOf('|')
  const end = codes < 0 ? key.indexOf('@') : codes
  return end < 0 ? key.length : end
}

/** The value of a parameter in a place on a day, and the row that won; no row means the default did. */
export interface Resolved<T> {
  readonly value: T
  readonly row: ParameterRow | undefined
}

/**
 * The one resolver: the highest level that binds those below, else the nearest unit that says anything for
 * these codes, else the default. What one unit says most exactly wins there: both codes named, then the
 * first, then the second, then any; a season that the day lies in before the rest of the year.
 */
export function resolve<S extends TSchema>(
  reading: Reading, parameter: Parameter<S>, unit: UnitId, day: Day, where?: Where,
): Resolved<Static<S>> {
  let won: ParameterRow | undefined
  const codes = codesAsked(parameter, where)
  for (const id of pathToday(reading, unit, day)) {
    const said = saidOf(reading, id).get(parameter.name)
    if (!said) continue
    const here = nearestOf(said, codes, day)
    if (isTableOf(reading, parameter, id, day, said)) won = here?.row
    else if (here && (won === undefined || here.binds)) won = here.row
  }
  return { value: (won ? won.body.value : parameter.default) as Static<S>, row: won }
}

/** What one unit itself says for these codes on a day, and whether the units below are bound by it. */
export function saidAt(
  reading: Reading, parameter: Parameter, unit: UnitId, day: Day, where?: Where,
): { readonly row: ParameterRow; readonly binds: boolean } | undefined {
  const said = saidOf(reading, unit).get(parameter.name)
  const here = said && nearestOf(said, codesAsked(parameter, where), day)
  return here && { row: here.row, binds: here.binds || bindsAsGroup(reading, parameter, unit, day) }
}

/** A group of level 2 or higher keeps one table for all its libraries. */
export function bindsAsGroup(reading: Reading, { shared }: Parameter, unit: UnitId, day: Day): boolean {
  if (!shared) return false
  const said = unitAt(reading, unit, day)
  return said !== undefined && bindsLibraries(said)
}

export const bindsLibraries = ({ type, level = '1' }: Unit): boolean => type === 'group' && level >= '2'

/** What is left over below a table that binds counts for nothing, also for codes that the table leaves to the region. */
const isTableOf = (reading: Reading, parameter: Parameter, unit: UnitId, day: Day, said: Said) =>
  bindsAsGroup(reading, parameter, unit, day) && [...said.values()].some(rows => rows.some(row => holdsOn(row, day)))

/** Everything a unit says under one parameter, whenever and for whichever codes; no index is made for one question. */
export function rowsOf(reading: Reading, { name }: Parameter, unit: UnitId): readonly ParameterRow[] {
  const rows = reading.of(parameterFact, unit)
  const index = indexes.get(rows)
  return index ? [...index.get(name)?.values() ?? []].flat()
    : rows.filter(({ key }) => key.startsWith(name) && endOfName(key) === name.length)
}

/** The parameters under which a unit says anything that holds on a day or later. */
export const namesSaid = (reading: Reading, unit: UnitId, day: Day): string[] =>
  [...saidOf(reading, unit)].filter(([, said]) => said.values().some(rows => rows.some(({ to }) => to === null || to >= day)))
    .map(([name]) => name)

/** By codes (`60|*`), what a unit says under a parameter. */
type Said = ReadonlyMap<string, readonly ParameterRow[]>
const indexes = new WeakMap<readonly ParameterRow[], ReadonlyMap<string, Said>>()
const NOTHING: ReadonlyMap<string, Said> = new Map()

/** A unit with a hundred rule lines is not searched line by line: kept as long as it says the same. */
function saidOf(reading: Reading, unit: UnitId): ReadonlyMap<string, Said> {
  const rows = reading.of(parameterFact, unit)
  if (rows.length === 0) return NOTHING
  const known = indexes.get(rows)
  if (known) return known
  const index = new Map<string, Map<string, ParameterRow[]>>()
  for (const row of rows) {
    const end = endOfName(row.key)
    const season = row.key.indexOf('@', end)
    const [name, codes] = [row.key.slice(0, end), row.key.slice(end + 1, season < 0 ? undefined : season)]
    let said = index.get(name)
    if (!said) index.set(name, said = new Map())
    const alike = said.get(codes)
    if (alike) alike.push(row)
    else said.set(codes, [row])
  }
  indexes.set(rows, index)
  return index
}

const NO_CODES: readonly string[] = ['']

/** The codes under which an answer may stand, the most exact first. */
function codesAsked({ dimensions }: Parameter, where: Where = {}): readonly string[] {
  if (!dimensions?.length) return NO_CODES
  const [one, other] = dimensions
  const first = one ? where[one.name] ?? ANY : ANY
  if (!other) return first === ANY ? [ANY] : [first, ANY]
  const second = where[other.name] ?? ANY
  const asked = [`${first}|${second}`, `${first}|${ANY}`, `${ANY}|${second}`, `${ANY}|${ANY}`]
  return first === ANY || second === ANY ? [...new Set(asked)] : asked
}

function nearestOf(said: Said, codes: readonly string[], day: Day) {
  let row: ParameterRow | undefined
  let binds = false
  for (const asked of codes) {
    const rows = said.get(asked)
    if (!rows) continue
    const here = onDay(rows, day)
    row ??= here
    binds ||= here?.body.locked ?? false
  }
  return row && { row, binds }
}

function onDay(rows: readonly ParameterRow[], day: Day): ParameterRow | undefined {
  let always: ParameterRow | undefined
  for (const row of rows) {
    if (!holdsOn(row, day)) continue
    const at = row.key.indexOf('@')
    if (at < 0) always = row
    else if (isInSeason(row.key.slice(at + 1), day)) return row
  }
  return always
}

function isInSeason(span: string, day: Day): boolean {
  const [from, to, date] = [span.slice(0, 5), span.slice(6), day.slice(5)]
  return from <= to ? from <= date && date <= to : from <= date || date <= to
}
