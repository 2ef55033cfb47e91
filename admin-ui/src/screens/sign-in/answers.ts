import type { Static } from 'typebox'
import type { UnitId } from '#core/contract.ts'
import type { Factors, SessionRow, Sessions as SessionsAnswer } from '#plugins/sign-in/contract/answer.ts'
import type { Desk, DeskList, ThisDesk as ThisDeskAnswer } from '#plugins/sign-in/contract/desk.ts'
import type { MachineList, NewToken } from '#plugins/sign-in/contract/machine.ts'
import type { ProviderList, ProviderSettings } from '#plugins/sign-in/contract/provider.ts'

export type { Desk, Factors, SessionRow }

export type Sessions = Static<typeof SessionsAnswer>
export type Machines = Static<typeof MachineList>
export type Machine = Machines['data'][number]
export type MadeToken = Static<typeof NewToken>
/** The providers of whom the sign-in offers a button. */
export type Providers = Static<typeof ProviderList>
export type ProviderRows = Static<typeof ProviderSettings>
export type ProviderRow = ProviderRows['data'][number]

/** The shared desk that a PC is, and who may take over there with a PIN. */
export type ThisDesk = Static<typeof ThisDeskAnswer>
export type Desks = Static<typeof DeskList>

/** The roles one may hand out, as far as this plugin's screens need them. */
export interface GivableRoles {
  readonly data: readonly { readonly code: string; readonly name: string; readonly mayGrant: readonly UnitId[] }[]
}
