import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { SYSTEM, unitFact } from '#core/unit.ts'
import { eraseAfterYears } from '../contract/parameter/record.ts'
import { permissions } from '../contract/permission.ts'
import { openQueries } from '../open.ts'
import { mayWithMembers } from '../patron.ts'
import { formerBefore } from './forgetting.ts'

export interface LeavingCount { readonly library: UnitId; readonly asked: boolean; readonly goes: number; readonly stays: number }
export interface Leaving { readonly person: string; readonly day: Day; readonly isBanned: boolean; readonly asked: boolean }

/** The libraries where the reader may erase. */
export const erasableLibraries = (ctx: Context): UnitId[] => {
  const libraries = new Set([...ctx.configuration.all(unitFact)].flatMap(said => said.flatMap(({ unit, body }) => body.type === 'library' ? [unit] : [])))
  return [...libraries].filter(library => mayWithMembers(ctx, permissions.erase, { libraryId: library, branchId: library }))
}

/** Whoever goes `by` a day at some libraries: those who asked, and those who ended long ago; each once at each library. */
const leaving = `
  select person_id, library_id, null::date as ended_on, false as is_banned, true as asked from membership
  where erase_asked_at is not null and library_id = any (:libraries)
  union all
  select f.person_id, f.library_id, f.ended_on, f.is_banned, false from former_people(:before, :libraries) f
  where not exists (select from membership m where m.person_id = f.person_id and m.library_id = f.library_id and m.erase_asked_at is not null)`

/** How many of them there are by library, and how many stay because they are banned or something is open: counted where they stand. */
export async function leavingCounts(ctx: Context, by: Day): Promise<LeavingCount[]> {
  const open = openQueries(ctx).map(query => ctx.db.raw('l.person_id in (?)', [query]).toQuery())
  const { rows } = await ctx.db.raw(`
    select library_id as library, asked, (count(*) filter (where not stays))::int as goes, (count(*) filter (where stays))::int as stays
    from (select l.library_id, l.asked, ${['l.is_banned', ...open].join(' or ')} as stays from (${leaving}) l) told
    group by 1, 2 order by 1, 2`, { libraries: erasableLibraries(ctx), before: formerBefore(ctx, by) })
  return rows
}

/** The first of them at one library, and whether there are more. */
export async function leavingFirst(ctx: Context, library: UnitId, by: Day, most: number): Promise<{ first: Leaving[]; more: boolean }> {
  const { rows } = await ctx.db.raw(`select * from (${leaving}) l order by not asked, ended_on, person_id limit :most`,
    { libraries: [library], before: formerBefore(ctx, by), most: most + 1 })
  const years = ctx.parameter(eraseAfterYears, SYSTEM)
  const today = ctx.today()
  const goesOn = (ended: Day | null) => {
    const day = ended === null ? today : Temporal.PlainDate.from(ended).add({ years, days: 1 }).toString()
    return day < today ? today : day
  }
  const first = (rows as { person_id: string; ended_on: Day | null; is_banned: boolean; asked: boolean }[]).slice(0, most)
    .map(row => ({ person: row.person_id, day: goesOn(row.ended_on), isBanned: row.is_banned, asked: row.asked }))
  return { first, more: rows.length > most }
}
