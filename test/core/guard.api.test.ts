import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#core/app.ts'
import { firstAdminToken } from '#core/first-start.ts'
import { definePlugin } from '#core/plugin.ts'
import { setPassword } from '#core/session.ts'
import { readSettings } from '#core/settings.ts'
import { StaffRow } from '#core/staff.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { Installation } from '#core/installation.ts'
import { assemble } from '#core/registry.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

let here: Opened
let admin: Staff
beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
})
afterAll(() => here.close())

describe('a route', () => {
  test('that does not say who may call it stops the start', async () => {
    const forgetful = definePlugin({
      name: 'forgetful',
      routes: async api => {
        api.get('/open-door', () => 'come in')
      },
    })
    const installation = new Installation({ knex: here.database.app, job: here.database.job, registry: assemble([forgetful]) })
    const starting = buildApp({ installation, secret: 'x'.repeat(32) }).then(app => app.ready())
    await expect(starting).rejects.toThrow('GET /api/open-door does not say who may call it')
  })

  test('answers 401 to whoever has not signed in, unless it is for anyone', async () => {
    const guarded = here.app.routeTable.filter(({ allow, method }) => allow !== undefined && allow !== 'anyone' && method !== 'OPTIONS')
    expect(guarded.length).toBeGreaterThan(40)
    const told = await Promise.all(guarded.map(async ({ method, url }) => {
      const path = url.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000009').replace('*', 'x')
      const { statusCode } = await here.app.inject({ method: method as 'GET', url: path })
      return `${method} ${url} ${statusCode}`
    }))
    expect(told.filter(one => !one.endsWith(' 401'))).toEqual([])
  })
})

