import type { Knex } from 'knex'
import { accountOf } from './account.ts'
import { lacks, rightsShown } from './badge.ts'
import type { Configuration } from './configuration.ts'
import type { Actor, Context, Session } from './context.ts'
import type { Language, UnitId } from './contract.ts'
import { prepared } from './database.ts'
import { NO_RIGHTS, type Rights } from './grant.ts'
import type { Installation } from './installation.ts'
import { resolve } from './parameter.ts'
import { EVERYTHING, reachOf, settingsOf } from './reach.ts'
import { notSignedIn, Refusal } from './refusal.ts'
import { dayOf, homeLibrary, pathOf, SYSTEM } from './unit.ts'

/** The system itself, on behalf of a job, an event or a start. */
export const SYSTEM_ACTOR: Actor = { id: null, name: 'Filiaal', session: null }

/** A context whose unit of work is open; only the core moves its configuration on. */
export interface OpenContext extends Context {
  configuration: Configuration
  rights: Rights
  readonly afterCommit: (() => void)[]
}

export interface Caller {
  readonly actor: Actor
  readonly language: Language
  /** The digest of the secret that a machine's token carries; a person's session has none. */
  readonly tokenDigest?: Buffer | undefined
  /** Where a machine calls from; shown with its token. */
  readonly network?: string | undefined
}

const standing = (session: string, now: string, token: string, staff: string) => `
  select c.version, s.id is not null as stands, s.label, s.method, s.confirmed_at, s.second_factor, s.desk_unit_id,
         s.last_seen_at < cast(${now} as timestamptz) - interval '1 minute' as unseen
  from configuration c left join session s
    on s.id = cast(${session} as uuid) and s.staff_id = cast(${staff} as uuid)
    and s.ended_at is null and s.expires_at > cast(${now} as timestamptz)
    and (s.idle_minutes is null or s.last_seen_at + make_interval(mins => s.idle_minutes) > cast(${now} as timestamptz))
    and s.token_digest is not distinct from cast(${token} as bytea)`
const STANDS = standing('$1', '$2', '$3', '$4')
const OPEN = `select o.*, set_config('app.actor', $5, true), set_config('app.reach_all', $6, true),
  set_config('app.reach', $7, true), set_config('app.shared', $8, true), set_config('app.now', cast($2 as timestamptz)::text, true)
  from (${standing('$1', '$2', '$3', '$4')}) o`

interface Standing {
  readonly version: number
  readonly stands: boolean
  readonly label: string | null
  readonly method: Session['method']
  readonly confirmed_at: string | null
  readonly second_factor: boolean
  readonly desk_unit_id: UnitId | null
  readonly unseen: boolean | null
}

/**
 * Reads of configuration alone: one prepared statement tells whether the session stands and which
 * configuration is newest; the rest comes from memory.
 */
export async function readConfiguration<T>(
  installation: Installation, caller: Caller, act: (ctx: Context) => T | Promise<T>,
): Promise<T> {
  const now = installation.clock()
  const row = await stands(installation, caller, now)
  const configuration = await installation.snapshot.catchUp(row.version)
  const ctx = { ...contextOf(installation, caller, configuration, now, noTransaction), ...broughtBy(caller, row) }
  refuseEnded(ctx, row)
  ctx.rights = rightsShown(ctx, ctx.rights)
  const result = await act(ctx)
  if (row.unseen) await noteSeen(installation, caller, now)
  return result
}

