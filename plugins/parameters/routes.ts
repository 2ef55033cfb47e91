import { Type } from 'typebox'
import type { Context } from '#core/context.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { Day, languages, UnitId, type Parameter, type Season, type Where } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { notFound, refused } from '#core/refusal.ts'
import { SYSTEM } from '#core/unit.ts'
import { codeFaults } from './code-fault.ts'
import { compareRoutes } from './compare/routes.ts'
import { Definitions } from './contract/answer/definition.ts'
import { ChangesForUs } from './contract/answer/for-us.ts'
import { ParameterPlaces } from './contract/answer/place.ts'
import { PublicSettings, TariffSheet } from './contract/answer/tariff.ts'
import { ParameterUnits, ParameterValues, RecentParameters } from './contract/answer/value.ts'
import { ParameterHistory, ParameterThen, WholeParameter } from './contract/answer/whole.ts'
import { helpLinks } from './contract/parameter.ts'
import { definitionsIn } from './definition.ts'
import { everywhere } from './everywhere.ts'
import { changesForUs } from './for-us.ts'
import { placesOf } from './place.ts'
import { publicSettings } from './public-settings.ts'
import { recentAt } from './recent.ts'
import { presetRoutes } from './preset/routes.ts'
import { decisionRoutes } from './decision/routes.ts'
import { sheetRoutes } from './sheet/routes.ts'
import { tariffsAt } from './tariff.ts'
import { parameterThen } from './then.ts'
import { touchesOf } from './touch.ts'
import { valuesIn } from './value.ts'
import { wholeParameter } from './whole.ts'

const strict = { additionalProperties: false } as const
const OfUnit = Type.Object({ unit: Type.Optional(UnitId) }, strict)
const Code = Type.String({ minLength: 1, maxLength: 20 })
/** For which unit, day and codes; today at the whole system, for any, where nothing is said. */
const Place = {
  unit: Type.Optional(UnitId), day: Type.Optional(Day), membership: Type.Optional(Code), material: Type.Optional(Code),
}
/** A part of every year: `07-01/08-31`. */
const Span = Type.String({ pattern: '^[01]\\d-[0-3]\\d/[01]\\d-[0-3]\\d$', maxLength: 11, examples: ['07-01/08-31'] })
const Named = Type.Object({ parameter: Type.String({ maxLength: 80, examples: ['branches.feed-days'] }) }, strict)
const InLanguage = Type.Object({ language: Type.Optional(Type.Enum(languages)) }, strict)
const json = 'application/json; charset=utf-8'

/** Configuration is read across libraries, because comparing is a feature. */
const allow = { permission: corePermissions.see }

