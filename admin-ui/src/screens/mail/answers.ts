import type { Static } from 'typebox'
import type { ListedMail, MailList as MailListAnswer, OneMail } from '#plugins/mail/contract.ts'

export type { ListedMail, OneMail }
export type MailList = Static<typeof MailListAnswer>
