import type { DayKind } from './contract/calendar.ts'
import type { Slot } from './contract/hours.ts'
import type { Almanac, HoursOfKind, KindRule, Said } from './almanac.ts'
import { partsOf, weekdayOf } from './day-number.ts'
import { stretchesOf } from './rhythm.ts'
import type { Stretch } from './stretch.ts'
import { isFixed, mayLeaveItsYear, occurrences, type IsClosedByRule } from './yearly-day.ts'

/**
 * Day kinds one byte per day, painted from the weakest word to the strongest, so that what is on top
 * at the end is what `explainDay` finds first. Painting stretches is some hundred times faster than
 * explaining 18,628 days. One bit of a paint says open, one fine-free, one vacation: packing asks no questions.
 */
export const paintOf = { open: 1, B: 3, G: 4, V: 8 } as const satisfies Record<DayKind, number>

const nothing = 0

/** Every day open or `G`, by the hours. */
export function paintHours(almanac: Almanac, window: Stretch): Uint8Array {
  const days = new Uint8Array(window.to - window.from + 1).fill(paintOf.G)
  const opening = almanac.hours.filter((hours) => hours.countsAsOpen)
  for (const hours of opening) {
    if (opening.length === 1) return paintPlans(hours, window, days)
    const ofKind = paintPlans(hours, window, new Uint8Array(days.length))
    for (let i = 0; i < days.length; i++) if (ofKind[i] === paintOf.open) days[i] = paintOf.open
  }
  return days
}

function paintOfSlots(slots: readonly Slot[] | undefined): number {
  if (slots === undefined) return nothing
  return slots.length > 0 ? paintOf.open : paintOf.G
}

function paintPlans({ plans }: HoursOfKind, window: Stretch, days: Uint8Array): Uint8Array {
  for (const plan of plans.toReversed()) {
    const paints = plan.week.map(paintOfSlots)
    const present = { from: Math.max(plan.from, window.from), to: Math.min(plan.to, window.to) }
    for (const { from, to } of stretchesOf(plan.when, present)) {
      paintWeeks(days, from - window.from, to - window.from + 1, weekdayOf(from), paints)
    }
  }
  return days
}

/** A plan that speaks for the whole week is copied, ever more weeks at a time; others go day by day. */
function paintWeeks(days: Uint8Array, start: number, end: number, weekday: number, paints: readonly number[]): void {
  const whole = !paints.includes(nothing)
  const byDay = whole ? Math.min(start + 7, end) : end
  for (let i = start, at = weekday; i < byDay; i++) {
    const paint = paints[at] as number
    if (paint !== nothing) days[i] = paint
    at = at === 6 ? 0 : at + 1
  }
  if (!whole) return
  for (let done = 7; start + done < end; done *= 2) {
    days.copyWithin(start + done, start, Math.min(start + done, end - done))
  }
}

/** Lays the rules over what the hours say. */
export function paintRules(almanac: Almanac, window: Stretch, days: Uint8Array): void {
  const rules = almanac.layers.flatMap((layer) => layer.kindRules).toReversed()
  if (rules.length === 0) return
  const isClosed = rules.some((rule) => 'workingDay' in rule.body.on) ? closedByFixed(rules, window) : () => false
  eachOccurrence(rules, window, isClosed, (day, paint) => {
    days[day - window.from] = paint
  })
}

/** Working days near the window's edges look at days beyond it: a year more on both sides is enough. */
function closedByFixed(rules: readonly Said<KindRule>[], window: Stretch): IsClosedByRule {
  const wider = { from: window.from - 800, to: window.to + 800 }
  const painted = new Uint8Array(wider.to - wider.from + 1)
  eachOccurrence(rules.filter((rule) => isFixed(rule.body.on)), wider, () => false, (day, paint) => {
    painted[day - wider.from] = paint
  })
  return (day) => (painted[day - wider.from] ?? nothing) >= paintOf.G
}

function eachOccurrence(
  rules: readonly Said<KindRule>[], window: Stretch, isClosed: IsClosedByRule,
  paint: (day: number, paint: number) => void,
): void {
  for (const rule of rules) {
    const from = Math.max(rule.from, window.from)
    const to = Math.min(rule.to, window.to)
    if (from > to) continue
    const margin = mayLeaveItsYear(rule.body.on) ? 1 : 0
    const lastYear = partsOf(to).year + margin
    for (let year = partsOf(from).year - margin; year <= lastYear; year++) {
      for (const day of occurrences(rule.body.on, year, isClosed)) {
        if (day >= from && day <= to) paint(day, paintOf[rule.body.kind])
      }
    }
  }
}

/** 1 on each day whose year nobody has confirmed. */
export function paintProvisional(almanac: Almanac, window: Stretch): Uint8Array {
  const days = new Uint8Array(window.to - window.from + 1).fill(1)
  const fill = (paint: number, from: number, to: number) => {
    const start = Math.max(from, window.from)
    if (start <= to) days.fill(paint, start - window.from, Math.min(to, window.to) - window.from + 1)
  }
  for (const layer of almanac.layers.toReversed()) {
    if (layer.confirmed === null) continue
    fill(1, layer.from, layer.to)
    for (const year of layer.confirmed) fill(0, year.from, year.to)
  }
  return days
}

/** Lays the exceptions over everything, and marks the days on which a closing's end is a guess. */
export function paintExceptions(almanac: Almanac, window: Stretch, days: Uint8Array, provisional: Uint8Array): void {
  const exceptions = almanac.layers.flatMap((layer) => layer.exceptions).toReversed()
  // A nearer exception that is sure of itself also takes away the doubt of the one below it.
  const guessed = new Uint8Array(exceptions.some((one) => one.guessFrom <= one.to) ? days.length : 0)
  for (const one of exceptions) {
    const start = Math.max(one.from, window.from) - window.from
    const end = Math.min(one.to, window.to) - window.from + 1
    if (start >= end) continue
    days.fill(paintOf[one.body.kind], start, end)
    if (guessed.length === 0) continue
    guessed.fill(0, start, end)
    guessed.fill(1, Math.max(start, one.guessFrom - window.from), end)
  }
  for (let i = 0; i < guessed.length; i++) if (guessed[i] === 1) provisional[i] = 1
}
