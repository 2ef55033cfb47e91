import { beyondReach } from '#core/change-set.ts'
import { corePermissions } from '#core/contract/permission.ts'
import type { Context } from '#core/context.ts'
import type { Day, Parameter, UnitId, Where } from '#core/contract.ts'
import { readParameterKey, resolve, rowsOf, saidAt, type ParameterRow } from '#core/parameter.ts'
import { notFound } from '#core/refusal.ts'
import { pathToday, unitAt } from '#core/unit.ts'
import { boundBy } from './bound.ts'
import type { WholeParameter } from './contract/answer/whole.ts'
import { touchesOf } from './touch.ts'
import { textOf } from './value-text.ts'
import { applies, isLevelOf, neededFor } from './value.ts'
import { whereWords } from './where-words.ts'

const HISTORY_SHOWN = 20

/** What holds for one setting in a place on a day, and everything that explains it. */
export async function wholeParameter(
  ctx: Context, parameter: Parameter, unit: UnitId, day: Day, where: Where,
): Promise<WholeParameter> {
  const { configuration, language } = ctx
  if (!unitAt(configuration, unit, day)) throw notFound()
  const { value, row } = resolve(configuration, parameter, unit, day, where)
  const lockedBy = boundBy(configuration, parameter, unit, day, where)
  const history = await touchesOf(ctx, parameter.name, unit, day, { limit: HISTORY_SHOWN })
  return {
    version: configuration.version, name: parameter.name, unit, day, where: { ...where },
    unitName: placed(ctx, unit, day).unitName,
    value, valueText: textOf(parameter, row, language),
    own: saidAt(configuration, parameter, unit, day, where) !== undefined,
    from: row ? await originOf(ctx, parameter, row, day) : null,
    locked: lockedBy !== undefined, ...(lockedBy ? { lockedBy: placed(ctx, lockedBy, day) } : {}),
    applies: applies(configuration, parameter, unit, day, where),
    path: pathToday(configuration, unit, day).toReversed().map(id => stepOf(ctx, parameter, id, day, where, row)),
    rows: rowsOf(configuration, parameter, unit).map(said => rowSaid(ctx, parameter, said, day)),
    history: history.data,
    mayChange: lockedBy === undefined && isLevelOf(ctx, parameter, unit, day)
      && neededFor(ctx, parameter).every(permission => ctx.may(permission, unit)),
    mayCorrectPast: ctx.may(corePermissions.correctPast, unit),
  }
}

async function originOf(ctx: Context, parameter: Parameter, row: ParameterRow, day: Day): Promise<WholeParameter['from']> {
  const seen: Saying | undefined = await sayingOf(ctx, row.saidIn)
  const said = seen ?? await beyondReach(ctx, () => sayingOf(ctx, row.saidIn))
  return {
    ...placed(ctx, row.unit, day), ...placeOf(ctx, parameter, row, day),
    since: row.from, until: row.to, set: row.saidIn, ...(row.body.basis ? { basis: row.body.basis } : {}),
    by: seen?.author_name ?? null, at: said?.at ?? null, why: seen?.reason ?? null,
  }
}

interface Saying { author_name: string; at: string; reason: string | null }
const sayingOf = (ctx: Context, id: string): Promise<Saying | undefined> =>
  ctx.db('change_set').where({ id }).first('author_name', 'at', 'reason').then()

function stepOf(
  ctx: Context, parameter: Parameter, unit: UnitId, day: Day, where: Where, won: ParameterRow | undefined,
): WholeParameter['path'][number] {
  const here = saidAt(ctx.configuration, parameter, unit, day, where)
  return {
    ...placed(ctx, unit, day),
    said: here ? {
      ...placeOf(ctx, parameter, here.row, day), value: here.row.body.value,
      valueText: textOf(parameter, here.row, ctx.language), since: here.row.from, until: here.row.to,
      binds: here.binds, ...(here.row.body.basis ? { basis: here.row.body.basis } : {}),
    } : null,
    wins: here !== undefined && here.row === won,
  }
}

function rowSaid(ctx: Context, parameter: Parameter, row: ParameterRow, day: Day): WholeParameter['rows'][number] {
  const { body: { value, locked = false, basis }, from, to, saidIn } = row
  return {
    ...placeOf(ctx, parameter, row, day), from, to, value, valueText: textOf(parameter, row, ctx.language), locked,
    ...(basis ? { basis } : {}), set: saidIn,
    state: from !== null && from > day ? 'planned' : to !== null && to < day ? 'past' : 'now',
  }
}

/** For which codes and in which part of the year a row holds, and so in words. */
export function placeOf({ configuration, language }: Context, parameter: Parameter, row: ParameterRow, day: Day) {
  const { where, season } = readParameterKey(row.key, parameter)
  return {
    where: { ...where }, ...(season ? { season } : {}),
    whereText: whereWords(configuration, parameter, row.unit, day, { where, season }, language),
  }
}

export function placed({ configuration }: Context, unit: UnitId, day: Day) {
  const said = unitAt(configuration, unit, day)
  return { unit, unitName: said?.name ?? '', type: said?.type ?? 'system' as const }
}
