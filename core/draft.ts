import { randomUUIDv7 } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Static, TSchema } from 'typebox'
import {
  holdsOn,
  overlaps,
  type Configuration,
  type Delta,
  type Lay,
  type Reading,
  type Segment,
} from './configuration.ts'
import type { Day, Fact, UnitId } from './contract.ts'

/**
 * A configuration being rehearsed: what is in force, with acts laid over it one after another.
 *
 * Pure apart from the ids it gives to new rows, which begin with the moment: so the rows of a set lie together in their
 * index. Each act cuts what stood in its period and keeps the rest; an act that says what already stands changes nothing.
 */
export class Draft implements Reading {
  readonly base: Configuration
  /** Grows with every act, so that what was derived from the draft knows when it is old. */
  revision = 0
  readonly #saidIn: string
  readonly #facts = new Map<string, Map<UnitId, Segment[]>>()
  readonly #ended = new Map<string, Segment>()
  readonly #laid = new Map<string, Segment>()
  readonly #hands = new Map<string, UnitId[]>()

  constructor(base: Configuration, saidIn: string) {
    this.base = base
    this.#saidIn = saidIn
  }

  of<S extends TSchema>(fact: Fact<S>, unit: UnitId): readonly Segment<Static<S>>[] {
    return (this.#facts.get(fact.name)?.get(unit) ?? this.base.of(fact, unit)) as readonly Segment<Static<S>>[]
  }

  at<S extends TSchema>(fact: Fact<S>, unit: UnitId, key: string, day: Day) {
    return this.of(fact, unit).find(said => said.key === key && holdsOn(said, day))
  }

  *all<S extends TSchema>(fact: Fact<S>): Iterable<readonly Segment<Static<S>>[]> {
    const touched = this.#facts.get(fact.name)
    for (const rows of this.base.all(fact)) {
      if (rows[0] && !touched?.has(rows[0].unit)) yield rows
    }
    yield* this.touched(fact)
  }

  /** Only what this draft has laid a hand on: what a long set asks of itself, item after item. */
  *touched<S extends TSchema>(fact: Fact<S>): Iterable<readonly Segment<Static<S>>[]> {
    for (const rows of this.#facts.get(fact.name)?.values() ?? []) {
      if (rows.length) yield rows as Segment<Static<S>>[]
    }
  }

  /** Every unit a hand was laid on, in turn: who keeps an index goes on from where it had come. */
  handsOn(fact: Fact): readonly UnitId[] {
    return this.#hands.get(fact.name) ?? []
  }

  lay(act: Lay): void {
    if (act.from !== null && act.to !== null && act.to < act.from) return
    const units = this.#facts.get(act.fact.name) ?? new Map<UnitId, Segment[]>()
    this.#facts.set(act.fact.name, units)
    const standing: readonly Segment[] = units.get(act.unit) ?? this.base.of(act.fact, act.unit)
    const hit = standing.filter(said => said.key === act.key && overlaps(said, act))
    if (this.#changesNothing(act, hit)) return

    const kept = hit.length ? standing.filter(said => !hit.includes(said)) : [...standing]
    for (const said of hit) {
      this.#end(said)
      for (const rest of outside(said, act)) kept.push(this.#add({ ...said, ...rest, id: randomUUIDv7() }))
    }
    if (act.body !== null) kept.push(this.#add(this.#segmentOf(act)))
    units.set(act.unit, kept)
    const hands = this.#hands.get(act.fact.name)
    if (hands) hands.push(act.unit)
    else this.#hands.set(act.fact.name, [act.unit])
    this.revision++
  }

  /** The difference to what is in force, as the version that would bring it. */
  delta(version = this.base.version + 1): Delta {
    return {
      version,
      ended: [...this.#ended.values()],
      laid: [...this.#laid.values()].map(said => ({ ...said, madeIn: version })),
    }
  }

  /** The configuration that would be in force. */
  configuration(): Configuration {
    return this.base.with(this.delta())
  }

  #changesNothing(act: Lay, hit: readonly Segment[]) {
    if (act.body === null) return hit.length === 0
    const [only] = hit
    return hit.length === 1 && only !== undefined && covers(only, act) && isDeepStrictEqual(only.body, act.body)
  }

  #segmentOf({ fact, unit, key, from, to, body, saidIn = this.#saidIn }: Lay): Segment {
    return { id: randomUUIDv7(), fact: fact.name, unit, key, from, to, body, saidIn, madeIn: this.base.version + 1 }
  }

  #end(said: Segment) {
    if (!this.#laid.delete(said.id)) this.#ended.set(said.id, said)
  }

  #add(said: Segment) {
    this.#laid.set(said.id, said)
    return said
  }
}

/** From one day to another, both included; null is without end. */
export type Period = Pick<Segment, 'from' | 'to'>

export const covers = (outer: Period, inner: Period) =>
  (outer.from === null || (inner.from !== null && outer.from <= inner.from)) &&
  (outer.to === null || (inner.to !== null && inner.to <= outer.to))

/** What is left of a period before and after another. */
export function outside(period: Period, other: Period): Period[] {
  if (!overlaps(period, other)) return [{ from: period.from, to: period.to }]
  const rest: Period[] = []
  if (other.from !== null && (period.from === null || period.from < other.from)) {
    rest.push({ from: period.from, to: plusDays(other.from, -1) })
  }
  if (other.to !== null && (period.to === null || other.to < period.to)) {
    rest.push({ from: plusDays(other.to, 1), to: period.to })
  }
  return rest
}

/** The days that two periods which overlap have in common. */
export const common = (one: Period, other: Period): Period => ({
  from: one.from === null || (other.from !== null && other.from > one.from) ? other.from : one.from,
  to: one.to === null || (other.to !== null && other.to < one.to) ? other.to : one.to,
})

export const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
