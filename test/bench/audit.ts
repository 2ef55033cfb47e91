import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { makeDatabase, migrate, openDatabase, runtimeRole } from '#core/database.ts'
import { Installation } from '#core/installation.ts'
import { startPostgres } from '#core/postgres.ts'
import { assemble } from '#core/registry.ts'
import { sealAudit } from '#core/seal.ts'
import { median, type Figure } from './figure.ts'

const WRITERS = 8
const TURNS = 14
const WARM_TURNS = 2
const TURN_MS = 1100
const BEAT_MS = 1000

/**
 * What the audit costs whoever writes: eight writers, a transaction for each row, as requests do. Sealing
 * beside them must hold up nobody: the floor is the same trigger with nothing sealed. What the trigger
 * itself costs is told beside a table whose trigger does nothing. On a disk that keeps what it says.
 */
export async function audit(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-bench-'))
  const postgres = await startPostgres(join(folder, 'pg'))
  try {
    await makeDatabase(postgres.host, 'filiaal')
    const database = await openDatabase({ host: postgres.host, database: 'filiaal' })
    await migrate(database.owner)
    await database.owner.raw(`
      create function rest() returns trigger language plpgsql as $$ begin return null; end $$;
      create table audited (id uuid primary key, library_id uuid, name text, body jsonb);
      create table bare (id uuid primary key, library_id uuid, name text, body jsonb);
      call declare_table('audited', 'system', true);
      create trigger rest after insert on bare for each row execute function rest();
      grant insert on audited, bare to ${runtimeRole}`)
    const installation = new Installation({ knex: database.app, job: database.job, registry: assemble([]) })
    const writers = await Promise.all(Array.from({ length: WRITERS }, async () => {
      const client = new pg.Client({ host: postgres.host, database: 'filiaal', user: runtimeRole })
      await client.connect()
      return client
    }))
    const figures = await sideBySide(writers, installation)
    await Promise.all(writers.map(client => client.end()))
    await database.close()
    return figures
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Short turns beside one another, so that whatever else the machine does weighs on all; the first ones warm up. */
async function sideBySide(writers: readonly pg.Client[], installation: Installation): Promise<Figure[]> {
  const turns: Record<'bare' | 'triggerOnly' | 'sealed', number>[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const [bare, triggerOnly] = [await written(writers, 'bare'), await written(writers, 'audited')]
    const stopSealing = sealMeanwhile(installation)
    const sealed = await written(writers, 'audited')
    await stopSealing()
    turns.push({ bare, triggerOnly, sealed })
  }
  const taken = turns.slice(WARM_TURNS)
  const share = (of: keyof (typeof taken)[number]) => Math.round(median(taken.map(turn => (100 * turn.sealed) / turn[of])))
  const middle = (of: keyof (typeof taken)[number]) => median(taken.map(turn => turn[of]))
  return [
    { name: `audited inserts of ${WRITERS} writers while a sealer works`, value: middle('sealed'), unit: 'rows/s',
      floor: { name: 'the trigger only, nothing sealed', value: middle('triggerOnly') },
      target: `≥ 90 % of the floor (here ${share('triggerOnly')} %)` },
    { name: `the same beside a trigger that does nothing (here ${share('bare')} % of it)`, value: middle('sealed'),
      unit: 'rows/s', floor: { name: 'no audit at all', value: middle('bare') } },
  ]
}

async function written(writers: readonly pg.Client[], table: string): Promise<number> {
  const until = performance.now() + TURN_MS
  const library = randomUUID()
  const counts = await Promise.all(writers.map(async client => {
    let rows = 0
    for (; performance.now() < until; rows++) {
      await client.query('begin')
      await client.query({
        name: 'settings', text: `select set_config('app.actor', $1, true), set_config('app.reach', $2, true)`,
        values: [library, `{${library}}`],
      })
      await client.query({
        name: table, text: `insert into ${table} values ($1, $2, $3, $4)`,
        values: [randomUUID(), library, 'Leen Mertens', { from: '2026-11-23', text: 'Kerstavond', units: [library, library] }],
      })
      await client.query('commit')
    }
    return rows
  }))
  return (1000 * counts.reduce((sum, rows) => sum + rows, 0)) / TURN_MS
}

/** As the heartbeat does, until it is told to stop. */
function sealMeanwhile(installation: Installation): () => Promise<void> {
  let stopped = false
  const beat = (async () => {
    while (!stopped) {
      await sealAudit(installation)
      await new Promise(resolve => { setTimeout(resolve, BEAT_MS) })
    }
  })()
  return () => {
    stopped = true
    return beat
  }
}
