import type { UnitId, UnitType } from '#core/contract.ts'
import type { Unit } from '#core/contract/unit.ts'
import type { SetKind } from '#plugins/units/contract.ts'
import type { Period } from '#console/time/usePeriod.ts'

interface Named {
  readonly id: UnitId
  readonly name: string
}

/** What a unit was or will be, for some time. */
export interface Stretch extends Period {
  readonly unit: Unit
}

/** Where it hung, hangs or will hang, for some time. */
export interface Stay extends Period {
  readonly parent: Named
}

export type UnitDetails = Unit & {
  readonly id: UnitId
  readonly version: number
  readonly exists: boolean
  readonly path: readonly (Named & { readonly type: UnitType })[]
  readonly past: readonly Stretch[]
  readonly planned: readonly Stretch[]
  readonly stays: readonly Stay[]
  readonly successor?: Named
}

export interface UnitSetRow extends Period {
  /** The unit that keeps the set. */
  readonly unit: UnitId
  readonly unitName: string
  readonly code: string
  readonly kind: SetKind
  readonly name: string
  readonly members: readonly Named[]
}

