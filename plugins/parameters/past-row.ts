import { beyondReach } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { parentFact, unitFact } from '#core/unit.ts'
import type { PastRow } from './alteration.ts'

/** What decides the value of a setting at a unit: settings, and where and what units are. */
const FACTS = [parameterFact.name, parentFact.name, unitFact.name]

/** The newest version of so many days ago; only a number, so nobody's wall stands before it. */
export async function versionBefore(ctx: Context, days: number): Promise<number> {
  const moment = ctx.now.subtract({ hours: days * 24 }).toString()
  const { rows: [{ version }] } = await beyondReach(ctx, () =>
    ctx.db.raw('select coalesce(max(version), 0)::int as version from change_set where applied_at < ?', [moment]))
  return version
}

const COLUMNS = `g.id, g.fact, g.unit_id as unit, g.key, lower(g.valid)::text as "from", (upper(g.valid) - 1)::text as "to",
  g.body, g.said_in as "saidIn", g.made_in as "madeIn", g.ended_in as "endedIn"`

/** The rows that sets after a version laid or ended at a unit, or at one that was above it since. */
export async function rowsAbove(ctx: Context, unit: UnitId, since: number): Promise<PastRow[]> {
  const { rows } = await ctx.db.raw(`
    with recursive up (unit_id) as (
      select :unit::uuid
      union
      select (g.body->>'parent')::uuid from up join segment g on g.unit_id = up.unit_id and g.fact = :parent
        and (g.ended_in is null or g.ended_in > :since))
    select ${COLUMNS} from up join segment g on g.unit_id = up.unit_id
    where g.fact = any (:facts) and (g.made_in > :since or g.ended_in > :since)`,
  { unit, since, facts: FACTS, parent: parentFact.name })
  return rows
}

/** Those at any unit. */
export async function rowsAnywhere(ctx: Context, since: number): Promise<PastRow[]> {
  const { rows } = await ctx.db.raw(`
    select ${COLUMNS} from segment g where g.made_in > :since and g.fact = any (:facts)
    union all
    select ${COLUMNS} from segment g where g.ended_in > :since and g.made_in <= :since and g.fact = any (:facts)`,
  { since, facts: FACTS })
  return rows
}
