import type { Static, TSchema } from 'typebox'
import type { Day, Fact, UnitId } from '../contract.ts'

/** What one unit says about one thing from one day to another, both included; null is without end. */
export interface Segment<Body = unknown> {
  readonly id: string
  readonly fact: string
  readonly unit: UnitId
  readonly key: string
  readonly from: Day | null
  readonly to: Day | null
  readonly body: Body
  /** The change set whose author said this. */
  readonly saidIn: string
  /** The configuration version that brought the row; later than `saidIn` where a change cut an older row. */
  readonly madeIn: number
}

/** What a rule may ask of the configuration, whether in force or being rehearsed. */
export interface Reading {
  of<S extends TSchema>(fact: Fact<S>, unit: UnitId): readonly Segment<Static<S>>[]
  at<S extends TSchema>(fact: Fact<S>, unit: UnitId, key: string, day: Day): Segment<Static<S>> | undefined
  /** Every unit that says anything under this fact. */
  all<S extends TSchema>(fact: Fact<S>): Iterable<readonly Segment<Static<S>>[]>
}
