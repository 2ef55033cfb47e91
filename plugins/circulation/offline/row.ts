import type { Day, Texts, UnitId } from '#core/contract.ts'
import { Row } from '#core/row.ts'
import type { OfflineState } from '../contract/offline.ts'

/** What one device of a branch did without a server, sent in at once. */
export interface OfflineBatchRow {
  id: string
  libraryId: UnitId
  branchId: UnitId
  device: string
  preparedAt: string | null
  staffId: string | null
  at: string
}
export class OfflineBatchRow extends Row {
  static override tableName = 'offline_batch'
}

/** What stood in the way of an act; never with a name in it. */
export interface ActFault { readonly code: string; readonly message: Texts; readonly asksReason: boolean }

export const noted = (code: string, nl: string, en: string, fr: string): ActFault =>
  ({ code: `circulation.${code}`, message: { nl, en, fr }, asksReason: false })

/** One thing lent or taken in without a server, and what came of it. */
export interface OfflineActRow {
  id: string
  batchId: string
  libraryId: UnitId
  branchId: UnitId
  act: 'lend' | 'return'
  at: string
  item: string
  card: string | null
  personId: string | null
  toldDueOn: Day | null
  state: OfflineState
  faults: readonly ActFault[]
  loanId: string | null
  note: string | null
  settledBy: string | null
  settledAt: string | null
}
export class OfflineActRow extends Row {
  static override tableName = 'offline_act'
  static override get jsonAttributes() { return ['faults'] }
}
