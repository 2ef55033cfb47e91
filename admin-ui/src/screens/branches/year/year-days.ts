import type { Day, UnitId, UnitType } from '#core/contract.ts'
import { plusDays } from '#console/time/day.ts'
import type { ExplainedDay } from '../answers.ts'

/** Days in a row that are alike for the same reason. */
export interface Stretch {
  readonly from: Day
  readonly to: Day
  readonly day: ExplainedDay
}

const alike = (one: ExplainedDay, other: ExplainedDay) =>
  one.kind === other.kind &&
  one.provisional === other.provisional &&
  one.whyText === other.whyText &&
  one.why.unit === other.why.unit &&
  one.cuts.length === other.cuts.length

/** A list of days shortened to what changes. */
export const stretchesOf = (days: readonly ExplainedDay[]): readonly Stretch[] => {
  const stretches: Stretch[] = []
  for (const day of days) {
    const last = stretches.at(-1)
    if (last && alike(last.day, day) && plusDays(last.to, 1) === day.day)
      stretches[stretches.length - 1] = { ...last, to: day.day }
    else stretches.push({ from: day.day, to: day.day, day })
  }
  return stretches
}

/** Not simply what the weekly hours say. */
export const isSpecial = (day: ExplainedDay) => day.why.by !== 'hours' || day.cuts.length > 0

const places: ReadonlySet<UnitType> = new Set(['branch', 'bookmobile', 'stop'])

/**
 * Whether a unit above the branches leaves opening hours to them: a day without a rule or an
 * exception then says nothing at all, least of all that everything is closed.
 */
export const leavesHours = (type: UnitType, days: readonly ExplainedDay[]) =>
  !places.has(type) && days.every(({ hours, otherwise }) => hours.length === 0 && otherwise.length === 0)

/** Where a day's word comes from: from the unit itself, from above, or simply from the weekly hours. */
export type Origin = 'own' | 'above' | 'week'

/** Said by the unit itself, or by a unit above it. */
export const originSigns = { own: '●', above: '↑' } as const

export const originOf = ({ why, cuts }: ExplainedDay, unit: UnitId): Origin => {
  const from = [...(why.by === 'hours' ? [] : [why.unit]), ...cuts.map(cut => cut.unit)]
  if (from.length === 0) return 'week'
  return from.includes(unit) ? 'own' : 'above'
}

/** The days picked, both ends included, whichever was picked first. */
export interface Picked {
  readonly from: Day
  readonly to: Day
}

export const span = (one: Day, other: Day): Picked =>
  one <= other ? { from: one, to: other } : { from: other, to: one }

export const within = ({ from, to }: Picked, days: readonly ExplainedDay[]) =>
  days.filter(({ day }) => from <= day && day <= to)
