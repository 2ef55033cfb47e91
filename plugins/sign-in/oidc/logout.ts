import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose'
import type { Installation } from '#core/installation.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { outward } from '#core/outward.ts'
import { reach } from './flow.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
/** Signatures that a provider makes with a key that only it has. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** A logout token that says nothing, or not to us. */
export class Unheard extends Error {}

/**
 * The provider says that somebody signed out there (OpenID Connect Back-Channel Logout): what they opened through it,
 * before it said so, ends. A token sent again ends nothing that was opened since.
 */
export async function signedOutThere(installation: Installation, id: string, token: string): Promise<void> {
  const { provider, connection } = await reach(installation, id)
  const { jwks_uri: keys, issuer } = connection.serverMetadata()
  if (!keys) throw new Unheard('The provider publishes no keys')
  const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(keys), {
    [customFetch]: outward(installation.privateNetwork), timeoutDuration: 8_000,
  }), {
    issuer, audience: provider.body.clientId, algorithms: ALGORITHMS, clockTolerance: 60, maxTokenAge: '5 minutes',
    requiredClaims: ['iat', 'jti', 'events'],
  }).catch((failure: Error) => { throw new Unheard(failure.message) })
  const { events, nonce, sub, sid, iat = 0 } = payload
  if (typeof events !== 'object' || events === null || !Object.hasOwn(events, EVENT)) throw new Unheard('This is no logout token')
  if (nonce !== undefined || (sub === undefined && typeof sid !== 'string')) throw new Unheard('This is no logout token')
  await inWork(installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx => ctx.db.raw(`
    update session set ended_at = :now::timestamptz
    where method = 'oidc' and ended_at is null and started_at <= to_timestamp(:iat::bigint + 1)
      and (:sub::text is null or staff_id in (select staff_id from federated_identity where issuer = :issuer and subject = :sub))
      and (:sid::text is null or staff_id in (select s.staff_id from federated_session f join session s on s.id = f.session_id
                                              where f.provider_id = :id and f.sid = :sid))`,
  { now: ctx.now.toString(), iat, sub: sub ?? null, sid: typeof sid === 'string' ? sid : null, issuer, id } as never))
}
