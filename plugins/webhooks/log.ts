import type { Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import { notAllowed, notFound, refused } from '#core/refusal.ts'
import { treeOn, unitsBelow } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { permissions, type DeliveryState, type Endpoint, type EndpointRow, type ListedDelivery } from './contract.ts'
import { DeliveryRow } from './delivery-row.ts'
import { endpointOn, endpointsOn, nameAt } from './endpoint.ts'
import { secretsKept } from './secret.ts'

/** The webhooks that the caller may set; with a unit, of that unit and below. */
export async function endpointList(ctx: Context, unit?: string) {
  const below = unit === undefined ? null : new Set(unitsBelow(treeOn(ctx.configuration, ctx.today()), unit))
  const shown = endpointsOn(ctx.configuration, ctx.today())
    .filter(({ unit: at }) => ctx.may(permissions.set, at, { below: true }) && (!below || below.has(at)))
    .sort((a, b) => a.body.name.localeCompare(b.body.name, ctx.language))
  const ids = shown.map(({ key }) => key)
  const [secrets, stands] = [await secretsKept(ctx, ids), await standingOf(ctx, ids)]
  const data = shown.map(({ key, unit: at, body }): EndpointRow => ({
    id: key, unit: { id: at, name: nameAt(ctx.configuration, at, ctx.today()) }, endpoint: body,
    hasSecret: secrets.has(key), formerUntil: secrets.get(key) ?? null,
    ...stands.get(key) ?? { waiting: 0, lastSentAt: null, failure: null },
  }))
  return { data, network: ctx.installation.webhookNetwork }
}

type Stands = Pick<EndpointRow, 'waiting' | 'lastSentAt' | 'failure'>

async function standingOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Stands>> {
  const { rows }: { rows: (Stands & { id: string })[] } = await ctx.db.raw(`
    select e.id, (select count(*)::int from webhook_delivery where endpoint_id = e.id and state = 'waiting') as waiting,
      (select max(sent_at) from webhook_delivery where endpoint_id = e.id and state = 'sent') as "lastSentAt",
      (select failure from webhook_delivery where endpoint_id = e.id and tried_at is not null
       order by tried_at desc limit 1) as failure
    from unnest(?::uuid[]) as e (id)`, [[...ids]])
  return new Map(rows.map(({ id, ...stands }) => [id, stands]))
}

/** A webhook that the caller may set; of one behind a wall nothing is told. */
export function settable(ctx: Context, id: string): Segment<Endpoint> {
  const endpoint = endpointOn(ctx.configuration, id, ctx.today())
  if (!endpoint || !ctx.reaches(endpoint.unit)) throw notFound()
  if (!ctx.may(permissions.set, endpoint.unit, { below: true })) throw notAllowed(permissions.set.allows)
  return endpoint
}

interface LogQuestion {
  readonly state?: DeliveryState | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/** What left for a system or waits to, the newest first. */
export async function deliveryList(ctx: Context, endpoint: string, { state, limit = 25, offset = 0 }: LogQuestion) {
  const query = DeliveryRow.query(ctx.db).where({ endpoint_id: settable(ctx, endpoint).key })
  if (state) void query.where({ state })
  const { results, total } = await query.orderBy([{ column: 'at', order: 'desc' }, 'id']).range(offset, offset + limit - 1)
  return { total, data: results.map(listedDelivery) }
}

export async function readDelivery(ctx: Context, id: string) {
  const row = await found(ctx, id)
  return { ...listedDelivery(row), body: row.body }
}

/** Sends a message once more, under the same id: whoever took it before can tell. */
export async function sendAgain(ctx: Context, id: string) {
  const { endpointId } = await found(ctx, id)
  const endpoint = settable(ctx, endpointId)
  const row = await DeliveryRow.query(ctx.db).findById(id).forUpdate().throwIfNotFound()
  if (!endpoint.body.on && row.eventId !== null) throw refused([fault('webhooks.is-off', '',
    'Deze webhook staat uit. Zet hem eerst aan.', 'This webhook is off. Switch it on first.',
    'Ce webhook est désactivé. Activez-le d’abord.')])
  const state = ctx.installation.webhookNetwork === 'none' ? 'kept' : 'waiting'
  await row.$query(ctx.db).patch({ state, tries: 0, tryAt: ctx.now.toString(), sentAt: null })
  return readDelivery(ctx, id)
}

/** Of a webhook that is gone the log is gone too, for everybody. */
async function found(ctx: Context, id: string): Promise<DeliveryRow> {
  const row = await DeliveryRow.query(ctx.db).findById(id)
  if (!row) throw notFound()
  settable(ctx, row.endpointId)
  return row
}

export const listedDelivery = (row: DeliveryRow): ListedDelivery => ({
  id: row.id, type: row.type, state: row.state, at: row.at, tries: row.tries, triedAt: row.triedAt, sentAt: row.sentAt,
  tryAt: row.state === 'waiting' ? row.tryAt : null, failure: row.failure, status: row.status, said: row.said, tookMs: row.tookMs,
})

/** What waits for more than one try, and what failed of late. */
export async function webhookLag(ctx: Context) {
  const { rows: [lag] } = await ctx.db.raw(`
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'failed' and at > ?::timestamptz)::int as failed
    from webhook_delivery where state in ('waiting', 'failed')`, [ctx.now.subtract({ hours: 24 * 7 }).toString()])
  return { waiting: lag.waiting, failed: lag.failed }
}
