import * as client from 'openid-client'
import type { Segment } from '#core/configuration.ts'
import type { Installation } from '#core/installation.ts'
import { Refusal } from '#core/refusal.ts'
import { lockSecret, openSecret } from '#core/secret.ts'
import type { OpenContext } from '#core/work.ts'
import type { Provider } from '../contract/provider.ts'
import { outward } from '#core/outward.ts'

const PURPOSE = 'provider secrets'
const KEPT_MS = 10 * 60_000
const WAIT_SECONDS = 8
/** A clock may be a minute off; more is somebody else's time. */
const TOLERANCE_SECONDS = 60

/** The secret with which Filiaal makes itself known to a provider; sealed, and never told again. */
export async function keepSecret(ctx: OpenContext, provider: string, secret: string): Promise<void> {
  const sealed = lockSecret(ctx.installation.keyFor(PURPOSE), Buffer.from(secret), provider)
  await ctx.db('provider_secret').insert({ provider_id: provider, sealed, set_at: ctx.now.toString() })
    .onConflict('provider_id').merge()
}

/** The secret with which to ask a provider, if it was given one. */
export async function secretOf(ctx: OpenContext, provider: string): Promise<string | undefined> {
  const row = await ctx.db('provider_secret').where({ provider_id: provider }).first('sealed')
  return row && openSecret(ctx.installation.keyFor(PURPOSE), row.sealed as Buffer, provider)?.toString()
}

interface Kept { readonly at: number; readonly connection: Promise<client.Configuration> }
const kept = new WeakMap<Installation, Map<string, Kept>>()

/**
 * What a provider says of itself, asked of its issuer alone and kept for ten minutes. Its tokens are held to their
 * signatures, also where they come straight from it.
 */
export async function connect(
  installation: Installation, { key, body }: Segment<Provider>, secret: string | undefined,
): Promise<client.Configuration> {
  const known = kept.get(installation) ?? new Map<string, Kept>()
  kept.set(installation, known)
  const name = JSON.stringify([key, body.issuer, body.clientId, secret])
  const before = known.get(name)
  if (before && Date.now() - before.at < KEPT_MS) return before.connection
  if (known.size > 200) known.clear()
  const connection = discover(installation, body, secret)
  known.set(name, { at: Date.now(), connection })
  connection.catch(() => known.delete(name))
  return connection
}

async function discover(installation: Installation, { issuer, clientId }: Provider, secret: string | undefined) {
  const { privateNetwork } = installation
  const configuration = await client.discovery(
    new URL(issuer), clientId, { [client.clockTolerance]: TOLERANCE_SECONDS },
    secret === undefined ? client.None() : client.ClientSecretPost(secret),
    {
      [client.customFetch]: outward(privateNetwork), timeout: WAIT_SECONDS,
      execute: [client.enableNonRepudiationChecks, ...(privateNetwork && issuer.startsWith('http:') ? [client.allowInsecureRequests] : [])],
    },
  )
  const { authorization_endpoint: entry = '' } = configuration.serverMetadata()
  if (!entry.startsWith('https:') && !(privateNetwork && /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(entry))) {
    throw new Error('The provider names no https address to sign in at')
  }
  return configuration
}

export const unreachable = () => new Refusal(424, 'sign-in.provider-unreachable', {
  nl: 'De aanmelddienst antwoordt niet zoals het hoort. Kijk het adres na, of probeer het later opnieuw.',
  en: 'The identity provider does not answer as it should. Check its address, or try again later.',
  fr: 'Le fournisseur d’identité ne répond pas correctement. Vérifiez son adresse ou réessayez plus tard.',
})
