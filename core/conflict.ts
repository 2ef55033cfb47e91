import type { Item, Rehearsal } from './change.ts'
import { overlaps, type Segment } from './configuration.ts'
import { beyondReach } from './change-set.ts'
import type { Context } from './context.ts'

interface Version {
  readonly fact: string
  readonly unit: string
  readonly key: string
  readonly from: string | null
  readonly to: string | null
  readonly body: unknown
}
export interface Conflict {
  readonly yours: Version
  readonly theirs: Version & { readonly by: string | null; readonly at: string | null }
}

/** Where somebody, of whichever library, changed the same thing, in the same period, after the author had looked. */
export async function conflictsOf(ctx: Context, rehearsal: Rehearsal, items: readonly Item[]): Promise<Conflict[]> {
  if (items.every(({ seen }) => seen === undefined || seen === null || seen >= ctx.configuration.version)) return []
  const found = await beyondReach(ctx, () => overtaken(ctx, rehearsal, items))
  if (!found.length) return []
  const sets = await ctx.db('change_set').whereIn('id', found.map(({ set }) => set)).select('id', 'author_name', 'at')
  return found.map(({ yours, theirs, set }) => {
    const author = sets.find(({ id }) => id === set)
    return { yours, theirs: { ...theirs, by: author?.author_name ?? null, at: author?.at ?? null } }
  })
}

async function overtaken(ctx: Context, rehearsal: Rehearsal, items: readonly Item[]) {
  const found: { yours: Version; theirs: Version; set: string }[] = []
  for (const [n, { seen }] of items.entries()) {
    if (seen === undefined || seen === null || seen >= ctx.configuration.version) continue
    for (const { fact, unit, key, from, to, body } of rehearsal.lays[n] ?? []) {
      const yours = { fact: fact.name, unit, key, from, to, body }
      const standing = ctx.configuration.of(fact, unit).filter(said => said.key === key && overlaps(said, { from, to }))
      for (const said of standing.filter(row => row.madeIn > seen)) {
        if (!await isEdge(ctx, said, seen)) found.push({ yours, theirs: versionOf(said), set: said.saidIn })
      }
      if (!standing.length) found.push(...await removed(ctx, yours, seen))
    }
  }
  return found
}

/** The rest of a row that stood when the author looked, and that a change beside it merely cut. */
async function isEdge(ctx: Context, said: Segment, seen: number): Promise<boolean> {
  const { rowCount } = await ctx.db.raw(`
    select from segment where unit_id = ? and fact = ? and key = ? and said_in = ? and made_in <= ? and ended_in > ?
      and valid @> daterange(?, ?, '[]') limit 1`,
  [said.unit, said.fact, said.key, said.saidIn, seen, seen, said.from, said.to])
  return rowCount > 0
}

/** What stood when the author looked and was taken away since. */
async function removed(ctx: Context, yours: Version, seen: number) {
  const { rows } = await ctx.db.raw(`
    select distinct s.id as set from segment g join change_set s on s.version = g.ended_in
    where g.unit_id = ? and g.fact = ? and g.key = ? and g.ended_in > ? and g.made_in <= ?
      and g.valid && daterange(?, ?, '[]')`,
  [yours.unit, yours.fact, yours.key, seen, seen, yours.from, yours.to])
  return (rows as { set: string }[]).map(({ set }) => ({ yours, theirs: { ...yours, body: null }, set }))
}

const versionOf = ({ fact, unit, key, from, to, body }: Segment): Version => ({ fact, unit, key, from, to, body })
