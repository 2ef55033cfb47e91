import { definePlugin } from '#core/plugin.ts'
import { audit } from '#plugins/audit/index.ts'
import { branches } from '#plugins/branches/index.ts'
import { circulation } from '#plugins/circulation/index.ts'
import { changeRequests } from '#plugins/change-requests/index.ts'
import { mail } from '#plugins/mail/index.ts'
import { parameters } from '#plugins/parameters/index.ts'
import { patrons } from '#plugins/patrons/index.ts'
import { signIn } from '#plugins/sign-in/index.ts'
import { units } from '#plugins/units/index.ts'
import { webhooks } from '#plugins/webhooks/index.ts'
import { openingAccount, closingAccount } from './account.ts'
import { permissions as own, secondPerson } from './contract/permission.ts'
import { rolesLeftBehind, rolesThatEnd, rolesThatShift } from './effect.ts'
import { granting, withdrawing } from './grant.ts'
import { soundGrants } from './last-admin.ts'
import { endingRole, settingRole } from './role.ts'
import { ahead, roles } from './roles.ts'
import { accessForm } from './request-form/access.ts'
import { routes } from './routes.ts'
import { movesOfToday } from './staff-wall.ts'
import { rowWords } from './row-words.ts'

/** Who works here, in which role and where; listed last, because its roles name every plugin's permissions. */
export const permissions = definePlugin({
  name: 'permissions',
  dependsOn: [units, branches, parameters, mail, signIn, audit, webhooks, changeRequests, patrons, circulation],
  permissions: own,
  ahead,
  roles,
  parameters: [secondPerson],
  givesRights: { permission: own.manage, takesTwo: secondPerson },
  changes: [openingAccount, closingAccount, granting, withdrawing, settingRole, endingRole],
  invariants: [soundGrants],
  effects: [rolesThatEnd, rolesThatShift, rolesLeftBehind],
  jobs: [movesOfToday],
  requestForms: [accessForm],
  rowWords,
  routes,
  screens: ['staff'],
})
