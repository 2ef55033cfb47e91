import { definePlugin } from '#core/plugin.ts'
import { fieldsOf } from '#core/row-words.ts'
import { permissions } from './contract.ts'
import { deliverMail, eraseSpentSecrets, forgetOldMail } from './delivery.ts'
import { mailLag } from './outbox.ts'
import { routes } from './routes.ts'

export { deliverMail } from './delivery.ts'
export { mailsAbout, queueMail, type MailAbout, type NewMail, type Recipient } from './mail.ts'
export type { MailLink, MailTemplate, MailText } from './mail-text.ts'

/** Mail to people: queued with what it is about, sent once, and shown in an outbox. */
export const mail = definePlugin({
  name: 'mail',
  permissions,
  beats: [
    { name: 'erase-secrets', beat: eraseSpentSecrets },
    { name: 'deliver', beat: deliverMail },
  ],
  lag: mailLag,
  rowWords: [{ of: 'mail', noun: { nl: 'een mail', en: 'an e-mail', fr: 'un e-mail' }, says: fieldsOf({}) }],
  jobs: [{ name: 'forget', schedule: '50 3 * * *', run: forgetOldMail }],
  routes,
  screens: ['mail'],
})
