import { definePlugin } from '#core/plugin.ts'
import { changing } from './change.ts'
import { closing } from './close.ts'
import { permissions, unitSetFact } from './contract.ts'
import { merging } from './merge.ts'
import { moving } from './move.ts'
import { opening } from './open.ts'
import { routes } from './routes.ts'
import { rowWords } from './row-words.ts'
import { soundTree } from './soundness.ts'
import { settingMembers } from './unit-set.ts'

export { unitByCode } from './code.ts'
export { isPublic, needsHours, type UnitRow } from './unit-row.ts'

/** The tree of groups, libraries, branches, bookmobiles and stops, and the named sets beside it. */
export const units = definePlugin({
  name: 'units',
  permissions,
  facts: [unitSetFact],
  changes: [opening, changing, moving, merging, closing, settingMembers],
  invariants: [soundTree],
  rowWords,
  routes,
  screens: ['units'],
})
