import { definePlugin } from '#core/plugin.ts'
import { helpLinks, permissions } from './contract.ts'
import { placesReached } from './effect.ts'
import { routes } from './routes.ts'
import { rowWords } from './row-words.ts'
import { setting } from './setting.ts'

/** Settings: which unit gives which value, from when, and where a value comes from. */
export const parameters = definePlugin({
  name: 'parameters',
  permissions,
  parameters: [helpLinks],
  changes: [setting],
  effects: [placesReached],
  rowWords,
  routes,
  screens: ['parameters'],
})
