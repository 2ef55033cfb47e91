import type { Context } from '#core/context.ts'
import { SYSTEM } from '#core/unit.ts'
import { remindDays } from '../contract/parameter.ts'
import { workingDaysAfter } from '../due.ts'
import { isUnconfirmed, RequestRow } from '../request.ts'
import { mailAbout } from './letter.ts'
import { askerOf } from './reader.ts'

const REMINDED_AT_ONCE = 500

/** Reminds whoever asked of a question that lies unanswered, once for each question. */
export async function remind(ctx: Context): Promise<void> {
  const waiting = await RequestRow.query(ctx.db).where({ state: 'question' })
    .where(row => row.whereNull('reminded_at').orWhereRaw('reminded_at < moved_at')).orderBy('moved_at').limit(REMINDED_AT_ONCE)
  for (const row of waiting) {
    const asked: { at: string; name: string; text: string | null } | undefined = await ctx.db('request_note')
      .where({ request_id: row.id, kind: 'question' }).orderBy('n', 'desc').first('at', 'name', 'text')
    if (!asked) continue
    const day = ctx.installation.today(ctx.configuration, SYSTEM, Temporal.Instant.from(asked.at))
    if (workingDaysAfter(day, ctx.parameter(remindDays, row.unitId)) > ctx.today()) continue
    const asker = await askerOf(ctx, row)
    await mailAbout(ctx, row, asker ? [asker] : [], {
      kind: 'reminder', by: asked.name, word: asked.text, link: isUnconfirmed(row) ? 'confirm' : 'reply',
    })
    await RequestRow.query(ctx.db).findById(row.id).patch({ remindedAt: ctx.now.toString() })
  }
}
