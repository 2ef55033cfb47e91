import type { Static } from 'typebox'
import type { UnitId } from '#core/contract.ts'
import type { Factors, SessionRow, Sessions as SessionsAnswer } from '#plugins/sign-in/contract/answer.ts'
import type { MachineList, NewToken } from '#plugins/sign-in/contract/machine.ts'
import type { ProviderList, ProviderSettings } from '#plugins/sign-in/contract/provider.ts'

export type { Factors, SessionRow }

export type Sessions = Static<typeof SessionsAnswer>
export type Machines = Static<typeof MachineList>
export type Machine = Machines['data'][number]
export type MadeToken = Static<typeof NewToken>
/** The providers of whom the sign-in offers a button. */
export type Providers = Static<typeof ProviderList>
export type ProviderRows = Static<typeof ProviderSettings>
export type ProviderRow = ProviderRows['data'][number]

/** The roles one may hand out, as far as this plugin's screens need them. */
export interface GivableRoles {
  readonly data: readonly { readonly code: string; readonly name: string; readonly mayGrant: readonly UnitId[] }[]
}
