import type { Static } from 'typebox'
import type { Said as SaidAnswer, UnitSets as UnitSetsAnswer } from '#plugins/units/contract.ts'

export type { UnitDetails } from '#plugins/units/contract.ts'

export type Said = Static<typeof SaidAnswer>
export type UnitSets = Static<typeof UnitSetsAnswer>
export type UnitSetRow = UnitSets['data'][number]
