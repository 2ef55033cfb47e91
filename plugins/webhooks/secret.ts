import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from '#core/context.ts'
import { lockSecret, openSecret } from '#core/secret.ts'

const PURPOSE = 'webhook secrets'
const SECRET_BYTES = 32
/** So long whoever listens has to put the new one in place. */
const OVERLAP_HOURS = 24

interface SecretRow { endpoint_id: string; made_at: string; sealed: Buffer; until: string | null }

/**
 * A new secret for a system, told this once. The former one signs beside it for a day; one before that goes at once,
 * so that making two in a row takes a secret that leaked out of use.
 */
export async function renewSecret(ctx: Context, endpoint: string): Promise<{ secret: string; formerUntil: string | null }> {
  const secret = randomBytes(SECRET_BYTES)
  const until = ctx.now.add({ hours: OVERLAP_HOURS }).toString()
  await ctx.db('webhook_secret').where({ endpoint_id: endpoint }).whereNotNull('until').delete()
  const former = await ctx.db('webhook_secret').where({ endpoint_id: endpoint }).update({ until })
  await ctx.db('webhook_secret').insert({
    endpoint_id: endpoint, made_at: ctx.now.toString(), sealed: lockSecret(ctx.installation.keyFor(PURPOSE), secret, endpoint),
  })
  return { secret: `whsec_${secret.toString('base64')}`, formerUntil: former ? until : null }
}

/** The secrets that sign what leaves now, the newest first. */
export async function secretsOf(ctx: Context, endpoint: string): Promise<Buffer[]> {
  const rows: SecretRow[] = await ctx.db('webhook_secret').where({ endpoint_id: endpoint }).orderBy('made_at', 'desc')
    .where(row => row.whereNull('until').orWhere('until', '>', ctx.now.toString()))
  return rows.flatMap(({ sealed }) => openSecret(ctx.installation.keyFor(PURPOSE), sealed, endpoint) ?? [])
}

/** Which of these systems have a secret, and until when a former one counts beside it. */
export async function secretsKept(ctx: Context, endpoints: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows: SecretRow[] = await ctx.db('webhook_secret').whereIn('endpoint_id', endpoints)
    .where(row => row.whereNull('until').orWhere('until', '>', ctx.now.toString())).orderBy('made_at', 'desc')
  const kept = new Map<string, string | null>()
  for (const { endpoint_id: id, until } of rows) kept.set(id, until ?? kept.get(id) ?? null)
  return kept
}

export const forgetFormerSecrets = (ctx: Context) =>
  ctx.db('webhook_secret').where('until', '<', ctx.now.toString()).delete()

/** As Standard Webhooks has it: `v1,` and a code over id, moment and body, one for each secret. */
export const signaturesOf = (secrets: readonly Buffer[], id: string, seconds: number, body: string): string =>
  secrets.map(secret => `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`).join(' ')
