import { placesAfter } from './open-day.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'
import { countBefore } from './day-bits.ts'
import { weekOf, type AnyDay } from './day-number.ts'

export interface ClosedDays {
  /** Whether `G` days count, as each library chooses; `B` and `V` never do. */
  readonly closedDaysCount: boolean
}

/** How a library charges for what comes back late. Source: domain/1 §2.6. */
export interface FineRule extends ClosedDays {
  readonly amountCents: number
  /** The amount is due per so many chargeable days begun, or per calendar week (Monday to Sunday) begun. */
  readonly per: { readonly days: number } | 'calendar-week'
  /** The first so many chargeable days cost nothing. */
  readonly fineFreeDays: number
  /** The most one item costs; null without limit, 0 with amount 0 is "no fine". */
  readonly maximumCents: number | null
}

export interface Fine {
  /** Chargeable days after the fine-free ones. */
  readonly days: number
  /** Days, periods or weeks for which the amount is due. */
  readonly periods: number
  readonly cents: number
}

/** How many days count for a fine: `due < d <= returned`. */
export function chargeableDays(
  calendar: CompiledCalendar, due: AnyDay, returned: AnyDay, rule: ClosedDays,
): number {
  const [start, end] = placesAfter(calendar, due, returned)
  return chargeableBefore(calendar, end, rule) - chargeableBefore(calendar, start, rule)
}

/** How many periods are begun, once the fine-free days are off. */
export function chargeablePeriods(
  calendar: CompiledCalendar, due: AnyDay, returned: AnyDay,
  rule: Pick<FineRule, 'per' | 'fineFreeDays' | 'closedDaysCount'>,
): number {
  if (rule.per === 'calendar-week') return weeksBegun(calendar, due, returned, rule)
  return Math.ceil(daysBeyondFree(calendar, due, returned, rule) / rule.per.days)
}

const daysBeyondFree = (
  calendar: CompiledCalendar, due: AnyDay, returned: AnyDay, rule: Pick<FineRule, 'fineFreeDays' | 'closedDaysCount'>,
): number => Math.max(0, chargeableDays(calendar, due, returned, rule) - rule.fineFreeDays)

function weeksBegun(
  calendar: CompiledCalendar, due: AnyDay, returned: AnyDay, rule: Pick<FineRule, 'fineFreeDays' | 'closedDaysCount'>,
): number {
  const [start, end] = placesAfter(calendar, due, returned)
  const free = chargeableBefore(calendar, start, rule) + rule.fineFreeDays
  let weeks = 0
  for (let from = start; from < end;) {
    const monday = (weekOf(calendar.first + from) + 1) * 7 - 3 - calendar.first
    const to = Math.min(monday, end)
    const before = Math.max(chargeableBefore(calendar, from, rule), free)
    if (chargeableBefore(calendar, to, rule) > before) weeks++
    from = to
  }
  return weeks
}

/** What an item brought back late costs, in whole cents. */
export function fine(calendar: CompiledCalendar, due: AnyDay, returned: AnyDay, rule: FineRule): Fine {
  const days = daysBeyondFree(calendar, due, returned, rule)
  const periods = rule.per === 'calendar-week' ? weeksBegun(calendar, due, returned, rule) : Math.ceil(days / rule.per.days)
  const cents = Math.min(rule.amountCents * periods, rule.maximumCents ?? Infinity)
  return { days, periods, cents }
}

function chargeableBefore({ open, fineFree, vacation }: CompiledCalendar, place: number, rule: ClosedDays): number {
  const charged = rule.closedDaysCount ? place - countBefore(vacation, place) : countBefore(open, place)
  return charged - countBefore(fineFree, place)
}
