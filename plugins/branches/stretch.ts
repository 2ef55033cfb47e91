import type { Day } from '#core/contract.ts'
import { toDayNumber, type DayNumber } from './day-number.ts'

/** Days on end, both ends included. */
export interface Stretch {
  readonly from: DayNumber
  readonly to: DayNumber
}

/** Stand-ins for "without end": far outside any library's time, yet small enough to reckon with. */
export const endless: Stretch = { from: -1_000_000, to: 1_000_000 }

export const stretchOf = (said: { readonly from: Day | null; readonly to: Day | null }): Stretch => ({
  from: said.from === null ? endless.from : toDayNumber(said.from),
  to: said.to === null ? endless.to : toDayNumber(said.to),
})

/** Sorted, without overlaps, neighbours joined; a stretch that ends before it begins is no stretch. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const sorted = stretches.filter((one) => one.from <= one.to).toSorted((a, b) => a.from - b.from)
  const result: Stretch[] = []
  for (const one of sorted) {
    const last = result.at(-1)
    if (last === undefined || one.from > last.to + 1) result.push(one)
    else if (one.to > last.to) result[result.length - 1] = { from: last.from, to: one.to }
  }
  return result
}

/** The days in both; each list is joined. */
export function common(ours: readonly Stretch[], theirs: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (let i = 0, j = 0; ;) {
    const a = ours[i]
    const b = theirs[j]
    if (a === undefined || b === undefined) return result
    const from = Math.max(a.from, b.from)
    const to = Math.min(a.to, b.to)
    if (from <= to) result.push({ from, to })
    if (a.to < b.to) i++
    else j++
  }
}

/** The days of `within` that no stretch of the joined list has. */
export function without(within: Stretch, stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  let from = within.from
  for (const one of stretches) {
    if (one.from > from) result.push({ from, to: Math.min(one.from - 1, within.to) })
    from = Math.max(from, one.to + 1)
    if (from > within.to) break
  }
  if (from <= within.to) result.push({ from, to: within.to })
  return result.filter((one) => one.from <= one.to)
}

/** Whether a joined list has a day, by halving. */
export function covers(stretches: readonly Stretch[], day: DayNumber): boolean {
  let low = 0
  let high = stretches.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const one = stretches[middle] as Stretch
    if (day < one.from) high = middle - 1
    else if (day > one.to) low = middle + 1
    else return true
  }
  return false
}
