import { createHash, createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitId } from '#core/contract.ts'
import { setPassword } from '#core/session.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { CLIENT, comeThrough, openProvider, seconds, start, unsigned, type Coming, type OpenProvider, type Pen } from './vouching.ts'

let here: Opened
let provider: OpenProvider
let other: OpenProvider
let zwalm: UnitId
let branch: UnitId
let zoersel: UnitId
let admin: Staff
let id: string

const setting = (more: object = {}) => ({
  name: 'Gemeente Zwalm', issuer: provider.issuer, clientId: CLIENT, acr: ['urn:two'], linkBy: 'email', ...more,
})
const set = async (unit: UnitId, more: object = {}, key: string = randomUUID()) => {
  const { status } = await admin.change([{ kind: 'sign-in.set-provider', payload: { id: key, unit, provider: setting(more) } }])
  expect(status).toBe(201)
  return key
}
const emailOf = async (staff: Staff): Promise<string> => (await here.database.owner('staff').where({ id: staff.id }).first('email')).email
const come = async (staff: Staff, coming: Coming = {}, key = id) => comeThrough(here, provider, key, {
  ...coming, claims: { email: await emailOf(staff), email_verified: true, sub: staff.id, ...coming.claims },
})
const REFUSED = '/#/login?refused=sign-in.provider-refused'

beforeAll(async () => {
  here = await openInstallation({ now: new Date().toISOString(), privateNetwork: true })
  zwalm = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', zwalm)
  zoersel = await here.unit('library', 'Zoersel')
  admin = await here.staff('system-admin')
  ;[provider, other] = await Promise.all([openProvider(), openProvider()])
  id = await set(zwalm)
})
afterAll(async () => {
  await Promise.all([here.close(), provider.stop(), other.stop()])
})

describe('signing in through a provider', () => {
  test('sends the browser there with state, nonce and a challenge, and keeps the verifier with it alone', async () => {
    const { status, url, cookie, headers } = await start(here, id)
    const asked = Object.fromEntries(new URL(url).searchParams)
    expect(status).toBe(303)
    expect(asked).toMatchObject({
      response_type: 'code', client_id: CLIENT, code_challenge_method: 'S256', acr_values: 'urn:two', scope: 'openid email profile',
      redirect_uri: `https://filiaal.proef.be/api/oidc/${id}/callback`, state: expect.any(String), nonce: expect.any(String),
    })
    const verifier = cookie.split('=')[1] ?? ''
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(asked['code_challenge'])
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; Secure; SameSite=Lax/)
    const kept = await here.database.owner('one_time_link').where({ purpose: 'federation' })
    expect(JSON.stringify(kept)).not.toContain(verifier)
    expect(JSON.stringify(kept)).not.toContain(asked['state'])
  })

  test('opens a session of its own kind, and leads where one was going', async () => {
    const els = await here.staff('prison-library', branch)
    const came = await come(els, { query: '?to=/units' })
    expect([came.status, came.location]).toEqual([303, '/#/units'])
    expect(await came.me()).toMatchObject({ staff: { id: els.id }, session: { method: 'oidc', secondFactor: false } })
  })

  test('counts as a second factor only when the provider says it saw one', async () => {
    const els = await here.staff('prison-library', branch)
    expect((await (await come(els, { claims: { acr: 'urn:two' } })).me()).session.secondFactor).toBe(true)
    expect((await (await come(els, { claims: { acr: 'urn:one', amr: ['pwd', 'urn:two'] } })).me()).session.secondFactor).toBe(false)
    const close = await here.staff('prison-library', branch)
    await here.apply({ kind: 'permissions.grant', payload: {
      staff: close.id, role: 'branch-manager', unit: branch, from: '2020-01-01', to: null, only: true,
    } })
    expect((await come(close, {})).location).toContain('sign-in.second-factor-missing')
    const boss = await here.staff('library-admin', zwalm)
    for (const claims of [{}, { acr: 'urn:one' }, { amr: ['mfa'] }]) {
      const came = await come(boss, { claims })
      expect(came.location).toMatch(/^\/#\/login\?(refused=sign-in.second-factor-missing|asked=)/)
      expect(came.session).toBeUndefined()
    }
    expect((await (await come(boss, { claims: { acr: 'urn:two' } })).me()).session.secondFactor).toBe(true)
  })

  test('is proof enough for heavy acts only when it was given just now', async () => {
    const els = await here.staff('prison-library', branch)
    const pin = async (auth_time?: number) => {
      const came = await come(els, { claims: { ...(auth_time && { auth_time }) } })
      const { rows: [row] } = await here.database.owner.raw(
        'select confirmed_at from session where staff_id = ? order by started_at desc limit 1', [els.id])
      expect(came.session).toBeDefined()
      return row.confirmed_at !== null
    }
    expect([await pin(), await pin(seconds(-3600 * 2)), await pin(seconds(-10))]).toEqual([false, false, true])
  })
})

