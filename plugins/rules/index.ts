import { definePlugin } from '#core/plugin.ts'
import { branches } from '#plugins/branches/index.ts'
import { parameters } from '#plugins/parameters/index.ts'
import { units } from '#plugins/units/index.ts'
import { rulesParameters } from './contract/parameter.ts'

/** The rules by which a library lends: terms, fines, reminders, renewals and holds, by membership and material. */
export const rules = definePlugin({
  name: 'rules',
  dependsOn: [units, parameters, branches],
  parameters: rulesParameters,
})
