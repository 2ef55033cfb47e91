import type { Item } from '#core/change.ts'
import { lockConfiguration } from '#core/change-set.ts'
import type { Context } from '#core/context.ts'
import { submit } from '#core/door.ts'
import { grantsToCome } from '#core/grant.ts'
import { readSet } from '#core/history.ts'
import { previewOf } from '#core/preview.ts'
import type { OpenContext } from '#core/work.ts'
import { webhooksSetBy } from '#plugins/webhooks/index.ts'
import type { Leaving } from './contract/answer.ts'
import { closeAccount, withdrawRole } from './contract/change.ts'
import { setsOf } from './staff-list.ts'
import { grantSentence } from './staff-shown.ts'
import { overStaff } from './staff.ts'

const RECENT_DAYS = 30

/** What "leaves now" would end, what waits of theirs, and what they did of late that can be put back. */
export async function leavingOf(ctx: OpenContext, id: string): Promise<Leaving> {
  await overStaff(ctx, id)
  const preview = await previewOf(ctx, itemsOf(ctx, id))
  const { rows: [open] } = await ctx.db.raw(`
    select count(*) filter (where method <> 'token')::int as sessions, count(*) filter (where method = 'token')::int as tokens
    from session where staff_id = ? and ended_at is null and expires_at > ?::timestamptz`, [id, ctx.now.toString()])
  return {
    sessions: open.sessions, tokens: open.tokens, webhooks: await webhooksSetBy(ctx, id),
    grants: grantsToCome(ctx.configuration, id, ctx.today()).map(grant => grantSentence(ctx, grant)),
    takeOver: await setsOf(ctx, id), recent: await recentSets(ctx, id),
    faults: preview.faults.map(({ code, message }) => ({ code, message })),
    mayLeave: preview.mayApply, confirms: preview.confirms,
  }
}

/** One act: every role and the account go in one set, and with it whatever is open of theirs. Sent twice it is one. */
export async function leave(ctx: OpenContext, staff: string, { id, reason }: { id: string; reason?: string | undefined }) {
  await lockConfiguration(ctx)
  const done = await ctx.db('change_set').where({ id, author_id: ctx.actor.id }).first('id')
  if (!done) {
    await overStaff(ctx, staff)
    await submit(ctx, { id, reason, items: itemsOf(ctx, staff) })
  }
  return readSet(ctx, id)
}

function itemsOf(ctx: Context, staff: string): Item[] {
  const from = ctx.today()
  return [
    ...grantsToCome(ctx.configuration, staff, from).map(({ role, unit }) =>
      ({ kind: withdrawRole.name, payload: { staff, role, unit, from } })),
    { kind: closeAccount.name, payload: { staff, from } },
  ]
}

async function recentSets(ctx: OpenContext, staff: string) {
  const since = ctx.now.subtract({ hours: RECENT_DAYS * 24 }).toString()
  const ids: string[] = await ctx.db('change_set').where({ author_id: staff }).where('applied_at', '>=', since)
    .orderBy('applied_at', 'desc').limit(50).pluck('id')
  const sets = []
  for (const id of ids) sets.push(await readSet(ctx, id))
  return sets
}
