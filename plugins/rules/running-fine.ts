import type { Reading } from '#core/configuration.ts'
import type { Day } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import {
  calendarOf, chargeableDays, fine, numberOf, toDay, weekOf, type DayNumber, type Fine, type FineRule,
} from '#plugins/branches/index.ts'
import { fineRule } from './contract/method.ts'
import { fineClosedDays, fineLine, fineWeeks } from './contract/parameter.ts'
import type { Loan } from './loan.ts'

type Calendar = ReturnType<typeof calendarOf>

/** A loan whose due date is known, and the periods over which its fine stands still; without a last day until further notice. */
export interface DueLoan extends Loan {
  readonly due: Day
  readonly still?: readonly { readonly from: Day; readonly to: Day | null }[]
}

/** What a loan costs when it comes back on one day, and the rule that had the last word. */
export interface FineOn extends Fine { readonly day: Day; readonly rule: FineRule }

/** How a fine counts in a place on a day: its rule line, and what the house says of closed days and weeks. */
export function fineRuleOn(reading: Reading, { unit, line }: Loan, day: Day): FineRule {
  const { amountCents, periodDays, graceDays, maximumCents } = resolve(reading, fineRule, unit, day, line).value
  const byWeek = periodDays === 7 && resolve(reading, fineWeeks, unit, day).value === 'calendar-weeks'
  return {
    amountCents, maximumCents, fineFreeDays: graceDays, per: byWeek ? 'calendar-week' : { days: periodDays },
    closedDaysCount: resolve(reading, fineClosedDays, unit, day).value,
  }
}

/** Which rule a running loan obeys; what the house says of it on the day of the loan counts. */
export const fineLineOf = (reading: Reading, { unit, day }: Loan) => resolve(reading, fineLine, unit, day).value

/** What a loan costs when it comes back on a day. */
export function fineOf(
  reading: Reading, loan: DueLoan, returned: Day, ruleOn = (one: Loan, day: Day): FineRule => fineRuleOn(reading, one, day),
): Fine {
  let last: Fine = { days: 0, periods: 0, cents: 0 }
  if (returned <= loan.due) return last
  const calendar = calendarOf(reading, loan.unit)
  const by = fineLineOf(reading, loan)
  const rule = by === 'per-day' ? undefined : ruleOn(loan, by === 'loan-date' ? loan.day : returned)
  if (rule && !loan.still?.length) {
    // Nobody knows the days beyond the calendar.
    return fine(calendar, numberOf(loan.due), Math.min(numberOf(returned), calendar.last), rule)
  }
  for (const on of finesByDay(calendar, loan, day => rule ?? ruleOn(loan, day))) {
    if (on.day > returned) break
    last = on
  }
  return { days: last.days, periods: last.periods, cents: last.cents }
}

/** Day after day what a loan costs when it comes back then, to the end of the calendar. */
export function* finesOf(reading: Reading, loan: DueLoan): Generator<FineOn> {
  const calendar = calendarOf(reading, loan.unit)
  const by = fineLineOf(reading, loan)
  if (by === 'per-day') return yield* finesByDay(calendar, loan, day => fineRuleOn(reading, loan, day))
  const due = numberOf(loan.due)
  const fixed = by === 'loan-date' ? fineRuleOn(reading, loan, loan.day) : undefined
  for (let number = due + 1; number <= calendar.last; number++) {
    const day = toDay(number)
    const rule = fixed ?? fineRuleOn(reading, loan, day)
    yield { ...fine(calendar, due, number, rule), day, rule }
  }
}

/**
 * Each chargeable day by the rule of that day. A day past the free ones begins a period when the one begun
 * before is over; it costs what the rule of its first day says and is paid for as long as that rule said, so a
 * new rule charges no day twice. A lower maximum takes nothing back. A day on which the fine stands still counts as none.
 */
export function* finesByDay(
  calendar: Calendar, { due, still = [] }: Pick<DueLoan, 'due' | 'still'>, ruleOn: (day: Day) => FineRule,
): Generator<FineOn> {
  let [chargeable, days, periods, cents] = [0, 0, 0, 0]
  let paid: { readonly through: number } | { readonly week: number } = { through: 0 }
  const isPaid = (number: DayNumber) => 'week' in paid ? paid.week === weekOf(number) : chargeable <= paid.through
  for (let number = numberOf(due) + 1; number <= calendar.last; number++) {
    const day = toDay(number)
    const rule = ruleOn(day)
    const stands = still.some(({ from, to }) => day >= from && (to === null || day <= to))
    if (!stands && chargeableDays(calendar, number - 1, number, rule) === 1 && ++chargeable > rule.fineFreeDays) {
      days++
      if (!isPaid(number)) {
        periods++
        cents = Math.max(cents, Math.min(cents + rule.amountCents, rule.maximumCents ?? Infinity))
        paid = rule.per === 'calendar-week' ? { week: weekOf(number) } : { through: chargeable + rule.per.days - 1 }
      }
    }
    yield { day, days, periods, cents, rule }
  }
}
