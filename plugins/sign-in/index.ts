import { changed, passwordChanged } from '#core/event.ts'
import { definePlugin, on } from '#core/plugin.ts'
import { mail } from '#plugins/mail/index.ts'
import { deskDays, deskIdle } from './contract/desk.ts'
import { secondFactor } from './contract/parameter.ts'
import { signInPermissions } from './contract/permission.ts'
import { askSecond, owesSecond } from './factor/factor.ts'
import { answerResets, forgetOldLinks, mailPasswordChanged } from './password-reset.ts'
import { claimedFact, layingClaimed, takeOrphaned } from './oidc/claimed-role.ts'
import {
  claimRulesFact, endingProvider, providerFact, providerWeights, settingClaimRules, settingProvider,
} from './oidc/provider.ts'
import { routes } from './routes.ts'
import { rowWords } from './row-words.ts'
import { closingProvisioned, openingProvisioned } from './scim/account.ts'
import { scimRoutes } from './scim/routes.ts'
import { endingToken, machineFact, makingToken, soundMachines } from './token/machine.ts'

export { factorsOf } from './factor/factor.ts'

/** How people and machines prove who they are, beyond the password that the core knows. */
export const signIn = definePlugin({
  name: 'sign-in',
  dependsOn: [mail],
  permissions: signInPermissions,
  parameters: [secondFactor, deskDays, deskIdle],
  facts: [machineFact, providerFact, claimRulesFact, claimedFact],
  changes: [
    makingToken, endingToken, openingProvisioned, closingProvisioned, settingProvider, endingProvider, settingClaimRules,
    layingClaimed,
  ],
  weights: providerWeights,
  invariants: [soundMachines],
  rowWords,
  asksMore: askSecond,
  owesMore: owesSecond,
  handles: [
    on(passwordChanged, 'mail-it', (ctx, { staff }) => mailPasswordChanged(ctx, staff)),
    on(changed, 'take-orphaned', takeOrphaned),
  ],
  jobs: [{ name: 'forget-links', schedule: '40 3 * * *', run: forgetOldLinks }],
  beats: [{ name: 'answer-resets', beat: answerResets }],
  routes,
  publicRoutes: scimRoutes,
})
