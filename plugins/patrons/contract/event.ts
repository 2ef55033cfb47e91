import { Type } from 'typebox'
import { Day, defineEvent, UnitId } from '#core/contract.ts'

/** Of a period of somebody's membership: what the accounts need, and no name. */
const period = {
  period: UnitId, membership: UnitId, person: UnitId, library: UnitId, branch: UnitId, type: Type.String(),
  from: Day, until: Day, feeCents: Type.Integer(), copiedFrom: Type.Union([UnitId, Type.Null()]),
  channel: Type.Enum(['desk', 'online', 'import', 'system']),
}

/** Somebody became a member of a library, for the first time or again; the fee is owed from then on. */
export const enrolled = defineEvent('patrons.enrolled', Type.Object({ ...period, again: Type.Boolean() }))

/** A membership goes on for another period, under the same type or another: its fee, and what is written off of it. */
export const renewed = defineEvent('patrons.renewed', Type.Object({ ...period, reductionCents: Type.Integer() }))

/** A membership ends, now or on a day to come; of a fee that is still owed so many months had passed. */
export const cancelled = defineEvent('patrons.cancelled', Type.Object({
  membership: UnitId, person: UnitId, library: UnitId, branch: UnitId, endsOn: Day, reason: Type.String(),
  monthsPassed: Type.Integer(), monthsLeft: Type.Integer(),
}))

/** Who enrolled or renewed online was seen at a desk; so much of the fee is still owed. */
export const confirmed = defineEvent('patrons.confirmed', Type.Object({
  membership: UnitId, person: UnitId, library: UnitId, branch: UnitId, owedCents: Type.Integer(),
}))

/** A card was replaced, which may cost something. */
export const cardReplaced = defineEvent('patrons.card-replaced', Type.Object({
  card: UnitId, membership: UnitId, person: UnitId, library: UnitId, branch: UnitId, costCents: Type.Integer(),
}))
