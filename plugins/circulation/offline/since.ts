import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { ItemRow } from '../item/item.ts'
import { endReturned } from '../loan/return.ts'
import { openLoanOfItem } from '../loan/row.ts'
import { noted, OfflineActRow, type ActFault } from './row.ts'

/** The same work, with the clock of that moment. */
export function atMoment(ctx: Context, at: string): Context {
  const now = Temporal.Instant.from(at)
  return { ...ctx, now, today: unit => ctx.installation.today(ctx.configuration, unit, now) }
}

const inTime = (at: string, then: string) => Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(then))

interface HandedIn { readonly at: string; readonly branch: UnitId; readonly act?: OfflineActRow }

/**
 * What was lent without a server and handed in since, before anybody knew of the loan, came back then: by another device, or
 * at a desk that found nothing on loan. The item stands as it stood. Answers what there is to say of it.
 */
export async function handedInSince(ctx: Context, act: OfflineActRow, { id, atBranchId, status, subStatus, handedInAt }: ItemRow): Promise<ActFault[]> {
  const other = await OfflineActRow.query(ctx.db).where({ item: act.item, act: 'return', state: 'done' }).whereNull('loan_id')
    .where('at', '>', act.at).orderBy('at').first()
  const known: HandedIn[] = [
    ...(other ? [{ at: other.at, branch: other.branchId, act: other }] : []),
    ...(handedInAt !== null && inTime(handedInAt, act.at) > 0 ? [{ at: handedInAt, branch: atBranchId }] : []),
  ]
  const [back] = known.toSorted((one, next) => inTime(one.at, next.at))
  const loan = back && await openLoanOfItem(ctx, id)
  if (!loan) return []
  const ended = await endReturned(atMoment(ctx, back.at), loan, { id: back.act?.id ?? crypto.randomUUID(), branch: back.branch })
  if (status !== 'in' || subStatus !== null) await ItemRow.query(ctx.db).findById(id).patch({ status, subStatus })
  if (!back.act) return [cameBack]
  await back.act.$query(ctx.db).patch({ loanId: ended.id, faults: [] })
  return []
}

const cameBack = noted('came-back', 'Intussen ingenomen: uitlening en teruggave zijn allebei genoteerd.',
  'Taken in since: both loan and return are noted.', 'Repris entre-temps : le prêt et le retour sont tous deux notés.')
