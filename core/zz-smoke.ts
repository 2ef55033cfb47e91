import { startPostgres } from './postgres.ts'
import { makeDatabase, openDatabase, migrate } from './database.ts'
import { Installation } from './installation.ts'
import { assemble } from './registry.ts'
import { begin, firstAdminToken } from './first-start.ts'
import { buildApp } from './app.ts'
import { Heartbeat } from './heartbeat.ts'
import { brokenSeal } from './audit.ts'
const pg: any = await (startPostgres as any)('/tmp/smoke/pg', { flags: ['fsync=off'] })
try {
  await makeDatabase(pg.host, 'filiaal')
  const db = await openDatabase({ host: pg.host })
  await migrate(db.owner)
  const installation = new Installation({ knex: db.app, registry: assemble([]) })
  console.log('begin', await begin(installation, 'Proef'))
  const token = await firstAdminToken(installation)
  console.log('token', token, installation.snapshot.current.version)
  const app = await buildApp({ installation, secret: 'x'.repeat(40) })
  await app.ready()
  if (token) {
    const r = await app.inject({ method: 'POST', url: '/api/first-admin', payload: { token, name: 'Ann De Vos', email: 'ann@x.be', password: 'welkom welkom', language: 'nl' } })
    console.log(r.statusCode, r.body, r.headers['set-cookie'])
  }
  const r2 = await app.inject({ method: 'POST', url: '/api/session', payload: { email: 'ann@x.be', password: 'welkom welkom' } })
  console.log(r2.statusCode, r2.body)
  const cookie = String(r2.headers['set-cookie']).split(';')[0]!
  const r3 = await app.inject({ method: 'GET', url: '/api/changes', headers: { cookie } })
  console.log(r3.statusCode, r3.body)
  const h = new Heartbeat(installation, console as any)
  await h.once(); await h.once()
  console.log((await app.inject('/ready')).body, await brokenSeal(installation))
  console.log((await app.inject({ method: 'POST', url: '/api/changes/preview', headers: { cookie }, payload: { items: [{ kind: 'core.begin', payload: { name: 3 } }] } })).body)
  await app.close(); await db.close()
} finally { await pg.stop() }
