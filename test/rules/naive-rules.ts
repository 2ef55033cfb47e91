import { explainDays } from '#plugins/branches/calendar.ts'
import type { CalendarSource } from '#plugins/branches/contract/arithmetic.ts'
import type { FineRule } from '#plugins/branches/chargeable-days.ts'
import type { DunningMethod } from '#plugins/rules/contract/line.ts'
import { plusDays } from '../branches/naive-calendar.ts'

/** Monday of the week of a day. */
const monday = (day: string) => plusDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)

/**
 * What a loan costs by the day, told as a cashier would with a calendar and a pencil: every chargeable day is
 * struck off; a day that is past the free ones and not yet paid for is charged and pays for the days after it.
 */
export function naiveFine(source: CalendarSource, due: string, returned: string, ruleOn: (day: string) => FineRule): number {
  const days = returned > due ? explainDays(source, plusDays(due, 1), returned) : []
  const struck: string[] = []
  let paidDays: string[] = []
  let owed = 0
  for (const { day, kind } of days) {
    const rule = ruleOn(day)
    const charges = kind === 'open' || (kind === 'G' && rule.closedDaysCount)
    if (!charges) continue
    struck.push(day)
    // Either the days of the week that is paid for, or as many notes as there are days still paid for.
    const isPaid = paidDays[0] === 'next' ? paidDays.pop() === 'next' : paidDays.includes(day)
    if (isPaid || struck.length <= rule.fineFreeDays) continue
    paidDays = rule.per === 'calendar-week'
      ? Array.from({ length: 7 }, (_, n) => plusDays(monday(day), n))
      : Array.from({ length: rule.per.days - 1 }, () => 'next')
    const roof = rule.maximumCents ?? Number.MAX_SAFE_INTEGER
    if (owed < roof) owed = Math.min(roof, owed + rule.amountCents)
  }
  return owed
}

/** Which messages would leave, found for each kind by itself. */
export function naiveReminders(lent: string, due: string, ruleOn: (day: string) => DunningMethod): Record<string, string> {
  const days = Array.from({ length: 1200 }, (_, n) => plusDays(lent, n + 1))
  const bill = days.find(day => ruleOn(day).billDays > 0 && day >= plusDays(due, ruleOn(day).billDays))
  const left = days.filter(day => bill === undefined || day < bill)
  const notice = left.find(day => {
    const { preNoticeDays: before } = ruleOn(day)
    return before > 0 && day < due && day >= plusDays(due, -before) && plusDays(due, -before) > lent
  })
  const first = left.find(day => ruleOn(day).reminder1Days > 0 && day >= plusDays(due, ruleOn(day).reminder1Days))
  const second = first && left.find(day =>
    day > first && ruleOn(day).reminder2Days > 0 && day >= plusDays(first, ruleOn(day).reminder2Days))
  return {
    ...(notice && { 'pre-notice': notice }), ...(first && { 'reminder-1': first }),
    ...(second && { 'reminder-2': second }), ...(bill && { bill }),
  }
}
