import { Type } from 'typebox'
import type { Context } from './context.ts'
import type { Installation } from './installation.ts'
import type { Routes } from './plugin.ts'
import { Refusal } from './refusal.ts'
import { SEALING } from './seal.ts'
import { inWork, SYSTEM_ACTOR } from './work.ts'

const State = Type.Object({
  status: Type.Enum(['ok']),
  configurationVersion: Type.Integer(),
  /** Events that wait for delivery, and how long the oldest has. */
  waitingEvents: Type.Integer(),
  oldestEventSeconds: Type.Integer(),
  /** Audit rows not sealed yet, and how long the oldest has waited. */
  unsealedAudit: Type.Integer(),
  /** What of each plugin waits or failed: `mail: { waiting, failed }`. */
  lag: Type.Record(Type.String(), Type.Record(Type.String(), Type.Integer())),
  unsealedAuditSeconds: Type.Integer(),
  /** When the seals were last checked, and whether every row still fitted; null before the first night. */
  auditCheckedAt: Type.Union([Type.String(), Type.Null()]),
  auditWhole: Type.Union([Type.Boolean(), Type.Null()]),
})

const LAG = `
  select s.*, (select count(*)::int from event where delivered_at is null) as waiting,
    coalesce((select extract(epoch from now() - min(at))::int from event where delivered_at is null), 0) as oldest
  from (${SEALING}) s`

/** `/health`: the process answers. `/ready`: and so does its database, with what lags behind. */
export const healthRoutes = (installation: Installation): Routes => async app => {
  app.get('/health', {
    config: { allow: 'anyone', ownWork: true },
    schema: {
      summary: 'Whether the process answers',
      tags: ['operation'], response: { 200: Type.Object({ status: Type.Enum(['ok']) }) },
    },
  }, () => ({ status: 'ok' as const }))

  app.get('/ready', {
    config: { allow: 'anyone', ownWork: true },
    schema: {
      summary: 'Whether the database answers, and what lags behind',
      tags: ['operation'], response: { 200: State },
    },
  }, async () => {
    const [{ rows: [{ version }] }, { rows: [row] }] = await Promise.all([
      installation.knex.raw('select version from configuration'), installation.job.raw(LAG),
    ]).catch(() => { throw notReady() })
    return {
      status: 'ok' as const, configurationVersion: version,
      waitingEvents: row.waiting, oldestEventSeconds: row.oldest,
      unsealedAudit: row.unsealed, unsealedAuditSeconds: row.lagSeconds,
      auditCheckedAt: row.checkedAt, auditWhole: row.whole,
      lag: await inWork(installation, { actor: SYSTEM_ACTOR, language: 'en' }, lagOf),
    }
  })

  app.get('/openapi.json', { config: { allow: 'anyone', ownWork: true }, schema: { hide: true } }, () => app.swagger())
}

async function lagOf(ctx: Context) {
  const lags: Record<string, Readonly<Record<string, number>>> = {}
  for (const { name, lag } of ctx.installation.registry.plugins) if (lag) lags[name] = await lag(ctx)
  return lags
}

const notReady = () => new Refusal(503, 'core.unavailable', {
  nl: 'De databank antwoordt niet.', en: 'The database does not answer.', fr: 'La base de données ne répond pas.',
})
