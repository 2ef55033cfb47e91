import { definePlugin } from '#core/plugin.ts'
import { permissions } from './contract.ts'
import { routes } from './routes.ts'

/** Who did what, for whoever may read it: what the core notes and seals, in sentences. */
export const audit = definePlugin({ name: 'audit', permissions, routes, screens: ['audit'] })
