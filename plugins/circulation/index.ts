import { definePlugin } from '#core/plugin.ts'
import { branches } from '#plugins/branches/index.ts'
import { parameters } from '#plugins/parameters/index.ts'
import { patrons } from '#plugins/patrons/index.ts'
import { rules } from '#plugins/rules/index.ts'
import { units } from '#plugins/units/index.ts'
import { circulationParts } from './closure-part/parts.ts'
import { circulationEvents } from './contract/event.ts'
import { circulationParameters } from './contract/parameter.ts'
import { permissions } from './contract/permission.ts'
import { circulationPresets } from './contract/preset.ts'
import { dueDaysThatMove } from './due/effect.ts'
import { runningLoansThatAlter } from './due/rule-effect.ts'
import { followCalendar, movingDueDays } from './due/run.ts'
import { forgetItemFiles, importingItems } from './item/import.ts'
import { onlineLoanRoutes } from './online/routes.ts'
import { loansOfMerger } from './merger/effect.ts'
import { holdsForm } from './request-form/holds.ts'
import { forgetOfflineBatches } from './offline/batch.ts'
import { itemRoutes } from './route/items.ts'
import { loanRoutes } from './route/loans.ts'
import { movedRoutes } from './route/moved.ts'
import { offlineRoutes } from './route/offline.ts'
import { personalData } from './personal-data.ts'
import { rowWords } from './row-words.ts'

/** The lending desk: items, and loans that obey rules and calendar. */
export const circulation = definePlugin({
  name: 'circulation',
  dependsOn: [units, parameters, branches, rules, patrons],
  permissions,
  parameters: circulationParameters,
  presets: circulationPresets,
  closureParts: circulationParts,
  requestForms: [holdsForm],
  emits: circulationEvents,
  rowWords,
  personalData,
  screens: ['circulation'],
  effects: [dueDaysThatMove, runningLoansThatAlter, loansOfMerger],
  handles: [followCalendar],
  runs: [importingItems, movingDueDays],
  jobs: [
    { name: 'forget-item-files', schedule: '45 3 * * *', run: forgetItemFiles },
    { name: 'forget-offline-batches', schedule: '50 3 * * *', run: forgetOfflineBatches },
  ],
  routes: async api => {
    await api.register(itemRoutes)
    await api.register(loanRoutes)
    await api.register(movedRoutes)
    await api.register(offlineRoutes)
    await api.register(onlineLoanRoutes)
  },
})
