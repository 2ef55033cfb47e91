import type { CalendarSource, DayHours } from './contract/arithmetic.ts'
import { almanacOf, type Almanac, type SaidPlan } from './almanac.ts'
import { inNotationOf, numberOf, type AnyDay, type DayParts, type SameNotation } from './day-number.ts'
import { holdsOn, seasonStretches } from './rhythm.ts'
import { joined, without, type Stretch } from './stretch.ts'

/** The hours that stand for a day, before anything closes it, and the plan that makes it open or not. */
export interface PlannedHours {
  readonly hours: readonly DayHours[]
  readonly opens: boolean
  readonly decidedBy: SaidPlan | undefined
}

/**
 * The plan that speaks for a day: special over season over regular, then the nearest unit, the higher
 * `order`, the later beginning. A plan that says nothing about the weekday lets the next one speak.
 */
function planFor(plans: readonly SaidPlan[], on: DayParts): SaidPlan | undefined {
  for (const plan of plans) {
    if (on.number < plan.from || on.number > plan.to || plan.week[on.weekday] === undefined) continue
    if (plan.when === undefined || holdsOn(plan.when, on)) return plan
  }
  return undefined
}

/** Hours of every kind on a day, without closings and cuts. */
export function plannedHours(almanac: Almanac, on: DayParts): PlannedHours {
  const hours: DayHours[] = []
  let opens = false
  let decidedBy: SaidPlan | undefined
  for (const { kind, countsAsOpen, plans } of almanac.hours) {
    const plan = planFor(plans, on)
    if (plan === undefined) continue
    const slots = plan.week[on.weekday] ?? []
    if (slots.length > 0) hours.push({ kind, unit: plan.unit, key: plan.key, slots })
    if (!countsAsOpen) continue
    if (decidedBy === undefined || (slots.length > 0 && !opens)) decidedBy = plan
    opens ||= slots.length > 0
  }
  return { hours, opens, decidedBy }
}

/**
 * Stretches in which no plan of hours is in force at all, to be warned about.
 *
 * A plan in force answers for all days of its period and season, also for weekdays, weeks or school
 * holidays on which it opens no doors: that silence is meant.
 */
export function gaps<D extends AnyDay>(
  source: CalendarSource, from: D, to: D,
): { from: SameNotation<D>; to: SameNotation<D> }[] {
  return gapsWithin(almanacOf(source), { from: numberOf(from), to: numberOf(to) })
    .map((gap) => ({ from: inNotationOf(from, gap.from), to: inNotationOf(from, gap.to) }))
}

/** The last day from `from` on for which hours are known; null when they are for the whole horizon. */
export function hoursEnd<D extends AnyDay>(
  source: CalendarSource, from: D, horizonDays: number,
): SameNotation<D> | null {
  const first = numberOf(from)
  const [gap] = gapsWithin(almanacOf(source), { from: first, to: first + horizonDays })
  return gap === undefined ? null : inNotationOf(from, gap.from - 1)
}

function gapsWithin(almanac: Almanac, within: Stretch): Stretch[] {
  const known: Stretch[] = []
  for (const { plans } of almanac.hours) {
    for (const plan of plans) {
      const from = Math.max(plan.from, within.from)
      const to = Math.min(plan.to, within.to)
      if (from <= to) known.push(...seasonStretches(plan.when, { from, to }))
    }
  }
  return without(within, joined(known))
}
