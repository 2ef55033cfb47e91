import { Type, type Static } from 'typebox'
import { Day, Texts, UnitId } from '#core/contract.ts'
import { revealTitles, type RevealPurpose } from './words.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()
const Place = Type.Object({ id: UnitId, name: Text })

export const Reveal = Type.Object({ purpose: Type.Enum(Object.keys(revealTitles) as RevealPurpose[]) }, strict)
export const Revealed = Type.Object({ nationalNumber: Text })

/** Once that somebody looked: when, for what, and who it was. */
export const PatronView = Type.Object({
  at: Text, act: Type.Enum(['view', 'reveal', 'export']), purpose: Text, by: Type.Union([Text, Type.Null()]),
})
export type PatronView = Static<typeof PatronView>

/** What erasing somebody would come to. */
export const ErasurePlan = Type.Object({
  /** Of which libraries it goes. */
  libraries: Type.Array(Place),
  goes: Type.Array(Texts), stays: Type.Array(Texts),
  /** As long as any of this stands, nothing goes. */
  open: Type.Array(Texts),
  /** Since when somebody's wish waits. */
  askedAt: Type.Union([Text, Type.Null()]),
})
export type ErasurePlan = Static<typeof ErasurePlan>
export const Erasing = Type.Object({ id: UnitId }, strict)
/** The run that erases; none while the wish waits for what is open. */
export const ErasureAsked = Type.Object({ run: Type.Union([UnitId, Type.Null()]) })

/** What the runs up to a day would take away, by reason and library, and what they took before. */
export const ForgettingPlan = Type.Object({
  by: Day,
  reasons: Type.Array(Type.Object({
    name: Text, title: Texts, why: Texts,
    libraries: Type.Array(Type.Object({ library: Place, goes: Type.Integer(), stays: Type.Integer() })),
  })),
  past: Type.Array(Type.Object({ day: Day, reason: Type.Enum(['asked', 'former', 'history']), count: Type.Integer() })),
})
export type ForgettingPlan = Static<typeof ForgettingPlan>

/** Somebody who goes on a day, or stays because of what is open. */
export const LeavingPerson = Type.Object({
  id: UnitId, name: Text, number: Type.Integer(), on: Day, asked: Type.Boolean(), stays: Type.Array(Texts),
})
export type LeavingPerson = Static<typeof LeavingPerson>
export const LeavingPeople = Type.Object({ data: Type.Array(LeavingPerson), more: Type.Boolean() })
