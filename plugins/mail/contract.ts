import { Type, type Static, type TSchema } from 'typebox'
import { definePermissions, languages, UnitId } from '#core/contract.ts'

export const permissions = definePermissions('mail', {
  read: {
    nl: 'zien welke mails vertrokken, wachten of mislukten',
    en: 'see which e-mails left, wait or failed',
    fr: 'voir quels e-mails sont partis, en attente ou en échec',
  },
  'send-again': {
    nl: 'een mail opnieuw versturen', en: 'send an e-mail again', fr: 'renvoyer un e-mail',
  },
})

/**
 * `kept`: there was no mail server. `bounced`: the address was refused for good. `unsure`: the
 * connection was lost after the mail was handed over, so it may have arrived; it is not sent again by itself.
 */
export const mailStates = ['waiting', 'sent', 'failed', 'bounced', 'unsure', 'kept'] as const
export type MailState = (typeof mailStates)[number]

/** Why a mail did not leave, the last time it was tried. */
export const mailFailures = [
  'no-connection', 'no-sign-in', 'not-now', 'refused', 'address-refused', 'cut-short', 'link-spent',
] as const
export type MailFailure = (typeof mailFailures)[number]

const Text = Type.String()
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** A mail as the outbox lists it. */
const listed = {
  id: UnitId, at: Text, kind: Text, state: Type.Enum(mailStates),
  name: Text, address: Text, subject: Text, language: Type.Enum(languages),
  unit: Type.Object({ id: UnitId, name: Text }),
  tries: Type.Integer(), tryAt: orNull(Text), sentAt: orNull(Text),
  failure: orNull(Type.Enum(mailFailures)),
  /** The mail that was sent in its stead. */
  againAs: orNull(UnitId),
}
export const ListedMail = Type.Object(listed)
export type ListedMail = Static<typeof ListedMail>
export const MailList = Type.Object({
  data: Type.Array(ListedMail), total: Type.Integer(),
  /** Whether there is a mail server; without one every mail is kept. */
  hasServer: Type.Boolean(),
})

/** A mail to be read; a one-time link in it is masked, except where nothing is real. */
export const OneMail = Type.Object({
  ...listed,
  text: Text, replyTo: orNull(Text), messageId: Text, by: orNull(Text),
  /** What the mail server answered. */
  failureSaid: orNull(Text),
  maySendAgain: Type.Boolean(),
  /** The link in it is gone, so sending it again would be of no use. */
  linkGone: Type.Boolean(),
})
export type OneMail = Static<typeof OneMail>
