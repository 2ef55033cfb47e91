import { definePlugin } from '#core/plugin.ts'
import { helpLinks, permissions } from './contract.ts'

/** Settings: which unit gives which value, from when, and where a value comes from. */
export const parameters = definePlugin({
  name: 'parameters',
  permissions,
  parameters: [helpLinks],
})
