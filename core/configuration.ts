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

type Rows = readonly Segment[]
const NONE: readonly Segment<never>[] = Object.freeze([])

/**
 * The whole configuration of an installation as one immutable value.
 *
 * Every process holds the newest it has seen; a change makes the next one without touching this,
 * so a preview is the same computation as the change itself.
 */
export class Configuration implements Reading {
  readonly version: number
  readonly #facts: ReadonlyMap<string, Said>

  constructor(version = 0, facts: ReadonlyMap<string, Said> = new Map()) {
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
      const before = facts.get(fact) ?? NOTHING_SAID
      facts.set(fact, before.with([...groupBy(touched, said => said.unit)].map(([unit, rows]) =>
        [unit, merged(before.get(unit) ?? [], rows, gone)])))
    }
    return new Configuration(version, facts)
  }
}

const CHANGED_MAX = 64

/**
 * What units say under one fact, in the order in which they first spoke. A word laid at one unit is kept beside what
 * stood, until so many are: a copy of what 1,650 units say, for each word, would cost more than the word.
 */
class Said {
  readonly #stood: ReadonlyMap<UnitId, Rows>
  readonly #changed: ReadonlyMap<UnitId, Rows>

  constructor(stood: ReadonlyMap<UnitId, Rows> = new Map(), changed: ReadonlyMap<UnitId, Rows> = new Map()) {
    this.#stood = stood
    this.#changed = changed
  }

  get(unit: UnitId): Rows | undefined {
    return this.#changed.get(unit) ?? this.#stood.get(unit)
  }

  *values(): Iterable<Rows> {
    for (const [unit, rows] of this.#stood) {
      const now = this.#changed.get(unit) ?? rows
      if (now.length) yield now
    }
    for (const [unit, rows] of this.#changed) if (rows.length && !this.#stood.has(unit)) yield rows
  }

  with(units: readonly (readonly [UnitId, Rows])[]): Said {
    const changed = new Map([...this.#changed, ...units])
    if (changed.size <= CHANGED_MAX) return new Said(this.#stood, changed)
    const stood = new Map(this.#stood)
    for (const [unit, rows] of changed) {
      if (rows.length) stood.set(unit, rows)
      else stood.delete(unit)
    }
    return new Said(stood)
  }
}

const NOTHING_SAID = new Said()

/** What a unit says after a change, in order; a hundred words of before are not sorted anew for one. */
function merged(before: Rows, touched: Rows, gone: ReadonlySet<string>): Rows {
  const kept = touched.some(({ id }) => gone.has(id)) ? before.filter(({ id }) => !gone.has(id)) : [...before]
  for (const row of touched) {
    if (gone.has(row.id)) continue
    const place = placeOf(row, kept)
    if (kept[place - 1]?.id !== row.id) kept.splice(place, 0, row)
  }
  return kept
}

function placeOf(row: Segment, rows: Rows): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (inOrder(rows[middle] as Segment, row) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

export const holdsOn = ({ from, to }: Pick<Segment, 'from' | 'to'>, day: Day) =>
  (from === null || from <= day) && (to === null || day <= to)

export const overlaps = (a: Pick<Segment, 'from' | 'to'>, b: Pick<Segment, 'from' | 'to'>) =>
  (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to)

const inOrder = (a: Segment, b: Segment) =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : (a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0

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
