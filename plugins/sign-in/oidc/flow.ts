import { createHash, timingSafeEqual } from 'node:crypto'
import * as client from 'openid-client'
import { noteFailedSignIn } from '#core/audit.ts'
import { confirmMinutes } from '#core/contract/session.ts'
import type { Installation } from '#core/installation.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { asksMore, makeLink, openSession, useLink, type SignedIn, type Whence } from '#core/session.ts'
import type { StaffRow } from '#core/staff.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import type { Segment } from '#core/configuration.ts'
import type { Provider } from '../contract/provider.ts'
import { layClaimed } from './claimed-role.ts'
import { connect, secretOf, unreachable } from './connection.ts'
import { whoIs, type Claims } from './identity.ts'
import { providerOn, rulesOf } from './provider.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
/** Asked to prove again who they are, somebody does it now, not an hour ago. */
const AFRESH_SECONDS = 60

/** What is remembered of a sign-in under way, until the provider sends the person back; used up by the first who comes. */
interface Underway {
  readonly provider: string
  readonly nonce: string
  /** Of the verifier that only the browser that began it keeps. */
  readonly challenge: string
  readonly to: string
  readonly afresh: boolean
}

export interface Beginning {
  readonly to?: string | undefined
  /** The person proves again who they are, also where the provider still knows them. */
  readonly afresh?: boolean | undefined
  /** Who links a name at the provider to their own account. */
  readonly staff?: string | undefined
}

/** Sends somebody to a provider: where to, and what their browser keeps until they are back. */
export async function begin(installation: Installation, id: string, { to = '/', afresh = false, staff }: Beginning) {
  const { provider, connection } = await reach(installation, id)
  const verifier = client.randomPKCECodeVerifier()
  const nonce = client.randomNonce()
  const challenge = challengeOf(verifier)
  const detail: Underway = { provider: id, nonce, challenge, to, afresh }
  const state = await inWork(installation, asSystem, ctx => makeLink(ctx, 'federation', staff ?? null, detail))
  const { scopes, acr } = provider.body
  const url = client.buildAuthorizationUrl(connection, {
    redirect_uri: callbackOf(installation, id), scope: ['openid', ...scopes ?? ['email', 'profile']].join(' '),
    state, nonce, code_challenge: challenge, code_challenge_method: 'S256',
    ...(acr?.length && { acr_values: acr.join(' ') }), ...(afresh && { prompt: 'login', max_age: String(AFRESH_SECONDS) }),
  })
  return { url: url.href, verifier }
}

export type Ending = { readonly to: string } & ({ readonly signedIn: SignedIn } | { readonly asked: unknown })

/** What a browser brings back: the address it was sent to, and what it kept since it began. */
export interface Return { readonly url: string; readonly state: string; readonly verifier: string }

/** The person is back: what they bring is checked, whoever they are is let in, and the rules give them their roles. */
export async function complete(installation: Installation, id: string, came: Return, whence: Whence): Promise<Ending> {
  return letBack(installation, id, came, whence).catch(async (failure: Error) => {
    await inWork(installation, asSystem, ctx => noteFailedSignIn(ctx, undefined, { method: 'oidc', network: whence.network }))
    throw failure
  })
}

async function letBack(installation: Installation, id: string, came: Return, whence: Whence): Promise<Ending> {
  const { detail, staffId } = await inWork(installation, asSystem, ctx => useLink(ctx, came.state, 'federation'))
  const underway = detail as Underway
  if (underway.provider !== id || !isSame(underway.challenge, challengeOf(came.verifier))) throw refusedThere()
  const { provider, connection } = await reach(installation, id)
  const claims = await claimsOf(connection, new URL(came.url, installation.address), underway, came)
    .catch((failure: Error) => { throw Object.assign(refusedThere(), { cause: failure }) })
  return inWork(installation, asSystem, async ctx => {
    const staff = await whoIs(ctx, provider, claims, staffId)
    await layClaimed(ctx, staff.id, { key: id, unit: provider.unit, name: provider.body.name }, rulesOf(ctx.configuration, provider, ctx.today()), claims)
    return { to: underway.to, ...await letIn(ctx, provider, staff, claims, whence) }
  })
}

