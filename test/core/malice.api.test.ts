import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#core/app.ts'
import { setPassword } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import type { Schema } from '../fuzz/arbitrary.ts'
import { openInstallation, type Opened, type Staff } from '../installation.ts'
import { whereNothingStays } from './matrix/nothing-stays.ts'
import { openPlaces, type Place } from './matrix/place.ts'
import { asRequest, exampleOf, questionAt } from './matrix/question.ts'

const PASSWORD = 'paardenbloem in de regen'

let here: Opened
let app: FastifyInstance
let admin: Staff
let own: Place
const written: string[] = []
beforeAll(async () => {
  here = await openInstallation()
  admin = await here.staff('system-admin')
  own = (await openPlaces(here, admin))[0]!
  const stream = new Writable({ write(chunk, _encoding, next) { written.push(String(chunk)); next() } })
  app = await buildApp({
    installation: whereNothingStays(here), secret: 'x'.repeat(40), shedsLoad: false, logger: { level: 'trace', stream },
  })
  admin = admin.on(app)
  await inWork(here.installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => {
    await StaffRow.query(ctx.db).findById(admin.id).patch({ email: 'an.claes@proef.be' })
    await setPassword(ctx, admin.id, PASSWORD)
  })
})
afterAll(async () => {
  await app.close()
  await here.close()
})

/** Without those where an identity provider speaks, which may say more than we ask. */
const routes = () => app.routeTable.filter(({ method, url }) =>
  method !== 'OPTIONS' && url.startsWith('/api/') && !/\/(callback|back-channel-logout)$/.test(url))
let networks = 0
const inject = (options: InjectOptions) =>
  app.inject({ remoteAddress: `10.1.${networks >> 8 & 255}.${networks++ & 255}`, ...options })
const asAdmin = () => ({ cookie: admin.cookie })

describe('more than was asked for', () => {
  const more = {
    role: 'system-admin', roles: ['system-admin'], library_id: randomUUID(), libraryId: randomUUID(),
    staff_id: randomUUID(), staffId: randomUUID(), author_id: randomUUID(), actor: randomUUID(),
    permissions: ['core.decide'], is_admin: true, balance: 100, state: 'applied', version: 1, second_factor: true, kind: 'machine',
  }

  test('is refused by every route that takes a body, by the name of what was too much', async () => {
    const taken: string[] = []
    for (const route of routes()) {
      const { properties } = (route.body ?? {}) as Schema
      if (!properties) continue
      const question = questionAt(route, own)
      for (const [name, value] of Object.entries(more)) {
        if (name in properties) continue
        const body = { ...question.body as object, [name]: value }
        const answer = await inject(asRequest({ ...question, body }, asAdmin()))
        const faults: { pointer: string }[] = answer.statusCode === 400 ? answer.json().faults : []
        if (!faults.some(({ pointer }) => pointer === `/${name}`))
          taken.push(`${route.method} ${route.url} ${name}: ${answer.statusCode}`)
      }
    }
    expect(taken).toEqual([])
  })

  test('is refused in every change', async () => {
    const taken: string[] = []
    for (const { kind } of here.installation.registry.changes.values()) {
      if (/^(foundation|core)\./.test(kind.name)) continue
      const payload = { ...exampleOf(kind.payload as Schema, own, 'payload') as object, library_id: randomUUID() }
      const { body } = await admin.post('/api/changes/preview', { items: [{ kind: kind.name, payload }] })
      const pointers = body.faults?.map((one: { pointer: string }) => one.pointer) ?? []
      if (!pointers.includes('/items/0/payload/library_id')) taken.push(kind.name)
    }
    expect(taken).toEqual([])
  })
})

