import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#core/app.ts'
import { setPassword } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'

const PASSWORD = 'een lang genoeg wachtwoord'
const NOBODY = '00000000-0000-4000-8000-000000000009'

let here: Opened
let secure: FastifyInstance
let admin: Staff
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'filiaal-console-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Filiaal</title><style>html { color: #123 }</style>')
  here = await openInstallation()
  secure = await buildApp({
    installation: here.installation, secret: 'x'.repeat(40), shedsLoad: false, secure: true, consoleFolder: folder,
  })
  admin = await here.staff('system-admin')
  await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => {
    await StaffRow.query(ctx.db).findById(admin.id).patch({ email: 'an@proef.be' })
    await setPassword(ctx, admin.id, PASSWORD)
  })
})
afterAll(async () => {
  await secure.close()
  await here.close()
  rmSync(folder, { recursive: true })
})

const pathOf = (url: string) =>
  url.replace(/:(\w+)/g, (_all, name) => name === 'year' ? '2027' : NOBODY).replace('*', 'x')
const asked = (app: FastifyInstance) => [
  ...app.routeTable.filter(({ method }) => method !== 'OPTIONS')
    .map(({ method, url }) => ({ method, url: pathOf(url) }) as InjectOptions & { url: string }),
  { method: 'GET', url: '/nowhere' } as const, { method: 'GET', url: '/api/nowhere' } as const,
  { method: 'DELETE', url: '/api/changes' } as const,
]

/** What every answer of every route lacks, by header: name of the header, what it should say. */
async function lackingOn(app: FastifyInstance, wanted: Record<string, RegExp | undefined>) {
  const lacking: string[] = []
  for (const request of asked(app)) {
    const { headers, statusCode } = await app.inject(request)
    for (const [name, pattern] of Object.entries(wanted)) {
      const said = headers[name]
      if (pattern ? !pattern.test(String(said)) : said !== undefined)
        lacking.push(`${request.method} ${request.url} ${statusCode} ${name}: ${said}`)
    }
  }
  return lacking
}

