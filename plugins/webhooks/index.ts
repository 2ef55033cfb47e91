import { definePlugin } from '#core/plugin.ts'
import { mail } from '#plugins/mail/index.ts'
import { permissions } from './contract.ts'
import { deliverWebhooks, forgetOldDeliveries } from './delivery.ts'
import { describesOutside } from './description.ts'
import { addressesOutside, endingEndpoint, endpointFact, sendingOut, settingEndpoint, switchingOff } from './endpoint.ts'
import { webhookLag } from './log.ts'
import { carryOut } from './outgoing.ts'
import { routes } from './routes.ts'
import { rowWords } from './row-words.ts'
import { forgetFormerSecrets } from './secret.ts'

export { webhooksSetBy } from './switch-off.ts'

/** Other systems hear what happens here: a ticket system, a chat, a report. As Standard Webhooks has it. */
export const webhooks = definePlugin({
  name: 'webhooks',
  dependsOn: [mail],
  permissions,
  facts: [endpointFact],
  changes: [settingEndpoint, endingEndpoint, switchingOff],
  weights: [sendingOut],
  invariants: [addressesOutside],
  carriesOut: carryOut,
  describesOutside,
  beats: [{ name: 'deliver', beat: deliverWebhooks }],
  jobs: [{
    name: 'forget', schedule: '10 4 * * *',
    run: async ctx => { await forgetOldDeliveries(ctx); await forgetFormerSecrets(ctx) },
  }],
  lag: webhookLag,
  rowWords,
  routes,
  screens: ['webhooks'],
})
