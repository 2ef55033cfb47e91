import type { Context } from '#core/context.ts'
import { mailsAbout, type MailAbout } from '#plugins/mail/index.ts'
import type { RequestRow } from '../request.ts'
import { toAsker } from './told.ts'
import { actsOf } from './together.ts'

/** What was mailed about a request, the newest first. */
export const mailsOf = async (ctx: Context, { id }: RequestRow): Promise<MailAbout[]> =>
  (await mailsAbout(ctx, [id, ...(await actsOf(ctx, [id])).map(({ act }) => act)])).map(mail => ({ ...mail, about: id }))

/** Of these requests, those of which a mail to whoever asked came back from where they are reached now. */
export async function bouncedAbout(ctx: Context, rows: readonly RequestRow[]): Promise<ReadonlySet<string>> {
  if (!rows.length) return new Set()
  const ids = rows.map(({ id }) => id)
  const acts = await actsOf(ctx, ids)
  const mails = await mailsAbout(ctx, [...ids, ...new Set(acts.map(({ act }) => act))], ['bounced'])
  return bouncedAmong(mails.flatMap(mail => [mail, ...acts.filter(({ act }) => act === mail.about).map(({ request }) => ({ ...mail, about: request }))]), rows)
}

export function bouncedAmong(mails: readonly MailAbout[], rows: readonly RequestRow[]): ReadonlySet<string> {
  const addresses = new Map(rows.map(({ id, askerAddress }) => [id, askerAddress]))
  return new Set(mails.filter(({ about, kind, state, address }) => state === 'bounced'
    && [...toAsker, 'together'].some(one => kind === `change-requests.${one}`) && (address === null || address === addresses.get(about))).map(({ about }) => about))
}
