import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jwt from '@fastify/jwt'
import fastify from 'fastify'
import { makeDatabase, migrate, openDatabase } from '#core/database.ts'
import { begin } from '#core/first-start.ts'
import { Installation } from '#core/installation.ts'
import { startPostgres } from '#core/postgres.ts'
import { assemble } from '#core/registry.ts'
import { addStaff, openSession } from '#core/session.ts'
import { sessionTokens } from '#core/session-token.ts'
import { SYSTEM, unitFact } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR, type Caller } from '#core/work.ts'
import { plugins } from '#plugins/index.ts'
import { makeRegion } from '../region/region.ts'
import type { Figure } from './figure.ts'
import { median } from './figure.ts'
import { loadOf, usageOf, type Load } from './load.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
/** As `npm start` gives them. */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=15']
const IMPORT_PATIENCE_MS = 120_000
const SIZE = { libraries: 350, branches: 1300, seed: 1 }

/** What a region of full size asks of one process: single branches, the landing page, a preview, an import. */
export async function server(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-bench-'))
  const postgres = await startPostgres(join(folder, 'pg'), { durable: false })
  try {
    const secret = randomUUID()
    const { token, branches } = await prepare(postgres.host, secret)
    const child = fork(
      join(import.meta.dirname, 'served-region.ts'),
      [postgres.host, 'filiaal', secret, folder],
      {
        execArgv: [
          ...FLAGS,
          ...(process.env['BENCH_PROFILE']
            ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`]
            : []),
        ],
      },
    )
    await once(child, 'message')
    try {
      return await measure(child, folder, `filiaal=${token}`, branches)
    } finally {
      child.kill('SIGINT')
      await once(child, 'exit')
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prepare(host: string, secret: string) {
  await makeDatabase(host, 'filiaal')
  const database = await openDatabase({ host, database: 'filiaal' })
  await migrate(database.owner)
  const installation = new Installation({ knex: database.app, job: database.job, registry: assemble(plugins) })
  await begin(installation, 'Meetstreek')
  await makeRegion(installation, SIZE)
  const signedIn = await adminOf(installation)
  const branches = [...installation.snapshot.current.all(unitFact)].map(([said]) => said)
    .filter(said => said?.body.type === 'branch').map(said => said?.unit ?? '')
  const token = await tokenOf(secret, signedIn)
  await database.close()
  return { token, branches }
}

/** Somebody who may do everything, signed in: the account first, for what was open before one opens counts no more. */
export async function adminOf(installation: Installation): Promise<Caller> {
  const { applyAsSystem } = await import('#core/door.ts')
  return inWork(installation, asSystem, async ctx => {
    const person = await addStaff(ctx, { name: 'Bench', email: `bench-${randomUUID()}@proef.be`, language: 'nl', libraryId: null })
    const since = { staff: person.id, unit: SYSTEM, from: ctx.today(), to: null }
    await applyAsSystem(ctx, randomUUID(), [
      { kind: 'permissions.open-account', payload: since },
      { kind: 'permissions.grant', payload: { ...since, role: 'system-admin' } },
    ], 'bench')
    return openSession(ctx, person)
  })
}

/** As the product would sign it, for as long as a measurement takes. */
export async function tokenOf(secret: string, { actor: { id, session, name } }: Caller): Promise<string> {
  const signer = fastify()
  const { sign, ...rest } = sessionTokens(secret, false)
  await signer.register(jwt, { ...rest, sign: { ...sign, expiresIn: '2h' } })
  await signer.ready()
  return signer.jwt.sign({ sub: id ?? '', sid: session ?? '', name, lang: 'nl' as const })
}

async function measure(
  child: ChildProcess,
  folder: string,
  cookie: string,
  branches: readonly string[],
): Promise<Figure[]> {
  const ours = `${folder}/filiaal.sock`
  const paths = branches.filter((_, n) => n % 13 === 0).map(id => `/api/branches/${id}`)
  const fresh = await usageOf(child)
  const { filiaal, bare } = await sideBySide(child, folder, paths, cookie)

  const ask = askOn(ours, cookie)
  const now = await timed(7, () => ask('GET', '/api/now'))
  const preview = await timed(5, () => ask('POST', '/api/changes/preview', {
    items: [{ kind: 'branches.close', payload: {
      units: [SYSTEM], from: '2027-12-24', to: '2027-12-24', kind: 'G', text: 'Kerstavond', also: [], leave: [],
    } }],
  }))
  const csv = readFileSync(join(import.meta.dirname, '../data/uk-libraries.csv'), 'utf8')
  await usageOf(child)
  const imported = await importOf(ask, csv)
  const { rssBytes, longestWaitMs } = await usageOf(child)
  return [
    {
      name: 'GET /api/branches/:id',
      value: filiaal.perSecond,
      unit: 'requests/s',
      floor: { name: 'bare Fastify + pg', value: bare.perSecond },
      target: `≥ 75 % of the floor (here ${Math.round((100 * filiaal.perSecond) / bare.perSecond)} %)`,
    },
    {
      name: 'GET /api/branches/:id, CPU',
      value: filiaal.cpuMicrosPerRequest,
      unit: 'µs/request',
      floor: { name: 'bare Fastify + pg', value: bare.cpuMicrosPerRequest },
    },
    { name: `landing page, ${SIZE.branches} branches`, value: now, unit: 'ms', target: '≤ 50' },
    { name: `preview of 24 December for ${SIZE.branches} branches`, value: preview, unit: 'ms', target: '≤ 2000' },
    { name: 'import of 2,956 libraries', value: imported, unit: 'ms', target: '≤ 20000' },
    { name: 'longest wait of others during that import', value: longestWaitMs, unit: 'ms' },
    { name: 'RSS of the process before all that', value: fresh.rssBytes / 1024 / 1024, unit: 'MB' },
    { name: 'RSS of the process after all that', value: rssBytes / 1024 / 1024, unit: 'MB', target: '≤ 300' },
  ]
}

const ROUNDS = 4

/** In turns, so that whatever else the machine does weighs on both; the first turn of each warms up. */
async function sideBySide(child: ChildProcess, folder: string, paths: readonly string[], cookie: string) {
  const loads: { filiaal: Load[]; bare: Load[] } = { filiaal: [], bare: [] }
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of ['bare', 'filiaal'] as const)
      loads[name].push(await loadOf(child, `${folder}/${name}.sock`, paths, cookie))
  }
  const middle = (name: 'bare' | 'filiaal') => {
    const taken = loads[name].slice(1)
    if (taken.some(({ failures }) => failures > 0))
      throw new Error('Requests failed under load; the figures would mean nothing')
    return {
      perSecond: median(taken.map(({ perSecond }) => perSecond)),
      cpuMicrosPerRequest: median(taken.map(({ cpuMicrosPerRequest }) => cpuMicrosPerRequest)),
    }
  }
  return { filiaal: middle('filiaal'), bare: middle('bare') }
}

export type Ask = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<unknown>

export const askOn =
  (socketPath: string, cookie: string): Ask =>
  async (method, path, body) => {
    const { request } = await import('node:http')
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const answered = Promise.withResolvers<string>()
    const asked = request(
      {
        socketPath,
        method,
        path,
        headers: { cookie, ...(payload ? { 'content-type': 'application/json' } : {}) },
      },
      response => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.on('end', () =>
          (response.statusCode ?? 500) < 300
            ? answered.resolve(text)
            : answered.reject(new Error(`${method} ${path} → ${response.statusCode} ${text.slice(0, 500)}`)),
        )
      },
    )
    asked.on('error', answered.reject)
    asked.end(payload)
    return JSON.parse(await answered.promise)
  }

export async function timed(runs: number, act: () => Promise<unknown>): Promise<number> {
  await act()
  const times = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** From the file to the last opened branch: reading, holding doubts, one change set. */
async function importOf(ask: Ask, content: string): Promise<number> {
  const start = performance.now()
  const reading = (await ask('POST', '/api/imports/preview', {
    format: 'csv',
    name: 'uk-libraries.csv',
    content,
    under: SYSTEM,
  })) as { import: string }
  const run = (await ask('POST', `/api/imports/${reading.import}/apply`, {
    id: randomUUID(),
    confirmedRows: [],
    reason: 'bench',
  })) as { id: string }
  while (performance.now() - start < IMPORT_PATIENCE_MS) {
    const { state, report } = await ask('GET', `/api/runs/${run.id}`) as { state: string; report: unknown }
    if (state === 'done') return performance.now() - start
    if (state === 'failed') throw new Error(`The import failed: ${JSON.stringify(report).slice(0, 500)}`)
    await new Promise(resolve => { setTimeout(resolve, 100) })
  }
  throw new Error('The import did not end in time')
}
