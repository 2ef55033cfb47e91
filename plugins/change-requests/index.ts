import { definePlugin } from '#core/plugin.ts'
import { mail } from '#plugins/mail/index.ts'
import { keepsSetWaiting } from './act.ts'
import { moved } from './contract/event.ts'
import { answerDays } from './contract/parameter.ts'
import { permissions } from './contract/permission.ts'
import { requestMoved } from './outside.ts'
import { changeRequestsForms } from './request-form/forms.ts'
import { teamFact, templateFact } from './contract/setup.ts'
import { firstSetup, settingTeam, settingTemplate } from './setup.ts'
import { routes } from './routes.ts'
import { rowWords } from './row-words.ts'

/** What libraries ask of the helpdesk: a change that waits at the door, and all that is said about it. */
export const changeRequests = definePlugin({
  name: 'change-requests',
  dependsOn: [mail],
  permissions,
  parameters: [answerDays],
  facts: [teamFact, templateFact],
  changes: [settingTeam, settingTemplate],
  first: firstSetup,
  emits: [moved],
  outside: [requestMoved],
  requestForms: changeRequestsForms,
  keepsWaiting: keepsSetWaiting,
  rowWords,
  routes,
  screens: ['change-requests'],
})
