import { Type } from 'typebox'
import { callerOf } from '#core/guard.ts'
import { Me } from '#core/me.ts'
import type { Routes } from '#core/plugin.ts'
import { whenceOf } from '#core/session.ts'
import { inWork } from '#core/work.ts'
import { PasskeyOptions, ShownPasskey } from '../contract/passkey.ts'
import { Ticket } from '../factor/routes.ts'
import { passkeyOptions } from '../factor/passkey.ts'
import { asSystem, holderOf, showSecond } from '../factor/second.ts'
import { confirmSession } from './confirm.ts'
import { enterByPasskey } from './passkey-alone.ts'

const strict = { additionalProperties: false } as const
const Code = Type.String({ minLength: 1, maxLength: 40 })
const Password = Type.String({ minLength: 1, maxLength: 200 })
const rateLimit = { max: 120, timeWindow: '1 minute' }
const anyone = { allow: 'anyone', ownWork: true, rateLimit } as const
const own = { allow: 'signed-in', ownWork: true, rateLimit } as const

/** Proving who one is: the second step, a passkey alone, and once more before what weighs much. */
export const proofRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['session'], ...parts })

  api.post('/session/second', {
    config: anyone,
    schema: schema('Show the second step of a sign-in', {
      body: Type.Union([
        Type.Object({ ticket: Ticket, code: Code }, strict),
        Type.Object({ ticket: Ticket, passkey: ShownPasskey }, strict),
      ]),
      response: { 200: Me },
    }),
  }, async (request, reply) => {
    const { ticket, ...shown } = request.body
    return reply.enter(await showSecond(api.installation, ticket, shown, whenceOf(request)))
  })

  api.post('/session/second/options', {
    config: anyone,
    schema: schema('What a passkey must answer as second step', {
      body: Type.Object({ ticket: Ticket }, strict), response: { 200: PasskeyOptions },
    }),
  }, ({ body: { ticket } }) => inWork(api.installation, asSystem, async ctx =>
    passkeyOptions(ctx, 'second', (await holderOf(ctx, ticket)).id)))

  api.post('/passkey/options', {
    config: anyone, schema: schema('What a passkey must answer to sign in', { response: { 200: PasskeyOptions } }),
  }, () => inWork(api.installation, asSystem, ctx => passkeyOptions(ctx, 'alone', null)))

  api.post('/passkey', {
    config: anyone,
    schema: schema('Sign in with a passkey', {
      body: Type.Object({ passkey: ShownPasskey }, strict), response: { 200: Me },
    }),
  }, async (request, reply) =>
    reply.enter(await enterByPasskey(api.installation, request.body.passkey, whenceOf(request))))

  api.post('/session/confirm', {
    config: own,
    schema: schema('Confirm who one is before an act that weighs', {
      body: Type.Union([
        Type.Object({ password: Password, toSetUp: Type.Optional(Type.Literal(true)) }, strict),
        Type.Object({ code: Code }, strict),
        Type.Object({ passkey: ShownPasskey }, strict),
      ]),
      response: { 200: Me },
    }),
  }, async (request, reply) => {
    const caller = await callerOf(request)
    return reply.enter(await confirmSession(api.installation, caller, request.body, whenceOf(request).network))
  })

  api.post('/session/confirm/options', {
    config: { allow: 'signed-in', rateLimit },
    schema: schema('What a passkey must answer to confirm', { response: { 200: PasskeyOptions } }),
  }, ({ ctx }) => passkeyOptions(ctx, 'confirm', ctx.actor.id))
}