const hs256 = (): Pen => async claims => {
  const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map(one => Buffer.from(JSON.stringify(one)).toString('base64url')).join('.')
  const secret = JSON.stringify(provider.publicKey)
  return `${parts}.${createHmac('sha256', secret).update(parts).digest('base64url')}`
}
const tampered = (): Pen => async (claims, more) => {
  const [head, body, mark] = (await provider.sign(claims, more)).split('.')
  const changed = { ...JSON.parse(Buffer.from(body ?? '', 'base64url').toString()), acr: 'urn:two' }
  return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), mark].join('.')
}

describe('a token that is not what it says opens nothing:', () => {
  test.each<[string, () => Coming]>([
    ['another nonce', () => ({ claims: { nonce: 'other' } })],
    ['no nonce', () => ({ claims: { nonce: undefined } })],
    ['another audience: the token of another client', () => ({ claims: { aud: 'other-client' } })],
    ['several audiences and another party', () => ({ claims: { aud: [CLIENT, 'other-client'], azp: 'other-client' } })],
    ['another issuer', () => ({ claims: { iss: other.issuer } })],
    ['signed by nobody', () => ({ pen: unsigned })],
    ['HS256 with the public key as its secret', () => ({ pen: hs256() })],
    ['expired', () => ({ claims: { iat: seconds(-900), exp: seconds(-300) } })],
    ['not valid yet', () => ({ claims: { nbf: seconds(600) } })],
    ['without an end', () => ({ claims: { exp: undefined } })],
    ['without a person', () => ({ claims: { sub: undefined } })],
    ['a key nobody knows', () => ({ header: { kid: 'nobody' }, pen: provider.signAsStranger })],
    ['a key that is a path', () => ({ header: { kid: '../../../../dev/null' }, pen: provider.signAsStranger })],
    ['a key that is SQL', () => ({ header: { kid: `' or '1'='1` }, pen: provider.signAsStranger })],
    ['a key it brings itself', () => ({ header: { jwk: provider.strangerKey }, pen: provider.signAsStranger })],
    ['a key at an address it names', () => ({ header: { jku: `${other.issuer}/jwks` }, pen: provider.signAsStranger })],
    ['signed by a stranger', () => ({ pen: provider.signAsStranger })],
    ['changed after signing', () => ({ pen: tampered() })],
    ['no ID token at all', () => ({ noToken: true })],
  ])('%s', async (_what, coming) => {
    const els = await here.staff('prison-library', branch)
    const came = await come(els, coming())
    expect([came.status, came.location, came.session]).toEqual([303, REFUSED, undefined])
    expect((await come(els)).session).toBeDefined()
  })
})

describe('a browser that comes back', () => {
  const spent = '/#/login?refused=core.link-spent'
  test('twice with the same code and state is let in once', async () => {
    const came = await come(await here.staff('prison-library', branch))
    expect(came.session).toBeDefined()
    const again = await came.again()
    expect([String(again.headers['location']).endsWith(spent), String(again.headers['set-cookie'])]).toEqual([true, expect.not.stringContaining('filiaal=')])
  })

  test('with another state, none, or none of what it was given, is not let in', async () => {
    const els = await here.staff('prison-library', branch)
    const refused = async (coming: Coming) => {
      const came = await come(els, coming)
      expect(came.session).toBeUndefined()
      return came.location
    }
    expect(await refused({ change: url => url.searchParams.set('state', 'other') })).toBe(spent)
    expect(await refused({ change: url => url.searchParams.delete('state') })).toBe(REFUSED)
    expect(await refused({ change: url => url.searchParams.append('state', 'twice') })).toBe('undefined')
    expect(await refused({ change: url => url.searchParams.set('code', 'other') })).toBe(REFUSED)
    expect(await refused({ cookie: null })).toBe(REFUSED)
    expect(await refused({ cookie: (await start(here, id)).cookie })).toBe(REFUSED)
    expect(await refused({ change: url => { url.searchParams.delete('code'); url.searchParams.set('error', 'access_denied') } })).toBe(REFUSED)
  })

  test('with what it began at another provider is not let in', async () => {
    const second = await set(zwalm, { name: 'Tweede' })
    const came = await come(await here.staff('prison-library', branch), { change: url => { url.pathname = `/api/oidc/${second}/callback` } })
    expect([came.location, came.session]).toEqual([REFUSED, undefined])
  })

  test('is sent nowhere else than to a page of the console', async () => {
    for (const to of ['//elsewhere.be', 'https://elsewhere.be', '/\\elsewhere.be', '/a?b=c', '/#x']) {
      expect((await start(here, id, `?to=${encodeURIComponent(to)}`)).status).toBe(400)
    }
  })
})

