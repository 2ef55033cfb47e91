import type {} from '@fastify/cookie'
import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { callerOf } from '#core/guard.ts'
import { Me } from '#core/me.ts'
import type { Routes } from '#core/plugin.ts'
import { languageOf } from '#core/problem.ts'
import { whenceOf } from '#core/session.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { Desk, DeskList, DeskHere, DeskWish, OwnBadge, OwnPin, OwnSwitch, Switch } from '../contract/desk.ts'
import { signInPermissions } from '../contract/permission.ts'
import { deskList, endDesk, makeDesk, oneDesk } from './desk.ts'
import { ownSwitch, setBadge, setPin } from './own.ts'
import { switchAt, thisDesk } from './switch.ts'

/** What makes a PC a desk; it says nothing of who sits there. */
const COOKIE = '__desk'
const YEAR_SECONDS = 365 * 24 * 3600
const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: UnitId }, strict)
const { desks: permission } = signInPermissions
const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['desks'], ...parts })

/** Shared PCs at a desk: made and ended by whoever may, used by whoever works there. */
export const deskRoutes: Routes = async api => {
  const { installation } = api

  api.get('/desks', {
    config: { allow: { permission, unit: ({ query }) => (query as { unit?: UnitId }).unit } },
    schema: schema('Desk PCs of a unit', {
      querystring: Type.Object({ unit: Type.Optional(UnitId) }, strict), response: { 200: DeskList },
    }),
  }, async ({ ctx, query }) => {
    const data = await deskList(ctx, query.unit)
    return { data, total: data.length }
  })

  api.post('/desks', {
    config: { allow: { permission, unit: ({ body }) => (body as DeskWish).unit } },
    schema: schema('Register this PC as a desk', { body: DeskWish, response: { 201: Desk } }),
  }, async ({ ctx, body }, reply) => {
    const key = await makeDesk(ctx, body)
    void reply.code(201).setCookie(COOKIE, key, {
      path: '/api/desk', httpOnly: true, sameSite: 'strict', secure: installation.address.startsWith('https:'), maxAge: YEAR_SECONDS,
    })
    return oneDesk(ctx, body.id)
  })

  api.delete('/desks/:id', {
    config: { allow: { permission } }, schema: schema('End a desk PC', { params: OneOf, response: { 200: Desk } }),
  }, async ({ ctx, params }) => {
    await endDesk(ctx, params.id)
    return oneDesk(ctx, params.id)
  })

  api.get('/desk', {
    config: { allow: 'anyone', ownWork: true, rateLimit: { max: 120, timeWindow: '1 minute' } },
    schema: schema('Which desk PC this is', { response: { 200: DeskHere } }),
  }, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    const asked = { actor: SYSTEM_ACTOR, language: languageOf(request) }
    return inWork(installation, asked, async ctx => ({ desk: await thisDesk(ctx, request.cookies[COOKIE]) }))
  })

  api.post('/desk/switch', {
    config: { allow: 'anyone', ownWork: true, rateLimit: { max: 60, timeWindow: '1 minute' } },
    schema: schema('Change places at a desk by badge or PIN', { body: Switch, response: { 200: Me } }),
  }, async (request, reply) => {
    const before = await callerOf(request).then(({ actor }) => actor.session).catch(() => null)
    const seat = { ...whenceOf(request), key: request.cookies[COOKIE], before }
    return reply.enter(await switchAt(installation, seat, request.body))
  })

  api.put('/desk/pin', {
    config: { allow: 'signed-in' }, schema: schema('Choose one’s PIN', { body: OwnPin, response: { 200: OwnSwitch } }),
  }, async ({ ctx, body }) => {
    await setPin(ctx, body.pin)
    return ownSwitch(ctx)
  })

  api.put('/desk/badge', {
    config: { allow: 'signed-in' },
    schema: schema('Link one’s badge', { body: OwnBadge, response: { 200: OwnSwitch } }),
  }, async ({ ctx, body }) => {
    await setBadge(ctx, body.badge)
    return ownSwitch(ctx)
  })
}
