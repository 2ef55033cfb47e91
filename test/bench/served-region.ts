import { enableCompileCache } from 'node:module'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import jwt from '@fastify/jwt'
import fastify from 'fastify'
import pg from 'pg'
import { buildApp } from '#core/app.ts'
import { openDatabase } from '#core/database.ts'
import type { Token } from '#core/guard.ts'
import { Heartbeat } from '#core/heartbeat.ts'
import { Installation } from '#core/installation.ts'
import { assemble } from '#core/registry.ts'
import { sessionTokens } from '#core/session-token.ts'
import { plugins } from '#plugins/index.ts'

/**
 * The process under measure: one Filiaal over a filled region, and beside it the bare floor, a Fastify
 * route that verifies the same token, asks the same session and reads the same row with nothing but pg.
 */
enableCompileCache()
const [host = '', database = '', secret = '', folder = ''] = process.argv.slice(2)

const opened = await openDatabase({ host, database })
const installation = new Installation({ knex: opened.app, job: opened.job, registry: assemble(plugins) })
const app = await buildApp({ installation, secret })
await app.listen({ path: `${folder}/filiaal.sock` })
new Heartbeat(installation, console).start()

const pool = new pg.Pool({ host, database, user: 'filiaal_app', max: 10 })
const bare = fastify()
await bare.register(jwt, sessionTokens(secret, false))
await bare.register((await import('@fastify/cookie')).default)
bare.get<{ Params: { id: string } }>('/api/branches/:id', async request => {
  const token = await request.jwtVerify<Token>()
  const session = await pool.query({
    name: 'stands', values: [token.sid, new Date().toISOString()],
    text: `select (select version from configuration) as version,
      exists (select from session where id = $1 and ended_at is null and expires_at > $2) as stands`,
  })
  if (!session.rows[0].stands) throw new Error('not signed in')
  const { rows } = await pool.query({
    name: 'branch', values: [request.params.id],
    text: `select unit_id as id, body from segment where unit_id = $1 and fact = 'core.unit' and key = 'unit' and ended_in is null`,
  })
  return { id: rows[0].id, ...rows[0].body }
})
await bare.listen({ path: `${folder}/bare.sock` })

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMicros: user + system, rssBytes: process.memoryUsage.rss(), longestWaitMs: delay.max / 1e6 })
  delay.reset()
})
process.send?.('ready')

// Ended by leaving, so that a profile is written when one was asked for.
process.once('SIGINT', () => process.exit(0))
