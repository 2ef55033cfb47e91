import type { CalendarRule, YearlyDay } from './contract/calendar.ts'
import type { Almanac, AlmanacLayer, CutRule, KindRule, Said } from './almanac.ts'
import { numberOfDate, partsOf, type DayNumber } from './day-number.ts'
import { isFixed, mayLeaveItsYear, occurrences, type IsClosedByRule } from './yearly-day.ts'

/** What the rules on a branch's path make of one year, day by day. */
export interface RuledYear {
  /** The rule that decides a day's kind. */
  readonly kinds: ReadonlyMap<DayNumber, Said<KindRule>>
  /** Every rule that cuts a day's hours, nearest unit first. */
  readonly cuts: ReadonlyMap<DayNumber, readonly Said<CutRule>[]>
}

/** What was worked out for the same rules, whichever branch asked first. */
interface Rules {
  readonly years: Map<number, RuledYear>
  readonly fixedYears: Map<number, RuledYear['kinds']>
  readonly below: WeakMap<AlmanacLayer, Rules>
}

const noRules = (): Rules => ({ years: new Map(), fixedYears: new Map(), below: new WeakMap() })
const none = noRules()
const rulesOf = new WeakMap<Almanac, Rules>()

/** Few units have rules, so branches under the same ones share what follows from them. */
function sharedRules(almanac: Almanac): Rules {
  const known = rulesOf.get(almanac)
  if (known !== undefined) return known
  let rules = none
  for (const layer of almanac.layers) {
    if (layer.kindRules.length === 0 && layer.cutRules.length === 0) continue
    const next: Rules = rules.below.get(layer) ?? noRules()
    rules.below.set(layer, next)
    rules = next
  }
  rulesOf.set(almanac, rules)
  return rules
}

function remembered<T>(years: Map<number, T>, year: number, work: () => T): T {
  const known = years.get(year) ?? work()
  years.set(year, known)
  return known
}

/** The rules of one year, worked out when first asked for. */
export const ruledYear = (almanac: Almanac, year: number): RuledYear =>
  remembered(sharedRules(almanac).years, year, () => {
    const isClosed: IsClosedByRule = (day) => closesWorkingDay(almanac, day)
    return { kinds: kindsOfYear(almanac, year, () => true, isClosed), cuts: cutsOfYear(almanac, year, isClosed) }
  })

/**
 * Whether a fixed, Easter or n-th-weekday rule closes a day: the nearest such rule decides, so a
 * branch that says "open on 2 January" also makes it a working day for a rule of the region.
 */
function closesWorkingDay(almanac: Almanac, day: DayNumber): boolean {
  const { year } = partsOf(day)
  const fixed = remembered(sharedRules(almanac).fixedYears, year, () =>
    kindsOfYear(almanac, year, (rule) => isFixed(rule.body.on), () => false))
  const kind = fixed.get(day)?.body.kind
  return kind === 'G' || kind === 'V'
}

function kindsOfYear(
  almanac: Almanac, year: number, counts: (rule: Said<KindRule>) => boolean, isClosed: IsClosedByRule,
): RuledYear['kinds'] {
  const kinds = new Map<DayNumber, Said<KindRule>>()
  for (const { kindRules } of almanac.layers) {
    for (const rule of kindRules) {
      if (!counts(rule)) continue
      for (const day of daysIn(rule, year, isClosed)) if (!kinds.has(day)) kinds.set(day, rule)
    }
  }
  return kinds
}

function cutsOfYear(almanac: Almanac, year: number, isClosed: IsClosedByRule): RuledYear['cuts'] {
  const cuts = new Map<DayNumber, Said<CutRule>[]>()
  for (const { cutRules } of almanac.layers) {
    for (const rule of cutRules) {
      for (const day of daysIn(rule, year, isClosed)) {
        const known = cuts.get(day)
        if (known === undefined) cuts.set(day, [rule])
        else known.push(rule)
      }
    }
  }
  return cuts
}

/** The days of a calendar year on which a rule holds, wherever they are counted from. */
function daysIn(rule: Said<CalendarRule>, year: number, isClosed: IsClosedByRule): readonly DayNumber[] {
  const first = Math.max(rule.from, numberOfDate(year, 1, 1))
  const last = Math.min(rule.to, numberOfDate(year, 12, 31))
  if (first > last) return []
  const { on } = rule.body
  const days = 'workingDay' in on ? around(on, year, isClosed) : daysOfYear(on, year)
  return days.every((day) => day >= first && day <= last) ? days : days.filter((day) => day >= first && day <= last)
}

const knownDays = new WeakMap<YearlyDay, Map<number, readonly DayNumber[]>>()

/** A holiday of the region falls on the same day for all its branches, so it is reckoned once. */
function daysOfYear(on: YearlyDay, year: number): readonly DayNumber[] {
  const byYear = knownDays.get(on) ?? new Map<number, readonly DayNumber[]>()
  knownDays.set(on, byYear)
  const days = byYear.get(year) ?? around(on, year, () => false)
  byYear.set(year, days)
  return days
}

const around = (on: YearlyDay, year: number, isClosed: IsClosedByRule): DayNumber[] =>
  (mayLeaveItsYear(on) ? [year - 1, year, year + 1] : [year]).flatMap((each) => occurrences(on, each, isClosed))
