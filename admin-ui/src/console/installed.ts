import type { Screens } from './screens.ts'

const found = import.meta.glob<Screens>('../screens/*/index.ts', { eager: true, import: 'screens' })

/** Every plugin's screens. A plugin is one folder beside the others; nothing else names it. */
export const installed: readonly Screens[] = Object.values(found)
