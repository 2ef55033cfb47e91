import { note } from '#core/audit.ts'
import { notFound } from '#core/refusal.ts'
import type { OpenContext } from '#core/work.ts'
import type { SessionRow } from '../contract/answer.ts'

/** Where somebody is signed in at this moment, newest first. */
export async function sessionsOf(ctx: OpenContext, staffId: string): Promise<SessionRow[]> {
  const { rows } = await ctx.db.raw(`
    select id, method, label, started_at, last_seen_at, expires_at, network, agent, second_factor
    from session
    where staff_id = :staffId::uuid and ended_at is null and expires_at > :now::timestamptz
      and (idle_minutes is null or last_seen_at + make_interval(mins => idle_minutes) > :now::timestamptz)
    order by last_seen_at desc, id`, { staffId, now: ctx.now.toString() })
  return rows.map((row: Record<string, never>) => ({
    id: row['id'], current: row['id'] === ctx.session?.id, method: row['method'], label: row['label'],
    startedAt: row['started_at'], lastSeenAt: row['last_seen_at'], expiresAt: row['expires_at'],
    network: row['network'], agent: row['agent'], secondFactor: row['second_factor'],
  }))
}

/** Ends one of one's own sessions: it counts for nothing from the next request on. */
export async function endOwnSession(ctx: OpenContext, id: string): Promise<void> {
  const staffId = ctx.actor.id ?? ''
  const ended = await ctx.db('session').where({ id, staff_id: staffId }).whereNull('ended_at')
    .update({ ended_at: ctx.now.toString() })
  if (!ended) throw notFound()
  await note(ctx, 'sign-out', { table: 'staff', row: staffId }, { sessions: ended })
}
