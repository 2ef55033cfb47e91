import { definePlugin } from '#core/plugin.ts'
import { branches } from '#plugins/branches/index.ts'
import { parameters } from '#plugins/parameters/index.ts'
import { units } from '#plugins/units/index.ts'
import { permissions as own } from './contract.ts'
import { rolesThatEnd } from './effect.ts'
import { granting, withdrawing } from './grant.ts'
import { soundGrants } from './last-admin.ts'
import { roles } from './roles.ts'
import { routes } from './routes.ts'

/** Who works here, in which role and where; listed last, because its roles name every plugin's permissions. */
export const permissions = definePlugin({
  name: 'permissions',
  dependsOn: [units, branches, parameters],
  permissions: own,
  roles,
  changes: [granting, withdrawing],
  invariants: [soundGrants],
  effects: [rolesThatEnd],
  routes,
  screens: ['staff'],
})
