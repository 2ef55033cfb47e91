import type { Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'

export type Authors = ReadonlyMap<string, { readonly by: string; readonly at: string }>

/** Who said these things and when, as far as the reader's walls let them know. */
export async function authorsOf(ctx: Context, rows: readonly Segment[]): Promise<Authors> {
  const sets = [...new Set(rows.map(({ saidIn }) => saidIn))]
  if (!sets.length) return new Map()
  const found: { id: string; author_name: string; at: string }[] = await ctx
    .db('change_set')
    .whereIn('id', sets)
    .select('id', 'author_name', 'at')
  return new Map(found.map(({ id, author_name: by, at }) => [id, { by, at }]))
}

/** A row as the console shows it: where it stands, from when to when, and by whom. */
export const originOf = ({ id, fact, unit, key, from, to, madeIn, saidIn }: Segment, authors: Authors) => ({
  id,
  fact,
  unit,
  key,
  from,
  to,
  version: madeIn,
  ...authors.get(saidIn),
})
