import type { Static, TSchema } from 'typebox'
import type { Declared, Need } from './change.ts'
import type { Lay, Reading } from './configuration.ts'
import type { Day, Texts, UnitId } from './contract.ts'
import type { Fault } from './refusal.ts'

/** Where a branch is closed and from when to when one part of its closure lasts; null is until further notice. */
export interface ClosureSpan { readonly unit: UnitId; readonly from: Day; readonly to: Day | null }

/**
 * One thing that is arranged while a branch is closed, besides its days: where holds are collected, say. What it lays
 * to the last day of the span moves along when the closure does; what ends earlier stays.
 */
export interface ClosurePart<S extends TSchema = TSchema> {
  /** Under which it stands among the parts of a closure: `pickup`. */
  readonly name: string
  /** What is arranged: "reserveringen ophalen". */
  readonly title: Texts
  readonly schema: S
  needs?(reading: Reading, wish: Static<S>, span: ClosureSpan, declared: Declared): readonly Need[]
  /** Pointers begin at the wish. */
  faults?(reading: Reading, wish: Static<S>, span: ClosureSpan, declared: Declared): readonly Fault[]
  lays?(reading: Reading, wish: Static<S>, span: ClosureSpan): readonly Lay[]
  /** What it means, in one sentence of the preview; undefined where it changes nothing. */
  says(reading: Reading, wish: Static<S>, span: ClosureSpan): Texts | undefined
}

/** Ties the part to its schema, so that the wish is typed. */
export const defineClosurePart = <S extends TSchema>(part: ClosurePart<S>): ClosurePart =>
  Object.freeze(part) as unknown as ClosurePart
