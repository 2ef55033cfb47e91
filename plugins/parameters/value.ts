import { isDeepStrictEqual } from 'node:util'
import { holdsOn, type Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, Parameter, Permission, UnitId, UnitType, Where } from '#core/contract.ts'
import { namesSaid, resolve, rowsOf, saidAt, type ParameterRow } from '#core/parameter.ts'
import { notFound } from '#core/refusal.ts'
import { pathToday, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { boundBy } from './bound.ts'
import type { ParameterValue, ParameterValues } from './contract/answer/value.ts'
import { permissions } from './contract/permission.ts'
import { textOf } from './value-text.ts'

const MOST_KEPT = 300
const kept = new WeakMap<Configuration, Map<string, string>>()

/** Every setting as it holds at a unit on a day, as it is sent: written once for as long as nothing changes. */
export function valuesIn(ctx: Context, unit: UnitId, day: Day): string {
  const { configuration, language } = ctx
  if (!unitAt(configuration, unit, day)) throw notFound()
  const held = permissionsHeld(ctx, unit)
  const texts = kept.get(configuration) ?? new Map<string, string>()
  kept.set(configuration, texts)
  const name = `${unit} ${day} ${language} ${[...held].join(' ')}`
  const known = texts.get(name)
  if (known !== undefined) return known
  const text = JSON.stringify(valuesOf(ctx, unit, day, held))
  if (texts.size >= MOST_KEPT) texts.clear()
  texts.set(name, text)
  return text
}

function valuesOf(ctx: Context, unit: UnitId, day: Day, held: ReadonlySet<string>): ParameterValues {
  const { configuration, installation } = ctx
  const below = countBelow(configuration, unit, day)
  const type = unitAt(configuration, unit, day)?.type
  const said = new Set(pathToday(configuration, unit, day).flatMap(id => namesSaid(configuration, id, day)))
  const data = [...installation.registry.parameters.values()].map(parameter => {
    const place: Place = { unit, type, day, held, below: below.get(parameter.name) ?? 0 }
    // Of most settings nobody on the path says anything.
    return said.has(parameter.name) ? valueOf(ctx, parameter, place) : defaultOf(ctx, parameter, place)
  })
  const named = new Set(data.flatMap(({ from, lockedBy }) => [...(from ? [from.unit] : []), ...(lockedBy ? [lockedBy] : [])]))
  const units = [...named].map(id => {
    const { name = '', type = 'system' as const } = unitAt(configuration, id, day) ?? {}
    return [id, { name, type }] as const
  })
  return { version: configuration.version, unit, day, data, units: Object.fromEntries(units) }
}

interface Place {
  readonly unit: UnitId; readonly type: UnitType | undefined; readonly day: Day
  readonly held: ReadonlySet<string>; readonly below: number
}

function defaultOf(ctx: Context, parameter: Parameter, place: Place): ParameterValue {
  const { unit, day, below } = place
  return {
    name: parameter.name, value: parameter.default, valueText: textOf(parameter, undefined, ctx.language), own: false, from: null,
    locked: false, differs: false, lines: 0, planned: 0, below, applies: applies(ctx.configuration, parameter, unit, day),
    mayChange: maySet(ctx, parameter, place),
  }
}

const maySet = (ctx: Context, parameter: Parameter, { type, held }: Place) =>
  type !== undefined && parameter.levels.includes(type) && neededFor(ctx, parameter).every(permission => held.has(permission.name))

function valueOf(ctx: Context, parameter: Parameter, place: Place): ParameterValue {
  const { configuration, language } = ctx
  const { unit, day, below } = place
  const { value, row } = resolve(configuration, parameter, unit, day)
  const own = saidAt(configuration, parameter, unit, day)?.row
  const lockedBy = boundBy(configuration, parameter, unit, day)
  const rows = rowsOf(configuration, parameter, unit)
  return {
    name: parameter.name, value, valueText: textOf(parameter, row, language), own: own !== undefined,
    from: row ? { unit: row.unit, since: row.from, set: row.saidIn } : null,
    locked: lockedBy !== undefined, ...(lockedBy ? { lockedBy } : {}),
    differs: own !== undefined && differsFromAbove(configuration, parameter, own, day),
    lines: rows.filter(said => said !== own && holdsOn(said, day)).length,
    planned: rows.filter(({ from }) => from !== null && from > day).length,
    below, applies: applies(configuration, parameter, unit, day),
    mayChange: lockedBy === undefined && maySet(ctx, parameter, place),
  }
}

/** Whether a unit's word is another than what would hold without it. */
export function differsFromAbove(
  configuration: Configuration, parameter: Parameter, own: ParameterRow, day: Day, where?: Where,
): boolean {
  const above = pathToday(configuration, own.unit, day)[1]
  const without = above === undefined ? parameter.default : resolve(configuration, parameter, above, day, where).value
  return !isDeepStrictEqual(own.body.value, without)
}

/** What depends on another setting only matters where that one lets it. */
export const applies = (configuration: Configuration, { onlyWhen }: Parameter, unit: UnitId, day: Day, where?: Where) =>
  onlyWhen === undefined || onlyWhen.is.includes(resolve(configuration, onlyWhen.parameter, unit, day, where).value)

export const isLevelOf = ({ configuration }: Context, { levels }: Parameter, unit: UnitId, day: Day) => {
  const type = unitAt(configuration, unit, day)?.type
  return type !== undefined && levels.includes(type)
}

/** The rights it takes to set a parameter; one that guards rights takes that of giving them as well. */
export const neededFor = ({ installation: { registry } }: Context, { setBy, guards }: Parameter): Permission[] =>
  [setBy ?? permissions.set, ...(guards && registry.givesRights ? [registry.givesRights.permission] : [])]

const asked = new WeakMap<object, readonly Permission[]>()

/** By name the rights to set anything at all that the reader holds at a unit. */
function permissionsHeld(ctx: Context, unit: UnitId): Set<string> {
  const { registry } = ctx.installation
  const all = asked.get(registry) ?? [...new Map([...registry.parameters.values()]
    .flatMap(parameter => neededFor(ctx, parameter)).map(one => [one.name, one])).values()]
  asked.set(registry, all)
  return new Set(all.filter(one => ctx.may(one, unit)).map(({ name }) => name))
}

/** By parameter, how many units below have a word of their own that holds or will. */
function countBelow(configuration: Configuration, unit: UnitId, day: Day): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of unitsBelow(treeOn(configuration, day), unit).slice(1)) {
    for (const name of namesSaid(configuration, id, day)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
