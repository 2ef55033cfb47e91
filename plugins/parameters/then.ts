import { beyondReach } from '#core/change-set.ts'
import { Configuration, type Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, Parameter, UnitId, Where } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { parameterFact, resolve, type Resolved } from '#core/parameter.ts'
import { notFound } from '#core/refusal.ts'
import { parentFact, unitAt, unitFact, zoneOf } from '#core/unit.ts'
import type { ParameterThen } from './contract/answer/whole.ts'
import { textOf } from './value-text.ts'
import { placed } from './whole.ts'

/** "What was it on 3 May?": as it was known at the end of that day, and as it has been corrected since (design §6). */
export async function parameterThen(
  ctx: Context, parameter: Parameter, unit: UnitId, day: Day, where: Where,
): Promise<ParameterThen> {
  const { configuration } = ctx
  if (!unitAt(configuration, unit, day)) throw notFound()
  const then = await knownOn(ctx, parameter, unit, day)
  const now = told(ctx, parameter, resolve(configuration, parameter, unit, day, where), day)
  const knownThen = unitAt(then, unit, day) ? told(ctx, parameter, resolve(then, parameter, unit, day, where), day) : null
  return {
    name: parameter.name, unit, day, where: { ...where }, knownThen, now,
    differ: knownThen?.valueText !== now.valueText,
  }
}

function told(ctx: Context, parameter: Parameter, { value, row }: Resolved<unknown>, day: Day): ParameterThen['now'] {
  return {
    value, valueText: textOf(parameter, row, ctx.language), from: row ? placed(ctx, row.unit, day) : null,
    since: row?.from ?? null, set: row?.saidIn ?? null, ...(row?.body.basis ? { basis: row.body.basis } : {}),
  }
}

/** So much of the configuration as decides one setting at one unit, as the books stood when a day was over. */
async function knownOn(ctx: Context, { name }: Parameter, unit: UnitId, day: Day): Promise<Configuration> {
  const over = Temporal.PlainDate.from(plusDays(day, 1)).toZonedDateTime(zoneOf(ctx.configuration, unit, day)).toInstant()
  // Only a number: which version was the newest tells nothing of what it said.
  const [{ version }] = await beyondReach(ctx, async () => (await ctx.db.raw(
    'select coalesce(max(version), 0)::int as version from change_set where applied_at < ?', [over.toString()])).rows)
  const { rows } = await ctx.db.raw(`
    with recursive standing as not materialized (
      select * from segment where made_in <= :version and (ended_in is null or ended_in > :version)),
    path (unit_id) as (
      select :unit::uuid
      union
      select (g.body->>'parent')::uuid from path join standing g on g.unit_id = path.unit_id
        and g.fact = :parent and g.valid @> :day::date)
    select g.id, g.fact, g.unit_id as unit, g.key, lower(g.valid)::text as "from", (upper(g.valid) - 1)::text as "to",
           g.body, g.said_in as "saidIn", g.made_in as "madeIn"
    from path join standing g on g.unit_id = path.unit_id and (g.fact in (:unitFact, :parent)
      or (g.fact = :parameter and (g.key = :name or g.key like :coded or g.key like :seasoned)))`, {
    version, unit, day, name, parent: parentFact.name, unitFact: unitFact.name, parameter: parameterFact.name,
    coded: `${name}|%`, seasoned: `${name}@%`,
  })
  return new Configuration().with({ version, ended: [], laid: rows as Segment[] })
}
