import { noteView } from '#core/audit.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { findPatron, nameOf } from '#plugins/patrons/index.ts'
import type { Batch, BatchLine, ReplayedAct } from '../contract/offline.ts'
import { permissions } from '../contract/permission.ts'
import { ItemRow } from '../item/item.ts'
import { namedUnit } from '../item/list.ts'
import { LoanRow } from '../loan/row.ts'
import { batchById } from './batch.ts'
import { OfflineActRow, OfflineBatchRow } from './row.ts'

const BATCHES_TOLD = 50

/** What devices of a branch sent in, the newest first. */
export async function batchesOf(ctx: Context, branch: UnitId): Promise<BatchLine[]> {
  ctx.demand(permissions.lend, branch)
  const batches = await OfflineBatchRow.query(ctx.db).where({ branch_id: branch }).orderBy([{ column: 'at', order: 'desc' }, 'id']).limit(BATCHES_TOLD)
  const acts = await OfflineActRow.query(ctx.db).whereIn('batch_id', batches.map(({ id }) => id)).select('batch_id', 'state')
  return batches.map(batch => lineOf(batch, acts.filter(({ batchId }) => batchId === batch.id)))
}

function lineOf({ id, device, at, preparedAt }: OfflineBatchRow, acts: readonly Pick<OfflineActRow, 'state'>[]): BatchLine {
  const count = (...states: readonly OfflineActRow['state'][]) => acts.filter(({ state }) => states.includes(state)).length
  return {
    id, device, at, preparedAt,
    counts: { waiting: count('waiting'), done: count('done'), open: count('asks', 'refused', 'overtaken'), settled: count('left') },
  }
}

/** One batch with all its acts, in the order in which they happened. */
export async function batchTold(ctx: Context, id: string): Promise<Batch> {
  const batch = await batchById(ctx, id)
  ctx.demand(permissions.lend, batch.branchId)
  const acts = await OfflineActRow.query(ctx.db).where({ batch_id: id }).orderBy(['at', 'id'])
  const items = new Map((await ItemRow.query(ctx.db).whereIn('barcode', acts.map(({ item }) => item))).map(item => [item.barcode, item.title]))
  const loans = new Map((await LoanRow.query(ctx.db).findByIds(acts.flatMap(({ loanId }) => loanId ?? []))).map(loan => [loan.id, loan]))
  const told: ReplayedAct[] = []
  for (const act of acts) told.push(await actTold(ctx, act, { title: items.get(act.item) ?? null, loan: loans.get(act.loanId ?? '') }))
  return { ...lineOf(batch, acts), branch: namedUnit(ctx, batch.branchId), acts: told }
}

interface Known { readonly title: string | null; readonly loan: LoanRow | undefined }

/** Who it was is told where something is still to be decided, to whoever reaches them; once that is over the loan says so. */
async function actTold(ctx: Context, act: OfflineActRow, { title, loan }: Known): Promise<ReplayedAct> {
  const patron = act.personId === null ? undefined : await findPatron(ctx, act.personId)
  if (patron) await noteView(ctx, { table: 'person', row: patron.person.id, purpose: 'offline-entry', libraryId: act.libraryId })
  return {
    id: act.id, act: act.act, at: act.at, item: act.item, title, card: act.card, personName: patron ? nameOf(patron.person) : null,
    state: act.state, told: act.toldDueOn, dueOn: act.act === 'lend' ? loan?.dueOn ?? null : null, note: act.note,
    faults: act.faults.map(({ code, message, asksReason }) => ({ code, message: message[ctx.language], asksReason })),
  }
}

export async function oneAct(ctx: Context, act: OfflineActRow): Promise<ReplayedAct> {
  const item = await ItemRow.query(ctx.db).findOne({ barcode: act.item })
  const loan = act.loanId === null ? undefined : await LoanRow.query(ctx.db).findById(act.loanId)
  return actTold(ctx, act, { title: item?.title ?? null, loan })
}
