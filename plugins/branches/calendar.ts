import type { CalendarDay, CalendarSource, DayCut, DayHours, DayReason } from './contract/arithmetic.ts'
import type { DayKind } from './contract/calendar.ts'
import { almanacOf, type Almanac, type SaidException } from './almanac.ts'
import { numberOf, partsOf, toDay, type AnyDay, type DayNumber, type DayParts } from './day-number.ts'
import { plannedHours, type PlannedHours } from './hours.ts'
import { ruledYear } from './ruled-year.ts'
import { cutSlots } from './slot.ts'

/**
 * One day of a branch, and why it is so.
 *
 * Its kind is what the nearest unit's exception says, else the nearest rule, else it follows from the
 * hours: open with hours of a kind that counts as open, otherwise `G`. Cuts shorten the hours and never
 * change the kind, even when nothing is left. "Open anyway" sets aside the cuts too: as an exception
 * all cutting rules and the cuts of units further up, as a rule the cutting rules of units further up.
 *
 * A year is provisional until the nearest unit that confirms years at all has confirmed it; where
 * none on the path ever confirmed one, every day is. So is the last day of a closing whose end is a
 * guess, or all of it when it has no end. Source: domain/1 §2.4, §2.7.
 */
export const explainDay = (source: CalendarSource, day: AnyDay): CalendarDay =>
  explain(almanacOf(source), partsOf(numberOf(day)))

/** Every day from `from` to `to`, both included. */
export function explainDays(source: CalendarSource, from: AnyDay, to: AnyDay): CalendarDay[] {
  const almanac = almanacOf(source)
  const last = numberOf(to)
  const days: CalendarDay[] = []
  for (let day = numberOf(from); day <= last; day++) days.push(explain(almanac, partsOf(day)))
  return days
}

export function explain(almanac: Almanac, on: DayParts): CalendarDay {
  const exception = exceptionOn(almanac, on.number)
  const planned = plannedHours(almanac, on)
  const { kind, why } = kindOfDay(almanac, on, exception, planned)
  const cuts = cutsOn(almanac, on, exception)
  const open = kind === 'open' || kind === 'B'
  const hours = open ? afterCuts(planned.hours, cuts) : []
  return {
    day: toDay(on.number),
    kind,
    provisional: isProvisional(almanac, on.number, exception),
    why,
    hours,
    otherwise: hours === planned.hours ? [] : planned.hours,
    cuts,
  }
}

function exceptionOn(almanac: Almanac, day: DayNumber): SaidException | undefined {
  for (const { exceptions } of almanac.layers) {
    for (const one of exceptions) if (day >= one.from && day <= one.to) return one
  }
  return undefined
}

function kindOfDay(
  almanac: Almanac, on: DayParts, exception: SaidException | undefined, planned: PlannedHours,
): { kind: DayKind; why: DayReason } {
  if (exception !== undefined) {
    const { unit, key, body } = exception
    return { kind: body.kind, why: { by: 'exception', unit, key, said: body } }
  }
  const rule = ruledYear(almanac, on.year).kinds.get(on.number)
  if (rule !== undefined) {
    return { kind: rule.body.kind, why: { by: 'rule', unit: rule.unit, key: rule.key, said: rule.body } }
  }
  const plan = planned.decidedBy
  return {
    kind: planned.opens ? 'open' : 'G',
    why: { by: 'hours', unit: plan?.unit ?? null, key: plan?.key ?? null },
  }
}

function cutsOn(almanac: Almanac, on: DayParts, exception: SaidException | undefined): DayCut[] {
  const { kinds, cuts: cutRules } = ruledYear(almanac, on.year)
  const openAnyway = exception?.body.kind === 'open' ? exception.height : -1
  const rule = kinds.get(on.number)
  const openByRule = rule?.body.kind === 'open' ? rule.height : -1
  const result: DayCut[] = []
  for (const { cuts } of almanac.layers) {
    for (const { unit, key, body, from, to, height } of cuts) {
      if (on.number < from || on.number > to || height < openAnyway) continue
      const later = body.publicFrom === undefined ? {} : { publicFrom: body.publicFrom }
      result.push({ unit, key, cut: body.cut, text: body.text, ...later })
    }
  }
  if (openAnyway !== -1) return result
  for (const { unit, key, body, height } of cutRules.get(on.number) ?? []) {
    if (height >= openByRule) result.push({ unit, key, cut: body.cut, text: body.text })
  }
  return result
}

function afterCuts(hours: readonly DayHours[], cuts: readonly DayCut[]): readonly DayHours[] {
  if (cuts.length === 0) return hours
  const spans = cuts.map(({ cut }) => cut)
  const left = hours.map((one) => {
    const slots = cutSlots(one.slots, spans)
    return slots === one.slots ? one : { ...one, slots }
  })
  return left.every((one, i) => one === hours[i]) ? hours : left.filter((one) => one.slots.length > 0)
}

function isProvisional(almanac: Almanac, day: DayNumber, exception: SaidException | undefined): boolean {
  if (exception !== undefined && day >= exception.guessFrom) return true
  for (const { from, to, confirmed } of almanac.layers) {
    if (confirmed === null || day < from || day > to) continue
    return !confirmed.some((year) => day >= year.from && day <= year.to)
  }
  return true
}
