import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '#core/contract.ts'
import { makeDatabase, migrate, openDatabase, type Database } from '#core/database.ts'
import { applyAsSystem } from '#core/door.ts'
import { begin } from '#core/first-start.ts'
import { Installation } from '#core/installation.ts'
import { deliverEvents } from '#core/outbox.ts'
import { startPostgres, superuser, type Postgres } from '#core/postgres.ts'
import { assemble } from '#core/registry.ts'
import { advanceRuns } from '#core/run.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { calendarOf, isOpen } from '#plugins/branches/index.ts'
import { plugins } from '#plugins/index.ts'
import { makeDesk } from '../region/desk.ts'
import { makeRegion } from '../region/region.ts'

/** A database that goes down while due days move, and comes back: every loan moves once. */
const folder = mkdtempSync(join(tmpdir(), 'filiaal-restart-'))
const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
let postgres: Postgres
let database: Database
let installation: Installation

beforeAll(async () => {
  postgres = await startPostgres(folder, { durable: false })
  await makeDatabase(postgres.host, 'filiaal')
  database = await openDatabase({ host: postgres.host, database: 'filiaal' })
  await migrate(database.owner)
  installation = new Installation({ knex: database.app, job: database.job, registry: assemble(plugins) })
  await begin(installation, 'Proefstreek')
  await makeRegion(installation, { libraries: 3, branches: 6, seed: 4 })
  await makeDesk(database.owner, installation, { persons: 2000, items: 40_000, loans: 30_000, seed: 3 })
  // What the making of the region announced is no matter of this test.
  await database.owner('event').update({ delivered_at: new Date() })
}, 180_000)
afterAll(async () => {
  await database.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Due { readonly id: string; readonly branch_id: string; readonly due_on: Day; readonly version: number }
const open = (): Promise<Due[]> => database.owner('loan').whereNull('ended_at').orderBy('id').select('id', 'branch_id', 'due_on', 'version')

const run = (set: string) => database.owner('run').whereRaw(`detail ->> 'set' = ?`, [set]).first()

/** Goes on as the process does: what fails because nobody answers is tried again. */
async function untilDone(): Promise<number> {
  for (let failures = 0; ; failures++) {
    try {
      await advanceRuns(installation)
      return failures
    } catch {
      await pause(50)
    }
  }
}

/** Ends the connection of whoever waits for the loans. */
async function cutOff() {
  const client = new pg.Client({ host: postgres.host, user: superuser, database: 'filiaal' })
  await client.connect()
  const cut = async () => (await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where usename = 'filiaal_job' and wait_event_type = 'Lock'`)).rowCount
  while (!await cut()) await pause(5)
  await client.end()
}

test('a database that restarts while due days move leaves every loan moved once, and none behind', { timeout: 120_000 }, async () => {
  const before = await open()
  const set = randomUUID()
  const today = installation.today(installation.snapshot.current)
  const [from, to] = [1, 40].map(days => Temporal.PlainDate.from(today).add({ days }).toString()) as [Day, Day]
  await inWork(installation, asSystem, ctx => applyAsSystem(ctx, set, [{ kind: 'branches.close', payload: {
    units: [SYSTEM], from, to, kind: 'G', text: 'Proef', also: [], leave: [], extendLoans: true,
  } }], 'proef'))
  // Events wait by the clock of the database, which may be ahead of ours.
  while (!await run(set)) await deliverEvents(installation)
  // First the connection goes under a part at work, while another would be answered at once; then the whole server.
  const holding = await database.owner.transaction()
  await holding.raw('lock table loan in share row exclusive mode')
  const going = untilDone()
  await cutOff()
  await holding.rollback()
  while ((await run(set)).done === 0) expect((await run(set)).state).not.toBe('failed')
  await postgres.stop()
  postgres = await startPostgres(folder, { durable: false })
  expect(await going).toBeGreaterThan(0)

  const { state, report } = await run(set)
  expect(state, JSON.stringify(report)).toBe('done')
  const after = new Map((await open()).map(loan => [loan.id, loan]))
  const reading = installation.snapshot.current
  const moved = before.filter(({ id, due_on: due }) => after.get(id)?.due_on !== due)
  expect(moved.length).toBeGreaterThan(5000)
  expect(moved.filter(({ id, version }) => after.get(id)?.version !== version + 1)).toEqual([])
  expect(moved.filter(({ id, due_on: due }) => (after.get(id)?.due_on ?? '') < due)).toEqual([])
  expect([...after.values()].filter(({ branch_id: branch, due_on: due }) => due > today && !isOpen(calendarOf(reading, branch), due))).toEqual([])
  const { rows: [{ steps, loans }] } = await database.owner.raw(
    `select count(*)::int as steps, count(distinct loan_id)::int as loans from loan_step where set_id = ? and act = 'moved'`, [set])
  expect([steps, loans]).toEqual([moved.length, moved.length])
})
