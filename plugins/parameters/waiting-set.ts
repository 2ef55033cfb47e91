import { beyondReach, unitsOf } from '#core/change-set.ts'
import { rehearse, type Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import type { Day, Texts, UnitId } from '#core/contract.ts'
import type { Passing } from './alteration.ts'

/** A set that waits for its day, as if it had come. */
export interface WaitingSet {
  readonly id: string
  readonly day: Day
  readonly author: string | null
  readonly passing: Passing
  /** Per item what it says, and the units it lays a hand on. */
  readonly items: readonly (Item & { readonly sentence: Texts; readonly units: readonly UnitId[] })[]
}

const MOST_WAITING = 50

/** The planned sets that lay a hand on these units, or on any; one that could no longer be applied is left out. */
export async function waitingSets(ctx: Context, units?: readonly UnitId[]): Promise<WaitingSet[]> {
  const rows = await beyondReach(ctx, () => plannedOn(ctx, units))
  const sets: WaitingSet[] = []
  for (const { id, day, author, items } of rows) {
    const { draft, faults, sentences, lays } = await rehearse(ctx, id, items)
    if (faults.length) continue
    const { version, ended, laid } = draft.delta()
    sets.push({
      id, day, author,
      passing: { version, before: ctx.configuration, after: draft.configuration(), touched: [...ended, ...laid], waits: true },
      items: items.flatMap((item, n) => sentences[n] ? [{ ...item, sentence: sentences[n], units: unitsOf(lays[n] ?? []) }] : []),
    })
  }
  return sets
}

interface Planned { id: string; day: Day; author: string | null; items: Item[] }

async function plannedOn(ctx: Context, units: readonly UnitId[] | undefined): Promise<Planned[]> {
  const { rows } = await ctx.db.raw(`
    select s.id, s.apply_on::text as day, s.author_id as author,
           (select jsonb_agg(jsonb_build_object('kind', i.kind, 'payload', i.payload) order by i.n)
            from change_item i where i.set_id = s.id) as items
    from change_set s
    where s.state = 'planned' and s.apply_on is not null and s.puts_back is null
      and (:anywhere or exists (select from change_touch t where t.set_id = s.id and t.unit_id = any (:units::uuid[])))
      and exists (select from change_item i where i.set_id = s.id and i.kind like any (array['parameters.%', 'units.%']))
    order by s.apply_on limit ${MOST_WAITING}`, { anywhere: units === undefined, units: [...units ?? []] })
  return rows
}
