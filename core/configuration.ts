import type { Static, TSchema } from 'typebox'
import type { Day, Fact, UnitId } from './contract.ts'
import type { Reading, Segment } from './contract/reading.ts'

export type { Reading, Segment }

/** One act on the configuration: from one day to another this unit says `body`, or nothing, under this key. */
export interface Lay<Body = unknown> {
  readonly fact: Fact
  readonly unit: UnitId
  readonly key: string
  readonly from: Day | null
  readonly to: Day | null
  readonly body: Body | null
  /** Kept when an older word is put back, so that it stays its author's. */
  readonly saidIn?: string
}

/** What changed between two versions: the rows that ended and the rows that were laid. */
export interface Delta {
  readonly version: number
  readonly ended: readonly Segment[]
  readonly laid: readonly Segment[]
}

type Units = ReadonlyMap<UnitId, readonly Segment[]>
const NONE: readonly Segment<never>[] = Object.freeze([])

/**
 * The whole configuration of an installation as one immutable value.
 *
 * Every process holds the newest it has seen; a change makes the next one without touching this,
 * so a preview is the same computation as the change itself.
 */
export class Configuration implements Reading {
  readonly version: number
  readonly #facts: ReadonlyMap<string, Units>

  constructor(version = 0, facts: ReadonlyMap<string, Units> = new Map()) {
    this.version = version
    this.#facts = facts
  }

  of<S extends TSchema>(fact: Fact<S>, unit: UnitId): readonly Segment<Static<S>>[] {
    return (this.#facts.get(fact.name)?.get(unit) ?? NONE) as readonly Segment<Static<S>>[]
  }

  at<S extends TSchema>(fact: Fact<S>, unit: UnitId, key: string, day: Day) {
    return this.of(fact, unit).find(said => said.key === key && holdsOn(said, day))
  }

  all<S extends TSchema>(fact: Fact<S>): Iterable<readonly Segment<Static<S>>[]> {
    return (this.#facts.get(fact.name)?.values() ?? []) as Iterable<readonly Segment<Static<S>>[]>
  }

  /** The very same value as long as nobody says anything new under a fact. */
  standing(fact: Fact): object {
    return this.#facts.get(fact.name) ?? NONE
  }

  get facts(): Iterable<string> {
    return this.#facts.keys()
  }

  with({ version, ended, laid }: Delta): Configuration {
    const facts = new Map(this.#facts)
    const gone = new Set(ended.map(({ id }) => id))
    for (const [fact, touched] of groupBy([...ended, ...laid], said => said.fact)) {
      const units = new Map(facts.get(fact))
      for (const [unit, rows] of groupBy(touched, said => said.unit)) {
        const before = units.get(unit) ?? []
        // A unit with a hundred words is copied once, not twice, where nothing of it ends.
        const kept = rows.some(({ id }) => gone.has(id)) ? before.filter(({ id }) => !gone.has(id)) : before
        const added = rows.filter(({ id }) => !gone.has(id) && !kept.some(row => row.id === id))
        const next = [...kept, ...added].sort(inOrder)
        if (next.length) units.set(unit, next)
        else units.delete(unit)
      }
      facts.set(fact, units)
    }
    return new Configuration(version, facts)
  }
}

export const holdsOn = ({ from, to }: Pick<Segment, 'from' | 'to'>, day: Day) =>
  (from === null || from <= day) && (to === null || day <= to)

export const overlaps = (a: Pick<Segment, 'from' | 'to'>, b: Pick<Segment, 'from' | 'to'>) =>
  (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to)

const inOrder = (a: Segment, b: Segment) =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : (a.from ?? '') < (b.from ?? '') ? -1 : 1

export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
