import type { Day } from '#core/contract.ts'
import { regional } from '#console/time/day.ts'

/** `12 mei 1990`: of a day of birth nobody wants to know the weekday. */
export const plainDay = (language: string, day: Day) =>
  new Intl.DateTimeFormat(regional(language), { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(Date.parse(`${day}T00:00Z`))
