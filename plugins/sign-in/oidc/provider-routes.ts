import { Type } from 'typebox'
import { demandConfirmed } from '#core/confirm.ts'
import type { Context } from '#core/context.ts'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { notAllowed, notFound } from '#core/refusal.ts'
import { ProviderList, ProviderSettings } from '../contract/provider.ts'
import { signInPermissions } from '../contract/permission.ts'
import { nameAt } from '../there.ts'
import { connect, keepSecret, secretOf, unreachable } from './connection.ts'
import { callbackOf } from './flow.ts'
import { providerOn, providersOn, rulesOf } from './provider.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: UnitId }, strict)
const { providers: permission } = signInPermissions
const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['providers'], ...parts })

/** Identity providers, as everybody sees them on the sign-in page and as whoever sets them does. */
export const providerRoutes: Routes = async api => {
  api.get('/providers', {
    config: { allow: 'anyone', reads: 'configuration' },
    schema: schema('Identity providers of a unit', { response: { 200: ProviderList } }),
  }, ({ ctx }) => ({
    data: providersOn(ctx.configuration, ctx.today())
      .map(({ key, body }) => ({ id: key, name: body.name, login: `/api/oidc/${key}/start` }))
      .sort((a, b) => a.name.localeCompare(b.name, ctx.language)),
  }))

  api.get('/providers/settings', {
    config: { allow: { permission } },
    schema: schema('The addresses an identity provider must know', { response: { 200: ProviderSettings } }),
  }, async ({ ctx }) => {
    const shown = providersOn(ctx.configuration, ctx.today()).filter(({ unit }) => ctx.may(permission, unit))
    const secrets = await ctx.db('provider_secret').whereIn('provider_id', shown.map(({ key }) => key)).pluck<string[]>('provider_id')
    return { data: shown.map(said => ({
      id: said.key, unit: said.unit, unitName: nameAt(ctx.configuration, said.unit, ctx.today()), provider: said.body,
      rules: [...rulesOf(ctx.configuration, said, ctx.today())], hasSecret: secrets.includes(said.key),
      callback: callbackOf(ctx.installation, said.key),
      logout: `${ctx.installation.address}/api/oidc/${said.key}/back-channel-logout`,
    })) }
  })

  api.put('/providers/:id/secret', {
    config: { allow: { permission } },
    schema: schema('Keep the secret of an identity provider', {
      params: OneOf, body: Type.Object({ secret: Type.String({ minLength: 1, maxLength: 500 }) }, strict),
      response: { 204: Type.Null() },
    }),
  }, async ({ ctx, params, body }, reply) => {
    settable(ctx, params.id)
    demandConfirmed(ctx)
    await keepSecret(ctx, params.id, body.secret)
    void reply.code(204)
    return null
  })

  api.post('/providers/:id/check', {
    config: { allow: { permission }, rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: schema('Whether an identity provider answers', {
      params: OneOf, response: { 200: Type.Object({ issuer: Type.String() }) },
    }),
  }, async ({ ctx, params, log }) => {
    const provider = settable(ctx, params.id)
    const found = await connect(ctx.installation, provider, await secretOf(ctx, params.id)).catch((failure: Error) => {
      log.warn({ err: failure }, 'identity provider does not answer')
      throw unreachable()
    })
    return { issuer: found.serverMetadata().issuer }
  })
}

/** A provider that the caller may set; everybody may know that it is there, as its name stands on the sign-in page. */
function settable(ctx: Context, id: string) {
  const provider = providerOn(ctx.configuration, id, ctx.today())
  if (!provider) throw notFound()
  if (!ctx.may(permission, provider.unit, { below: true })) {
    throw ctx.reaches(provider.unit) ? notAllowed(permission.allows) : notFound()
  }
  return provider
}
