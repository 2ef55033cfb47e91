import { definePlugin } from '#core/plugin.ts'
import { mail } from '#plugins/mail/index.ts'
import { parameters } from '#plugins/parameters/index.ts'
import { units } from '#plugins/units/index.ts'
import { cancelled, cardReplaced, confirmed, enrolled, renewed } from './contract/event.ts'
import { patronsParameters } from './contract/parameter.ts'
import { permissions } from './contract/permission.ts'
import { followUnconfirmed, forgetUnseen } from './online/run.ts'
import { onlineRoutes } from './online/routes.ts'
import { waitingRoutes } from './online/waiting-routes.ts'
import { forgetPatronFiles, lookingThroughFile, takingInFile } from './import/run.ts'
import { followMerger, followMergers } from './merger/due.ts'
import { membersOfMerger } from './merger/effect.ts'
import { membersOfGroup } from './merger/group-effect.ts'
import { takingOverMembers } from './merger/run.ts'
import { runMonthly, endThoseDue } from './patron-run.ts'
import { personalData } from './personal-data.ts'
import { onlineMembershipForm } from './request-form/online-membership.ts'
import { forgetFormer, forgetting } from './privacy/forgetting.ts'
import { routes } from './routes.ts'
import { rollEachYear } from './school/yearly.ts'
import { rowWords } from './row-words.ts'

export { blockedCards, cardShapes } from './blocked-cards.ts'
export { cardsOf, numberOf as cardNumberOf, type CardRow } from './card.ts'
export type { Block, BlockCode } from './contract/standing.ts'
export { enrol } from './enrol.ts'
export { idUsed } from './id-used.ts'
export { notesOf } from './note.ts'
export { hasInternetBlock, isEnded, isValid, membershipsOf, type MembershipRow } from './membership.ts'
export { memberByCard, type OnlineMember } from './online/member.ts'
export { blockToMember } from './online/words.ts'
export { findPatron, patronByCard, readPatron, type Patron } from './patron.ts'
export { ageOf, ageOn, nameOf, representativesOf, type PersonRow } from './person.ts'
export { mayBorrowAt, type Standing } from './standing.ts'

/** The people of the libraries: one person for the whole region, a member of each library where they enrolled. */
export const patrons = definePlugin({
  name: 'patrons',
  dependsOn: [units, parameters, mail],
  permissions,
  parameters: patronsParameters,
  requestForms: [onlineMembershipForm],
  emits: [enrolled, renewed, cancelled, cardReplaced, confirmed],
  rowWords,
  personalData,
  jobs: [
    { name: 'end', schedule: '10 2 * * *', run: endThoseDue },
    { name: 'patron-run', schedule: '20 2 1 * *', run: runMonthly },
    { name: 'follow-unconfirmed', schedule: '0 7 * * *', run: followUnconfirmed },
    { name: 'forget-unseen', schedule: '35 3 * * *', run: forgetUnseen },
    { name: 'follow-mergers', schedule: '5 0 * * *', run: followMergers },
    { name: 'roll-classes', schedule: '15 1 * * *', run: rollEachYear },
    { name: 'forget-patron-files', schedule: '50 3 * * *', run: forgetPatronFiles },
    { name: 'forget-former', schedule: '40 3 * * *', run: forgetFormer },
  ],
  runs: [forgetting, lookingThroughFile, takingInFile, takingOverMembers],
  routes: async api => {
    await api.register(routes)
    await api.register(onlineRoutes)
    await api.register(waitingRoutes)
  },
  effects: [membersOfMerger, membersOfGroup],
  handles: [followMerger],
  screens: ['patrons'],
})
