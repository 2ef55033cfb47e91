import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jwt from '@fastify/jwt'
import fastify from 'fastify'
import pg from 'pg'
import { makeDatabase, migrate, openDatabase, type Database } from '#core/database.ts'
import { applyAsSystem } from '#core/door.ts'
import { begin } from '#core/first-start.ts'
import { Installation } from '#core/installation.ts'
import { startPostgres } from '#core/postgres.ts'
import { assemble } from '#core/registry.ts'
import { addStaff, openSession } from '#core/session.ts'
import { sessionTokens } from '#core/session-token.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, readConfiguration, SYSTEM_ACTOR } from '#core/work.ts'
import { plugins } from '#plugins/index.ts'
import type { Figure } from './figure.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
const ROUNDS = 40
const CALLS = 50
const OTHERS = 5000

/** What it adds to a request that its session and the configuration's version are asked for, among 5,000 other sessions. */
export async function session(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-bench-'))
  const postgres = await startPostgres(join(folder, 'pg'), { durable: false })
  const pool = new pg.Pool({ host: postgres.host, database: 'filiaal', user: 'filiaal_app', max: 1 })
  await makeDatabase(postgres.host, 'filiaal')
  const database = await openDatabase({ host: postgres.host, database: 'filiaal' })
  try {
    return await measure(database, pool)
  } finally {
    await pool.end()
    await database.close()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(database: Database, pool: pg.Pool): Promise<Figure[]> {
  await migrate(database.owner)
  const installation = new Installation({ knex: database.app, job: database.job, registry: assemble(plugins) })
  await begin(installation, 'Meetstreek')
  const caller = await signedIn(installation, database)
  const tokens = fastify()
  await tokens.register(jwt, sessionTokens('x'.repeat(40), false))
  await tokens.ready()
  const token = tokens.jwt.sign({
    sub: caller.actor.id ?? '', sid: caller.actor.session ?? '', name: 'Bench', lang: 'nl',
  })
  const taken = await inTurns({
    trip: () => pool.query({ name: 'one', text: 'select $1::int', values: [1] }),
    check: async () => {
      tokens.jwt.verify(token)
      await readConfiguration(installation, caller, () => undefined)
    },
    transaction: () => bareTransaction(pool),
    work: () => inWork(installation, caller, async () => undefined),
  })
  const ms = (one: keyof typeof taken) => taken[one]
  return [
    {
      name: 'session and version check of a request that reads', value: ms('check'), unit: 'ms',
      floor: { name: 'one prepared round trip of pg', value: ms('trip') }, target: '≤ 0.3',
    },
    {
      name: 'what the same adds to a request with a transaction', value: ms('work') - ms('transaction'), unit: 'ms',
      floor: { name: 'begin, three settings and commit by pg', value: ms('transaction') }, target: '≤ 0.3',
    },
  ]
}

async function signedIn(installation: Installation, { owner }: Database) {
  const person = await inWork(installation, asSystem, async ctx => {
    const staff = await addStaff(ctx, { name: 'Bench', email: 'bench@proef.be', language: 'nl', libraryId: null })
    await applyAsSystem(ctx, randomUUID(), [
      { kind: 'permissions.open-account', payload: { staff: staff.id, unit: SYSTEM, from: ctx.today(), to: null } },
      { kind: 'permissions.grant', payload: { staff: staff.id, role: 'system-admin', unit: SYSTEM, from: ctx.today(), to: null } },
    ], 'bench')
    return openSession(ctx, staff)
  })
  await owner.raw(`
    insert into session (id, staff_id, expires_at, idle_minutes)
    select gen_random_uuid(), ?, now() + interval '1 day', 60 from generate_series(1, ?)`, [person.actor.id, OTHERS])
  await owner.raw('analyze session')
  return person
}

async function bareTransaction(pool: pg.Pool) {
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`select set_config('app.actor', $1, true), set_config('app.reach', $2, true), set_config('app.shared', $2, true)`,
    [randomUUID(), '{}'])
  await client.query('commit')
  client.release()
}

/** The lower quartile of milliseconds of each, in turns: what the machine does besides weighs on all, and least there. */
async function inTurns<Name extends string>(acts: Readonly<Record<Name, () => Promise<unknown>>>) {
  const names = Object.keys(acts) as Name[]
  const taken = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of names) {
      for (let call = 0; call < CALLS; call++) {
        const start = performance.now()
        await acts[name]()
        if (round > 0) taken[name].push(performance.now() - start)
      }
    }
  }
  return Object.fromEntries(names.map(name => [name, quartile(taken[name])])) as Record<Name, number>
}

const quartile = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 2] ?? NaN
