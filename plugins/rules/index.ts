import { definePlugin } from '#core/plugin.ts'
import { branches } from '#plugins/branches/index.ts'
import { parameters } from '#plugins/parameters/index.ts'
import { units } from '#plugins/units/index.ts'
import { rulesParts } from './closure-part/parts.ts'
import { rulesParameters } from './contract/parameter.ts'
import { rulesPresets } from './contract/preset.ts'
import { rulesForms } from './request-form/forms.ts'
import { routes } from './routes.ts'

export { lineAt, type Line, type LineAt } from './line.ts'
export { termOf, type Loan, type LoanTerm } from './loan.ts'
export { preNoticesFrom, remindersOf, type Reminder } from './reminder.ts'
export { finesUpTo } from './many-fines.ts'
export { fineLineOf, fineOf, finesOf, type DueLoan } from './running-fine.ts'

/** The rules by which a library lends: terms, fines, reminders, renewals and holds, by membership and material. */
export const rules = definePlugin({
  name: 'rules',
  dependsOn: [units, parameters, branches],
  parameters: rulesParameters,
  presets: rulesPresets,
  requestForms: rulesForms,
  closureParts: rulesParts,
  routes,
  screens: ['rules'],
})
