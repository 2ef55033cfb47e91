import type { Context } from '#core/context.ts'
import type { Texts } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { eraseAfterYears } from './contract/parameter/record.ts'
import { standsOpen } from './open.ts'
import { forget } from './personal-data.ts'

/** So many in one night, so that it never takes long. */
const AT_MOST = 500

/** Who ended everywhere long enough ago, with what keeps them; nobody who is banned, and nobody who came back. */
export async function retentionPlan(ctx: Context): Promise<{ person: string; open: readonly Texts[] }[]> {
  const years = ctx.parameter(eraseAfterYears, SYSTEM)
  const before = Temporal.PlainDate.from(ctx.today()).subtract({ years }).toString()
  const { rows } = await ctx.db.raw(`
    select p.id from person p where p.merged_into is null
      and not exists (select from membership m where m.person_id = p.id
        and (m.status = 8 or coalesce(m.ends_on, m.until_on) >= ?::date))
    order by p.id limit ?`, [before, AT_MOST])
  const plan = []
  for (const { id } of rows as { id: string }[]) plan.push({ person: id, open: await standsOpen(ctx, id) })
  return plan
}

/** Forgets them, but for whoever still has something open: that is looked at again the next night. */
export async function forgetFormer(ctx: Context): Promise<void> {
  for (const { person, open } of await retentionPlan(ctx)) if (open.length === 0) await forget(ctx, person)
}
