import { Row } from '#core/row.ts'
import type { UnitId } from '#core/contract.ts'
import type { DeliveryFailure, DeliveryState } from './contract.ts'

/** One message to one system; its id is the `webhook-id`, the same however often it is tried. */
export interface DeliveryRow {
  id: string
  endpointId: string
  /** The library whose wall it stands behind; null above the libraries. */
  libraryId: UnitId | null
  unitId: UnitId
  /** The event it tells of; null when it only tries the address out. */
  eventId: number | null
  type: string
  body: string
  state: DeliveryState
  at: string
  tries: number
  /** When it is tried next; while it is being tried, when another process may look at it again. */
  tryAt: string
  triedAt: string | null
  failure: DeliveryFailure | null
  status: number | null
  said: string | null
  tookMs: number | null
  sentAt: string | null
}
export class DeliveryRow extends Row {
  static override tableName = 'webhook_delivery'
}
