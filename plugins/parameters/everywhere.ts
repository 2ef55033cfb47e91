import type { Context } from '#core/context.ts'
import type { Day, Parameter, Where } from '#core/contract.ts'
import { resolve, saidAt } from '#core/parameter.ts'
import { treeOn } from '#core/unit.ts'
import type { ParameterUnits } from './contract/answer/value.ts'
import { textOf } from './value-text.ts'

/** One setting at every unit that is there on a day, in the order of the tree. */
export function everywhere(ctx: Context, parameter: Parameter, day: Day, where: Where): ParameterUnits {
  const { configuration, language } = ctx
  const data = treeOn(configuration, day).order.map(unit => {
    const { value, row } = resolve(configuration, parameter, unit, day, where)
    return {
      unit, value, valueText: textOf(parameter, row, language),
      own: (row?.unit === unit) || saidAt(configuration, parameter, unit, day, where) !== undefined, from: row?.unit ?? null,
    }
  })
  return { version: configuration.version, name: parameter.name, day, data }
}
