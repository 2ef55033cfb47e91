import type { Static } from 'typebox'
import type { UnitId } from '#core/contract.ts'
import type { MachineList, NewToken } from '#plugins/sign-in/contract/machine.ts'

/** The providers of whom the sign-in offers a button. */
export interface Providers {
  readonly data: readonly { readonly id: string; readonly name: string; readonly login: string }[]
}

/** How somebody proves who they are: their own list. */
export interface Factors {
  readonly password: boolean
  readonly required: boolean
  readonly totp: Held | null
  readonly passkeys: readonly (Held & { readonly name: string })[]
  readonly recoveryCodesLeft: number
  readonly badge: boolean
  readonly pin: boolean
}

interface Held {
  readonly id: string
  readonly addedAt: string
  readonly lastUsedAt: string | null
}

export interface Sessions {
  readonly data: readonly SessionRow[]
}

export interface SessionRow {
  readonly id: string
  readonly current: boolean
  readonly method: string
  readonly label?: string | null
  readonly startedAt: string
  readonly lastSeenAt: string
  readonly network: string | null
  readonly agent: string | null
  readonly secondFactor: boolean
}

/** The shared desk that a PC is, and who may take over there with a PIN. */
export interface Desk {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly unitName: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly initials: string | null }[]
}

export interface Desks {
  readonly data: readonly DeskRow[]
}

export interface DeskRow {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly unitName: string
  readonly addedAt: string
  readonly lastUsedAt: string | null
  /** It is the PC that asks. */
  readonly here: boolean
}

export type Machines = Static<typeof MachineList>
export type Machine = Machines['data'][number]
export type MadeToken = Static<typeof NewToken>

/** The roles one may hand out, as far as this plugin's screens need them. */
export interface GivableRoles {
  readonly data: readonly { readonly code: string; readonly name: string; readonly mayGrant: readonly UnitId[] }[]
}
