import { setTimeout as pause } from 'node:timers/promises'
import type { Installation } from '#core/installation.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { attempt, type Outcome } from './attempt.ts'
import type { DeliveryFailure } from './contract.ts'
import { DeliveryRow } from './delivery-row.ts'
import { endpointOn } from './endpoint.ts'
import { secretsOf } from './secret.ts'
import { switchedOff } from './switch-off.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** So many systems are told at once, each of them one message at a time: who is slow keeps only themselves waiting. */
const AT_ONCE = 20
const LOOK_AGAIN_MS = 500
/** Longer than any try lasts; who took a message and was killed gives it free after this. */
const LEASE_SECONDS = 60
/** Between the tries, as Standard Webhooks advises: some three days in all. */
export const RETRY_SECONDS: readonly number[] =
  [5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600]
/** A system that does not answer is left alone for a while, whatever waits for it. */
const REST_SECONDS = 20
const silent: ReadonlySet<DeliveryFailure> = new Set(['no-answer', 'too-slow', 'not-found', 'not-public', 'not-trusted'])

type Resting = Map<string, Temporal.Instant>
const resting = new WeakMap<Installation, Resting>()

/**
 * Sends what waits. A message is taken by state and locked, so any number of processes may send; one that was taken
 * and not settled is sent again under the same id, because whoever listens can tell that it came before. Answers how
 * many arrived.
 */
export async function deliverWebhooks(installation: Installation, stopping = new AbortController().signal): Promise<number> {
  if (installation.webhookNetwork === 'none') return 0
  const rests = resting.get(installation) ?? new Map<string, Temporal.Instant>()
  resting.set(installation, rests)
  const underWay = new Map<string, Promise<void>>()
  const ended = { arrived: 0, broken: [] as unknown[] }
  for (let more = true; more;) {
    while (underWay.size < AT_ONCE && !stopping.aborted && !ended.broken.length) {
      const busy = [...underWay.keys()]
      const taken = await inWork(installation, asSystem, ctx => takeNext(ctx, busy, rests))
      // Who was busy at the look may have ended since, and have more waiting.
      more = Boolean(taken) || busy.length > 0
      if (!taken) break
      underWay.set(taken.endpointId, send(installation, taken, rests, stopping)
        .then(arrived => { ended.arrived += arrived ? 1 : 0 }, error => { if (!stopping.aborted) ended.broken.push(error) })
        .finally(() => underWay.delete(taken.endpointId)))
    }
    if (underWay.size) await Promise.race([...underWay.values(), pause(LOOK_AGAIN_MS, undefined, { ref: false })])
    else if (stopping.aborted || ended.broken.length) more = false
  }
  if (ended.broken.length) throw ended.broken[0]
  return ended.arrived
}

/** Takes what has waited longest, for a system that is not being told something already. */
async function takeNext(ctx: OpenContext, busy: readonly string[], rests: Resting): Promise<DeliveryRow | undefined> {
  const now = ctx.now.toString()
  for (const [endpoint, until] of rests) if (Temporal.Instant.compare(until, ctx.now) <= 0) rests.delete(endpoint)
  const { rows: [taken] } = await ctx.db.raw(`
    update webhook_delivery set tries = tries + 1, tried_at = ?::timestamptz, try_at = ?::timestamptz
    where id = (select id from webhook_delivery where state = 'waiting' and try_at <= ?::timestamptz
                  and endpoint_id <> all (?::uuid[]) and (event_id is null or endpoint_id <> all (?::uuid[]))
                order by try_at, at, id limit 1 for update skip locked)
    returning id`, [now, ctx.now.add({ seconds: LEASE_SECONDS }).toString(), now, [...busy], [...rests.keys()]])
  return taken && DeliveryRow.query(ctx.db).findById(taken.id)
}

async function send(
  installation: Installation, row: DeliveryRow, rests: Resting, stopping: AbortSignal,
): Promise<boolean> {
  const message = await inWork(installation, asSystem, ctx => messageOf(ctx, row))
  const outcome = typeof message === 'string' ? nothingSent(message) : await attempt(installation, message, stopping)
  if (outcome.failure && silent.has(outcome.failure)) {
    rests.set(row.endpointId, installation.clock().add({ seconds: REST_SECONDS }))
  }
  await inWork(installation, asSystem, ctx => settle(ctx, row, outcome))
  return outcome.failure === null
}

/** What is sent where and signed with what, as it is set at this moment; or why nothing is. */
async function messageOf(ctx: OpenContext, { id, endpointId, eventId, body }: DeliveryRow) {
  const endpoint = endpointOn(ctx.configuration, endpointId, ctx.today())
  // Whoever tries an address out may do so before switching it on.
  if (!endpoint || (!endpoint.body.on && eventId !== null)) return 'switched-off'
  const secrets = await secretsOf(ctx, endpointId)
  return secrets.length ? { id, address: endpoint.body.address, body, secrets, at: ctx.now } : 'no-secret'
}

const nothingSent = (failure: 'switched-off' | 'no-secret'): Outcome =>
  ({ failure, status: null, said: null, tookMs: 0, waitSeconds: 0 })

async function settle(ctx: OpenContext, row: DeliveryRow, { failure, status, said, tookMs, waitSeconds }: Outcome): Promise<void> {
  const mine = DeliveryRow.query(ctx.db).findById(row.id).where({ tries: row.tries, state: 'waiting' })
  if (!failure) {
    await mine.patch({ state: 'sent', sentAt: ctx.now.toString(), failure: null, status, said, tookMs })
    return
  }
  const wait = failure === 'gone' || failure === 'switched-off' || row.eventId === null ? undefined : RETRY_SECONDS[row.tries - 1]
  const settled = await mine.patch({
    failure, status, said, tookMs, state: wait === undefined ? 'failed' : 'waiting',
    // Not all at the same moment: what failed together would come back together.
    ...(wait !== undefined && { tryAt: ctx.now.add({ seconds: Math.ceil(Math.max(wait * (1 + Math.random() / 5), waitSeconds)) }).toString() }),
  })
  if (settled && wait === undefined) await afterFailing(ctx, row, failure)
}

/** Who wants nothing more, or took nothing in all the days that a message was tried, is told nothing more. */
async function afterFailing(ctx: OpenContext, { endpointId, eventId, at }: DeliveryRow, failure: DeliveryFailure): Promise<void> {
  if (failure === 'gone') return switchedOff(ctx, endpointId, 'gone')
  if (failure === 'switched-off' || eventId === null) return
  const arrived = await DeliveryRow.query(ctx.db).where({ endpoint_id: endpointId, state: 'sent' }).where('sent_at', '>', at).first()
  if (!arrived) await switchedOff(ctx, endpointId, 'lasting')
}

const KEPT_DAYS = 90

/** Whatever is older than this was looked at or never will be; what waits stays. */
export async function forgetOldDeliveries(ctx: Pick<OpenContext, 'db' | 'now'>): Promise<void> {
  await DeliveryRow.query(ctx.db).where('at', '<', ctx.now.subtract({ hours: 24 * KEPT_DAYS }).toString())
    .whereNot('state', 'waiting').delete()
}