describe('bad input', () => {
  const send = (payload: string, type = 'application/json') => here.app.inject({
    method: 'POST', url: '/api/changes/preview', payload, headers: { 'content-type': type, cookie: admin.cookie },
  })
  test.each([
    ['malformed JSON', '{"items": [', 400],
    ['nothing', '', 400],
    ['an unknown field', '{"items": [{"kind": "x", "payload": {}}], "extra": 1}', 400],
    ['a number for text', '{"items": [{"kind": 3, "payload": {}}]}', 400],
    ['a prototype', '{"__proto__": {"admin": true}, "items": []}', 400],
    ['trailing words', '{"items": []} and more', 400],
    ['deep nesting', `{"items": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400],
    [
      'deep nesting where anything may stand',
      `{"items": [{"kind": "units.open", "payload": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}]}`,
      400,
    ],
    ['a NUL character', '{"items": [{"kind": "a\\u0000b", "payload": {}}]}', 400],
    ['half a surrogate pair', '{"items": [{"kind": "\\ud800", "payload": {}}]}', 400],
    ['ten megabytes', `{"items": "${'x'.repeat(10_000_000)}"}`, 413],
  ])('%s gets a problem in words', async (_name, payload, status) => {
    const response = await send(payload)
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ status, title: expect.any(String), request: expect.any(String) })
    expect(response.body).not.toMatch(/ at |node_modules|select |\/core\//)
  })

  test('something that is not JSON is refused as such', async () => {
    expect((await send('<items/>', 'application/xml')).statusCode).toBe(415)
  })

  test('faults are named in the language of who asks', async () => {
    const response = await here.app.inject({
      method: 'POST', url: '/api/session', payload: { email: 3 }, headers: { 'accept-language': 'fr-BE,fr;q=0.9' },
    })
    expect(
      response
        .json()
        .faults.map(({ pointer, message }: { pointer: string; message: string }) => [pointer, message]),
    ).toEqual([
      ['/password', 'Ce champ est obligatoire.'],
      ['/email', expect.any(String)],
    ])
  })
})

describe('signing in', () => {
  const signIn = (email: string, password: string, app = here.app) =>
    app.inject({ method: 'POST', url: '/api/session', payload: { email, password } })
  const known = async (email: string) =>
    inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => {
      await StaffRow.query(ctx.db).findById(admin.id).patch({ email })
      await setPassword(ctx, admin.id, 'een lang wachtwoord')
    })

  test('gives a cookie that scripts cannot read, and a wrong or unknown one the same answer', async () => {
    await known('ann@proef.be')
    const right = await signIn('Ann@Proef.be', 'een lang wachtwoord')
    expect(right.statusCode).toBe(200)
    expect(String(right.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
    const wrong = await signIn('ann@proef.be', 'iets anders')
    const unknown = await signIn('niemand@proef.be', 'iets anders')
    const told = ({ title, code, status }: { title: string; code: string; status: number }) => ({ title, code, status })
    expect(told(wrong.json())).toEqual(told(unknown.json()))
    expect(wrong.statusCode).toBe(401)
  })

  test('waits after too many failures, for that address from that network only', async () => {
    await known('bea@proef.be')
    const tries = []
    for (let n = 0; n < 9; n++) tries.push((await signIn('bea@proef.be', 'mis')).statusCode)
    expect(tries).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 429])
    expect((await signIn('bea@proef.be', 'een lang wachtwoord')).statusCode).toBe(429)
    const elsewhere = await here.app.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress: '10.1.2.3',
      payload: { email: 'bea@proef.be', password: 'een lang wachtwoord' },
    })
    expect(elsewhere.statusCode).toBe(200)
    here.clock.now = here.clock.now.add({ minutes: 16 })
    expect((await signIn('bea@proef.be', 'een lang wachtwoord')).statusCode).toBe(200)
  })

  test('counts by the address that the proxy saw, whatever the caller says it is', async () => {
    const { trustProxy } = readSettings({ TRUST_PROXY: 'true' }, [])
    const app = await buildApp({
      installation: here.installation,
      secret: 'x'.repeat(32),
      trustProxy,
      shedsLoad: false,
    })
    await known('dora@proef.be')
    const tries = []
    for (let n = 0; n < 9; n++) tries.push((await app.inject({
      method: 'POST', url: '/api/session', headers: { 'x-forwarded-for': `10.9.8.${n}, 192.0.2.7` },
      payload: { email: 'dora@proef.be', password: 'mis' },
    })).statusCode)
    expect(tries.at(-1)).toBe(429)
    await app.close()
  })

  test('counts tries that come at once', async () => {
    await known('cor@proef.be')
    const tries = await Promise.all(Array.from({ length: 20 }, () => signIn('cor@proef.be', 'mis')))
    expect(tries.filter(({ statusCode }) => statusCode === 401)).toHaveLength(8)
  })

  test('a token that is forged, of another installation or of another kind opens nothing', async () => {
    const [header = '', payload = ''] = admin.cookie.slice('filiaal='.length).split('.')
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
    const forged = [`${none}.${payload}.`, `${header}.${payload}.AAAA`, `${header}.${payload}`, 'nonsense', '']
    for (const token of forged) {
      const { statusCode } = await here.app.inject({
        url: '/api/session',
        headers: { authorization: `Bearer ${token}` },
      })
      expect(statusCode, token.slice(0, 30)).toBe(401)
    }
  })

  test('a session is over after a working day', async () => {
    const late = await here.staff('system-admin')
    const kept = here.clock.now
    here.clock.now = kept.add({ hours: 13 })
    expect((await late.get('/api/session')).status).toBe(401)
    here.clock.now = kept
  })
})

describe('the first admin', () => {
  test('comes in by a link that works once, and only while nobody administers the system', async () => {
    const empty = await openInstallation()
    const token = await firstAdminToken(empty.installation)
    const enter = (name: string) =>
      empty.app.inject({
        method: 'POST',
        url: '/api/first-admin',
        payload: { token, name, email: `${name}@proef.be`, password: 'een lang wachtwoord', language: 'nl' },
      })
    expect((await enter('ann')).json()).toMatchObject({ grants: [{ role: 'system-admin' }] })
    expect((await enter('bob')).statusCode).toBe(410)
    expect(await firstAdminToken(empty.installation)).toBeNull()
    await empty.close()
  })
})

describe('every answer', () => {
  test('carries the headers that keep a browser safe', async () => {
    const { headers } = await here.app.inject('/health')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining(`object-src 'none'`),
      'referrer-policy': 'no-referrer',
    })
    expect(String(headers['content-security-policy'])).not.toContain(`script-src 'self' 'unsafe-inline'`)
    expect(headers['x-powered-by']).toBeUndefined()
  })

  test('tells which configuration it was given by', async () => {
    const { headers } = await admin.get('/api/session')
    expect(Number(headers['configuration-version'])).toBe(here.installation.snapshot.current.version)
  })
})
