import type { Context } from '#core/context.ts'
import type { Day, Language, Parameter, UnitId } from '#core/contract.ts'
import { parameterFact, resolve } from '#core/parameter.ts'
import { notFound } from '#core/refusal.ts'
import { pathOf, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { permissions } from './contract/permission.ts'
import { type ParameterRow } from './contract/answer.ts'
import { shownValue } from './shown-value.ts'

interface Author { by: string; at: string }

/** Every setting as it holds at a unit today, with where its value comes from. */
export async function parameterRows(ctx: Context, unit: UnitId): Promise<ParameterRow[]> {
  const { configuration, installation } = ctx
  const today = ctx.today()
  if (!unitAt(configuration, unit, today)) throw notFound()
  const parameters = [...installation.registry.parameters.values()]
  const origins = parameters.flatMap(parameter => resolve(configuration, parameter, unit, today).row?.saidIn ?? [])
  const authors = await authorsOf(ctx, origins)
  const below = unitsBelow(treeOn(configuration, today), unit).slice(1)
  return parameters.map(parameter => rowOf(ctx, parameter, { unit, today, authors, below }))
}

interface Place { unit: UnitId; today: Day; authors: ReadonlyMap<string, Author>; below: readonly UnitId[] }

function rowOf(ctx: Context, parameter: Parameter, { unit, today, authors, below }: Place): ParameterRow {
  const { configuration, language } = ctx
  const { name, title, help, schema, levels } = parameter
  const { value, row } = resolve(configuration, parameter, unit, today)
  const own = configuration.at(parameterFact, unit, name, today)
  const shown = (said: unknown) => shownValue(parameter, said, language)
  const author = row && authors.get(row.saidIn)
  const locker = row?.body.locked && row.unit !== unit ? row.unit : undefined
  const type = unitAt(configuration, unit, today)?.type
  return {
    name, plugin: name.split('.')[0] ?? '', title: title[language], help: help[language], unit: parameter.unit, schema,
    levels: [...levels],
    ...(parameter.choices && { choices: wordsFor(parameter.choices, language) }),
    value, valueText: shown(value), default: parameter.default, own: own !== undefined,
    ...(own ? { ownFrom: own.from, ownTo: own.to } : {}),
    from: row ? placed(ctx, row.unit, today) : null,
    ...(author ? { set: author } : {}),
    locked: locker !== undefined, ...(locker ? { lockedBy: placed(ctx, locker, today).unitName } : {}),
    path: pathOf(configuration, unit, today).reverse().map(id => {
      const said = configuration.at(parameterFact, id, name, today)?.body
      return {
        ...placed(ctx, id, today),
        ...(said ? { value: said.value, valueText: shown(said.value), locked: said.locked ?? false } : {})
      }
    }),
    planned: configuration.of(parameterFact, unit).filter(
      said => said.key === name && said.from !== null && said.from > today
    )
      .map(
        said => ({ from: said.from ?? today, to: said.to, value: said.body.value, valueText: shown(said.body.value) })
      ),
    differsIn: below.filter(id => configuration.at(parameterFact, id, name, today)).length,
    mayChange: locker === undefined && type !== undefined && levels.includes(type) && ctx.may(permissions.set, unit),
  }
}

function placed({ configuration }: Context, unit: UnitId, day: Day) {
  const said = unitAt(configuration, unit, day)
  return { unit, unitName: said?.name ?? '', type: said?.type ?? 'system' as const }
}

async function authorsOf(ctx: Context, sets: readonly string[]): Promise<Map<string, Author>> {
  const rows: { id: string; author_name: string; at: string }[] =
    await ctx.db('change_set').whereIn('id', [...new Set(sets)]).select('id', 'author_name', 'at')
  return new Map(rows.map(({ id, author_name: by, at }) => [id, { by, at }]))
}

const wordsFor = (choices: NonNullable<Parameter['choices']>, language: Language) =>
  Object.fromEntries(Object.entries(choices).map(([value, texts]) => [value, texts[language]]))
