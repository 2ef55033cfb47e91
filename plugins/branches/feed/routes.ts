import { Type } from 'typebox'
import type { Context } from '#core/context.ts'
import type { Routes } from '#core/plugin.ts'
import { notFound } from '#core/refusal.ts'
import { feedDays } from '../contract/parameter.ts'
import { FeedBranch, FeedLibrary } from '../contract/feed.ts'
import { publicUnit } from '../public-place.ts'
import { sendKept, type Asked } from './kept-answer.ts'
import {
  branchPage,
  calendarFile,
  jsonLd,
  libraryPage,
  osmValue,
  placesOf,
  publicPlace,
  websiteLocation,
  type PublicPlace,
} from './pages.ts'

const strict = { additionalProperties: false } as const
const config = {
  allow: 'anyone',
  reads: 'configuration',
  rateLimit: { max: 1200, timeWindow: '1 minute' },
} as const
const placeTypes = ['branch', 'bookmobile', 'stop'] as const

const File = Type.Object(
  {
    file: Type.String({
      maxLength: 40,
      pattern: '^[A-Za-z0-9-]+(\\.(jsonld|ics|osm))?$',
      examples: ['0123', '0123.ics'],
    }),
  },
  strict,
)
const Code = Type.Object({ code: Type.String({ maxLength: 30, pattern: '^[A-Za-z0-9-]+$' }) }, strict)
const Ahead = Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 400 })) }, strict)

/** What websites, map makers and diaries read without signing in. Only what the public may know is here. */
export const feedRoutes: Routes = async app => {
  app.addHook('onSend', async (_request, reply) => {
    void reply
      .header('access-control-allow-origin', '*')
      .header('access-control-expose-headers', 'etag')
      .header('cross-origin-resource-policy', 'cross-origin')
  })
  app.options(
    '/public/*',
    { config: { allow: 'anyone', ownWork: true }, schema: { hide: true } },
    async (_request, reply) =>
      reply
        .header('access-control-allow-methods', 'GET, HEAD')
        .header('access-control-allow-headers', 'if-none-match')
        .header('access-control-max-age', '86400')
        .code(204)
        .send(),
  )

  app.get(
    '/public/branches/:file',
    {
      config,
      schema: {
        summary: 'Hours and days of a branch as JSON, iCalendar, OpenStreetMap or schema.org',
        tags: ['public'],
        params: File,
        querystring: Ahead,
        response: { 200: FeedBranch, 304: Type.Null() },
      },
    },
    (request, reply) => {
      const [code = '', format] = request.params.file.split('.')
      return sendAs(request, reply, format, () => placeFor(request, code))
    },
  )

  app.get(
    '/public/libraries/:file',
    {
      config,
      schema: {
        summary: 'Hours and days of all branches of a library',
        tags: ['public'],
        params: File,
        querystring: Ahead,
        response: { 200: FeedLibrary, 304: Type.Null() },
      },
    },
    (request, reply) => {
      const [code = '', format] = request.params.file.split('.')
      const library = libraryFor(request, code)
      const places = () => placesOf(request.ctx, library.id, library.ahead)
      if (format === 'ics') return sendAs(request, reply, format, () => library)
      if (format === 'osm')
        return sendKept(request, reply, 'text/plain; charset=utf-8', () =>
          places()
            .map(place => `${place.unit.code}\t${osmValue(place)}\n`)
            .join(''),
        )
      if (format === 'jsonld') {
        return sendKept(request, reply, 'application/ld+json; charset=utf-8', () =>
          JSON.stringify({
            '@context': 'https://schema.org',
            '@graph': places().map(place => ({
              ...jsonLd(place, addressOf(request, place)),
              '@context': undefined,
            })),
          }),
        )
      }
      return sendKept(request, reply, 'application/json; charset=utf-8', () =>
        JSON.stringify(libraryPage(library, places())),
      )
    },
  )

  app.get(
    '/public/website/libraries/:code',
    {
      config,
      schema: {
        summary: 'Branches of a library as their website reads them',
        tags: ['public'],
        params: Code,
        querystring: Ahead,
        response: { 200: Locations, 304: Type.Null() },
      },
    },
    (request, reply) => {
      const library = libraryFor(request, request.params.code)
      return sendKept(request, reply, 'application/json; charset=utf-8', ctx =>
        JSON.stringify({ locations: placesOf(ctx, library.id, library.ahead).map(websiteLocation) }),
      )
    },
  )

  app.get(
    '/public/website/branches/:code',
    {
      config,
      schema: {
        summary: 'One branch as its website reads it',
        tags: ['public'],
        params: Code,
        querystring: Ahead,
        response: { 200: Location, 304: Type.Null() },
      },
    },
    (request, reply) => {
      const place = placeFor(request, request.params.code)
      return sendKept(request, reply, 'application/json; charset=utf-8', () =>
        JSON.stringify(websiteLocation(place)),
      )
    },
  )
}

/** The shape that websites read today is only described: it is theirs. */
const Location = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    'opening-hours': Type.Array(Type.Unknown()),
    'closing-info': Type.Array(Type.Unknown()),
  },
  { additionalProperties: true },
)
const Locations = Type.Object({ locations: Type.Array(Location) })

function sendAs(request: Asked, reply: object, format: string | undefined, placeOf: () => PublicPlace): never {
  const place = placeOf()
  if (format === 'ics')
    return sendKept(request, reply, 'text/calendar; charset=utf-8', () =>
      calendarFile(place, request.query.days ?? 400),
    )
  if (format === 'osm') return sendKept(request, reply, 'text/plain; charset=utf-8', () => osmValue(place))
  if (format === 'jsonld')
    return sendKept(request, reply, 'application/ld+json; charset=utf-8', () =>
      JSON.stringify(jsonLd(place, addressOf(request, place))),
    )
  return sendKept(request, reply, 'application/json; charset=utf-8', () => JSON.stringify(branchPage(place)))
}

const addressOf = (request: Asked, { unit }: PublicPlace) =>
  `${request.protocol}://${request.host}/public/branches/${unit.code}`

const aheadOf = (ctx: Context, unit: string, { query }: Asked) => query.days ?? ctx.parameter(feedDays, unit)

function placeFor(request: Asked, code: string): PublicPlace {
  const { ctx } = request
  const unit = publicUnit(ctx.configuration, code, ctx.today(), placeTypes)
  if (!unit) throw notFound()
  return publicPlace(ctx, unit, aheadOf(ctx, unit, request))
}

function libraryFor(request: Asked, code: string): PublicPlace {
  const { ctx } = request
  const unit = publicUnit(ctx.configuration, code, ctx.today(), ['library'])
  if (!unit) throw notFound()
  return publicPlace(ctx, unit, aheadOf(ctx, unit, request))
}
