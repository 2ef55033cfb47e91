import createKnex, { type Knex } from 'knex'
import pg from 'pg'
import { migrations } from './migration.ts'
import { Obstacle } from './obstacle.ts'
import { superuser } from './postgres.ts'
import { parserOf } from './row-value.ts'

/** Requests run as this role: it owns nothing, and row-level security binds it. */
export const runtimeRole = 'filiaal_app'
/** What the system does across libraries by itself runs as this role (`core/job.ts`); it may what requests may. */
export const jobRole = 'filiaal_job'
/** Owns the functions that search within a reach and answer ids; nobody signs in as it. */
export const searchRole = 'filiaal_search'
/** Owns the one function that erases what the audit keeps of a row; nobody signs in as it. */
export const retentionRole = 'filiaal_retention'
export const allRoles = [runtimeRole, jobRole, searchRole, retentionRole] as const
/** Owns every table where the database is our own; elsewhere the role of DATABASE_URL does. */
export const ownerRole = 'filiaal_owner'

/** Where PostgreSQL is: the socket folder of our own, or the address of somebody else's. */
export interface Connection {
  readonly host?: string | undefined
  readonly url?: string | undefined
  readonly database?: string | undefined
}

export interface Database {
  /** For requests: the runtime role, at most ten connections, thirty seconds a statement. */
  readonly app: Knex
  /** For what the system does by itself: the job role, at most four connections that no rush of requests takes. */
  readonly job: Knex
  /** For migrations, copies and retention only: owns the tables and sees every row. */
  readonly owner: Knex
  close(): Promise<void>
}

const connections = new WeakMap<Knex.Transaction, pg.Client>()

/**
 * Asks what is asked at every request or change, past knex and prepared once per connection: to parse and plan it
 * anew would cost more than to run it. Name the columns, never `*`: a prepared statement outlives a migration.
 *
 * From a transaction's second such question on it has left when this returns. So questions whose answers do not wait
 * for one another leave together, and PostgreSQL takes them in the order in which they were asked.
 */
export async function prepared<Row>(
  db: Knex.Transaction, name: string, text: string, values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  let connection = connections.get(db)
  if (!connection) connections.set(db, connection = await db.client.acquireConnection() as pg.Client)
  const { rows } = await connection.query({ name, text, values: [...values] })
  return rows
}

/** Opens the pools and makes sure the roles exist; refuses in one line when nothing answers. */
export async function openDatabase(connection: Connection): Promise<Database> {
  const settings = settingsOf(connection)
  const owner = open(
    { ...settings, user: connection.url ? settings.user : ownerRole },
    4,
    60_000,
    `set timezone = 'UTC'`,
  )
  try {
    await makeRoles(owner)
  } catch (failure) {
    await owner.destroy()
    throw new Obstacle(unreachable(connection, failure))
  }
  const as = (role: string, connections: number) => open(
    connection.url ? settings : { ...settings, user: role }, connections, 2000,
    `set timezone = 'UTC'; set statement_timeout = '30s'; set idle_in_transaction_session_timeout = '60s'; `
      + (connection.url ? `set role ${role}` : ''),
  )
  const [app, job] = [as(runtimeRole, 10), as(jobRole, 4)]
  return {
    app, job, owner,
    close: async () => {
      await Promise.all([app.destroy(), job.destroy(), owner.destroy()])
    },
  }
}

/** Whether PostgreSQL went away or has no room, so that the same may go well when it is back. */
export function isOutOfReach(error: unknown): boolean {
  const { message, code, nativeError } = error as Error & { code?: string; nativeError?: { code?: string } }
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', '57P01', '57P02', '57P03', '53300'].includes(nativeError?.code ?? code ?? '')
    || /Timeout acquiring a connection|timeout expired|Connection terminated|Connection ended|the database system is/.test(message)
}

