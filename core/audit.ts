import type { Knex } from 'knex'
import type { Actor, Context } from './context.ts'
import type { UnitId } from './contract.ts'
import type { Installation } from './installation.ts'
import type { Refusal } from './refusal.ts'

/** What the audit notes beside changes of rows, which their own trigger notes. */
export type Act = 'view' | 'sign-in' | 'sign-in-failed' | 'sign-out' | 'refused' | 'export' | 'reveal' | 'unlock'

/** The row an act was about: `staff` and somebody's id, say. */
export interface Subject {
  readonly table: string
  readonly row: string
  /** Whose wall it stands behind; null: no library's. Absent: that of the staff it is about, else of the actor. */
  readonly libraryId?: UnitId | null
}

/** Notes an act in the caller's transaction: no note, no act. The detail can be erased, the act itself not. */
export async function note(
  ctx: { readonly db: Knex; readonly actor: Pick<Actor, 'id'> }, act: Act, { table, row, libraryId }: Subject, detail: object = {},
  by: string | null = ctx.actor.id,
): Promise<void> {
  const libraries = libraryId === undefined ? null : libraryId === null ? [] : [libraryId]
  await ctx.db.raw('select note_audit(?, ?, ?, ?::uuid[], ?::jsonb, ?::uuid)',
    [act, table, row, libraries, JSON.stringify(detail), by])
}

/** Somebody's record was looked at, and for what: `staff-administration`. One's own is nobody else's concern. */
export async function noteView(ctx: Context, { purpose, ...subject }: Subject & { purpose: string }): Promise<void> {
  if (subject.row !== ctx.actor.id) await note(ctx, 'view', subject, { purpose })
}

/** Somebody tried to sign in, as a person we know or as nobody; the address they typed is not kept. */
export const noteFailedSignIn = (
  ctx: Context, staff: { readonly id: string } | undefined, detail: { method: string; network?: string; waits?: boolean },
) => note(ctx, 'sign-in-failed', staff ? { table: 'staff', row: staff.id } : { table: 'staff', row: '', libraryId: null }, detail)

/** Somebody was told no: where they knocked, and what they were told. */
export async function noteRefusal(
  { knex }: Installation, { id }: Actor, route: string, params: unknown, { code, title }: Refusal,
): Promise<void> {
  await note({ db: knex, actor: { id } }, 'refused', { table: 'route', row: route }, { code, title, params })
}

/** Something was taken out of the console: what, and how many rows. */
export const noteExport = (ctx: Context, what: string, detail: { rows: number; [more: string]: unknown }) =>
  note(ctx, 'export', { table: what, row: '' }, detail)
