import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDatabase, migrate, openDatabase, type Database } from '#core/database.ts'
import { applyAsSystem } from '#core/door.ts'
import { begin } from '#core/first-start.ts'
import { Installation } from '#core/installation.ts'
import { startPostgres } from '#core/postgres.ts'
import { assemble } from '#core/registry.ts'
import { addStaff, openSession } from '#core/session.ts'
import { libraryOf, SYSTEM, unitFact } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR, type Caller } from '#core/work.ts'
import { plusDays } from '#core/draft.ts'
import { calendarOf, dueDate } from '#plugins/branches/index.ts'
import { plugins } from '#plugins/index.ts'
import { makeDesk } from '../region/desk.ts'
import { makeRegion } from '../region/region.ts'
import { adminOf, type Ask } from './server.ts'

const SIZE = { libraries: 350, branches: 1300, seed: 1 }
/** Of the loans some 300,000 are open. */
export const DESK = { persons: 200_000, items: 600_000, loans: 430_000, seed: 1 }
const CLERKS = 16
const LONGEST = 60
const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** A region of full size with its people, items and loans, and who works in it. */
export interface FilledDesk {
  readonly host: string
  readonly folder: string
  readonly database: Database
  readonly installation: Installation
  readonly admin: Caller
  /** Desk staff, each of another library. */
  readonly clerks: readonly Clerk[]
  readonly close: () => Promise<void>
}
export type Clerks = readonly [readonly [Clerk, Ask], ...(readonly [Clerk, Ask])[]]
export interface Clerk { readonly library: string; readonly branch: string; readonly caller: Caller }

/** Writes to disk as in production. BENCH_KEEP names a folder that keeps the filled region for the next time. */
export async function openFilledDesk(): Promise<FilledDesk> {
  const keep = process.env['BENCH_KEEP']
  const folder = mkdtempSync(join(tmpdir(), 'filiaal-bench-'))
  const data = join(keep ?? folder, 'pg')
  const filled = existsSync(data)
  const postgres = await startPostgres(data)
  await makeDatabase(postgres.host, 'filiaal')
  const database = await openDatabase({ host: postgres.host, database: 'filiaal' })
  await migrate(database.owner)
  const installation = new Installation({ knex: database.app, job: database.job, registry: assemble(plugins) })
  if (!filled) {
    await begin(installation, 'Meetstreek')
    await makeRegion(installation, SIZE)
    await makeDesk(database.owner, installation, DESK)
  }
  await inWork(installation, asSystem, async () => undefined)
  // What an earlier measurement lent is back; only what somebody lent at a desk has a session.
  await database.owner('loan').whereNull('ended_at').whereNotNull('session_id').update({ ended_at: database.owner.fn.now(), ended_as: 'undone' })
  // As PostgreSQL does by itself in the days that such a desk takes to fill.
  await database.owner.raw('vacuum (analyze) person, membership, card, item, loan, loan_step')
  return {
    host: postgres.host, folder, database, installation, admin: await adminOf(installation), clerks: await clerksOf(installation),
    async close() {
      await database.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Evenly spread over the region, each at a branch that opens. */
async function clerksOf(installation: Installation): Promise<Clerk[]> {
  const { current } = installation.snapshot
  const today = installation.today(current, SYSTEM, installation.clock())
  const branches = [...current.all(unitFact)].flatMap(([said]) => said?.body.type === 'branch' ? [said.unit] : [])
    .filter(branch => dueDate(calendarOf(current, branch), plusDays(today, LONGEST)))
  const byLibrary = new Map(branches.map(branch => [libraryOf(current, branch, today) ?? '', branch]))
  const every = Math.floor(byLibrary.size / CLERKS)
  const places = [...byLibrary].filter((_, n) => n % every === 0).slice(0, CLERKS)
  const clerks: Clerk[] = []
  for (const [library, branch] of places) clerks.push({ library, branch, caller: await clerkAt(installation, library) })
  return clerks
}

const clerkAt = (installation: Installation, library: string): Promise<Caller> => inWork(installation, asSystem, async ctx => {
  const person = await addStaff(ctx, { name: 'Balie', email: `balie-${randomUUID()}@proef.be`, language: 'nl', libraryId: library })
  const since = { staff: person.id, unit: library, from: ctx.today(), to: null }
  await applyAsSystem(ctx, randomUUID(), [
    { kind: 'permissions.open-account', payload: since }, { kind: 'permissions.grant', payload: { ...since, role: 'desk' } },
  ], 'bench')
  return openSession(ctx, person)
})
