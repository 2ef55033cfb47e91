import type { Context } from '#core/context.ts'
import { mailsAbout, type MailAbout } from '#plugins/mail/index.ts'
import type { RequestRow } from '../request.ts'
import { toAsker } from './told.ts'

/** What was mailed about a request, the newest first. */
export const mailsOf = (ctx: Context, { id }: RequestRow): Promise<MailAbout[]> => mailsAbout(ctx, [id])

/** Of these requests, those of which a mail to whoever asked came back. */
export const bouncedAbout = async (ctx: Context, rows: readonly RequestRow[]): Promise<ReadonlySet<string>> =>
  bouncedAmong(rows.length ? await mailsAbout(ctx, rows.map(({ id }) => id), ['bounced']) : [])

export const bouncedAmong = (mails: readonly MailAbout[]): ReadonlySet<string> =>
  new Set(mails.filter(({ kind, state }) => state === 'bounced' && toAsker.some(one => kind === `change-requests.${one}`)).map(({ about }) => about))
