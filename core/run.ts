import { randomUUID } from 'node:crypto'
import type { Context } from './context.ts'
import { isOutOfReach } from './database.ts'
import type { Installation } from './installation.ts'
import { notFound, Refusal } from './refusal.ts'
import { inWork, SYSTEM_ACTOR } from './work.ts'

/** Long work, as its asker follows it: how far it is, and what came of it. */
export interface Run {
  readonly id: string
  readonly kind: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly done: number
  readonly total: number | null
  readonly report: unknown
}

/** Puts long work in line; the id makes a repeated ask the same run. */
export async function startRun(
  ctx: Context,
  kind: string,
  detail: unknown,
  library: string | null,
  id: string = randomUUID(),
): Promise<string> {
  await ctx
    .db('run')
    .insert({
      id,
      kind,
      state: 'waiting',
      detail: JSON.stringify(detail),
      staff_id: ctx.actor.id,
      library_id: library,
    })
    .onConflict('id')
    .ignore()
  return id
}

export async function readRun(ctx: Context, id: string): Promise<Run> {
  const run: Run | undefined = await ctx.db('run').where({ id }).first('id', 'kind', 'state', 'done', 'total', 'report')
  if (!run) throw notFound()
  return run
}

/**
 * Takes waiting runs further, one part and one transaction at a time, for so long or until none is left. The row is locked
 * while a part runs, so a second process passes it by, and a killed one leaves it where its last part ended. Whether all
 * that waited is done.
 */
export async function advanceRuns(installation: Installation, forMs = Infinity): Promise<boolean> {
  const until = performance.now() + forMs
  while (performance.now() < until) if (!await advanceOne(installation)) return true
  return false
}

async function advanceOne(installation: Installation): Promise<boolean> {
  const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
  let taken: { id: string } | undefined
  try {
    return await inWork(installation, asSystem, async ctx => {
      const run = await ctx
        .db('run')
        .whereIn('state', ['waiting', 'running'])
        .orderBy('at')
        .forUpdate()
        .skipLocked()
        .first()
      if (!run) return false
      taken = run
      const kind = installation.registry.plugins.flatMap(({ runs = [] }) => runs).find(({ name }) => name === run.kind)
      if (!kind) throw new Error(`No plugin runs ${run.kind}`)
      const step = await kind.advance(ctx, { id: run.id, done: run.done, detail: run.detail, staffId: run.staff_id })
      await ctx.db('run').where({ id: run.id }).update({
        state: step.finished ? 'done' : 'running', done: step.done, total: step.total,
        ...(step.detail === undefined ? {} : { detail: JSON.stringify(step.detail) }),
        ...(step.report === undefined ? {} : { report: JSON.stringify(step.report) }),
        ...(step.finished ? { ended_at: ctx.now.toString() } : {}),
      })
      return true
    })
  } catch (error) {
    // A database that restarts has kept the part before: the run goes on from there when it is back.
    if (!taken || isOutOfReach(error)) throw error
    const { id } = taken
    const report =
      error instanceof Refusal
        ? { code: error.code, title: error.title, faults: error.faults.slice(0, 200) }
        : {
            code: 'core.failed',
            title: {
              nl: 'Dit is mislukt; er is niets bewaard.',
              en: 'This failed; nothing was saved.',
              fr: 'Échec ; rien n’a été enregistré.',
            },
            faults: [],
          }
    await inWork(installation, asSystem, ctx =>
      ctx
        .db('run')
        .where({ id })
        .update({ state: 'failed', report: JSON.stringify(report), ended_at: ctx.now.toString() }),
    )
    return true
  }
}
