import createKnex, { type Knex } from 'knex'
import pg from 'pg'
import { migrations } from './migration.ts'
import { Obstacle } from './obstacle.ts'
import { superuser } from './postgres.ts'
import { parserOf } from './row-value.ts'

/** Requests run as this role: it owns nothing, and row-level security binds it. */
export const runtimeRole = 'filiaal_app'
/** Owns every table where the database is our own; elsewhere the role of DATABASE_URL does. */
export const ownerRole = 'filiaal_owner'

/** Where PostgreSQL is: the socket folder of our own, or the address of somebody else's. */
export interface Connection {
  readonly host?: string | undefined
  readonly url?: string | undefined
  readonly database?: string | undefined
}

export interface Database {
  /** For requests and jobs: the runtime role, at most ten connections, thirty seconds a statement. */
  readonly app: Knex
  /** For migrations, copies and retention only: owns the tables and sees every row. */
  readonly owner: Knex
  close(): Promise<void>
}

/** Opens both pools and makes sure both roles exist; refuses in one line when nothing answers. */
export async function openDatabase(connection: Connection): Promise<Database> {
  const settings = settingsOf(connection)
  const owner = open(
    { ...settings, user: connection.url ? settings.user : ownerRole },
    4,
    60_000,
    `set timezone = 'UTC'`,
  )
  try {
    await makeRuntimeRole(owner)
  } catch (failure) {
    await owner.destroy()
    throw new Obstacle(unreachable(connection, failure))
  }
  const asRuntime = `set timezone = 'UTC'; set statement_timeout = '30s'; `
    + `set idle_in_transaction_session_timeout = '60s'; ${connection.url ? `set role ${runtimeRole}` : ''}`
  const runtime = connection.url ? settings : { ...settings, user: runtimeRole }
  const app = open(runtime, 10, 2000, asRuntime)
  return {
    app,
    owner,
    close: async () => {
      await Promise.all([app.destroy(), owner.destroy()])
    },
  }
}

/** In a PostgreSQL of our own: the owner, the runtime role and one database, made where they are missing. */
export async function makeDatabase(host: string, database: string, template = 'template1'): Promise<void> {
  const administration = new pg.Client({ host, user: superuser, database: 'postgres' })
  await administration.connect()
  try {
    const { rows } = await administration.query(
      'select rolname as name from pg_roles union select datname from pg_database',
    )
    const names = new Set(rows.map(row => row.name))
    if (!names.has(runtimeRole)) await administration.query(`create role ${runtimeRole} login`)
    if (!names.has(ownerRole))
      await administration.query(`create role ${ownerRole} login in role ${runtimeRole}`)
    if (!names.has(database))
      await administration.query(`create database "${database}" template "${template}" owner ${ownerRole}`)
  } finally {
    await administration.end()
  }
}

/** Takes a database of our own away, with everything in it. */
export async function dropDatabase(host: string, database: string): Promise<void> {
  const administration = new pg.Client({ host, user: superuser, database: 'postgres' })
  await administration.connect()
  try {
    await administration.query(`drop database if exists "${database}" with (force)`)
  } finally {
    await administration.end()
  }
}

/**
 * Brings the schema up to date.
 *
 * One process at a time: an advisory lock, which a killed start cannot leave behind, stands in for
 * knex's own lock table. With `only`, the schema stops at these migrations, as a copy was made in.
 */
export async function migrate(owner: Knex, only?: readonly string[]): Promise<void> {
  await owner.transaction(async lock => {
    await lock.raw(`select pg_advisory_xact_lock(hashtext('filiaal.migrate'))`)
    const configuration = { migrationSource: migrations(only), tableName: 'migration' }
    await owner.migrate.forceFreeMigrationsLock(configuration)
    await owner.migrate.latest(configuration).catch((failure: Error) => {
      if (!failure.message.includes('migration directory is corrupt')) throw failure
      throw new Obstacle('This database was made by a newer Filiaal: start that version, or give another database.')
    })
  })
}

function open(connection: pg.ClientConfig, max: number, patienceMs: number, greeting: string): Knex {
  return createKnex({
    client: 'pg',
    connection: {
      ...connection,
      types: { getTypeParser: parserOf },
      connectionTimeoutMillis: 2000,
    } as Knex.PgConnectionConfig,
    acquireConnectionTimeout: patienceMs,
    // Whoever asks is told; knex would print a trace beside that.
    log: { warn: () => {} },
    pool: {
      min: 0,
      max,
      // A database that is down is an answer of now, not something to wait for.
      propagateCreateError: true,
      afterCreate: (client: pg.Client, done: (failure: Error | null, client: pg.Client) => void) => {
        client.query(greeting, failure => done(failure, client))
      },
    } as Knex.PoolConfig,
  })
}

function settingsOf({ host, url, database = 'filiaal' }: Connection): pg.ClientConfig {
  if (host) return { host, database, application_name: 'filiaal' }
  try {
    return { connectionString: new URL(url ?? '').href, application_name: 'filiaal' }
  } catch {
    throw new Obstacle('DATABASE_URL is not an address: write it as postgres://user:password@host:5432/database.')
  }
}

async function makeRuntimeRole(owner: Knex) {
  const { rows } = await owner.raw(`
    select current_setting('server_version_num')::int as version, rolname is not null as exists,
      coalesce(pg_has_role(current_user, rolname, 'set'), false) as may_become
    from (select) as always left join pg_roles on rolname = ?`, [runtimeRole])
  if (rows[0].version < 180_000) throw new Obstacle('Filiaal needs PostgreSQL 18 or newer behind DATABASE_URL.')
  if (!rows[0].exists) await owner.raw(`create role ${runtimeRole} nologin`)
  if (!rows[0].may_become) await owner.raw(`grant ${runtimeRole} to current_user with set true`)
  await owner.raw(`grant usage on schema public to ${runtimeRole}`)
}

function unreachable({ url }: Connection, failure: unknown) {
  if (failure instanceof Obstacle) return failure.message
  const { code, message } = failure as { code?: string; message: string }
  const where = url ? new URL(url).host : 'its socket'
  if (code === '42501') {
    return `The role of DATABASE_URL may not prepare the database (${message.split(' - ').at(-1)}): `
      + `as an administrator, create role ${runtimeRole} and grant it to that role.`
  }
  if (code === '28P01' || code === '28000' || code === '3D000') return `DATABASE_URL does not fit ${where}: ${message}.`
  return `The database at ${where} does not answer (${code ?? message}): start it, or correct DATABASE_URL.`
}
