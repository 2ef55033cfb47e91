import { keepAnswers } from '#core/agreement.ts'
import type { Item } from '#core/change.ts'
import { submit } from '#core/door.ts'
import { discard } from '#core/waiting.ts'
import type { OpenContext } from '#core/work.ts'
import type { RequestRow } from './request.ts'

interface Replacement {
  readonly set: string
  readonly items: readonly Item[]
  readonly reason?: string | null | undefined
  readonly fingerprint?: string | undefined
  /** It asks the same, only later: it stays the wish of whoever asked, and what libraries agreed to. */
  readonly onlyLater?: boolean
}

/**
 * Puts another change in the place of the one a request asks. What a set holds never changes; so it is another set, which
 * waits at the door as the first one did, under the number of the request and with all that was said about it.
 */
export async function replaceChange(ctx: OpenContext, row: RequestRow, { set, items, reason, fingerprint, onlyLater = false }: Replacement): Promise<void> {
  const author = onlyLater ? await authorOf(ctx, row) : undefined
  await ctx.db.raw(`select set_config('app.request', ?, true)`, [row.id])
  await submit(ctx, {
    id: set, items, reason: reason ?? row.reason ?? undefined, applyOn: row.applyOn, fingerprint, asRequest: true, author,
  })
  await ctx.db.raw(`select set_config('app.request', '', true)`)
  if (row.setId === null) return
  if (onlyLater) await keepAnswers(ctx, row.setId, set)
  await discard(ctx, row.setId)
}

async function authorOf(ctx: OpenContext, { setId }: RequestRow) {
  const { author_id: id, author_name: name }: { author_id: string | null; author_name: string } =
    await ctx.db('change_set').where({ id: setId }).first('author_id', 'author_name')
  return { id, name }
}
