import { overlaps } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, Parameter, Season, Where } from '#core/contract.ts'
import { parameterFact, parameterKey } from '#core/parameter.ts'
import { treeOn } from '#core/unit.ts'
import { boundBy } from './bound.ts'
import type { ParameterPlaces } from './contract/answer/place.ts'
import { isLevelOf, neededFor } from './value.ts'
import { textOf } from './value-text.ts'

/** For which codes, which part of the year and which days a value would be given. */
export interface Wanted { readonly where: Where; readonly season?: Season | undefined; readonly from: Day; readonly to: Day | null }

/**
 * Every place where whoever asks may give a setting a value, with what a level above binds and with the place's own
 * words that would make way: those for exactly these codes and this part of the year, on any of these days.
 */
export function placesOf(ctx: Context, parameter: Parameter, { where, season, from, to }: Wanted): ParameterPlaces {
  const { configuration, language } = ctx
  const needed = neededFor(ctx, parameter)
  const key = parameterKey(parameter, where, season)
  const units = treeOn(configuration, from).order.filter(unit =>
    isLevelOf(ctx, parameter, unit, from) && needed.every(permission => ctx.may(permission, unit)))
  const data = units.map(unit => {
    const own = configuration.of(parameterFact, unit).find(row => row.key === key && overlaps(row, { from, to }))
    return {
      unit, own: own ? textOf(parameter, own, language) : null,
      boundBy: boundBy(configuration, parameter, unit, from, where) ?? null,
    }
  })
  return { version: configuration.version, name: parameter.name, data }
}
