import type {} from '@fastify/cookie'
import { Type } from 'typebox'
import { demandConfirmed } from '#core/confirm.ts'
import { UnitId } from '#core/contract.ts'
import { callerOf } from '#core/guard.ts'
import type { Routes } from '#core/plugin.ts'
import { notSignedIn, Refusal } from '#core/refusal.ts'
import { whenceOf } from '#core/session.ts'
import { inWork } from '#core/work.ts'
import { Factors } from '../contract/answer.ts'
import { factorsOf } from '../factor/factor.ts'
import { begin, complete, refusedThere } from './flow.ts'
import { unlink } from './linked.ts'
import { signedOutThere, Unheard } from './logout.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: UnitId }, strict)
const COOKIE = 'filiaal-federation'
const PATH = '/api/oidc'
/** A page of the console, where somebody was on their way to. */
const To = Type.String({ maxLength: 200, pattern: '^/([A-Za-z0-9][A-Za-z0-9/_-]*)?$' })
const Onward = Type.Null({ description: 'Sends the browser on' })
const config = { allow: 'anyone', ownWork: true, rateLimit: { max: 300, timeWindow: '1 minute' } } as const

/**
 * Signing in through an identity provider: code flow with PKCE, state and nonce. What is under way is kept here and
 * used up by the first who comes back; the verifier stays with the browser that began.
 */
export const federationRoutes: Routes = async api => {
  const { installation } = api
  /** Lax: the provider sends the browser back from another site, with this cookie and no other. */
  const kept = () => ({
    path: PATH, httpOnly: true, sameSite: 'lax', secure: installation.address.startsWith('https:'), maxAge: 600,
  }) as const

  api.get('/oidc/:id/start', {
    config,
    schema: {
      summary: 'Go to an identity provider to sign in', tags: ['session'], params: OneOf,
      querystring: Type.Object({
        to: Type.Optional(To), afresh: Type.Optional(Type.Boolean()),
      }, strict),
      response: { 303: Onward },
    },
  }, async ({ params, query }, reply) => {
    const { url, verifier } = await begin(installation, params.id, query)
    return reply.setCookie(COOKIE, verifier, kept()).header('cache-control', 'no-store').redirect(url, 303)
  })

  api.post('/oidc/:id/link', {
    config: { allow: 'signed-in', ownWork: true, rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      summary: 'Link one’s account to an identity provider',
      tags: ['session'], params: OneOf, response: { 200: Type.Object({ url: Type.String() }) },
    },
  }, async (request, reply) => {
    const staff = await inWork(installation, await callerOf(request), async ctx => {
      if (ctx.session?.method === 'token' || !ctx.actor.id) throw notSignedIn()
      demandConfirmed(ctx)
      return ctx.actor.id
    })
    const { url, verifier } = await begin(installation, request.params.id, { staff })
    void reply.setCookie(COOKIE, verifier, kept())
    return { url }
  })

  api.delete('/oidc/:id/link', {
    config: { allow: 'signed-in' },
    schema: {
      summary: 'Unlink one’s account from an identity provider',
      tags: ['session'], params: OneOf, response: { 200: Factors },
    },
  }, async ({ ctx, params }) => {
    if (ctx.session?.method === 'token' || !ctx.actor.id) throw notSignedIn()
    demandConfirmed(ctx)
    await unlink(ctx, ctx.actor.id, params.id)
    return factorsOf(ctx, ctx.actor.id)
  })

  api.get('/oidc/:id/callback', {
    config,
    // What a provider adds is left, as the standard asks.
    schema: {
      summary: 'Come back from an identity provider', tags: ['session'], params: OneOf,
      querystring: Type.Object({ state: Type.Optional(Type.String({ maxLength: 200 })) }), response: { 303: Onward },
    },
  }, async (request, reply) => {
    const { params: { id }, query: { state }, cookies: { [COOKIE]: verifier }, url } = request
    void reply.clearCookie(COOKIE, kept()).header('cache-control', 'no-store')
    const back = (page: string) => reply.redirect(`${installation.address}/#${page}`, 303)
    try {
      if (!state || !verifier) throw refusedThere()
      const ended = await complete(installation, id, { url, state, verifier }, whenceOf(request))
      if ('asked' in ended) return back(`/login?asked=${Buffer.from(JSON.stringify(ended.asked)).toString('base64url')}`)
      reply.hand(ended.signedIn)
      return back(ended.to)
    } catch (failure) {
      request.log.warn({ err: failure, cause: (failure as Error).cause }, 'sign-in through a provider failed')
      return back(`/login?refused=${failure instanceof Refusal ? failure.code : 'core.failed'}`)
    }
  })

  await api.register(logoutRoute)
}

const logoutRoute: Routes = async api => {
  api.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 16 * 1024 }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))))

  api.post('/oidc/:id/back-channel-logout', {
    config,
    schema: {
      summary: 'An identity provider ends its sessions',
      tags: ['session'], params: OneOf,
      body: Type.Object({ logout_token: Type.String({ minLength: 1, maxLength: 8_000 }) }, { maxProperties: 10 }),
      response: { 200: Type.Object({}) },
    },
  }, async ({ params, body, log }) => {
    await signedOutThere(api.installation, params.id, body.logout_token).catch((failure: Error) => {
      if (!(failure instanceof Unheard)) throw failure
      log.warn({ err: failure }, 'a logout token was not heard')
      throw unheard()
    })
    return {}
  })
}

const unheard = () => new Refusal(400, 'sign-in.logout-unheard', {
  nl: 'Dit afmeldbericht klopt niet.', en: 'This logout token does not stand.', fr: 'Ce message de déconnexion n’est pas valable.',
}, { more: { error: 'invalid_request' } })
