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
  readonly #knex: Knex
  #current = new Configuration()
  #loading: Promise<void> | undefined

  constructor(knex: Knex) {
    this.#knex = knex
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

  /** Takes over what this process itself has just committed, unless it must fetch what came between. */
  accept(after: Configuration, basedOn: number): void {
    if (this.#current.version === basedOn) this.#current = after
  }

  async #load() {
    const since = this.#current.version
    const { version, rows } = await this.#knex.transaction(async db => {
      await db.raw(`select set_config('app.reach_all', 'on', true)`)
      const [{ version }] = (await db.raw('select version from configuration')).rows as [{ version: number }]
      const { rows } = await db.raw(`
        select id, fact, unit_id, key, lower(valid)::text as from_on, (upper(valid) - 1)::text as to_on,
               body, said_in, made_in, ended_in
        from segment where ${since === 0 ? 'ended_in is null and made_in > ?' : 'made_in > ? or ended_in > ?'}`,
      since === 0 ? [since] : [since, since])
      return { version, rows: rows as Row[] }
    }, { isolationLevel: 'repeatable read', readOnly: true })
    this.#current = this.#current.with(deltaOf(version, rows, since))
  }
}

function deltaOf(version: number, rows: readonly Row[], since: number): Delta {
  return {
    version,
    ended: rows.filter(row => row.made_in <= since).map(segmentOf),
    laid: rows.filter(row => row.made_in > since && row.ended_in === null).map(segmentOf),
  }
}

const segmentOf = (row: Row): Segment => ({
  id: row.id, fact: row.fact, unit: row.unit_id, key: row.key, from: row.from_on, to: row.to_on,
  body: row.body, saidIn: row.said_in, madeIn: row.made_in,
})
