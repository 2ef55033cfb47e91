import type { ComponentType } from 'react'
import type { Notation, Permission } from '#core/contract.ts'
import type { ChangeSet } from './change/change.ts'
import type { Entry } from './sign-in/sign-in.ts'
import type { UnitRow } from './unit.ts'

interface Loaded<Props extends object = object> {
  readonly default: ComponentType<Props>
}

export type Allow = Permission | readonly Permission[] | null

/** One screen: where it stands, who may see it, and how its code is fetched. */
export interface Screen {
  readonly path: string
  readonly load: () => Promise<Loaded>
  /** The right one must hold somewhere, of several any; null is everyone who is signed in. */
  readonly allow: Allow
  readonly menu?: MenuEntry
}

export interface MenuEntry {
  /** The key of its text. */
  readonly label: string
  readonly icon: ComponentType
  /** `own` stands in the menu of who one is. */
  readonly group: 'today' | 'plan' | 'region' | 'people' | 'settings' | 'own'
  /** Its place within the group; low comes first. */
  readonly place: number
  /** Who changes something there; whoever may neither that nor ask for it finds it under “More”. Without it, everybody who sees it. */
  readonly work?: Allow
}

/** What each place outside a plugin's own screens tells the piece that stands there. */
export interface PieceProps {
  /** Above the sign-in, where something comes before the password. */
  readonly doorstep: { readonly onEntry: (entry: Entry) => void }
  /** Under the sign-in: other ways to come in. */
  readonly door: { readonly onEntry: (entry: Entry) => void }
  /** In the top bar, beside who one is. */
  readonly topBar: object
  /** On the first screen, above what is open now. */
  readonly start: { readonly unit: UnitRow }
  /** Beside the units below one, and whether whoever looks opens one there by their own right. */
  readonly below: { readonly unit: UnitRow; readonly mayOpen: boolean }
  /** With a change, where it is told that it is saved and in history: what came of it. */
  readonly change: { readonly set: ChangeSet }
  /** On the page of one patron, after what stands in the way. */
  readonly patron: { readonly patron: { readonly id: string; readonly name: string } }
  /** On the page of one member of staff. */
  readonly person: { readonly staff: { readonly id: string; readonly name: string } }
}

export type Place = keyof PieceProps

type Pieces = { readonly [P in Place]?: () => Promise<Loaded<PieceProps[P]>> }

/** What one plugin shows in the console. */
export interface Screens {
  readonly plugin: string
  readonly screens: readonly Screen[]
  /** Screens that stand outside the console's frame and need no sign-in. */
  readonly publicScreens?: readonly Omit<Screen, 'allow' | 'menu'>[]
  /** How values of its settings are written in one field, by the name of the setting. */
  readonly notations?: () => Promise<Readonly<Record<string, Notation>>>
  /** With this right one asks for what one may not change: then every screen is one to work with. */
  readonly asks?: Permission
  /** What it adds in places that are not its own. */
  readonly pieces?: Pieces
}

export const defineScreens = (screens: Screens): Screens => screens
