import type { ComponentType } from 'react'
import type { Permission } from '#core/contract.ts'

interface Loaded {
  readonly default: ComponentType
}

/** One screen: where it stands, who may see it, and how its code is fetched. */
export interface Screen {
  readonly path: string
  readonly load: () => Promise<Loaded>
  /** The right one must hold somewhere; null is everyone who is signed in. */
  readonly allow: Permission | null
  readonly menu?: MenuEntry
}

export interface MenuEntry {
  /** The key of its text. */
  readonly label: string
  readonly icon: ComponentType
  readonly group: 'today' | 'plan' | 'region' | 'settings'
  /** Its place within the group; low comes first. */
  readonly place: number
}

/** What one plugin shows in the console. */
export interface Screens {
  readonly plugin: string
  readonly screens: readonly Screen[]
  /** Screens that stand outside the console's frame and need no sign-in. */
  readonly publicScreens?: readonly Omit<Screen, 'allow' | 'menu'>[]
}

export const defineScreens = (screens: Screens): Screens => screens
