import { definePlugin, on } from '#core/plugin.ts'
import { mail } from '#plugins/mail/index.ts'
import { keepsSetWaiting } from './act.ts'
import { agreed, confirmed, given, moved, movedTogether, readdressed, said } from './contract/event.ts'
import { answerDays, remindDays } from './contract/parameter.ts'
import { permissions } from './contract/permission.ts'
import { settleAgreement, settleDue } from './due.ts'
import { requestMoved } from './outside.ts'
import { changeRequestsForms } from './request-form/forms.ts'
import { teamFact, templateFact } from './contract/setup.ts'
import { forgetOldRequestLinks } from './link.ts'
import { mailAgain, mailConfirmed, mailGiven, mailMoved, mailSaid } from './mail/follow.ts'
import { mailTogether } from './mail/together.ts'
import { remind } from './mail/remind.ts'
import { firstSetup, settingTeam, settingTemplate } from './setup.ts'
import { routes } from './routes.ts'
import { rowWords } from './row-words.ts'

/** What libraries ask of the helpdesk: a change that waits at the door, and all that is said about it. */
export const changeRequests = definePlugin({
  name: 'change-requests',
  dependsOn: [mail],
  permissions,
  parameters: [answerDays, remindDays],
  facts: [teamFact, templateFact],
  changes: [settingTeam, settingTemplate],
  first: firstSetup,
  emits: [moved, movedTogether, said, confirmed, given, agreed, readdressed],
  handles: [
    on(moved, 'settle-due', settleDue), on(agreed, 'settle-agreement', settleAgreement), on(moved, 'mail-moved', mailMoved), on(said, 'mail-said', mailSaid), on(confirmed, 'mail-confirmed', mailConfirmed),
    on(readdressed, 'mail-again', mailAgain), on(movedTogether, 'mail-together', mailTogether), on(given, 'mail-given', mailGiven),
  ],
  outside: [requestMoved],
  jobs: [
    { name: 'remind', schedule: '10 7 * * *', run: remind },
    { name: 'forget-links', schedule: '55 3 * * *', run: forgetOldRequestLinks },
  ],
  requestForms: changeRequestsForms,
  keepsWaiting: keepsSetWaiting,
  rowWords,
  routes,
  screens: ['change-requests'],
})
