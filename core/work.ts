import type { Knex } from 'knex'
import type { Configuration } from './configuration.ts'
import type { Actor, Context } from './context.ts'
import type { Language } from './contract.ts'
import { Rights, type Reach } from './grant.ts'
import type { Installation } from './installation.ts'
import { resolve } from './parameter.ts'
import { notAllowed, notSignedIn, Refusal } from './refusal.ts'
import { dayOf, homeLibrary, pathOf, SYSTEM } from './unit.ts'

/** The system itself, on behalf of a job, an event or a start. */
export const SYSTEM_ACTOR: Actor = { id: null, name: 'Filiaal', session: null }

/** A context whose unit of work is open; only the core moves its configuration on. */
export interface OpenContext extends Context {
  configuration: Configuration
  rights: Rights
  readonly afterCommit: (() => void)[]
}

interface Caller { readonly actor: Actor; readonly language: Language }

const STANDS = `select (select version from configuration) as version,
  $1::uuid is null or exists (select from session where id = $1::uuid and ended_at is null and expires_at > $2) as stands`
const OPEN = `select (select version from configuration) as version,
  ?::uuid is null or exists (select from session where id = ?::uuid and ended_at is null and expires_at > ?) as stands,
  set_config('app.actor', ?, true), set_config('app.reach_all', ?, true), set_config('app.reach', ?, true)`

/**
 * Reads of configuration alone: one prepared statement tells whether the session stands and which
 * configuration is newest; the rest comes from memory.
 */
export async function readConfiguration<T>(
  installation: Installation, caller: Caller, act: (ctx: Context) => T | Promise<T>,
): Promise<T> {
  const now = installation.clock()
  const row = await stands(installation, caller.actor.session, now)
  if (!row.stands) throw notSignedIn()
  const configuration = await installation.snapshot.catchUp(row.version)
  return act(contextOf(installation, caller, configuration, now, noTransaction))
}

/** Past knex to the connection itself: this one statement is most of what a read costs. */
async function stands(
  { knex }: Installation,
  session: string | null,
  now: Temporal.Instant,
): Promise<{ version: number; stands: boolean }> {
  const connection = await knex.client.acquireConnection()
  try {
    const {
      rows: [row],
    } = await connection.query({ name: 'session-stands', text: STANDS, values: [session, now.toString()] })
    return row
  } finally {
    knex.client.releaseConnection(connection)
  }
}

/** Opens one transaction that knows actor and reach, does the work in it, and commits or rolls back. */
export async function inWork<T>(
  installation: Installation, caller: Caller, act: (ctx: OpenContext) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ;) {
    const afterCommit: (() => void)[] = []
    try {
      const result = await installation.knex.transaction(db => open(installation, caller, db, afterCommit, act))
      for (const follow of afterCommit) follow()
      return result
    } catch (error) {
      if (error instanceof Behind) await installation.snapshot.catchUp(error.version)
      else if (tries++ >= 3 || !collided(error)) throw error
    }
  }
}

/** Another process has moved the configuration on: the connection is given back before its rows are asked for. */
class Behind extends Error {
  readonly version: number

  constructor(version: number) {
    super('The configuration has moved on')
    this.version = version
  }
}

async function open<T>(
  installation: Installation, caller: Caller, db: Knex.Transaction, afterCommit: (() => void)[],
  act: (ctx: OpenContext) => Promise<T>,
): Promise<T> {
  const now = installation.clock()
  const { session, id } = caller.actor
  const ctx = contextOf(installation, caller, installation.snapshot.current, now, db, afterCommit)
  const { rows: [row] } = await db.raw(OPEN, [session, session, now.toString(), id ?? '', ...reachSettings(ctx.reach)])
  if (!row.stands) throw notSignedIn()
  if (row.version > ctx.configuration.version) throw new Behind(row.version)
  return act(ctx)
}

const reachSettings = (reach: Reach) => reach === 'all' ? ['on', ''] : ['', `{${[...reach].join(',')}}`]

function contextOf(
  installation: Installation, { actor, language }: Caller, configuration: Configuration, now: Temporal.Instant,
  db: Knex.Transaction, afterCommit: (() => void)[] = [],
): OpenContext {
  const today = installation.today(configuration, SYSTEM, now)
  const rights = actor.id ? installation.rightsOf(configuration, actor.id, now) : new Rights([], new Map())
  return {
    installation, db, actor, language, configuration, rights, now, afterCommit,
    reach: actor === SYSTEM_ACTOR ? 'all' : rights.reach(configuration, today),
    today(unit) { return unit ? installation.today(this.configuration, unit, now) : today },
    may(permission, unit) {
      return actor === SYSTEM_ACTOR || this.rights.may(this.configuration, permission, unit, today)
    },
    reaches(unit, drafted) {
      const reading = drafted ?? this.configuration
      if (this.reach === 'all') return true
      const library = homeLibrary(reading, unit, today)
      const path = pathOf(reading, unit, dayOf(reading, unit, today))
      return (
        (library !== undefined && this.reach.has(library)) ||
        this.rights.grants.some(grant => path.includes(grant.unit))
      )
    },
    demand(permission, unit) {
      if (!this.may(permission, unit)) throw notAllowed(permission.allows)
    },
    parameter(parameter, unit, day = today) { return resolve(this.configuration, parameter, unit, day).value },
    async emit(event, detail) {
      await db('event').insert({ name: event.name, detail: JSON.stringify(detail) })
    },
  }
}

/** Stands in for the database where a route said it reads configuration only. */
const noTransaction = new Proxy((() => undefined) as unknown as Knex.Transaction, {
  get() { throw new Error('This route said it reads configuration only; it has no transaction') },
  apply() { throw new Error('This route said it reads configuration only; it has no transaction') },
})

/** Two works met in the database and one had to yield: 40001 serialisation, 40P01 deadlock. */
const collided = (error: unknown) =>
  !(error instanceof Refusal) && ['40001', '40P01'].includes(sqlStateOf(error) ?? '')

const sqlStateOf = (error: unknown) => {
  const { code, nativeError } = error as { code?: string; nativeError?: { code?: string } }
  return nativeError?.code ?? code
}