describe('who somebody is', () => {
  const notLinked = '/#/login?refused=sign-in.not-linked'
  test('is asked of a verified address only, and only where the setting says so', async () => {
    const els = await here.staff('prison-library', branch)
    expect((await come(els, { claims: { email_verified: false } })).location).toBe(notLinked)
    expect((await come(els, { claims: { email_verified: 'true' } })).location).toBe(notLinked)
    const strict = await set(zwalm, { linkBy: undefined, name: 'Zonder' })
    expect((await come(els, {}, strict)).location).toBe(notLinked)
    expect((await come(els)).location).toBe('/#/')
    expect((await come(els, { claims: { email_verified: false, email: 'nieuw@zwalm.be' } })).location).toBe('/#/')
  })

  test('is not taken over by whoever gets their address later', async () => {
    const els = await here.staff('prison-library', branch)
    expect((await come(els)).session).toBeDefined()
    expect((await come(els, { claims: { sub: 'somebody-new' } })).location).toBe(notLinked)
  })

  test('a library’s provider vouches for nobody of elsewhere, nor for whoever may do more than that library', async () => {
    const theirs = await here.staff('prison-library', zoersel)
    const nobody = await here.staff('prison-library', branch)
    await here.apply({ kind: 'foundation.leave', payload: { staff: nobody.id, unit: branch, from: here.clock.now.toString().slice(0, 10) } })
    const wide = await here.staff('prison-library', branch)
    await here.apply({ kind: 'foundation.grant', payload: { staff: wide.id, role: 'system-admin', unit: SYSTEM } })
    for (const staff of [theirs, nobody, wide, admin]) {
      expect((await come(staff, { claims: { acr: 'urn:two' } })).location).toBe(notLinked)
    }
    expect(await here.database.owner('federated_identity').whereIn('staff_id', [theirs.id, nobody.id, wide.id, admin.id])).toEqual([])
  })

  test('may be linked by oneself, signed in and confirmed', async () => {
    const els = await here.staff('prison-library', branch)
    const strict = await set(zwalm, { linkBy: undefined, name: 'Zelf' })
    const answer = await here.app.inject({ method: 'POST', url: `/api/oidc/${strict}/link`, headers: { cookie: els.cookie } })
    expect(answer.statusCode).toBe(200)
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    const came = await come(els, { begun: { url: answer.json().url, cookie }, claims: { email_verified: false, sub: 'els-herself' } }, strict)
    expect((await came.me()).staff.id).toBe(els.id)
    const elsewhere = await come(els, { claims: { email_verified: false, sub: 'els-herself' } }, strict)
    expect(elsewhere.session).toBeDefined()
    const known = await els.get('/api/factors')
    expect(known.body.providers).toEqual([{ id: strict, name: 'Zelf', linkedAt: expect.any(String) }])
    const undo = (staff: Staff) => staff.send('DELETE', `/api/oidc/${strict}/link`)
    // Without a password or a passkey it is the only way in.
    expect(await undo(els)).toMatchObject({ status: 422, body: { faults: [{ code: 'sign-in.last-way' }] } })
    await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, ctx => setPassword(ctx, els.id, 'drie woorden over regen'))
    expect((await undo(await here.staff('prison-library', branch))).status).toBe(404)
    expect((await undo(els)).body.providers).toEqual([])
    expect((await undo(els)).status).toBe(404)
    expect((await here.app.inject({ method: 'GET', url: '/api/session', headers: { cookie: elsewhere.session ?? '' } })).statusCode).toBe(401)
    expect((await come(els, { claims: { email_verified: false, sub: 'els-herself' } }, strict)).location).toContain('sign-in.not-linked')
    const stranger = await here.app.inject({ method: 'POST', url: `/api/oidc/${strict}/link` })
    expect(stranger.statusCode).toBe(401)
  })

  test('may be known by the number of the personnel system', async () => {
    const els = await here.staff('prison-library', branch)
    await here.database.owner('provisioned_person').insert({
      id: els.id, library_id: zwalm, unit_id: zwalm, user_name: 'els', external_id: 'object-7', changed_at: here.clock.now.toString(),
    })
    const byNumber = await set(zwalm, { linkBy: { claim: 'oid' }, name: 'Entra' })
    expect((await come(els, { claims: { email: undefined, sub: 'x7', oid: 'object-8' } }, byNumber)).location).toBe(notLinked)
    expect((await (await come(els, { claims: { email: undefined, sub: 'x7', oid: 'object-7' } }, byNumber)).me()).staff.id).toBe(els.id)
  })
})

test('a provider that has ended lets nobody in', async () => {
  const els = await here.staff('prison-library', branch)
  const gone = await set(zwalm, { name: 'Weg' })
  const began = await start(here, gone)
  await admin.change([{ kind: 'sign-in.end-provider', payload: { id: gone, unit: zwalm } }])
  expect((await start(here, gone)).status).toBe(404)
  expect((await come(els, { begun: began }, gone)).session).toBeUndefined()
  const { data } = (await here.app.inject({ method: 'GET', url: '/api/providers' })).json()
  expect(data.map((one: { id: string }) => one.id)).not.toContain(gone)
  expect(data.find((one: { id: string }) => one.id === id)).toEqual({ id, name: 'Gemeente Zwalm', login: `/api/oidc/${id}/start` })
})