describe('every answer of every route', () => {
  test('tells the browser to guess nothing, frame nothing and run nothing of others', async () => {
    expect(await lackingOn(secure, {
      'x-content-type-options': /^nosniff$/,
      'content-security-policy': /script-src 'self'; .*object-src 'none'; base-uri 'none'; .*frame-ancestors 'none'$/,
      'x-frame-options': /^(SAMEORIGIN|DENY)$/,
      'referrer-policy': /^no-referrer$/,
      'strict-transport-security': /^max-age=\d{8}/,
      'cross-origin-opener-policy': /^same-origin$/,
      'x-powered-by': undefined, 'server': undefined, 'access-control-allow-credentials': undefined,
    })).toEqual([])
  })

  test('allows no script and no style that stands in the page, but the ones it came with', async () => {
    const lax = (await lackingOn(secure, { 'content-security-policy': /unsafe|\*|https?:/ })).length
    expect(lax).toBe(asked(secure).length)
    const { headers, statusCode } = await secure.inject('/')
    expect([statusCode, headers['content-security-policy']]).toEqual([200, expect.stringMatching(
      /style-src 'self' 'sha256-47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-[\w+/]{43}='; /)])
  })

  test('over plain HTTP does not ask for HTTPS', async () => {
    expect(await lackingOn(here.app, { 'strict-transport-security': undefined })).toEqual([])
  })

  test('of the API is kept nowhere, unless it says how', async () => {
    const answers = await Promise.all(asked(here.app)
      .filter(({ method, url }) => method === 'GET' && /^\/(api|scim)\//.test(url) && url !== '/api/nowhere')
      .map(async ({ url }) => `${url} ${(await admin.get(url)).headers['cache-control']}`))
    expect(answers.length).toBeGreaterThan(15)
    expect(answers.filter(one => !one.endsWith(' no-store')).sort()).toEqual(
      ['/api/parameters/definitions private, no-cache', '/api/units private, no-cache'])
  })
})

describe('a method that a path does not know', () => {
  test('is refused by name, whoever asks and whatever they send', async () => {
    const urls = new Map<string, Set<string>>()
    for (const { url, method } of here.app.routeTable)
      if (!url.includes('*')) urls.set(url, (urls.get(url) ?? new Set()).add(method))
    const wrong: string[] = []
    for (const [url, own] of urls) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'] as const) {
        if (own.has(method)) continue
        const { statusCode, headers, body } = await here.app.inject({ method: method as 'GET', url: pathOf(url) })
        const allows = String(headers['allow']).split(', ')
        if (statusCode !== 405 || [...own].some(one => !allows.includes(one)) || !body.includes('core.method'))
          wrong.push(`${method} ${url} ${statusCode} ${headers['allow']}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('is refused before its body is read', async () => {
    const headers = { 'content-type': 'application/json' }
    const { statusCode } = await here.app.inject({ method: 'PUT', url: '/api/changes', payload: '{', headers })
    expect(statusCode).toBe(405)
  })

  test('is a plain 404 where there is nothing at all', async () => {
    for (const method of ['GET', 'POST', 'TRACE'] as const)
      expect((await here.app.inject({ method: method as 'GET', url: '/api/nothing' })).statusCode).toBe(404)
  })
})

describe('the cookie of a session', () => {
  const statusOn = async (app: FastifyInstance, headers: Record<string, string>) =>
    (await app.inject({ url: '/api/session', headers })).statusCode
  const signIn = (app: FastifyInstance, headers: Record<string, string> = {}) => app.inject({
    method: 'POST', url: '/api/session', payload: { email: 'an@proef.be', password: PASSWORD }, headers,
  })
  const cookieIn = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie'])

  test('is out of reach of scripts and other sites, and over HTTPS bound to this host', async () => {
    expect(cookieIn(await signIn(secure)))
      .toMatch(/^__Host-filiaal=[\w.-]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect(cookieIn(await signIn(here.app))).toMatch(/^filiaal=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  test('over HTTPS goes by no other name', async () => {
    const [, token = ''] = /=([^;]+)/.exec(cookieIn(await signIn(secure))) ?? []
    const status = (cookie: string) => statusOn(secure, { cookie })
    expect([await status(`__Host-filiaal=${token}`), await status(`filiaal=${token}`)]).toEqual([200, 401])
  })

  test('is taken back as it was given', async () => {
    const [given = ''] = cookieIn(await signIn(secure)).split(';')
    const left = await secure.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: given } })
    expect(cookieIn(left)).toMatch(/^__Host-filiaal=; .*Path=\/; .*HttpOnly; Secure; SameSite=Strict$/)
    expect((await secure.inject({ url: '/api/session', headers: { cookie: given } })).statusCode).toBe(401)
  })

  test('is new at each sign-in: one that was planted beforehand is worth nothing', async () => {
    const planted = `filiaal=${here.app.jwt.sign({ sub: admin.id, sid: NOBODY, name: 'x', lang: 'nl' })}`
    const given = await signIn(here.app, { cookie: planted })
    const [own = ''] = cookieIn(given).split(';')
    expect(own).not.toBe(planted)
    const status = (cookie: string) => statusOn(here.app, { cookie })
    expect([await status(own), await status(planted)]).toEqual([200, 401])
    const [again = ''] = cookieIn(await signIn(here.app, { cookie: own })).split(';')
    expect(again).not.toBe(own)
  })

  test('counts for less than a bearer token that comes with it', async () => {
    const desk = await here.staff('desk')
    const ofDesk = `Bearer ${desk.cookie.slice('filiaal='.length)}`
    const both = await here.app.inject({
      url: '/api/session', headers: { cookie: admin.cookie, authorization: ofDesk },
    })
    expect(both.json().staff.id).toBe(desk.id)
    for (const authorization of ['Bearer nonsense', 'Bearer a.b.c', `bearer ${desk.cookie}`]) {
      expect(await statusOn(here.app, { cookie: admin.cookie, authorization }), authorization).toBe(401)
    }
  })

  test('in an address opens nothing', async () => {
    const token = admin.cookie.slice('filiaal='.length)
    for (const name of ['token', 'access_token', 'filiaal', 'authorization', 'jwt'])
      expect((await here.app.inject(`/api/units?${name}=${token}`)).statusCode, name).toBe(401)
  })
})

describe('another site', () => {
  const items = () => [{ kind: 'units.change', payload: { unit: NOBODY, from: '2026-11-23', fields: { name: 'x' } } }]
  const simple = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']

  test('cannot send a form, or a body of the types a form may send, to any route that writes', async () => {
    const taken: string[] = []
    for (const { method, url, body } of here.app.routeTable) {
      // An identity provider ends sessions there by a form of its own, which it signs.
      if (method === 'GET' || method === 'OPTIONS' || !body || url.endsWith('/back-channel-logout')) continue
      for (const type of simple) {
        const { statusCode } = await here.app.inject({
          method: method as 'POST', url: pathOf(url), payload: JSON.stringify({ id: NOBODY, items: items() }),
          headers: { cookie: admin.cookie, 'content-type': type, origin: 'https://evil.example' },
        })
        if (statusCode !== 415) taken.push(`${method} ${url} ${type} ${statusCode}`)
      }
    }
    expect(taken).toEqual([])
  })

  test('makes nobody act here, with a body or without', async () => {
    const done: string[] = []
    for (const { method, url } of here.app.routeTable) {
      if (['GET', 'OPTIONS'].includes(method)) continue
      for (const from of ['cross-site', 'same-site']) {
        const headers = { cookie: admin.cookie, 'sec-fetch-site': from }
        const { statusCode, body } = await here.app.inject({ method: method as 'POST', url: pathOf(url), headers })
        const isToldSo = body.includes('core.other-site') || url.startsWith('/scim/')
        if (statusCode !== 403 || !isToldSo) done.push(`${method} ${url} ${statusCode}`)
      }
    }
    expect(done).toEqual([])
  })

  test('is told by no route of the API that it may read an answer', async () => {
    const open: string[] = []
    for (const request of asked(here.app)) {
      if (request.url.startsWith('/public/')) continue
      const evil = { cookie: admin.cookie, origin: 'https://evil.example' }
      const { headers } = await here.app.inject({ ...request, headers: evil })
      if (headers['access-control-allow-origin']) open.push(request.url)
    }
    expect(open).toEqual([])
  })

  test('that asks first whether it may, is not told so', async () => {
    const { headers, statusCode } = await here.app.inject({
      method: 'OPTIONS', url: '/api/changes',
      headers: {
        'origin': 'https://evil.example', 'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect([statusCode, headers['access-control-allow-origin'], headers['access-control-allow-headers']])
      .toEqual([405, undefined, undefined])
  })

  test('changes nothing by a mere GET: reading every route writes no row that counts', async () => {
    const tables = ['segment', 'change_set', 'staff', 'staff_password', 'one_time_link', 'audit']
    const count = () => Promise.all(tables.map(table => here.database.owner(table).count('* as n').first()))
    const before = await count()
    for (const { method, url } of here.app.routeTable)
      if (method === 'GET') await here.app.inject({ url: pathOf(url), headers: { cookie: admin.cookie } })
    expect(await count()).toEqual(before)
  })
})
