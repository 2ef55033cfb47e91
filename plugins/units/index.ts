import { definePlugin } from '#core/plugin.ts'
import { permissions, unitSetFact } from './contract.ts'

/** The tree of groups, libraries, branches, bookmobiles and stops, and the named sets beside it. */
export const units = definePlugin({
  name: 'units',
  permissions,
  facts: [unitSetFact],
})
