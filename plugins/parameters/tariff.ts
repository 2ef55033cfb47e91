import { holdsOn, type Reading } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { ANY, type Day, type Parameter, type UnitId, type Where } from '#core/contract.ts'
import { parameterKey, readParameterKey, resolve, rowsOf } from '#core/parameter.ts'
import { notFound } from '#core/refusal.ts'
import { pathToday, unitAt } from '#core/unit.ts'
import { areas } from './contract/area.ts'
import type { TariffLine, TariffSheet } from './contract/answer/tariff.ts'
import { asksMoney } from './definition.ts'
import { spelledOut } from './shown-value.ts'
import { textOf } from './value-text.ts'
import { applies } from './value.ts'
import { placed, placeOf } from './whole.ts'

/** What is asked of patrons at a unit on a day, by chapter, each price with the decision it rests on. */
export function tariffsAt(ctx: Context, unit: UnitId, day: Day): TariffSheet {
  const { configuration, installation, language } = ctx
  const here = unitAt(configuration, unit, day)
  if (!here) throw notFound()
  const priced = [...installation.registry.parameters.values()]
    .filter(parameter => asksMoney(parameter) && applies(configuration, parameter, unit, day))
  const byArea = Map.groupBy(priced, ({ area }) => area)
  return {
    version: configuration.version, unit, unitName: here.name, day,
    areas: Object.entries(areas).flatMap(([area, title]) => {
      const lines = (byArea.get(area) ?? []).flatMap(parameter => linesOf(ctx, parameter, unit, day))
      return lines.length ? [{ area, title: title[language], lines }] : []
    }),
  }
}

/** The lines of one setting that hold at a unit: that for all codes, and each for single codes that nothing nearer covers. */
export function linesOf(ctx: Context, parameter: Parameter, unit: UnitId, day: Day): TariffLine[] {
  return codesSaid(ctx.configuration, parameter, unit, day).flatMap(where => lineFor(ctx, parameter, unit, day, where))
}

function lineFor(ctx: Context, parameter: Parameter, unit: UnitId, day: Day, where: Where): TariffLine[] {
  const { configuration, language } = ctx
  const { value, row } = resolve(configuration, parameter, unit, day, where)
  const own = row && placeOf(ctx, parameter, row, day)
  // A row that says it for more than these codes has a line of its own.
  const isItsOwn = own ? sameCodes(parameter, own.where, where) : sameCodes(parameter, {}, where)
  return isItsOwn ? [{
    parameter: parameter.name, title: parameter.title[language], ...(own ?? { where: { ...where }, whereText: '' }),
    value, valueText: textOf(parameter, row, language), ...spelledOut(parameter, value, language),
    own: row?.unit === unit, from: row ? placed(ctx, row.unit, day) : null, since: row?.from ?? null,
    basis: row?.body.basis ?? null,
  }] : []
}

/** The codes for which the unit or one above it says anything on a day, "any" always among them. */
export function codesSaid(reading: Reading, parameter: Parameter, unit: UnitId, day: Day): Where[] {
  const said = pathToday(reading, unit, day).flatMap(id => rowsOf(reading, parameter, id))
    .filter(row => holdsOn(row, day)).map(row => readParameterKey(row.key, parameter).where)
  const byKey = new Map([{}, ...said].map(where => [parameterKey(parameter, where), where]))
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, where]) => where)
}

const sameCodes = ({ dimensions = [] }: Parameter, one: Where, other: Where) =>
  dimensions.every(({ name }) => (one[name] ?? ANY) === (other[name] ?? ANY))
