import { Type } from 'typebox'
import type { Context } from './context.ts'
import type { Installation } from './installation.ts'
import type { Routes } from './plugin.ts'
import { Refusal } from './refusal.ts'
import { inWork, SYSTEM_ACTOR } from './work.ts'

const State = Type.Object({
  status: Type.Enum(['ok']),
  configurationVersion: Type.Integer(),
  /** Events that wait for delivery, and how long the oldest has. */
  waitingEvents: Type.Integer(),
  oldestEventSeconds: Type.Integer(),
  /** Audit rows not sealed yet. */
  unsealedAudit: Type.Integer(),
  /** What of each plugin waits or failed: `mail: { waiting, failed }`. */
  lag: Type.Record(Type.String(), Type.Record(Type.String(), Type.Integer())),
})

/** `/health`: the process answers. `/ready`: and so does its database, with what lags behind. */
export const healthRoutes = (installation: Installation): Routes => async app => {
  app.get('/health', {
    config: { allow: 'anyone', ownWork: true },
    schema: { tags: ['operation'], response: { 200: Type.Object({ status: Type.Enum(['ok']) }) } },
  }, () => ({ status: 'ok' as const }))

  app.get('/ready', {
    config: { allow: 'anyone', ownWork: true },
    schema: { tags: ['operation'], response: { 200: State } },
  }, async () => {
    const { rows: [row] } = await installation.knex.raw(LAG).catch(() => { throw notReady() })
    return {
      status: 'ok' as const,
      configurationVersion: row.version,
      waitingEvents: row.waiting,
      oldestEventSeconds: row.oldest,
      unsealedAudit: row.unsealed,
      lag: await inWork(installation, { actor: SYSTEM_ACTOR, language: 'en' }, lagOf),
    }
  })

  app.get('/openapi.json', { config: { allow: 'anyone', ownWork: true }, schema: { hide: true } }, () => app.swagger())
}

const LAG = `
  select (select version from configuration) as version,
    (select count(*)::int from event where delivered_at is null) as waiting,
    coalesce((select extract(epoch from now() - min(at))::int from event where delivered_at is null), 0) as oldest,
    (select coalesce(max(id), 0) from audit)::int - (select coalesce(max(last_id), 0) from audit_seal)::int as unsealed`

async function lagOf(ctx: Context) {
  const lags: Record<string, Readonly<Record<string, number>>> = {}
  for (const { name, lag } of ctx.installation.registry.plugins) if (lag) lags[name] = await lag(ctx)
  return lags
}

const notReady = () => new Refusal(503, 'core.unavailable', {
  nl: 'De databank antwoordt niet.', en: 'The database does not answer.', fr: 'La base de données ne répond pas.',
})
