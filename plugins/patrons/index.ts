import { definePlugin } from '#core/plugin.ts'
import { mail } from '#plugins/mail/index.ts'
import { parameters } from '#plugins/parameters/index.ts'
import { units } from '#plugins/units/index.ts'
import { patronsParameters } from './contract/parameter.ts'
import { permissions } from './contract/permission.ts'
import { onlineMembershipForm } from './request-form/online-membership.ts'
import { rowWords } from './row-words.ts'

/** The people of the libraries: one person for the whole region, a member of each library where they enrolled. */
export const patrons = definePlugin({
  name: 'patrons',
  dependsOn: [units, parameters, mail],
  permissions,
  parameters: patronsParameters,
  requestForms: [onlineMembershipForm],
  rowWords,
})
