import type { Context } from '#core/context.ts'
import { mailsAbout, type MailAbout } from '#plugins/mail/index.ts'
import type { RequestRow } from '../request.ts'
import { toAsker } from './told.ts'

/** What was mailed about a request, the newest first. */
export const mailsOf = (ctx: Context, { id }: RequestRow): Promise<MailAbout[]> => mailsAbout(ctx, [id])

/** Of these requests, those of which a mail to whoever asked came back from where they are reached now. */
export const bouncedAbout = async (ctx: Context, rows: readonly RequestRow[]): Promise<ReadonlySet<string>> =>
  bouncedAmong(rows.length ? await mailsAbout(ctx, rows.map(({ id }) => id), ['bounced']) : [], rows)

export function bouncedAmong(mails: readonly MailAbout[], rows: readonly RequestRow[]): ReadonlySet<string> {
  const addresses = new Map(rows.map(({ id, askerAddress }) => [id, askerAddress]))
  return new Set(mails.filter(({ about, kind, state, address }) => state === 'bounced'
    && toAsker.some(one => kind === `change-requests.${one}`) && (address === null || address === addresses.get(about))).map(({ about }) => about))
}
