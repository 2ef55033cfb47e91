import { randomUUID } from 'node:crypto'
import type { Texts } from '#core/contract.ts'
import type { OpenContext } from '#core/work.ts'
import type { OneRequest } from './contract/answer.ts'
import { said } from './contract/event.ts'
import type { RequestState } from './contract/state.ts'
import type { RequestRow } from './request.ts'

/** Null: it was not there before, or is no longer. */
export interface Change { readonly title: Texts; readonly was: Texts | null; readonly now: Texts | null }

export interface NewNote {
  /** Made before sending: a repeat is the same word. */
  readonly id?: string
  readonly kind: OneRequest['notes'][number]['kind']
  readonly text?: string | null | undefined
  /** What became of what was asked, in each language. */
  readonly changes?: readonly Change[]
  readonly state?: RequestState
  /** Who said it by a link; else whoever acts. */
  readonly by?: { readonly id: string | null; readonly name: string }
}

/** Writes down what somebody said or did, so that the other side hears of it; says whether it is new. */
export async function note(ctx: OpenContext, row: RequestRow, { id = randomUUID(), kind, text, changes = [], state, by = ctx.actor }: NewNote): Promise<boolean> {
  const { rowCount } = await ctx.db.raw(`
    insert into request_note (id, request_id, at, staff_id, name, kind, state, text, changes, library_ids)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
  [id, row.id, ctx.now.toString(), by.id, by.name.slice(0, 120), kind, state ?? null, text?.trim() || null, JSON.stringify(changes), [...row.libraryIds]])
  const isNew = rowCount === 1
  if (isNew && ['comment', 'question', 'answer'].includes(kind)) await ctx.emit(said, { request: row.id, note: id })
  return isNew
}