export const routes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['parameters'], ...parts })

  api.get('/parameters/definitions', {
    config: { allow, reads: 'configuration' },
    schema: schema('Everything that can be set: schema, bounds, levels and words', {
      querystring: InLanguage, response: { 200: Definitions, 304: Type.Null() },
    }),
  }, async ({ ctx, query, headers }, reply) => {
    const { text, etag } = definitionsIn(ctx.installation.registry, query.language ?? ctx.language)
    void reply.header('etag', etag).header('cache-control', 'private, no-cache')
    if (headers['if-none-match'] === etag) return reply.code(304).send(null)
    return reply.type(json).send(text as never)
  })

  api.get('/parameters/values', {
    config: { allow, reads: 'configuration' },
    schema: schema('Every setting as it holds at a unit on a day', {
      querystring: Type.Object({ unit: Place.unit, day: Place.day }, strict), response: { 200: ParameterValues },
    }),
  }, async ({ ctx, query: { unit = SYSTEM, day = ctx.today() } }, reply) =>
    reply.type(json).send(valuesIn(ctx, unit, day) as never))

  api.get('/parameters/:parameter', {
    config: { allow },
    schema: schema('One setting at a unit: what holds, who says so and why', {
      params: Named, querystring: Type.Object(Place, strict), response: { 200: WholeParameter },
    }),
  }, ({ ctx, params, query: { unit = SYSTEM, day = ctx.today(), ...where } }) => {
    const parameter = named(ctx, params.parameter)
    return wholeParameter(ctx, parameter, unit, day, codesOf(ctx, parameter, where))
  })

  api.get('/parameters/:parameter/units', {
    config: { allow, reads: 'configuration' },
    schema: schema('One setting at every unit on a day', {
      params: Named, response: { 200: ParameterUnits },
      querystring: Type.Object({ day: Place.day, membership: Place.membership, material: Place.material }, strict),
    }),
  }, async ({ ctx, params, query: { day = ctx.today(), ...where } }, reply) => {
    const parameter = named(ctx, params.parameter)
    const answer = everywhere(ctx, parameter, day, codesOf(ctx, parameter, where))
    return reply.type(json).send(JSON.stringify(answer) as never)
  })

  api.get('/parameters/:parameter/places', {
    config: { allow, reads: 'configuration' },
    schema: schema('Where one may give a setting a value', {
      params: Named, response: { 200: ParameterPlaces },
      querystring: Type.Object({
        from: Day, to: Type.Optional(Day), season: Type.Optional(Span),
        membership: Place.membership, material: Place.material,
      }, strict),
    }),
  }, ({ ctx, params, query: { from, to = null, season, ...where } }) => {
    const parameter = named(ctx, params.parameter)
    return placesOf(ctx, parameter, { from, to, season: season ? spanIn(season) : undefined, where: codesOf(ctx, parameter, where) })
  })

  api.get('/parameters/:parameter/then', {
    config: { allow },
    schema: schema('What held on a day, as known then and as corrected since', {
      params: Named, querystring: Type.Object({ ...Place, day: Day }, strict), response: { 200: ParameterThen },
    }),
  }, ({ ctx, params, query: { unit = SYSTEM, day, ...where } }) => {
    const parameter = named(ctx, params.parameter)
    return parameterThen(ctx, parameter, unit, day, codesOf(ctx, parameter, where))
  })

  api.get('/parameters/recent', {
    config: { allow },
    schema: schema('Settings changed here or above since a day', {
      querystring: Type.Object({ unit: Place.unit, since: Day }, strict), response: { 200: RecentParameters },
    }),
  }, ({ ctx, query: { unit = SYSTEM, since } }) => recentAt(ctx, unit, since))

  api.get('/parameters/for-us', {
    config: { allow: { ...allow, unit: ({ query }) => (query as { unit: UnitId }).unit } },
    schema: schema('What others changed that another value holds for here', {
      querystring: Type.Object({ unit: UnitId }, strict), response: { 200: ChangesForUs },
    }),
  }, ({ ctx, query }) => changesForUs(ctx, query.unit))

  api.get('/tariffs', {
    config: { allow, reads: 'configuration' },
    schema: schema('The tariff sheet of a unit on a day, with its decisions', {
      querystring: Type.Object({ unit: Place.unit, day: Place.day }, strict), response: { 200: TariffSheet },
    }),
  }, ({ ctx, query: { unit = SYSTEM, day = ctx.today() } }) => tariffsAt(ctx, unit, day))

  api.get('/parameters/:parameter/history', {
    config: { allow },
    schema: schema('Who changed a setting when and why, newest first', {
      params: Named, response: { 200: ParameterHistory },
      querystring: Type.Object({
        unit: Place.unit, before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      }, strict),
    }),
  }, ({ ctx, params, query: { unit = SYSTEM, ...question } }) =>
    touchesOf(ctx, named(ctx, params.parameter).name, unit, ctx.today(), question))

  api.get('/help', {
    config: { allow: 'signed-in', reads: 'configuration' },
    schema: schema('Where a unit’s own help stands, by screen', {
      querystring: OfUnit, response: { 200: Type.Record(Type.String(), Type.String()) },
    }),
  }, ({ ctx, query }) => ctx.parameter(helpLinks, query.unit ?? SYSTEM))

  await api.register(compareRoutes)
  await api.register(sheetRoutes)
  await api.register(presetRoutes)
  await api.register(decisionRoutes)
}

/** For everybody, where a library shows it. */
export const publicRoutes: Routes = async app => {
  app.get('/public/settings', {
    config: { allow: 'anyone', reads: 'configuration', rateLimit: { max: 300, timeWindow: '1 minute' } },
    schema: {
      summary: 'How a library set its rules, for everybody',
      tags: ['public'], response: { 200: PublicSettings },
      querystring: Type.Object({ unit: Place.unit, day: Place.day, ...InLanguage.properties }, strict),
    },
  }, ({ ctx, query: { unit, day = ctx.today(), language = ctx.language } }) =>
    publicSettings({ ...ctx, language }, unit, day))
}

function named({ installation: { registry } }: Context, name: string): Parameter {
  const parameter = registry.parameters.get(name)
  if (!parameter) throw notFound()
  return parameter
}

/** Refuses codes by which a setting does not differ, or that are on no list: an answer for "any" would mislead. */
function codesOf({ configuration }: Context, parameter: Parameter, where: Where): Where {
  const faults = codeFaults(configuration, parameter, where, '/querystring')
  if (faults.length) throw refused(faults)
  return where
}

const spanIn = (span: string): Season => ({ from: span.slice(0, 5), to: span.slice(6) })