describe('a prototype', () => {
  const bodies = ['"__proto__":{"polluted":true}', '"constructor":{"prototype":{"polluted":true}}']
  test.each(bodies)('%s is no body', async part => {
    const taken: string[] = []
    for (const route of routes().filter(({ body }) => body)) {
      const question = questionAt(route, own)
      const text = JSON.stringify(question.body ?? {})
      for (const payload of [text.replace('{', `{${part}${text === '{}' ? '' : ','}`), `[{${part}}]`]) {
        const { statusCode } = await inject({
          ...asRequest(question, { ...asAdmin(), 'content-type': 'application/json' }), payload })
        if (statusCode !== 400) taken.push(`${route.method} ${route.url} ${statusCode}`)
      }
    }
    expect(taken).toEqual([])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('deep in a payload or in an address changes nothing for anybody', async () => {
    const item = `{"kind":"parameters.set","payload":{"__proto__":{"polluted":true},"unit":"${own.unit}"}}`
    const deep = await inject({
      method: 'POST', url: '/api/changes/preview', payload: `{"items":[${item}]}`,
      headers: { ...asAdmin(), 'content-type': 'application/json' },
    })
    expect(deep.statusCode).toBe(400)
    for (const route of routes().filter(({ method }) => method === 'GET')) {
      const { url } = questionAt(route, own)
      for (const part of ['__proto__[polluted]=1', '__proto__.polluted=1', 'constructor[prototype][polluted]=1']) {
        const asked = `${url}${url.includes('?') ? '&' : '?'}${part}`
        const { statusCode } = await inject({ url: asked, headers: asAdmin() })
        expect(statusCode, `${url} ${part}`).toBeLessThan(500)
        if (route.query) expect(statusCode, `${url} ${part}`).toBe(400)
      }
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

test('a question that says something twice, or as a list, is refused', async () => {
  const taken: string[] = []
  for (const route of routes().filter(({ method }) => method === 'GET')) {
    const { properties = {} } = (route.query ?? {}) as Schema
    for (const [name, part] of Object.entries(properties)) {
      if (part.type === 'array') continue
      const value = encodeURIComponent(String(exampleOf(part, own, name)))
      const [path, search = ''] = questionAt(route, own).url.split('?')
      const rest = new URLSearchParams(search)
      rest.delete(name)
      for (const twice of [`${name}=${value}&${name}=${value}x`, `${name}[]=${value}`, `${name}[0]=${value}`]) {
        const { statusCode } = await inject({ url: `${path}?${rest}&${twice}`, headers: asAdmin() })
        if (statusCode !== 400) taken.push(`${path}?${twice} ${statusCode}`)
      }
    }
  }
  expect(taken).toEqual([])
})

describe('who has an account', () => {
  const signIn = (email: string) =>
    inject({ method: 'POST', url: '/api/session', payload: { email, password: 'een ander wachtwoord' } })
  const told = async (answer: ReturnType<typeof inject>) => {
    const { statusCode, headers, body } = await answer
    const { 'content-length': _length, date: _date, ...rest } = headers
    return [statusCode, Object.keys(rest).sort(), body.replace(/"request":"[^"]*"/, '')]
  }

  test('is told by no answer: to a wrong password, to a forgotten one, to a link that never was', async () => {
    expect(await told(signIn('an.claes@proef.be'))).toEqual(await told(signIn('niemand@proef.be')))
    const reset = (email: string) => inject({ method: 'POST', url: '/api/password-reset', payload: { email } })
    expect(await told(reset('an.claes@proef.be'))).toEqual(await told(reset('niemand@proef.be')))
  })

  test('is told by no waiting: unknown and wrong take the same work', async () => {
    const took = async (email: string) => {
      const begun = performance.now()
      await signIn(email)
      return performance.now() - begun
    }
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let n = 0; n < 7; n++) {
      known.push(await took('an.claes@proef.be'))
      unknown.push(await took(`niemand${n}@proef.be`))
    }
    const middle = (times: number[]) => times.sort((a, b) => a - b)[3] ?? 0
    expect(middle(known) / middle(unknown)).toBeGreaterThan(0.5)
    expect(middle(known) / middle(unknown)).toBeLessThan(2)
  })
})

describe('what a caller says of itself', () => {
  test('makes nobody somebody else', async () => {
    const desk = (await here.staff('desk', own.unit)).on(app)
    const lies = {
      'x-user-id': admin.id, 'x-user': admin.id, 'x-remote-user': 'an.claes@proef.be', 'remote-user': admin.id,
      'x-library-id': own.library, 'x-role': 'system-admin', 'x-original-url': '/api/session',
      'x-rewrite-url': '/api/session', 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE',
      'x-forwarded-host': 'evil.example', 'forwarded': 'for=10.0.0.1',
    }
    const { status, body } = await desk.get('/api/session', lies)
    expect([status, body.staff.id]).toEqual([200, desk.id])
    expect((await desk.get('/api/staff', lies)).status).toBe(403)
    expect((await inject({ url: '/api/staff', headers: lies })).statusCode).toBe(401)
    expect((await desk.post('/api/checklist/see-now', undefined, lies)).status).toBe(200)
  })

  test('is not where a link in a mail leads', async () => {
    const id = randomUUID()
    const invited = await (await here.staff('system-admin')).post(
      '/api/staff', { id, name: 'Els', email: `${id}@proef.be`, language: 'nl', role: 'desk', unit: own.unit },
      { 'host': 'evil.example', 'x-forwarded-host': 'evil.example' },
    )
    expect(invited.status).toBe(201)
    const mail = await here.database.owner('mail').where({ staff_id: id }).first()
    expect(mail.text).toContain('https://filiaal.proef.be')
    expect(`${mail.text} ${mail.html}`).not.toContain('evil.example')
  })

  test('is not where they are taken to come from', async () => {
    const entered = await here.app.inject({
      method: 'POST', url: '/api/session', payload: { email: 'an.claes@proef.be', password: PASSWORD },
      headers: { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9', 'forwarded': 'for=203.0.113.9' },
      remoteAddress: '10.77.0.1',
    })
    expect(entered.statusCode).toBeLessThan(300)
    const rows = await here.database.owner('session').where({ network: '203.0.113.9' })
    expect(rows).toEqual([])
  })
})

describe('the log', () => {
  test('of every question holds nobody: no name, address, password, token or cookie', async () => {
    written.length = 0
    const secrets = ['an.claes@proef.be', 'Claes', PASSWORD, admin.cookie.slice(8), 'geheime-code', 'een-token']
    const more = 'q=Claes&code=geheime-code&token=een-token&email=an.claes@proef.be'
    for (const route of app.routeTable.filter(({ method }) => method !== 'OPTIONS')) {
      const { url, ...question } = questionAt(route, own)
      const body = question.body && JSON.parse(JSON.stringify(question.body).replaceAll('"xxx"', '"Claes"'))
      await inject(asRequest({ ...question, body, url: `${url}${url.includes('?') ? '&' : '?'}${more}` }, asAdmin()))
      await inject(asRequest({ ...question, url, body }, asAdmin()))
    }
    await inject({ method: 'POST', url: '/api/session', payload: { email: 'an.claes@proef.be', password: PASSWORD } })
    const lines = written.join('').split('\n').filter(Boolean)
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.filter(line => secrets.some(secret => line.includes(secret)))).toEqual([])
  })

  test('keeps one line a line, whatever stands in a name, an address or a header', async () => {
    written.length = 0
    const evil = 'Els\r\n{"level":30,"msg":"approved"}\u001b[2J\u001b[31m'
    await inject({ url: `/api/units/${encodeURIComponent(evil)}`, headers: asAdmin() })
    await inject({ url: `/api/${encodeURIComponent(evil)}`, headers: { ...asAdmin(), 'user-agent': 'x\u001b[31m' } })
    await inject({
      method: 'POST', url: '/api/staff', headers: asAdmin(),
      payload: { id: randomUUID(), name: evil, email: 'els@proef.be', language: 'nl', role: 'desk', unit: own.unit },
    })
    const text = written.join('')
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u001b\r]/)
    for (const line of text.split('\n').filter(Boolean)) expect(JSON.parse(line)).not.toMatchObject({ msg: 'approved' })
  })
})

test('no address of the API has a place for a token, a password or a person by name', () => {
  const named = app.routeTable.flatMap(({ method, url, params, query }) => [params, query]
    .flatMap(part => Object.keys((part as Schema | undefined)?.properties ?? {}))
    .map(name => `${method} ${url} ${name}`))
  expect(named.filter(one => / (token|password|secret|email|name|ticket|pin|badge)$/i.test(one))).toEqual([])
})
