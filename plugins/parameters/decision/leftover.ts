import type { Context } from '#core/context.ts'
import { parameterFact } from '#core/parameter.ts'

/** A form stays open for a while, and a request is written over days. */
const KEPT_DAYS = 30
const AT_ONCE = 1000

/**
 * Texts of decisions that were brought in and that no value ever named, now or in the past, nor anything that waits or was
 * asked, go in the night: whoever brought them in left the form. What a price rests on stays for good.
 */
export async function forgetDecisions(ctx: Context): Promise<void> {
  await ctx.db.raw(`
    with named as (
      select substring(body->'basis'->>'text' from :address) as id from segment where fact = :fact and body->'basis'->>'text' is not null
      union
      select substring(i.payload::text from :address) from change_item i
        join change_set s on s.id = i.set_id where s.state <> 'applied')
    delete from decision_file where id in (
      select f.id from decision_file f
        where f.at < :before::timestamptz and not exists (select from named where named.id = f.id::text) order by f.at limit :most)`, {
    address: '/api/decisions/([0-9a-f-]{36})', fact: parameterFact.name, most: AT_ONCE,
    before: ctx.now.subtract({ hours: 24 * KEPT_DAYS }).toString(),
  })
}
