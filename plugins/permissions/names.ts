import { beyondReach } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import { allGrantsOf } from '#core/grant.ts'
import { StaffRow } from '#core/staff.ts'

/**
 * The names of those who may be named: people in reach, and whoever holds or held a role at a unit in reach.
 * Names are looked up where they are read, never written into a sentence, so that a person can be forgotten.
 */
export async function namesOf(ctx: Context, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const all = [...new Set(ids)]
  const own = all.length ? await StaffRow.query(ctx.db).whereIn('id', all).select('id', 'name') : []
  const known = new Map(own.map(({ id, name }) => [id, name]))
  const strange = all.filter(id => !known.has(id) && holdsHere(ctx, id))
  if (!strange.length) return known
  const others = await beyondReach(ctx, async () => StaffRow.query(ctx.db).whereIn('id', strange).select('id', 'name'))
  return new Map([...known, ...others.map(({ id, name }) => [id, name] as const)])
}

const holdsHere = (ctx: Context, staff: string) =>
  allGrantsOf(ctx.configuration, staff).some(({ unit }) => ctx.reaches(unit))
