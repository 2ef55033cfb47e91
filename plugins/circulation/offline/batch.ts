import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { homeLibrary, unitAt } from '#core/unit.ts'
import type { NewBatch, Settling } from '../contract/offline.ts'
import { permissions } from '../contract/permission.ts'
import { passedAs } from '../loan/hurdle.ts'
import { perform } from './perform.ts'
import { OfflineActRow, OfflineBatchRow } from './row.ts'

/** So many are done in one go; whoever asks comes back for the rest. */
const ACTS_AT_ONCE = 20

/**
 * Takes in what a desk did without a server. From here on nothing is lost: the desk may forget it. The same batch, or an
 * act that came before, is kept once. An act from a clock that runs ahead happened now.
 */
export async function takeInBatch(ctx: Context, { id, branch, device, preparedAt, acts }: NewBatch): Promise<string> {
  ctx.demand(permissions.lend, branch)
  const day = ctx.today(branch)
  const library = homeLibrary(ctx.configuration, branch, day)
  if (!library || !['branch', 'bookmobile', 'stop'].includes(unitAt(ctx.configuration, branch, day)?.type ?? '')) throw notFound()
  const place = { library_id: library, branch_id: branch }
  await ctx.db('offline_batch').insert({
    id, ...place, device, prepared_at: preparedAt ?? null, staff_id: ctx.actor.id, at: ctx.now.toString(),
  }).onConflict('id').ignore()
  const batch = await batchById(ctx, id)
  if (batch.branchId !== branch) throw notFound()
  await ctx.db('offline_act').insert(inOrder(acts).map(({ id: act, told, card, at, ...said }, n) => ({
    id: act, batch_id: id, ...place, ...said, card: said.act === 'lend' ? card ?? null : null, told_due_on: told ?? null,
    at: notAfter(ctx, at, acts.length - n),
  }))).onConflict('id').ignore()
  return id
}

const inOrder = (acts: NewBatch['acts']) =>
  acts.toSorted((one, other) => Temporal.Instant.compare(Temporal.Instant.from(one.at), Temporal.Instant.from(other.at)))

/** What would be later than now was just before it, and still in order. */
function notAfter({ now }: Context, at: string, later: number): string {
  const [then, before] = [Temporal.Instant.from(at), now.subtract({ milliseconds: later })]
  return (Temporal.Instant.compare(then, now) > 0 ? before : then).toString()
}

export async function batchById(ctx: Context, id: string): Promise<OfflineBatchRow> {
  const batch = await OfflineBatchRow.query(ctx.db).findById(id)
  if (!batch) throw notFound()
  return batch
}

/**
 * Does the next acts of a branch, of all devices together, in the order in which they happened; answers how many still wait.
 * Who is killed half way leaves them waiting.
 */
export async function replayNext(ctx: Context, branch: UnitId): Promise<number> {
  ctx.demand(permissions.lend, branch)
  const waiting = () => OfflineActRow.query(ctx.db).where({ branch_id: branch, state: 'waiting' })
  for (const act of await waiting().orderBy(['at', 'id']).limit(ACTS_AT_ONCE).forUpdate()) await perform(ctx, act)
  return waiting().resultSize()
}

/** Answers an act that was not simply done: once more, with what was asked passed or a number put right; or left, with a word. */
export async function settle(ctx: Context, id: string, { as, pass, reason, card, item }: Settling): Promise<OfflineActRow> {
  const act = await OfflineActRow.query(ctx.db).findById(id).forUpdate()
  if (!act) throw notFound()
  ctx.demand(permissions.lend, act.branchId)
  if (act.state === 'done' || act.state === 'left' || (act.state === 'overtaken' && as === 'again')) return act
  if (act.state === 'waiting') throw new Refusal(409, 'circulation.act-waits', actWaits)
  const settled = { settledBy: ctx.actor.id, settledAt: ctx.now.toString() }
  if (as === 'leave') return act.$query(ctx.db).patchAndFetch({ state: 'left', card: null, personId: null, note: reason ?? null, ...settled })
  const also = pass ? act.faults.map(({ code }) => passedAs(code)) : []
  const right = await act.$query(ctx.db).patchAndFetch({
    ...(card && act.act === 'lend' ? { card } : {}), ...(item ? { item } : {}), note: reason ?? null, ...settled,
  })
  await perform(ctx, right, { also, reason })
  return OfflineActRow.query(ctx.db).findById(id).throwIfNotFound()
}

const actWaits = {
  nl: 'Deze handeling wacht nog op haar beurt. Verwerk eerst wat wacht.', en: 'This act still waits for its turn. First process what waits.',
  fr: 'Cette opération attend encore son tour. Traitez d’abord ce qui attend.',
} as const

const KEPT_DAYS = 90

/** What a desk did without a server a quarter ago is in its loans by now, or was left. */
export async function forgetOfflineBatches(ctx: Context): Promise<void> {
  await ctx.db('offline_batch').where('at', '<', ctx.now.subtract({ hours: KEPT_DAYS * 24 }).toString()).delete()
}
