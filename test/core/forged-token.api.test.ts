import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import {
  exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWTHeaderParameters, type JWTPayload,
} from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#core/app.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

const SECRET = 'a secret of this installation, long enough'
const KIND = 'filiaal-session+jwt'

let here: Opened
let app: FastifyInstance
let admin: Staff
let elsewhere: Server
let asked = 0
beforeAll(async () => {
  here = await openInstallation()
  app = await buildApp({ installation: here.installation, secret: SECRET, shedsLoad: false })
  admin = await here.staff('system-admin')
  elsewhere = createServer((_request, response) => { asked++; response.end('{"keys":[]}') }).listen(0, '127.0.0.1')
})
afterAll(async () => {
  elsewhere.close()
  await app.close()
  await here.close()
})

type Claims = Record<string, unknown>
const now = () => Math.floor(Date.now() / 1000)
const claims = (more: Claims = {}) => ({
  sub: admin.id, sid: admin.session, name: 'x', lang: 'nl', iss: 'filiaal', aud: 'filiaal-console',
  iat: now(), exp: now() + 600, ...more,
}) as JWTPayload
const key = (text: string) => new TextEncoder().encode(text)
const signed = (more: Claims = {}, header: Claims = {}, by: Parameters<SignJWT['sign']>[0] = key(SECRET)) =>
  new SignJWT(claims(more)).setProtectedHeader({ alg: 'HS256', typ: KIND, ...header } as JWTHeaderParameters).sign(by)
const raw = (header: object, payload: object, signature = '') =>
  [header, payload].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).concat(signature).join('.')

async function statusOf(token: string) {
  const bearer = await app.inject({ url: '/api/session', headers: { authorization: `Bearer ${token}` } })
  const inCookie = await app.inject({ url: '/api/session', headers: { cookie: `filiaal=${token}` } })
  expect(inCookie.statusCode).toBe(bearer.statusCode)
  if (bearer.statusCode !== 200) expect(bearer.json()).toMatchObject({ code: 'core.not-signed-in', faults: [] })
  return bearer.statusCode
}

test('a token as this installation makes it opens the session it stands for', async () => {
  expect(await statusOf(await signed())).toBe(200)
})

describe('a forged token opens nothing:', () => {
  const pair = generateKeyPair('RS256', { extractable: true })
  const forged: [string, () => Promise<string> | string][] = [
    ['signed by nobody (alg none)', () => new UnsecuredJWT(claims()).encode()],
    ['alg none with the right kind', () => raw({ alg: 'none', typ: KIND }, claims())],
    ['signed in another way (HS512)', () => signed({}, { alg: 'HS512' })],
    ['signed by a key pair (RS256)', async () => signed({}, { alg: 'RS256' }, (await pair).privateKey)],
    ['HS256 with a public key for secret', async () => signed({}, {}, key(await exportSPKI((await pair).publicKey)))],
    ['signed with no secret at all', () => raw({ alg: 'HS256', typ: KIND }, claims(), 'AAAA')],
    ['expired', () => signed({ exp: now() - 1 })],
    ['without an end', () => signed({ exp: undefined })],
    ['not valid yet', () => signed({ nbf: now() + 3600 })],
    ['of another issuer', () => signed({ iss: 'https://elsewhere.example' })],
    ['for another audience', () => signed({ aud: 'filiaal-feed' })],
    ['an ID token for an access token', () => signed({ aud: 'filiaal-console', nonce: 'n' }, { typ: 'JWT' })],
    ['of a kind of its own', () => signed({}, { typ: 'at+jwt' })],
    ['of no kind', () => signed({}, { typ: undefined })],
    ['by a key that nobody knows (kid)', () => signed({}, { kid: 'another' }, key('another secret that is quite long'))],
    ['by a key named as a path', () => signed({}, { kid: '../../../../../dev/null' }, key('\0'))],
    ['by a key named as a query', () => signed({}, { kid: `x' union select 'key` }, key('key'))],
    ['that brings its own key (jwk)', async () => {
      const { privateKey, publicKey } = await pair
      return signed({}, { alg: 'RS256', jwk: await exportJWK(publicKey) }, privateKey)
    }],
    ['that says where its key is (jku)', async () => {
      const jku = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/keys`
      return signed({}, { alg: 'RS256', kid: 'k', jku }, (await pair).privateKey)
    }],
    ['with a critical extension', () => raw({ alg: 'HS256', typ: KIND, crit: ['x'] }, claims(), 'AAAA')],
    ['of another installation', () => signed({}, {}, key('the secret of another installation'))],
    ['for no session', () => signed({ sid: undefined })],
    ['for a session that never was', () => signed({ sid: crypto.randomUUID() })],
    ['for a session that is no id', () => signed({ sid: `' or true --` })],
    ['for nobody', () => signed({ sub: undefined })],
    ['for a session of somebody else', async () => signed({ sub: (await here.staff('desk')).id })],
  ]
  test.each(forged)('%s', async (_name, make) => {
    expect(await statusOf(await make())).toBe(401)
  })

  test('and its key is fetched from nowhere', () => expect(asked).toBe(0))
})
