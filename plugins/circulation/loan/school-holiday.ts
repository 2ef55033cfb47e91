import type { Reading } from '#core/configuration.ts'
import { ANY, type Day, type UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { readParameterKey, resolve, rowsOf } from '#core/parameter.ts'
import { pathToday } from '#core/unit.ts'
import { daySetsOf, dueDate, type CompiledCalendar } from '#plugins/branches/index.ts'
import type { DaySet } from '#plugins/branches/contract/hours.ts'
import { schoolHolidays } from '../contract/parameter/school.ts'
import type { Term } from '../contract/loan.ts'

type Holidays = DaySet['periods']

/** The school holidays in which nothing of a type of membership is due at a branch. */
export function holidaysFor(reading: Reading, unit: UnitId, day: Day, membership: string): Holidays {
  const codes = resolve(reading, schoolHolidays, unit, day, { membership }).value
  return codes.length ? daySetsOf(reading).filter(({ code }) => codes.includes(code)).flatMap(({ periods }) => periods) : []
}

/** The types of membership of which some branches say when they have no school, or that they have no part in it. */
export const typesWithSchool = (reading: Reading, branches: readonly UnitId[], day: Day): string[] => {
  const units = new Set(branches.flatMap(branch => pathToday(reading, branch, day)))
  return [...new Set([...units].flatMap(unit => rowsOf(reading, schoolHolidays, unit)
    .flatMap(({ key }) => readParameterKey(key, schoolHolidays).where['membership'] ?? ANY)))].filter(type => type !== ANY)
}

interface Landing { readonly day: Day; readonly shifts: Term['shifts'] }

/**
 * By the calendar of the branch, and never in a holiday of the school: from there it goes on at the first day after, by the
 * same calendar, for as often as it lands in another one.
 */
export function dueOutside(calendar: CompiledCalendar, holidays: Holidays, raw: Day): Landing | null {
  const shifts: Term['shifts'] = []
  let from = raw
  // Each turn ends after one more holiday, so it ends at the latest with the last of them.
  for (let turn = 0; turn <= holidays.length; turn++) {
    const due = dueDate(calendar, from)
    if (!due) return null
    shifts.push(...due.shifts.map(shift => ({ ...shift })))
    const holiday = holidays.find(period => period.from <= due.day && period.to >= due.day)
    if (!holiday) return { day: due.day, shifts }
    from = plusDays(holiday.to, 1)
    shifts.push({ from: due.day, to: from, because: 'S', text: holiday.name })
  }
  return null
}
