import { definePlugin } from '#core/plugin.ts'
import { mail } from '#plugins/mail/index.ts'
import { units } from '#plugins/units/index.ts'
import { parametersAhead } from './contract/ahead.ts'
import { materialTypeFact, membershipLinkFact, membershipTypeFact } from './contract/list.ts'
import { helpLinks, publicPage } from './contract/parameter.ts'
import { permissions } from './contract/permission.ts'
import { parametersPresets } from './contract/preset.ts'
import { forgetDecisions } from './decision/leftover.ts'
import { mailDigests } from './digest.ts'
import { placesReached } from './effect.ts'
import { tablesThatBind } from './binding.ts'
import { collectingOtherwise } from './collection-weight.ts'
import { firstLists } from './first-list.ts'
import { listChanges } from './list-change.ts'
import { parametersForms } from './request-form/forms.ts'
import { publicRoutes, routes } from './routes.ts'
import { rowWords } from './row-words.ts'
import { setting } from './setting.ts'

export { boundBy } from './bound.ts'
export { codeFaults } from './code-fault.ts'
export { nextOn } from './every-year.ts'
export { linkedType, linkOf, listed } from './list.ts'
export { costOf, costQuestions } from './request-form/cost.ts'
export { membershipsQuestion, placesOf, settingItem, settingItems, settingQuestion } from './request-form/setting.ts'
export { faultsOfSetting } from './setting-fault.ts'
export { settingNeeds } from './setting-needs.ts'
export { textOf } from './value-text.ts'
export { seasonWords, whereWords } from './where-words.ts'

/** Settings: which unit gives which value, from when, and where a value comes from. */
export const parameters = definePlugin({
  name: 'parameters',
  dependsOn: [units, mail],
  permissions,
  parameters: [helpLinks, publicPage],
  parametersAhead,
  presets: parametersPresets,
  requestForms: parametersForms,
  facts: [membershipTypeFact, materialTypeFact, membershipLinkFact],
  first: firstLists,
  changes: [setting, ...listChanges],
  weights: [collectingOtherwise],
  effects: [placesReached, tablesThatBind],
  rowWords,
  jobs: [
    { name: 'changed-for-us', schedule: '20 6 * * *', run: mailDigests },
    { name: 'forget-decisions', schedule: '25 3 * * *', run: forgetDecisions },
  ],
  routes,
  publicRoutes,
  screens: ['parameters'],
})