/** In a PostgreSQL of our own: the roles and one database, made where they are missing. */
export async function makeDatabase(host: string, database: string, template = 'template1'): Promise<void> {
  const administration = new pg.Client({ host, user: superuser, database: 'postgres' })
  await administration.connect()
  try {
    const { rows } = await administration.query(
      'select rolname as name from pg_roles union select datname from pg_database',
    )
    const names = new Set(rows.map(row => row.name))
    const make = async (role: string, more: string) => {
      if (!names.has(role)) await administration.query(`create role ${role} ${more}; ${becoming(role, ownerRole)}`)
    }
    if (!names.has(ownerRole)) await administration.query(`create role ${ownerRole} login`)
    await make(runtimeRole, 'login')
    await make(jobRole, `login in role ${runtimeRole}`)
    for (const role of [searchRole, retentionRole]) await make(role, 'nologin')
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
    // Walls are written with `reaches(library_id)`, and read their reach once for each question.
    const { rows: [{ quickens }] } = await owner.raw(`select to_regprocedure('quicken_walls()') is not null as quickens`)
    if (quickens) await owner.raw('call quicken_walls()')
  })
}

function open(connection: pg.ClientConfig, max: number, patienceMs: number, greeting: string): Knex {
  const knex = createKnex({
    client: 'pg',
    connection: {
      ...connection,
      types: { getTypeParser: parserOf },
      connectionTimeoutMillis: 2000,
      pipeline: true,
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
  const { client } = knex
  const transaction = client.transaction.bind(client)
  client.transaction = (...how: unknown[]) => beginningAtOnce(transaction(...how))
  return knex
}

interface Transaction { begin(connection: pg.Client): Promise<unknown> }

/** The first question of a transaction leaves behind its `begin`, not after the answer to it. */
function beginningAtOnce(transaction: Transaction): Transaction {
  const begin = transaction.begin.bind(transaction)
  return Object.assign(transaction, {
    begin: async (connection: pg.Client) => { void begin(connection) },
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

async function makeRoles(owner: Knex) {
  const { rows: [{ version }] } = await owner.raw(`select current_setting('server_version_num')::int as version`)
  if (version < 180_000) throw new Obstacle('Filiaal needs PostgreSQL 18 or newer behind DATABASE_URL.')
  for (const role of allRoles) {
    const { rows: [known] } = await owner.raw(`
      select rolname is not null as exists, coalesce(pg_has_role(current_user, rolname, 'set'), false) as may_become
      from (select) as always left join pg_roles on rolname = ?`, [role])
    if (!known.exists) await owner.raw(`create role ${role} nologin`)
    if (!known.may_become) await owner.raw(becoming(role, 'current_user'))
    await owner.raw(`grant usage on schema public to ${role}`)
  }
  const { rows: [{ may }] } = await owner.raw(`select pg_has_role(?, ?, 'usage') as may`, [jobRole, runtimeRole])
  if (!may) await owner.raw(`grant ${runtimeRole} to ${jobRole}`)
}

/** The owner can act as any of them, and as owner stands before the same walls. */
const becoming = (role: string, owner: string) => `grant ${role} to ${owner} with inherit false, set true`

/** What an administrator says once, where the role of DATABASE_URL may make no roles itself. */
const rolesByHand = `create role ${runtimeRole}; create role ${jobRole} in role ${runtimeRole}; `
  + `create role ${searchRole}; create role ${retentionRole}; `
  + `grant ${allRoles.join(', ')} to <role of DATABASE_URL> with inherit false;`

function unreachable({ url }: Connection, failure: unknown) {
  if (failure instanceof Obstacle) return failure.message
  const { code, message } = failure as { code?: string; message: string }
  const where = url ? new URL(url).host : 'its socket'
  if (code === '42501') {
    return `The role of DATABASE_URL may not prepare the database (${message.split(' - ').at(-1)}): `
      + `as an administrator, say once: ${rolesByHand}`
  }
  if (code === '28P01' || code === '28000' || code === '3D000') return `DATABASE_URL does not fit ${where}: ${message}.`
  return `The database at ${where} does not answer (${code ?? message}): start it, or correct DATABASE_URL.`
}
