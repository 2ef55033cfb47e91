import type { Day } from '#core/contract.ts'

/** Whether the calendar has this day. */
export function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00Z`)
  return /^(19|20)\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

/** The first day from a day on that bears this month and date. */
export function nextOn(monthDay: string, from: Day): Day {
  const year = Number(from.slice(0, 4))
  const here = `${year}-${monthDay}`
  return here >= from ? here : `${year + 1}-${monthDay}`
}
