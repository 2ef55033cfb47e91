import { beyondReach } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import type { Day, Texts, UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { homeLibrary, pathToday } from '#core/unit.ts'
import type { ParameterHistory, Touch } from './contract/answer/whole.ts'

interface SetRow {
  id: string; state: Touch['state']; version: number | null; at: string; applied_at: string | null
  puts_back: string | null; put_back_by: string | null
}
type Told = SetRow & { here: boolean; sentences: Texts[] | null }
type Read = { id: string; author_name: string; reason: string | null }

export interface Question { readonly before?: number | undefined; readonly limit?: number | undefined }

const SENTENCES_SHOWN = 20

/**
 * The change sets that touched a setting at a unit or above it, newest first, those that wait before them. What
 * is said above all libraries is told to everybody, what a library says to whoever reaches it; who did it and
 * why only to whoever may read the set.
 */
export async function touchesOf(
  ctx: Context, name: string, unit: UnitId, day: Day, { before, limit = 25 }: Question = {},
): Promise<ParameterHistory> {
  const path = pathToday(ctx.configuration, unit, day)
  const open = path.filter(id => homeLibrary(ctx.configuration, id, ctx.today()) === undefined)
  const readable = await applied(ctx, { name, unit, units: path, before, limit })
  const above = open.length ? await beyondReach(ctx, () => applied(ctx, { name, unit, units: open, before, limit })) : []
  const waiting = before === undefined ? await waitingFor(ctx, { name, unit, units: path }) : []
  const known = new Map([...above, ...readable].map(row => [row.id, row]))
  const rows = [...known.values()].sort((a, b) => (b.version ?? 0) - (a.version ?? 0))
  const shown = [...waiting, ...rows.slice(0, limit)]
  const read = await readOf(ctx, shown.map(({ id }) => id))
  return {
    data: shown.map(row => touchOf(ctx, row, read.get(row.id))),
    nextBefore: rows.length > limit ? rows[limit - 1]?.version ?? null : null,
  }
}

interface Asked { readonly name: string; readonly unit: UnitId; readonly units: readonly UnitId[] }

const sentences = `
  (select jsonb_agg(told.sentence order by told.n) from (
    select i.n, i.sentence from change_item i
    where i.set_id = s.id and i.payload->>'parameter' = :name and i.payload->>'unit' = any (:units)
    order by i.n limit ${SENTENCES_SHOWN}) told) as sentences`

async function applied(
  ctx: Context, { name, unit, units, before, limit }: Asked & { before: number | undefined; limit: number },
): Promise<Told[]> {
  const { rows } = await ctx.db.raw(`
    select s.id, s.state, s.version, s.at, s.applied_at, s.puts_back, s.put_back_by, t.here, ${sentences}
    from (
      select v.version, bool_or(g.unit_id = :unit::uuid) as here
      from segment g cross join lateral (values (g.made_in), (g.ended_in)) v (version)
      where g.unit_id = any (:units::uuid[]) and g.fact = :fact and (g.key = :name or g.key like :coded or g.key like :seasoned)
        and v.version < :before
      group by v.version) t
    join change_set s on s.version = t.version
    order by s.version desc limit :most`, {
    name, unit, units, fact: parameterFact.name, before: before ?? Number.MAX_SAFE_INTEGER, most: limit + 1,
    coded: `${name}|%`, seasoned: `${name}@%`,
  })
  return rows
}

async function waitingFor(ctx: Context, { name, unit, units }: Asked): Promise<Told[]> {
  const { rows } = await ctx.db.raw(`
    select s.id, s.state, s.version, s.at, s.applied_at, s.puts_back, s.put_back_by,
           exists (select from change_item i where i.set_id = s.id
             and i.payload->>'parameter' = :name and i.payload->>'unit' = :unit) as here, ${sentences}
    from change_set s
    where s.state in ('requested', 'planned')
      and exists (select from change_item i where i.set_id = s.id
        and i.payload->>'parameter' = :name and i.payload->>'unit' = any (:units))
    order by s.at desc`, { name, unit, units })
  return rows
}

async function readOf(ctx: Context, sets: readonly string[]): Promise<Map<string, Read>> {
  const rows: Read[] = await ctx.db('change_set').whereIn('id', [...sets]).select('id', 'author_name', 'reason')
  return new Map(rows.map(row => [row.id, row]))
}

const touchOf = ({ language }: Context, row: Told, read: Read | undefined): Touch => ({
  set: row.id, state: row.state, version: row.version, at: row.at, appliedAt: row.applied_at,
  by: read?.author_name ?? null, reason: read?.reason ?? null, mayRead: read !== undefined, here: row.here,
  sentences: (row.sentences ?? []).map(sentence => sentence[language]),
  putsBack: row.puts_back, putBackBy: row.put_back_by,
})
