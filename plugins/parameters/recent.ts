import { beyondReach } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { parameterFact } from '#core/parameter.ts'
import { pathToday, zoneOf } from '#core/unit.ts'
import type { RecentParameters } from './contract/answer/value.ts'

/** The settings that were changed at a unit or above it since a day, the latest first; when, not by whom. */
export async function recentAt(ctx: Context, unit: UnitId, since: Day): Promise<RecentParameters> {
  const moment = Temporal.PlainDate.from(since).toZonedDateTime(zoneOf(ctx.configuration, unit, since)).toInstant()
  const { rows } = await beyondReach(ctx, () => ctx.db.raw(`
    select split_part(split_part(g.key, '|', 1), '@', 1) as name, max(s.applied_at) as at,
           bool_or(g.unit_id = :unit::uuid) as here
    from change_set s
    cross join lateral (
      select key, unit_id from segment where made_in = s.version and fact = :fact and unit_id = any (:path::uuid[])
      union
      select key, unit_id from segment where ended_in = s.version and fact = :fact and unit_id = any (:path::uuid[])) g
    where s.applied_at >= :moment
    group by 1 order by 2 desc`, {
    unit, path: [...pathToday(ctx.configuration, unit, ctx.today())], fact: parameterFact.name, moment: moment.toString(),
  }))
  return { data: rows }
}
