import { isDeepStrictEqual } from 'node:util'
import type { Declared } from '#core/change.ts'
import type { ClosureSpan } from '#core/closure-part.ts'
import { overlaps, type Lay, type Reading, type Segment } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { common, outside, plusDays, type Period } from '#core/draft.ts'
import { closureFact, type Closure, type ClosureParts, type Reopens } from '../contract/closure.ts'

export type ClosureRow = Segment<Closure>
type Laid = Closure['laid'][number]
type Stood = Closure['stood'][number]
type Place = Pick<Laid, 'fact' | 'key'>

/** A longer closure as it is asked for at one unit. */
export interface Planned extends ClosureSpan {
  readonly closing: string
  readonly text: string
  readonly parts: ClosureParts
  readonly remindDays?: number | undefined
}

/**
 * What is left of a closure at a unit: one piece, two with open days between them, or none. Where none is left, what was
 * laid before its first day goes too, from the day `since` on.
 */
export interface Moved { readonly pieces: readonly Period[]; readonly reopens: Reopens; readonly since?: Day }

/** The last day of one part: that of the closure, unless it works again earlier. */
export function lastDayOf(name: string, to: Day | null, reopens: Reopens = {}): Day | null {
  const again = reopens[name]
  if (again === undefined) return to
  const last = plusDays(again, -1)
  return to !== null && to < last ? to : last
}

/** All that a closure lays at a unit besides its days, and what stood there before. */
export function layClosure(reading: Reading, { closureParts, facts }: Declared, planned: Planned): Lay[] {
  const { unit, closing, from, to, text, parts, remindDays } = planned
  const span = { unit, from, to }
  const laid = Object.entries(parts).flatMap(([part, wish]): Laid[] =>
    (closureParts.get(part)?.lays?.(reading, wish, span) ?? []).map(lay => ({
      part, fact: lay.fact.name, key: lay.key, from: lay.from, to: lay.to, follows: lay.to === to, body: lay.body,
    })))
  const stood = laid.flatMap(one => standing(reading, facts, unit, one, one))
  const body: Closure = { text, parts, ...(remindDays !== undefined && { remindDays }), laid, stood }
  return [
    ...laid.flatMap(one => layOf(facts, unit, one, one, one.body)),
    { fact: closureFact, unit, key: closing, from, to, body },
  ]
}

/** Gives all that a closure laid other days: what stood there before comes back, what others said since stays. */
export function moveClosure(reading: Reading, { facts }: Declared, row: ClosureRow, { pieces, reopens, since }: Moved): Lay[] {
  const { unit, key, body: { reopens: was, ...body } } = row
  const lays: Lay[] = []
  const wholes = pieces.map(piece => ({ ...piece, laid: [] as Laid[], stood: [] as Stood[] }))
  for (const one of row.body.laid) {
    const before = periodOf(one, row.to, was)
    const moved = pieces.map((piece, n) => laidIn(one, row, piece, n === 0))
    const after = moved.map((laid, n) => laid && periodOf(laid, pieces[n]?.to ?? null, reopens))
    const gained = after.map(period => minus(period, [before]))
    lays.push(
      ...minus(before, after).flatMap(freed => onlySince(since, freed)).flatMap(freed => free(reading, facts, row, one, freed)),
      ...gained.flat().flatMap(more => join(reading, facts, unit, one, more, one.body)),
    )
    for (const [n, whole] of wholes.entries()) {
      const [laid, period] = [moved[n], after[n]]
      if (laid) whole.laid.push({ ...laid, ...(laid.follows && period ? { to: period.to } : {}) })
      if (period) whole.stood.push(
        ...body.stood.filter(said => isOf(said, one) && overlaps(said, period)).map(said => ({ ...said, ...common(said, period) })),
        ...(gained[n] ?? []).flatMap(more => standing(reading, facts, unit, one, more)),
      )
    }
  }
  const stays = Object.keys(reopens).length ? { reopens } : {}
  return [
    ...lays,
    ...minus(row, pieces).map((gone): Lay => ({ fact: closureFact, unit, key, ...gone, body: null })),
    ...wholes.map(({ from, to, laid, stood }): Lay =>
      ({ fact: closureFact, unit, key, from, to, body: { ...body, ...stays, laid, stood: joined(stood) } })),
  ]
}

/**
 * What a part laid, in a piece of its closure: it begins where that does, or ends the day before, if it did so at first.
 * What was laid for before the closure belongs with the first piece.
 */
