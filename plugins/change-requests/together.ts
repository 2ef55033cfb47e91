import { randomUUID } from 'node:crypto'
import type { Context } from '#core/context.ts'
import type { Item } from '#core/change.ts'
import type { Preview } from '#core/contract/change.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { previewOf } from '#core/preview.ts'
import type { OpenContext } from '#core/work.ts'
import { approve } from './act.ts'
import type { ApprovingTogether } from './contract/answer.ts'
import { movedTogether } from './contract/event.ts'
import { movedOn, passedIn } from './day-passed.ts'
import type { RequestState } from './contract/state.ts'
import { mayHandle, RequestRow } from './request.ts'

/** All that these requests would do together, as one preview. */
export async function previewTogether(ctx: Context, ids: readonly string[]): Promise<Preview> {
  const rows = await rowsOf(ctx, ids)
  const items: (Item & { set_id: string })[] = await ctx.db('change_item').whereIn('set_id', rows.flatMap(({ setId }) => setId ?? []))
    .orderBy(['set_id', 'n']).select('set_id', 'kind', 'payload', 'seen')
  return previewOf(ctx, rows.flatMap(row => {
    const own = items.filter(item => item.set_id === row.setId).map(({ set_id: _of, ...item }) => item)
    return movedOn(own, passedIn(ctx, row, own))
  }))
}

/** Approves each that can be; one that cannot waits on and says why, and holds up no other. */
export async function approveTogether(ctx: OpenContext, { ids, seen, text }: ApprovingTogether) {
  const before = new Map((await rowsOf(ctx, ids)).map(({ id, state }) => [id, state]))
  const act = randomUUID()
  // Whoever asked hears of all that were approved in one mail, not of each.
  await ctx.db.raw(`select set_config('app.together', ?, true)`, [act])
  const data: { id: string; state: RequestState; refused: string | null }[] = []
  for (const id of ids) {
    const why = await whyNot(ctx, () => approve(ctx, id, { ...(seen !== undefined && { seen }), ...(text !== undefined && { text }) }))
    const { state } = await RequestRow.query(ctx.db).findById(id).throwIfNotFound()
    data.push({ id, state, refused: why })
  }
  await ctx.db.raw(`select set_config('app.together', '', true)`)
  const moved = data.filter(({ id, state, refused }) => refused === null && state !== before.get(id))
  if (moved.length) {
    await ctx.db('request_together').insert(moved.map(({ id, state }) => ({ act, request_id: id, was: before.get(id), became: state })))
    await ctx.emit(movedTogether, { act, by: ctx.actor.id })
  }
  return { data }
}

async function rowsOf(ctx: Context, ids: readonly string[]): Promise<RequestRow[]> {
  const rows = await RequestRow.query(ctx.db).findByIds([...ids])
  if (rows.length !== ids.length || rows.some(row => !mayHandle(ctx, row))) throw notFound()
  return rows
}

/** Does one step of several; one that is refused leaves no trace, and says why. */
async function whyNot(ctx: OpenContext, step: () => Promise<void>): Promise<string | null> {
  const { configuration, rights, afterCommit } = ctx
  const followers = afterCommit.length
  await ctx.db.raw('savepoint step')
  try {
    await step()
    await ctx.db.raw('release savepoint step')
    return null
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    await ctx.db.raw('rollback to savepoint step')
    Object.assign(ctx, { configuration, rights })
    afterCommit.length = followers
    return [refusal.title, ...refusal.faults.map(({ message }) => message)].map(words => words[ctx.language]).join(' ')
  }
}
