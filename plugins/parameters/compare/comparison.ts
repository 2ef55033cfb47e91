import type { Context } from '#core/context.ts'
import type { Day, Parameter, UnitId, UnitType, Where } from '#core/contract.ts'
import { resolve, type ParameterRow } from '#core/parameter.ts'
import { notFound, refused } from '#core/refusal.ts'
import { SYSTEM, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { codeFaults } from '../code-fault.ts'
import type { ComparedParameter, ComparedValue, Comparison, CompareQuery, Distribution } from '../contract/answer/compare.ts'
import { shownPart, shownValue } from '../shown-value.ts'
import { textOf } from '../value-text.ts'
import { whereWords } from '../where-words.ts'
import { distributionOf, percentOf, type Counted } from './distribution.ts'
import { chosenLibraries } from './library.ts'

/** Settings side by side in the libraries asked for, with how these spread and what stands out. */
export function comparisonOf(ctx: Context, { names, membership, material, day = ctx.today(), ...filter }: CompareQuery): Comparison {
  const where = { ...(membership === undefined ? {} : { membership }), ...(material === undefined ? {} : { material }) }
  const parameters = names.map(name => parameterCalled(ctx, name))
  const chosen = chosenLibraries(ctx, day, filter)
  const lined = parameters.find(({ dimensions }) => dimensions?.length)
  refuseCodes(ctx, parameters, where)
  return {
    version: ctx.configuration.version, day, where,
    whereText: lined ? whereWords(ctx.configuration, lined, SYSTEM, day, { where }, ctx.language) : '',
    ...chosen,
    parameters: parameters.map(parameter => compared(ctx, parameter, { day, where, libraries: chosen.libraries.map(({ id }) => id) })),
  }
}

export function parameterCalled({ installation: { registry } }: Context, name: string): Parameter {
  const parameter = registry.parameters.get(name)
  if (!parameter) throw notFound()
  return parameter
}

/** A code by which none of the settings differs, or that is on no list, would show something else than was asked. */
function refuseCodes({ configuration }: Context, parameters: readonly Parameter[], where: Where) {
  const faults = Object.entries(where).flatMap(([name, code]) => {
    const parameter = parameters.find(({ dimensions = [] }) => dimensions.some(one => one.name === name)) ?? parameters[0]
    return parameter ? codeFaults(configuration, parameter, { [name]: code }, '/querystring') : []
  })
  if (faults.length) throw refused(faults)
}

interface Asked { readonly day: Day; readonly where: Where; readonly libraries: readonly UnitId[] }

function compared(ctx: Context, parameter: Parameter, { day, where, libraries }: Asked): ComparedParameter {
  const { name, title, area, unit, fields = {}, dimensions = [] } = parameter
  const { language } = ctx
  const values = new Map<string, { value: unknown; text: string; count: number; n: number }>()
  const found = libraries.map(library => {
    const { value, row } = resolve(ctx.configuration, parameter, library, day, where)
    const key = JSON.stringify(value)
    const known = values.get(key) ?? { value, text: textOf(parameter, row, language), count: 0, n: values.size }
    known.count++
    values.set(key, known)
    return { is: known.n, from: levelOf(ctx, row, day), ...otherwise(ctx, parameter, { library, day, where, row, key }) }
  })
  const distinct = [...values.values()]
  const parts = Object.entries(fields).map(([part, field]) => ({
    name: part, title: field.title[language], unit: field.unit,
    distribution: distributionOf(countedOf(distinct, part), field.unit, value => shownPart(field, value, language)),
  }))
  const distribution = distributionOf(distinct, unit, value => shownValue(parameter, value, language),
    parts.length ? value => parts.some(part => standsOut(part.distribution, partOf(value, part.name))) : undefined)
  return {
    name, title: title[language], area, unit, defaultText: textOf(parameter, undefined, language),
    lines: dimensions.length > 0, distribution, parts, cells: found,
    values: distinct.map(one => valueOf(one, distribution, parts, libraries.length)),
  }
}

/** How many libraries have each value of one part. */
function countedOf(whole: readonly Counted[], part: string): Counted[] {
  const counts = new Map<unknown, number>()
  for (const { value, count } of whole) counts.set(partOf(value, part), (counts.get(partOf(value, part)) ?? 0) + count)
  return [...counts].map(([value, count]) => ({ value, count }))
}

export const partOf = (value: unknown, part: string): unknown => (value as Record<string, unknown> | null)?.[part] ?? null

const standsOut = ({ counts }: Distribution, value: unknown) => counts.find(one => one.value === value)?.outlier ?? false

function valueOf(
  { value, text, count }: { value: unknown; text: string; count: number },
  distribution: Distribution, parts: ComparedParameter['parts'], all: number,
): ComparedValue {
  const said = parts.map(({ name, distribution: spread }) => {
    const one = partOf(value, name)
    return { name, text: spread.counts.find(part => part.value === one)?.text ?? '', outlier: standsOut(spread, one) }
  })
  return {
    value, text, count, percent: percentOf(count, all), outlier: standsOut(distribution, value),
    ...(said.length ? { parts: said } : {}),
  }
}

const levelOf = ({ configuration }: Context, row: ParameterRow | undefined, day: Day): UnitType | null =>
  row ? unitAt(configuration, row.unit, day)?.type ?? 'system' : null

/** How many branches of a library have another value than it has. */
function otherwise(
  { configuration }: Context, parameter: Parameter,
  { library, day, where, row, key }: { library: UnitId; day: Day; where: Where; row: ParameterRow | undefined; key: string },
): { otherwise?: number } {
  const tree = treeOn(configuration, day)
  const count = unitsBelow(tree, library).slice(1).filter(id => {
    if (tree.units.get(id)?.type === 'stop') return false
    const here = resolve(configuration, parameter, id, day, where)
    return here.row !== row && JSON.stringify(here.value) !== key
  }).length
  return count ? { otherwise: count } : {}
}