/** Past knex to the connection itself: this one statement is most of what a read costs. */
async function stands(
  { knex }: Installation,
  { actor: { session, id }, tokenDigest = null }: { actor: Actor; tokenDigest?: Buffer | undefined | null },
  now: Temporal.Instant,
): Promise<Standing> {
  const connection = await knex.client.acquireConnection()
  try {
    const {
      rows: [row],
    } = await connection.query({
      name: 'session-stands', text: STANDS, values: [session, now.toString(), tokenDigest, id],
    })
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
    const seen = { late: false }
    try {
      const pool = caller.actor === SYSTEM_ACTOR ? installation.job : installation.knex
      const result = await pool.transaction(db => open(installation, caller, db, afterCommit, seen, act))
      for (const follow of afterCommit) follow()
      if (seen.late) await noteSeen(installation, caller, installation.clock())
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
  seen: { late: boolean }, act: (ctx: OpenContext) => Promise<T>,
): Promise<T> {
  const now = installation.clock()
  const { actor: { session, id }, tokenDigest = null } = caller
  const before = contextOf(installation, caller, installation.snapshot.current, now, db)
  const { all, reach, shared } = settingsOf(before.reach)
  const [row] = await prepared<Standing>(
    db, 'open-work', OPEN, [session, now.toString(), tokenDigest, id, id ?? '', all, reach, shared]) as [Standing]
  if (row.version > before.configuration.version) throw new Behind(row.version)
  const ctx = { ...before, afterCommit, ...broughtBy(caller, row) }
  refuseEnded(ctx, row)
  ctx.rights = rightsShown(ctx, ctx.rights)
  seen.late = row.unseen === true
  return act(ctx)
}

/** The session as the database knows it, and its person; a machine goes by the name of its token. */
function broughtBy(
  { actor }: Caller, { stands: isOpen, label, method, confirmed_at: at, second_factor, desk_unit_id: desk }: Standing,
) {
  if (!actor.session || !isOpen) return { actor, session: null }
  const confirmedAt = at === null ? null : Temporal.Instant.from(at)
  const named = method === 'token' ? { ...actor, name: label ?? '' } : actor
  return { actor: named, session: { id: actor.session, method, secondFactor: second_factor, confirmedAt, desk } }
}

/** A session that ended, was left idle or whose person has no account any more counts for nothing from here on. */
function refuseEnded({ actor, configuration, today }: Context, { stands: isOpen }: Standing) {
  if (actor.session === null) return
  if (!isOpen || !accountOf(configuration, actor.id ?? '', today())) throw notSignedIn()
}

/** At most once a minute, and beside the work: a row that every request writes would make them wait for each other. */
const noteSeen = ({ knex }: Installation, { actor, network }: Caller, now: Temporal.Instant) =>
  knex('session').where({ id: actor.session })
    .update({ last_seen_at: now.toString(), ...(network && { network: network.slice(0, 64) }) })

function contextOf(
  installation: Installation, { actor, language }: Caller, configuration: Configuration, now: Temporal.Instant,
  db: Knex.Transaction,
): OpenContext {
  const today = installation.today(configuration, SYSTEM, now)
  const rights = actor.id ? installation.rightsOf(configuration, actor.id, now) : NO_RIGHTS
  return {
    installation, db, actor, session: null, language, configuration, rights, now, afterCommit: [],
    reach: actor === SYSTEM_ACTOR ? EVERYTHING : reachOf(configuration, rights, today),
    today(unit) { return unit ? installation.today(this.configuration, unit, now) : today },
    may(permission, unit, wish) {
      return actor === SYSTEM_ACTOR || this.rights.may(this.configuration, permission, unit, today, wish)
    },
    reaches(unit, drafted) {
      const reading = drafted ?? this.configuration
      if (this.reach.all || this.reach.branches.has(unit)) return true
      const library = homeLibrary(reading, unit, today)
      const path = pathOf(reading, unit, dayOf(reading, unit, today))
      return (
        (library !== undefined && this.reach.libraries.has(library)) ||
        this.rights.grants.some(grant => path.includes(grant.unit) && !grant.only)
      )
    },
    demand(permission, unit, wish) {
      if (!this.may(permission, unit, wish)) throw lacks(this, permission)
    },
    parameter(parameter, unit, day = today, where) {
      return resolve(this.configuration, parameter, unit, day, where).value
    },
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
