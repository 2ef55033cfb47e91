import { Row } from './row.ts'
import type { Language } from './contract.ts'

/** Somebody who works in the region's libraries. What they may do is configuration (fact core.grant). */
export interface StaffRow {
  id: string
  /** The library whose wall the row stands behind; null for staff of the region itself. */
  libraryId: string | null
  homeUnit: string
  name: string
  /** Lower case; how they sign in. */
  email: string
  initials: string | null
  language: Language
  createdAt: string
  disabledAt: string | null
}
export class StaffRow extends Row {
  static override tableName = 'staff'
}
