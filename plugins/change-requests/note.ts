import { randomUUID } from 'node:crypto'
import type { OpenContext } from '#core/work.ts'
import type { OneRequest } from './contract/answer.ts'
import type { RequestState } from './contract/state.ts'
import type { RequestRow } from './request.ts'

interface NewNote {
  /** Made before sending: a repeat is the same word. */
  readonly id?: string
  readonly kind: OneRequest['notes'][number]['kind']
  readonly text?: string | null | undefined
  readonly state?: RequestState
}

/** Writes down what somebody said or did; says whether it is new. */
export async function note(ctx: OpenContext, row: RequestRow, { id = randomUUID(), kind, text, state }: NewNote): Promise<boolean> {
  const { rowCount } = await ctx.db.raw(`
    insert into request_note (id, request_id, at, staff_id, name, kind, state, text, library_ids)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
  [id, row.id, ctx.now.toString(), ctx.actor.id, ctx.actor.name.slice(0, 120), kind, state ?? null, text?.trim() || null, [...row.libraryIds]])
  return rowCount === 1
}
