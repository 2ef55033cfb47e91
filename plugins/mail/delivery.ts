import MailComposer from 'nodemailer/lib/mail-composer'
import type { Installation, MailServer } from '#core/installation.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { hasSecretPlace, withSecret } from './mail-text.ts'
import { MailLine, notSent, type NotSent } from './mail-server.ts'
import { MailRow } from './mail.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** Longer than any try lasts; who took a mail and was killed gives it free after this. */
const LEASE_MINUTES = 5
/** With these a mail is tried for two days. */
const TRIES_MAX = 20
const RETRY_MINUTES_MAX = 240
/** A server that cannot be reached is left alone for a while, whatever waits. */
const REST_SECONDS = 30
const resting = new WeakMap<Installation, Temporal.Instant>()

/**
 * Sends what waits. A mail is taken by state and locked, so any number of processes may deliver; the
 * moment its words go to the server is written down first. Whoever is killed after that leaves it
 * *unsure*, and it is never sent again by itself. Answers how many were sent.
 */
export async function deliverMail(installation: Installation, stopping?: AbortSignal): Promise<number> {
  const { mailServer } = installation
  const rest = resting.get(installation)
  if (!mailServer || rest && Temporal.Instant.compare(installation.clock(), rest) < 0) return 0
  const line = new MailLine(mailServer.url)
  let sent = 0
  try {
    while (!stopping?.aborted) {
      const mail = await inWork(installation, asSystem, takeNext)
      if (!mail) break
      const why = await tryMail(installation, mailServer, line, mail)
      await settle(installation, mail, why)
      if (!why) sent++
      else if (why.rest) throw restFrom(installation, why)
    }
  } finally {
    line.close()
  }
  return sent
}

/** Nothing to say when it was sent; else why it was not. */
async function tryMail(
  installation: Installation, server: MailServer, line: MailLine, mail: MailRow,
): Promise<NotSent | undefined> {
  if (hasSecretPlace(mail.text) && mail.secret === null) return LINK_SPENT
  let handed = false
  try {
    await line.hand(envelopeOf(server, mail), await compose(server, mail), async () => {
      await inWork(installation, asSystem, ctx => markHanded(ctx, mail))
      handed = true
    })
    return undefined
  } catch (error) {
    line.close()
    return notSent(error as Error, handed)
  }
}

const LINK_SPENT: NotSent = { failure: 'link-spent', said: null, outcome: 'never', rest: false }

/** What the log says of a server that takes no mail; the mails themselves it never names. */
function restFrom(installation: Installation, { failure, said }: NotSent): Error {
  resting.set(installation, installation.clock().add({ seconds: REST_SECONDS }))
  return new Error(`The mail server does not take mail (${failure})${said ? `: ${said}` : ''}`)
}

/** Takes the mail that has waited longest and keeps it from the others until its try is over. */
async function takeNext(ctx: OpenContext): Promise<MailRow | undefined> {
  const now = ctx.now.toString()
  await eraseSpent(ctx)
  await ctx.db.raw(`
    update mail set state = 'unsure', failure = 'cut-short', handed_at = null
    where state = 'waiting' and handed_at is not null and try_at <= ?::timestamptz`, [now])
  const { rows: [taken] } = await ctx.db.raw(`
    update mail set tries = tries + 1, try_at = ?::timestamptz
    where id = (select id from mail where state = 'waiting' and try_at <= ?::timestamptz
                order by try_at, id limit 1 for update skip locked)
    returning id`, [ctx.now.add({ minutes: LEASE_MINUTES }).toString(), now])
  return taken && MailRow.query(ctx.db).findById(taken.id)
}

/** Refuses when the try lasted so long that another process may have taken the mail. */
async function markHanded(ctx: OpenContext, { id, tries }: MailRow) {
  const mine = await MailRow.query(ctx.db).findById(id).where({ state: 'waiting', tries })
    .patch({ handedAt: ctx.now.toString() })
  if (!mine) throw new Error('The mail was taken by another process')
}

async function settle(installation: Installation, { id, tries }: MailRow, why?: NotSent): Promise<void> {
  await inWork(installation, asSystem, async ctx => {
    const mine = MailRow.query(ctx.db).findById(id).where({ tries }).whereIn('state', ['waiting', 'unsure'])
    if (!why) {
      await mine.patch({
        state: 'sent', sentAt: ctx.now.toString(), secret: null, handedAt: null, failure: null, failureSaid: null,
      })
      return
    }
    const { failure, said, outcome } = why
    const state = outcome === 'unsure' ? 'unsure'
      : failure === 'address-refused' ? 'bounced'
      : outcome === 'never' || tries >= TRIES_MAX ? 'failed' : 'waiting'
    await mine.patch({
      state, failure, failureSaid: said, handedAt: null,
      tryAt: ctx.now.add({ minutes: Math.min(2 ** tries, RETRY_MINUTES_MAX) }).toString(),
    })
  })
}

/** The secrets of links that were used or have run out are worth nothing, and go. */
const eraseSpent = (ctx: OpenContext) => ctx.db.raw(`
  update mail set secret = null where secret is not null and case
    when secret_until is not null then secret_until <= :now::timestamptz
    else not exists (
      select from one_time_link where token_digest = sha256(convert_to(mail.secret, 'UTF8'))
        and used_at is null and expires_at > :now::timestamptz) end`, { now: ctx.now.toString() })

export const eraseSpentSecrets = (installation: Installation): Promise<unknown> =>
  inWork(installation, asSystem, eraseSpent)

const envelopeOf = ({ from }: MailServer, { address }: MailRow) =>
  ({ from: /<([^>]+)>/.exec(from)?.[1] ?? from.trim(), to: address })

const compose = ({ from }: MailServer, mail: MailRow): Promise<Buffer> => new MailComposer({
  from, to: { name: mail.name, address: mail.address }, subject: mail.subject, messageId: mail.messageId,
  ...(mail.replyTo ? { replyTo: { name: '', address: mail.replyTo } } : {}),
  text: withSecret(mail.text, mail.secret), html: withSecret(mail.html, mail.secret),
  date: new Date(Temporal.Instant.from(mail.at).epochMilliseconds),
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
  disableFileAccess: true, disableUrlAccess: true, newline: '\r\n',
}).compile().build()

/** Mail is personal; a year and a bit later nobody needs to know any more what was sent to whom. */
const KEPT_DAYS = 400

export async function forgetOldMail(ctx: Pick<OpenContext, 'db' | 'now'>): Promise<void> {
  await MailRow.query(ctx.db).where('at', '<', ctx.now.subtract({ hours: 24 * KEPT_DAYS }).toString())
    .whereNot('state', 'waiting').delete()
}
