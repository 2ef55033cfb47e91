import type { Context } from './context.ts'
import { leftoverDays } from './contract/leftover.ts'
import type { Job } from './plugin.ts'
import { SYSTEM } from './unit.ts'

/** No transaction holds its locks for long, whatever an installation let lie for years. */
const ROWS_AT_ONCE = 10_000

/**
 * What is done with and was kept for looking things up goes in the night: events that were delivered, marks of
 * jobs, and sessions that ended, with the network and the device they came from. What still waits stays, however
 * old; so do a machine's tokens, which are listed, and everybody's latest session, which tells when they were last here.
 */
export const tidying: Job = { name: 'tidy', schedule: '20 3 * * *', run: tidy }

async function tidy(ctx: Context): Promise<void> {
  const bindings = {
    before: ctx.now.subtract({ hours: 24 * ctx.parameter(leftoverDays, SYSTEM) }).toString(), most: ROWS_AT_ONCE,
  }
  for (const statement of leftovers) await ctx.db.raw(statement, bindings)
}

const leftovers = [
  `delete from event where id in (
     select id from event where delivered_at < :before::timestamptz order by id limit :most)`,
  `delete from job_slot where (job, slot) in (
     select job, slot from job_slot where slot < :before::timestamptz order by slot limit :most)`,
  `delete from session where id in (
     select id from session s where method <> 'token' and least(ended_at, expires_at) < :before::timestamptz
       and exists (select from session later where later.staff_id = s.staff_id
         and (later.last_seen_at, later.id) > (s.last_seen_at, s.id))
     order by started_at limit :most)`,
]
