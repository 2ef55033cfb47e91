import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose'
import { OAuth2Server } from 'oauth2-mock-server'
import type { Opened } from '../installation.ts'

export const CLIENT = 'filiaal'

/** Makes a token of claims, rightly or wrongly. */
export type Pen = (claims: Said, more: { readonly header?: Partial<JWTHeaderParameters> }) => Promise<string>

/** An identity provider on this machine, which says what a test wants it to. */
export async function openProvider() {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, 'localhost')
  const issuer = server.issuer.url ?? ''
  const own = server.issuer.keys.get()
  if (!own) throw new Error('The provider has no key')
  const sign: Pen = async (claims, { header = {} }) =>
    new SignJWT(claims as JWTPayload).setProtectedHeader({ alg: 'RS256', kid: own.kid, typ: 'JWT', ...header }).sign(await importJWK(own, 'RS256'))
  const stranger = await generateKeyPair('RS256', { extractable: true })
  const strangerKey = await exportJWK(stranger.publicKey)
  const signAsStranger: Pen = async (claims, { header = {} }) =>
    new SignJWT(claims as JWTPayload).setProtectedHeader({ alg: 'RS256', kid: own.kid, ...header }).sign(stranger.privateKey)
  const publicKey = { kty: own.kty, n: own['n'], e: own['e'] }
  return { server, issuer, sign, signAsStranger, strangerKey, publicKey, stop: () => server.stop() }
}
export type OpenProvider = Awaited<ReturnType<typeof openProvider>>

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
/** Signed by nobody. */
export const unsigned: Pen = async claims => `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`

export const seconds = (more = 0) => Math.floor(Date.now() / 1000) + more

/** What a token says; what is undefined is left out. */
export type Said = { [Claim in keyof JWTPayload]?: JWTPayload[Claim] | undefined }

export interface Coming {
  readonly claims?: Said
  readonly pen?: Pen
  readonly header?: Partial<JWTHeaderParameters>
  /** What the browser brings back, where that is not what it was sent. */
  readonly change?: (url: URL) => void
  readonly cookie?: string | null
  readonly query?: string
  /** Instead of beginning anew. */
  readonly begun?: { readonly url: string; readonly cookie: string }
  readonly noToken?: boolean
  /** What listens already goes on listening. */
  readonly keep?: boolean
}

const cookieOf = (setCookie: string | string[] | number | undefined, name: string) =>
  [setCookie ?? []].flat().map(String).find(one => one.startsWith(`${name}=`) && !one.startsWith(`${name}=;`))?.split(';')[0]

/** Goes through a sign-in as a browser does, with whatever the provider says at the end. */
export async function comeThrough(here: Opened, provider: OpenProvider, id: string, coming: Coming = {}) {
  const started = coming.begun ?? await start(here, id, coming.query)
  const sent = new URL(started.url)
  const seen = await fetch(sent, { redirect: 'manual' })
  const back = new URL(seen.headers.get('location') ?? '')
  coming.change?.(back)
  const claims = {
    iss: provider.issuer, aud: CLIENT, sub: randomUUID(), nonce: sent.searchParams.get('nonce') ?? '',
    iat: seconds(), exp: seconds(300), ...coming.claims,
  }
  const token = await (coming.pen ?? provider.sign)(claims, { header: coming.header ?? {} })
  if (!coming.keep) provider.server.service.removeAllListeners('beforeResponse')
  provider.server.service.on('beforeResponse', answer => {
    const { id_token: _theirs, ...body } = answer.body as Record<string, unknown>
    answer.body = coming.noToken ? body : { ...body, id_token: token }
  })
  const cookie = coming.cookie === null ? undefined : coming.cookie ?? started.cookie
  const url = back.pathname + back.search
  const answer = await here.app.inject({ method: 'GET', url, headers: cookie ? { cookie } : {} })
  const session = cookieOf(answer.headers['set-cookie'], 'filiaal')
  return {
    status: answer.statusCode, location: String(answer.headers['location']).replace('https://filiaal.proef.be', ''), url, session,
    cookie: started.cookie, sent, again: () => here.app.inject({ method: 'GET', url, headers: { cookie: started.cookie } }),
    me: async () => (await here.app.inject({ method: 'GET', url: '/api/session', headers: { cookie: session ?? '' } })).json(),
  }
}

export async function start(here: Opened, id: string, query = '') {
  const answer = await here.app.inject({ method: 'GET', url: `/api/oidc/${id}/start${query}` })
  const cookie = cookieOf(answer.headers['set-cookie'], 'filiaal-federation') ?? ''
  return { status: answer.statusCode, url: String(answer.headers['location']), cookie, headers: answer.headers }
}
