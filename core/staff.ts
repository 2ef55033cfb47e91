import type { Context } from './context.ts'
import { Row } from './row.ts'
import type { Language } from './contract.ts'

/** Somebody who works in the region's libraries. Where they belong, until when, and what they may do is configuration. */
export interface StaffRow {
  id: string
  /** The library whose wall the row stands behind, or the group for its own office; null for staff of the region itself. */
  libraryId: string | null
  /** The library or group where they work now, which reads the row as well; a row itself never moves. */
  homeId: string | null
  /** The unit where they work now, for whoever reaches that one branch only. */
  unitId: string | null
  /** A machine signs in by a token only. */
  kind: 'person' | 'machine'
  name: string
  /** Lower case; how they sign in. A machine has none. */
  email: string | null
  /** Invited under an address with which another signs in already: it signs in that other, and nobody here. */
  doubled: boolean
  initials: string | null
  language: Language
  createdAt: string
}
export class StaffRow extends Row {
  static override tableName = 'staff'
}

/** Who signs in with an address, written in lower case. */
export const staffCalled = (ctx: Context, email: string): Promise<StaffRow | undefined> =>
  StaffRow.query(ctx.db).findOne({ email, doubled: false }).execute()

/** Who within reach answers to these words, likest first; accents and slips of the keyboard are forgiven. */
export async function findStaff(ctx: Context, words: string, atMost = 200): Promise<string[]> {
  const { rows } = await ctx.db.raw('select find_staff(?, ?) as id', [words, atMost])
  return rows.map(({ id }: { id: string }) => id)
}
