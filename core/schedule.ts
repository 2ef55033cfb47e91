import { Cron } from 'croner'
import type { Installation } from './installation.ts'
import { tidying } from './leftover.ts'
import type { Job } from './plugin.ts'
import { SYSTEM, zoneOf } from './unit.ts'
import { inWork, SYSTEM_ACTOR } from './work.ts'

/** What the core itself does at set times. */
const core: { readonly name: string; readonly jobs?: readonly Job[] } = { name: 'core', jobs: [tidying] }

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** A slot is caught up with when a process was down, but not for ever. */
const CATCH_UP_HOURS = 26

/**
 * Runs the jobs whose time has come. A due slot is a row: whoever inserts it does the job in the same
 * transaction, so no two processes do it twice and a crash leaves it to be done.
 */
export async function runDueJobs(installation: Installation): Promise<string[]> {
  const ran: string[] = []
  const failures: unknown[] = []
  for (const { name: owner, jobs = [] } of [core, ...installation.registry.plugins]) {
    for (const job of jobs) {
      const name = `${owner}.${job.name}`
      try {
        if (await runIfDue(installation, name, job)) ran.push(name)
      } catch (failure) {
        failures.push(failure)
        rests(installation).set(name, installation.clock().add({ seconds: REST_SECONDS }))
      }
    }
  }
  if (failures.length) throw new AggregateError(failures, `${failures.length} jobs failed`)
  return ran
}

/** A job that failed leaves its slot undone; it is tried again after a while, and holds up no other. */
const REST_SECONDS = 60
const resting = new WeakMap<Installation, Map<string, Temporal.Instant>>()

function rests(installation: Installation): Map<string, Temporal.Instant> {
  const known = resting.get(installation) ?? new Map<string, Temporal.Instant>()
  resting.set(installation, known)
  return known
}

async function runIfDue(installation: Installation, name: string, job: Job): Promise<boolean> {
  const until = rests(installation).get(name)
  if (until && Temporal.Instant.compare(installation.clock(), until) < 0) return false
  const slot = lastSlot(installation, job.schedule)
  const known = settled.get(installation) ?? new Map<string, string>()
  settled.set(installation, known)
  if (!slot || known.get(name) === slot) return false
  const ran = await inWork(installation, asSystem, async ctx => {
    const { rowCount } = await ctx.db.raw(
      'insert into job_slot (job, slot) values (?, ?) on conflict do nothing',
      [name, slot],
    )
    if (rowCount) await job.run(ctx)
    return Boolean(rowCount)
  })
  known.set(name, slot)
  return ran
}

/** Slots that this process knows to be done, by whomever: no need to ask again every second. */
const settled = new WeakMap<Installation, Map<string, string>>()

/** The latest moment at or before now that the expression names, in the system's zone. */
export function lastSlot(installation: Installation, schedule: string): string | undefined {
  const now = installation.clock()
  const zone = zoneOf(installation.snapshot.current, SYSTEM, now.toString().slice(0, 10))
  const cron = new Cron(schedule, { timezone: zone, paused: true })
  const [previous] = cron.previousRuns(1, new Date(now.epochMilliseconds + 1000))
  if (!previous || now.epochMilliseconds - previous.getTime() > CATCH_UP_HOURS * 3_600_000) return undefined
  return previous.toISOString()
}
