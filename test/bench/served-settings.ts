import { enableCompileCache } from 'node:module'
import jwt from '@fastify/jwt'
import fastify from 'fastify'
import pg from 'pg'
import { buildApp } from '#core/app.ts'
import { openDatabase } from '#core/database.ts'
import type { Token } from '#core/guard.ts'
import { Heartbeat } from '#core/heartbeat.ts'
import { Installation } from '#core/installation.ts'
import { sessionTokens } from '#core/session-token.ts'
import { withSettings } from './filled-settings.ts'

/**
 * The process under measure: one Filiaal with 300 settings, and beside it the bare floor: a Fastify route that
 * verifies the same token, asks the same session and lets PostgreSQL find the nearest row of each setting.
 */
enableCompileCache()
const started = performance.now()
const [host = '', secret = '', folder = '', name = ''] = process.argv.slice(2)

const opened = await openDatabase({ host, database: 'filiaal' })
const installation = new Installation({ knex: opened.app, job: opened.job, registry: withSettings() })
const app = await buildApp({ installation, secret })
await app.listen({ path: `${folder}/${name}.sock` })
const { rows: [{ version }] } = await opened.owner.raw('select version from configuration')
await installation.snapshot.catchUp(version)
const startedMs = performance.now() - started
new Heartbeat(installation, console).start()

const pool = new pg.Pool({ host, database: 'filiaal', user: 'filiaal_app', max: 10 })
const bare = fastify()
await bare.register(jwt, sessionTokens(secret, false))
await bare.register((await import('@fastify/cookie')).default)
bare.get<{ Querystring: { unit: string } }>('/api/parameters/values', async request => {
  const token = await request.jwtVerify<Token>()
  const session = await pool.query({
    name: 'stands', values: [token.sid, new Date().toISOString()],
    text: `select (select version from configuration) as version,
      exists (select from session where id = $1 and ended_at is null and expires_at > $2) as stands`,
  })
  if (!session.rows[0].stands) throw new Error('not signed in')
  const { rows } = await pool.query({
    name: 'values', values: [request.query.unit],
    text: `with recursive up (unit_id, n) as (
        select $1::uuid, 0
        union all
        select (g.body->>'parent')::uuid, n + 1 from up join segment g
          on g.unit_id = up.unit_id and g.fact = 'core.parent' and g.key = 'parent' and g.ended_in is null)
      select distinct on (g.key) g.key as name, g.body->'value' as value, g.unit_id as unit
      from up join segment g on g.unit_id = up.unit_id and g.fact = 'core.parameter' and g.ended_in is null
      where strpos(g.key, '|') = 0 and g.valid @> current_date
      order by g.key, n`,
  })
  return { data: rows }
})
await bare.listen({ path: `${folder}/${name}-bare.sock` })

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMicros: user + system, rssBytes: process.memoryUsage.rss(), longestWaitMs: 0, startedMs })
})
process.send?.('ready')
process.once('SIGINT', () => process.exit(0))
