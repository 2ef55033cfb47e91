import { randomUUID } from 'node:crypto'
import type { Context } from '#core/context.ts'
import type { Language, UnitId } from '#core/contract.ts'
import { refused, type Fault } from '#core/refusal.ts'
import { Row } from '#core/row.ts'
import { homeLibrary } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import type { MailFailure, MailState } from './contract.ts'
import { htmlText, plainText, type MailText } from './mail-text.ts'

/** One mail to one person, from being queued to its end; it is never sent under the same id again. */
export interface MailRow {
  id: string
  /** The library whose wall it stands behind; null for mail of the region itself. */
  libraryId: UnitId | null
  unitId: UnitId
  staffId: string | null
  name: string
  address: string
  replyTo: string | null
  language: Language
  /** What it is: `permissions.invitation`; and which row it is about. */
  kind: string
  about: string | null
  subject: string
  text: string
  html: string
  /** The token of a one-time link; erased once the mail has left or the link is worth nothing any more. */
  secret: string | null
  /** Of a link that the plugin which made it keeps itself: until when it works. */
  secretUntil: string | null
  messageId: string
  state: MailState
  at: string
  authorId: string | null
  tries: number
  /** When it is tried next; while it is being tried, when another process may look at it again. */
  tryAt: string
  /** Since when its words have been going to the mail server. */
  handedAt: string | null
  failure: MailFailure | null
  failureSaid: string | null
  sentAt: string | null
  againAs: string | null
}
export class MailRow extends Row {
  static override tableName = 'mail'
}

export interface Recipient {
  /** Of a member of staff: who it is. */
  readonly staff?: string | null
  readonly name: string
  readonly address: string
  readonly language: Language
}

export interface NewMail {
  readonly to: Recipient
  /** Where it belongs: whoever may read the mail of this unit finds it there. */
  readonly unit: UnitId
  readonly kind: string
  readonly about?: string | null
  readonly text: MailText
  /** The token that goes behind the link marked `secret`. */
  readonly secret?: string | null
  /** Until when that token works; without it, it is one of the one-time links. */
  readonly secretUntil?: string | null
  readonly replyTo?: string | null
}

/**
 * Puts a mail in the outbox, in the caller's own transaction: it leaves when that commits, and never
 * when it does not. Refuses line breaks and other control signs where they could forge a header.
 */
export async function queueMail(
  ctx: Context, { to, unit, kind, about = null, text, secret = null, secretUntil = null, replyTo = null }: NewMail
): Promise<string> {
  const name = to.name.trim()
  const address = to.address.trim()
  refuseForgedHeaders({ name, email: address, subject: text.subject, 'reply-to': replyTo ?? '' })
  const id = randomUUID()
  const { mailServer, address: own } = ctx.installation
  await MailRow.query(ctx.db).insert({
    id, libraryId: homeLibrary(ctx.configuration, unit, ctx.today()) ?? null, unitId: unit,
    staffId: to.staff ?? null, name, address, replyTo, language: to.language, kind, about,
    subject: text.subject, text: plainText(text), html: htmlText(text, to.language), secret, secretUntil,
    messageId: `<${id}@${hostOf(mailServer?.from ?? own)}>`,
    state: mailServer ? 'waiting' : 'kept', at: ctx.now.toString(), tryAt: ctx.now.toString(),
    authorId: ctx.actor.id,
  })
  return id
}

/** The part behind the @ of whoever mails, or behind the // of where we live. */
export const hostOf = (place: string) => /(?:@|\/\/)([\w.-]+)/.exec(place)?.[1] ?? 'localhost'

function refuseForgedHeaders(headers: Readonly<Record<string, string>>) {
  const faults: Fault[] = Object.entries(headers).filter(([, value]) => /\p{Cc}|\u2028|\u2029/u.test(value))
    .map(([header]) => fault('mail.line-break', `/${header}`,
      'Hier mag geen nieuwe regel of onzichtbaar teken in staan.', 'No line break or invisible sign may stand here.',
      'Aucun saut de ligne ni signe invisible n’est admis ici.'))
  if (faults.length) throw refused(faults)
}

/** How a mail about something fared; a mail that was sent again counts as the new one. */
export interface MailAbout {
  readonly about: string
  readonly kind: string
  readonly at: string
  readonly state: MailState
  readonly name: string
  /** Only of whoever is no member of staff. */
  readonly address: string | null
}

const ABOUT_AT_MOST = 1000

/** The mails about these rows, as far as their reader reaches, the newest first. */
export async function mailsAbout(ctx: Context, ids: readonly string[], states?: readonly MailState[]): Promise<MailAbout[]> {
  const query = MailRow.query(ctx.db).whereIn('about', [...ids]).whereNull('again_as')
    .orderBy([{ column: 'at', order: 'desc' }, 'id']).limit(ABOUT_AT_MOST)
  if (states) void query.whereIn('state', [...states])
  return (await query).map(({ about, kind, at, state, name, address, staffId }) =>
    ({ about: about ?? '', kind, at, state, name, address: staffId === null ? address : null }))
}
