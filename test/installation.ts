import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { inject } from 'vitest'
import { buildApp } from '#core/app.ts'
import type { Item } from '#core/change.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { makeDatabase, openDatabase, type Database } from '#core/database.ts'
import { applyAsSystem } from '#core/door.ts'
import { begin } from '#core/first-start.ts'
import { Installation, type MailServer, type WebhookNetwork } from '#core/installation.ts'
import type { Plugin } from '#core/plugin.ts'
import { assemble } from '#core/registry.ts'
import { addStaff, openSession } from '#core/session.ts'
import { homeLibrary, SYSTEM, type Unit } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { plugins as product } from '#plugins/index.ts'
import { foundation } from './foundation.ts'
import { template } from './postgres.ts'

let databases = 0

/** Time goes on a little whenever somebody looks, as it does. */
const tick = (clock: { now: Temporal.Instant }) => { clock.now = clock.now.add({ milliseconds: 1 }); return clock.now }

export interface Opened {
  readonly app: FastifyInstance
  readonly installation: Installation
  readonly database: Database
  /** Lays down a unit that has always been there (or is from `from` on). */
  unit(type: Unit['type'], name: string, parent?: UnitId, more?: Partial<Unit> & { from?: Day }): Promise<UnitId>
  /** A member of staff with one role at one unit, signed in. */
  staff(role: string, unit?: UnitId): Promise<Staff>
  /** Applies items as the system itself. */
  apply(...items: Item[]): Promise<void>
  /** Another process over the same database. */
  second(): Promise<{ app: FastifyInstance; installation: Installation }>
  /** What every process of the test signs and seals with. */
  readonly secret: string
  /** Moves the clock every process of the test looks at. */
  clock: { now: Temporal.Instant }
  close(): Promise<void>
}

/** What came back; a test that looks closely says what it takes the body for, else it is as `JSON.parse` has it. */
export interface Answer<Body = ReturnType<typeof JSON.parse>> {
  readonly status: number
  readonly body: Body
  readonly headers: Record<string, unknown>
}

export interface Staff {
  readonly id: string
  readonly session: string
  readonly cookie: string
  cookieIn(language: Language): string
  get<Body = Answer['body']>(url: string, headers?: Record<string, string>): Promise<Answer<Body>>
  post<Body = Answer['body']>(url: string, payload?: unknown, headers?: Record<string, string>): Promise<Answer<Body>>
  send<Body = Answer['body']>(method: 'PATCH' | 'PUT' | 'DELETE', url: string, payload?: unknown): Promise<Answer<Body>>
  /** Sends items through the door, as the console does. */
  change(items: readonly Item[], more?: object): Promise<Answer>
  on(app: FastifyInstance): Staff
}

/** An installation of its own in a database of its own: a system named "Proefstreek", and nothing else. */
export async function openInstallation({
  plugins = product,
  now = '2026-11-23T09:00:00Z',
  kind = 'live',
  consoleFolder,
  mailServer = null,
  secondFactor = false,
  privateNetwork = false,
  webhookNetwork,
}: {
  plugins?: readonly Plugin[]
  now?: string
  kind?: 'live' | 'demo'
  consoleFolder?: string
  mailServer?: MailServer | null
  /** Left as a region has it; else nobody is asked for more than a password, unless a test says so. */
  secondFactor?: boolean
  privateNetwork?: boolean
  webhookNetwork?: WebhookNetwork
} = {}): Promise<Opened> {
  const host = inject('postgres')
  const name = `filiaal_${process.pid}_${inject('postgres').length}_${++databases}_${randomUUID().slice(0, 6)}`
  await makeDatabase(host, name, template)
  const database = await openDatabase({ host, database: name })
  const clock = { now: Temporal.Instant.from(now) }
  const secret = randomUUID()
  const process_ = async () => {
    const installation = new Installation({
      knex: database.app,
      job: database.job,
      registry: assemble([...plugins, foundation]),
      kind,
      clock: () => tick(clock),
      address: 'https://filiaal.proef.be',
      mailServer,
      privateNetwork,
      webhookNetwork,
      secret,
    })
    const app = await buildApp({ installation, secret, consoleFolder, shedsLoad: false })
    await app.ready()
    return { app, installation }
  }
  const { app, installation } = await process_()
  await begin(installation, 'Proefstreek')
  const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
  const apply = (...items: Item[]) =>
    inWork(installation, asSystem, ctx => applyAsSystem(ctx, randomUUID(), items, 'test'))
  if (!secondFactor && installation.registry.parameters.has('sign-in.second-factor')) await apply({
    kind: 'parameters.set',
    payload: { unit: SYSTEM, parameter: 'sign-in.second-factor', from: '2020-01-01', to: null, value: 'never' },
  })
  let codes = 0
  const codeOf = (type: Unit['type']) =>
    type === 'library' ? `I${String(++codes).padStart(3, '0')}` : String(2000 + ++codes)

  const unit: Opened['unit'] = async (type, unitName, parent = SYSTEM, { from, ...more } = {}) => {
    const id = randomUUID()
    const body: Unit = { type, name: unitName, code: codeOf(type), public: true, ...more }
    await apply({ kind: 'foundation.unit', payload: { id, parent, from: from ?? null, unit: body } })
    return id
  }
  const staff: Opened['staff'] = async (role, at = SYSTEM) => {
    const signedIn = await inWork(installation, asSystem, async ctx => {
      const added = await addStaff(ctx, {
        name: `${role} ${++codes}`, email: `${role}${codes}@proef.be`, language: 'nl',
        libraryId: homeLibrary(ctx.configuration, at, ctx.today()) ?? null,
      })
      const item = { kind: 'foundation.account', payload: { staff: added.id, unit: at } }
      await applyAsSystem(ctx, randomUUID(), [item], 'test')
      return openSession(ctx, added)
    })
    await apply({ kind: 'foundation.grant', payload: { staff: signedIn.actor.id, role, unit: at } })
    const { id, session, name: staffName } = signedIn.actor
    return staffOn(app, { id: id ?? '', session: session ?? '', name: staffName })
  }
  return {
    app, installation, database, clock, secret, apply, unit, staff, second: process_,
    close: async () => { await app.close(); await database.close() },
  }
}

function staffOn(app: FastifyInstance, who: { id: string; session: string; name: string }): Staff {
  const sign = (lang: Language) => app.jwt.sign({ sub: who.id, sid: who.session, name: who.name, lang })
  const token = sign('nl')
  const call = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    })
    const json = /json/.test(String(response.headers['content-type']))
    return {
      status: response.statusCode,
      body: json && response.body ? response.json() : response.body,
      headers: response.headers,
    }
  }
  return {
    id: who.id, session: who.session, cookie: `filiaal=${token}`, cookieIn: language => `filiaal=${sign(language)}`,
    get: (url, headers) => call('GET', url, undefined, headers),
    post: (url, payload = {}, headers) => call('POST', url, payload, headers),
    send: (method, url, payload) => call(method, url, payload),
    change: (items, more = {}) => call('POST', '/api/changes', { id: randomUUID(), items, ...more }),
    on: other => staffOn(other, who),
  }
}