function laidIn(one: Laid, { from: began }: ClosureRow, { from, to }: Period, isFirst: boolean): Laid | undefined {
  const isBefore = !one.follows && began !== null && one.to === plusDays(began, -1)
  if (isBefore) return isFirst ? { ...one, to: from === null ? null : plusDays(from, -1) } : undefined
  if (!isFirst && one.to !== null && from !== null && one.to < from) return undefined
  const begins = one.from === began || (!isFirst && (one.from ?? '') < (from ?? ''))
  return { ...one, ...(begins ? { from } : {}), ...(one.follows ? { to } : {}) }
}

/** What was cut in two by an earlier end is one again. */
const joined = (pieces: readonly Stood[]): Stood[] => pieces
  .toSorted((a, b) => (`${a.fact} ${a.key} ${a.from ?? ''}` < `${b.fact} ${b.key} ${b.from ?? ''}` ? -1 : 1))
  .reduce<Stood[]>((whole, piece) => {
    const last = whole.at(-1)
    const goesOn = last !== undefined && last.to !== null && piece.from === plusDays(last.to, 1)
      && last.fact === piece.fact && last.key === piece.key && isDeepStrictEqual(last.body, piece.body)
    return goesOn ? [...whole.slice(0, -1), { ...last, to: piece.to }] : [...whole, piece]
  }, [])

/** While something that a part laid holds; undefined where the part works again before its first day. */
function periodOf({ part, from, to: fixed, follows }: Laid, to: Day | null, reopens?: Reopens): Period | undefined {
  const last = follows ? lastDayOf(part, to, reopens) : fixed
  return last !== null && from !== null && last < from ? undefined : { from, to: last }
}

/** The days of one period in none of the others. */
const minus = (one: Period | undefined, others: readonly (Period | undefined)[]): Period[] => others.reduce<Period[]>(
  (left, other) => (other ? left.flatMap(period => outside(period, other)) : left), one ? [{ from: one.from, to: one.to }] : [])

/** What is past stays as it was. */
const onlySince = (day: Day | undefined, period: Period): Period[] =>
  day === undefined ? [period] : overlaps(period, { from: day, to: null }) ? [common(period, { from: day, to: null })] : []

const isOf = (said: Stood, { fact, key }: Laid) => said.fact === fact && said.key === key

/** What stands in a period where a part lays its own word. */
function standing(reading: Reading, facts: Declared['facts'], unit: UnitId, { fact: name, key }: Laid, period: Period): Stood[] {
  const fact = facts.get(name)
  if (!fact) return []
  return reading.of(fact, unit)
    .filter(said => said.key === key && overlaps(said, period))
    .map(said => ({ fact: name, key, ...common(said, period), body: said.body }))
}

/** Takes back what the closure laid, and only that. */
function free(reading: Reading, facts: Declared['facts'], { unit, body }: ClosureRow, one: Laid, freed: Period): Lay[] {
  const fact = facts.get(one.fact)
  if (!fact) return []
  return reading.of(fact, unit)
    .filter(said => said.key === one.key && overlaps(said, freed) && isDeepStrictEqual(said.body, one.body))
    .flatMap(said => {
      const gone = common(said, freed)
      const back = body.stood.filter(other => isOf(other, one) && overlaps(other, gone))
      return [
        ...layOf(facts, unit, one, gone, null),
        ...back.flatMap(other => join(reading, facts, unit, one, common(other, gone), other.body)),
      ]
    })
}

/** Stays one row with what says the same right before it or after it. */
function join(reading: Reading, facts: Declared['facts'], unit: UnitId, { fact: name, key }: Place, period: Period, body: unknown): Lay[] {
  const fact = facts.get(name)
  const alike = fact ? reading.of(fact, unit).filter(said => said.key === key && isDeepStrictEqual(said.body, body)) : []
  const before = alike.find(({ to }) => to !== null && period.from !== null && plusDays(to, 1) === period.from)
  const after = alike.find(({ from }) => from !== null && period.to !== null && plusDays(period.to, 1) === from)
  return layOf(facts, unit, { fact: name, key }, { from: (before ?? period).from, to: (after ?? period).to }, body)
}

function layOf(facts: Declared['facts'], unit: UnitId, { fact: name, key }: Place, { from, to }: Period, body: unknown): Lay[] {
  const fact = facts.get(name)
  return fact ? [{ fact, unit, key, from, to, body }] : []
}

/** The longer closures of a unit that have this id, or all of them. */
export const closuresAt = (reading: Reading, unit: UnitId, closing?: string): readonly ClosureRow[] =>
  reading.of(closureFact, unit).filter(({ key }) => closing === undefined || key === closing)
