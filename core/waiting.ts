import type { Item } from './change.ts'
import { rehearse, missingRights } from './change.ts'
import { applyWaiting, lacking } from './door.ts'
import { corePermissions } from './contract/permission.ts'
import { notFound, Refusal } from './refusal.ts'
import { libraryOf, SYSTEM } from './unit.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from './work.ts'
import type { Installation } from './installation.ts'

interface Waiting { id: string; state: string; author_id: string | null; author_name: string; library_ids: string[] }

/**
 * Applies the planned sets whose day has come, each in its own transaction and under the rights its
 * author holds today. A set that cannot be applied any more goes back to being a request, and says why.
 */
export async function applyDue(installation: Installation, day: string): Promise<number> {
  const due: Waiting[] = await inWork(installation, system, ctx =>
    ctx.db('change_set').where('state', 'planned').where('apply_on', '<=', day).whereNull('version').orderBy('apply_on'))
  for (const set of due) {
    const author = { actor: { id: set.author_id, name: set.author_name, session: null }, language: 'nl' as const }
    try {
      await inWork(installation, set.author_id ? author : system, async ctx => {
        const locked = await ctx.db('change_set').where({ id: set.id, state: 'planned' }).forUpdate().first()
        if (locked) await applyWaiting(ctx, set.id, await itemsOf(ctx, set.id))
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const why = [error.title.nl, ...error.faults.map(fault => fault.message.nl)].join(' ')
      await inWork(installation, system, ctx =>
        ctx.db('change_set').where({ id: set.id, state: 'planned' }).update({ state: 'requested', decision: why }))
    }
  }
  return due.length
}

/** The helpdesk's word on a request; approving applies it under the approver's rights. */
export async function decide(ctx: OpenContext, setId: string, approve: boolean, reason?: string): Promise<void> {
  const set: Waiting | undefined = await ctx.db('change_set').where({ id: setId }).forUpdate().first()
  if (!set) throw notFound()
  if (set.state !== 'requested') throw alreadyDecided()
  const items = await itemsOf(ctx, setId)
  const { needs, lays } = await rehearse(ctx, setId, items)
  for (const { unit } of lays.flat()) ctx.demand(corePermissions.decide, libraryOf(ctx.configuration, unit, ctx.today()) ?? SYSTEM)
  const missing = missingRights(ctx, needs)
  if (approve && missing.length) throw lacking(ctx, missing)
  if (approve) await applyWaiting(ctx, setId, items)
  await ctx.db('change_set').where({ id: setId })
    .update({ decided_by: ctx.actor.name, decision: reason ?? null, ...(approve ? {} : { state: 'refused' }) })
}

/** Takes a planned set or a request back before it happens; its author may, and so may whoever could apply it. */
export async function cancel(ctx: OpenContext, setId: string): Promise<void> {
  const set: Waiting | undefined = await ctx.db('change_set').where({ id: setId }).forUpdate().first()
  if (!set) throw notFound()
  if (!['planned', 'requested'].includes(set.state)) throw alreadyDecided()
  if (set.author_id !== ctx.actor.id) {
    const missing = missingRights(ctx, (await rehearse(ctx, setId, await itemsOf(ctx, setId))).needs)
    if (missing.length) throw lacking(ctx, missing)
  }
  await ctx.db('change_set').where({ id: setId }).update({ state: 'cancelled', decided_by: ctx.actor.name })
}

const itemsOf = async (ctx: OpenContext, setId: string): Promise<Item[]> =>
  ctx.db('change_item').where({ set_id: setId }).orderBy('n').select('kind', 'payload', 'seen')

const alreadyDecided = () => new Refusal(409, 'core.already-decided', {
  nl: 'Deze wijziging wacht niet meer.', en: 'This change is no longer waiting.', fr: 'Cette modification n’est plus en attente.',
})

const system = { actor: SYSTEM_ACTOR, language: 'nl' as const }