async function letIn(ctx: OpenContext, provider: Segment<Provider>, staff: StaffRow, claims: Claims, whence: Whence) {
  const secondFactor = showedSecond(provider.body, claims)
  if (!secondFactor) {
    const asked = await asksMore(ctx, staff)
    if (asked !== null) return { asked }
    if ((provider.body.acr ?? provider.body.amr) && weighs(ctx, staff)) throw lacksSecond()
  }
  const signedIn = await openSession(ctx, staff, {
    ...whence, method: 'oidc', secondFactor, confirmed: provedLately(ctx, claims),
  })
  if (typeof claims['sid'] === 'string' && claims['sid'].length <= 255) {
    await ctx.db('federated_session').insert({ session_id: signedIn.actor.session, provider_id: provider.key, sid: claims['sid'] })
  }
  return { signedIn }
}

async function claimsOf(
  connection: client.Configuration, url: URL, { nonce, afresh }: Underway, came: Return,
): Promise<Claims> {
  const tokens = await client.authorizationCodeGrant(connection, url, {
    expectedNonce: nonce, expectedState: came.state, pkceCodeVerifier: came.verifier, idTokenExpected: true,
    ...(afresh && { maxAge: AFRESH_SECONDS }),
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('The provider sent no ID token')
  return claims
}

/** The provider and what it says of itself; one that has ended is no provider. */
export async function reach(installation: Installation, id: string) {
  const found = await inWork(installation, asSystem, async ctx => {
    const provider = providerOn(ctx.configuration, id, ctx.today())
    return provider && { provider, secret: await secretOf(ctx, id) }
  })
  if (!found) throw notFound()
  const connection = await connect(installation, found.provider, found.secret)
    .catch((failure: Error) => { throw Object.assign(unreachable(), { cause: failure }) })
  return { provider: found.provider, connection }
}

/** Only what the provider says it saw counts: one of the levels or methods that its setting names. */
function showedSecond({ acr = [], amr = [] }: Provider, claims: Claims): boolean {
  const methods = Array.isArray(claims['amr']) ? claims['amr'] : []
  return acr.some(level => level === claims['acr']) || amr.some(method => methods.includes(method))
}

/** Whether somebody gives rights or moves money. */
function weighs(ctx: OpenContext, { id }: StaffRow): boolean {
  const rights = ctx.installation.rightsOf(ctx.configuration, id, ctx.now)
  return [...ctx.installation.registry.permissions.values()]
    .some(permission => permission.touches !== undefined && rights.unitsOf(permission).length > 0)
}

function provedLately(ctx: OpenContext, { auth_time: at }: Claims): boolean {
  return typeof at === 'number' && Date.now() / 1000 - at <= ctx.parameter(confirmMinutes, SYSTEM) * 60
}

export const callbackOf = ({ address }: Installation, id: string) => `${address}/api/oidc/${id}/callback`

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')
const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

export const refusedThere = () => new Refusal(401, 'sign-in.provider-refused', {
  nl: 'Aanmelden via deze dienst is niet gelukt. Probeer het opnieuw.',
  en: 'Signing in through this provider did not work. Try again.',
  fr: 'La connexion via ce fournisseur a échoué. Réessayez.',
})

const lacksSecond = () => new Refusal(403, 'sign-in.second-factor-missing', {
  nl: 'Je rollen vragen een tweede stap bij het aanmelden, en de aanmelddienst heeft er geen gezien.',
  en: 'Your roles ask a second step at sign-in, and the identity provider saw none.',
  fr: 'Vos rôles exigent une deuxième étape à la connexion, et le fournisseur d’identité n’en a vu aucune.',
})
