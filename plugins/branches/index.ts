import { definePlugin } from '#core/plugin.ts'
import { mail } from '#plugins/mail/index.ts'
import { units } from '#plugins/units/index.ts'
import { branchesChanges } from './change/rules.ts'
import { cutFact, exceptionFact, ruleFact, yearFact } from './contract/calendar.ts'
import { daySetFact, hoursFact, hoursKindFact } from './contract/hours.ts'
import { branchesParameters } from './contract/parameter.ts'
import { branchesPermissions } from './contract/permission.ts'
import { branchesParts } from './closure-part/parts.ts'
import { closureFact } from './contract/closure.ts'
import { remindedFact, urgentFact } from './contract/urgent-message.ts'
import { countEffects } from './effect/count.ts'
import { countedKinds } from './effect/scope.ts'
import { announce } from './contract/change.ts'
import { feedRoutes } from './feed/routes.ts'
import { forgetFiles, importing } from './import/import.ts'
import { branchesForms } from './request-form/forms.ts'
import { askOfProvisionalEnds } from './provisional-end.ts'
import { exportRoutes } from './route/export.ts'
import { importRoutes } from './route/import.ts'
import { nowRoutes } from './route/now.ts'
import { roundReminded, roundRoutes } from './route/round.ts'
import { unitTimeRoutes } from './route/unit-time.ts'
import { rowWords } from './row-words.ts'

export { calendarSource, daySetsOf } from './calendar-source.ts'
export { explainDay, explainDays } from './calendar.ts'
export { chargeableDays, fine, type Fine, type FineRule } from './chargeable-days.ts'
export { closureOf } from './change/close.ts'
export { compileCalendar, type CompiledCalendar } from './compiled-calendar.ts'
export { numberOf, toDay, weekOf, type DayNumber } from './day-number.ts'
export { speaker } from './day-words.ts'
export { dueDate, dueDay, type DueDate } from './due-date.ts'
export { statusAt } from './moment.ts'
export { addOpenDays, daysOfKind, isOpen, nextOpenDay, openDaysBetween, previousOpenDay } from './open-day.ts'
export { calendarOf } from './unit-calendar.ts'

/** Opening hours, calendars, closings and the yearly round of every branch, and what the public reads of them. */
export const branches = definePlugin({
  name: 'branches',
  dependsOn: [units, mail],
  permissions: branchesPermissions,
  parameters: branchesParameters,
  facts: [hoursFact, hoursKindFact, daySetFact, ruleFact, exceptionFact, cutFact, yearFact, urgentFact, remindedFact,
    closureFact],
  changes: branchesChanges,
  requestForms: branchesForms,
  closureParts: branchesParts,
  effects: [{ kinds: [...countedKinds, announce], count: countEffects }],
  emits: [roundReminded],
  runs: [importing],
  jobs: [
    { name: 'forget-files', schedule: '40 3 * * *', run: forgetFiles },
    { name: 'provisional-ends', schedule: '10 6 * * *', run: askOfProvisionalEnds },
  ],
  rowWords,
  routes: async api => {
    await api.register(nowRoutes)
    await api.register(unitTimeRoutes)
    await api.register(roundRoutes)
    await api.register(importRoutes)
    await api.register(exportRoutes)
  },
  publicRoutes: feedRoutes,
  screens: ['branches'],
})
