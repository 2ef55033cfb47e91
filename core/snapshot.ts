import type { Knex } from 'knex'
import { Configuration, type Delta, type Segment } from './configuration.ts'

interface Row {
  id: string; fact: string; unit_id: string; key: string; from_on: string | null; to_on: string | null
  body: unknown; said_in: string; made_in: number; ended_in: number | null
}

/**
 * The newest configuration this process has seen.
 *
 * A unit of work reads the version in its first round trip; when that is newer, the rows made and
 * ended since are fetched before anything is decided.
 */
export class Snapshot {
  readonly #job: Knex
  #current = new Configuration()
  #loading: Promise<void> | undefined

  constructor(job: Knex) {
    this.#job = job
  }

  get current(): Configuration {
    return this.#current
  }

  async catchUp(version: number): Promise<Configuration> {
    while (this.#current.version < version) {
      this.#loading ??= this.#load().finally(() => { this.#loading = undefined })
      await this.#loading
    }
    return this.#current
  }

  /**
   * The same for whoever holds the version's row and reaches everything: within their own transaction,
   * so that those who wait for that row with every connection there is do not hold up the one they wait for.
   */
  async catchUpWithin(db: Knex.Transaction, version: number): Promise<Configuration> {
    while (this.#current.version < version) this.#take(await newer(db, this.#current.version))
    return this.#current
  }

  /** Takes over what this process itself has just committed, unless it must fetch what came between. */
  accept(after: Configuration, basedOn: number): void {
    if (this.#current.version === basedOn) this.#current = after
  }

  async #load() {
    this.#take(await this.#job.transaction(db => newer(db, this.#current.version), { isolationLevel: 'repeatable read', readOnly: true }))
  }

  /** Rows reckoned from a version that is no longer the newest here are left; the next look finds what is missing. */
  #take({ since, version, rows }: Newer) {
    if (this.#current.version === since) this.#current = this.#current.with(deltaOf(version, rows, since))
  }
}

interface Newer { readonly since: number; readonly version: number; readonly rows: readonly Row[] }

async function newer(db: Knex.Transaction, since: number): Promise<Newer> {
  const [{ version }] = (await db.raw('select version from configuration')).rows as [{ version: number }]
  const { rows } = await db.raw(`
    select id, fact, unit_id, key, lower(valid)::text as from_on, (upper(valid) - 1)::text as to_on,
           body, said_in, made_in, ended_in
    from segment where ${since === 0 ? 'ended_in is null and made_in > ?' : 'made_in > ? or ended_in > ?'}`,
  since === 0 ? [since] : [since, since])
  return { since, version, rows }
}

function deltaOf(version: number, rows: readonly Row[], since: number): Delta {
  const once = sharing()
  return {
    version,
    ended: rows.filter(row => row.made_in <= since).map(row => segmentOf(row, once)),
    laid: rows.filter(row => row.made_in > since && row.ended_in === null).map(row => segmentOf(row, once)),
  }
}

const segmentOf = (row: Row, once: <T extends string | null>(text: T) => T): Segment => ({
  id: row.id, fact: once(row.fact), unit: once(row.unit_id), key: once(row.key), from: once(row.from_on), to: once(row.to_on),
  body: row.body, saidIn: once(row.said_in), madeIn: row.made_in,
})

/** The same words a thousand times over, from as many rows, are kept once: a region has 200,000 rows. */
function sharing() {
  const known = new Map<string, string>()
  return <T extends string | null>(text: T): T => {
    if (text === null) return text
    const first = known.get(text)
    if (first === undefined) known.set(text, text)
    return (first ?? text) as T
  }
}
