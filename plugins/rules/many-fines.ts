import type { Reading } from '#core/configuration.ts'
import type { Day, Parameter, UnitId } from '#core/contract.ts'
import { rowsOf } from '#core/parameter.ts'
import { pathToday } from '#core/unit.ts'
import { calendarOf, fine, numberOf, type Fine, type FineRule } from '#plugins/branches/index.ts'
import { fineRule } from './contract/method.ts'
import { fineClosedDays, fineWeeks } from './contract/parameter.ts'
import type { Loan } from './loan.ts'
import { fineLineOf, fineOf, fineRuleOn, type DueLoan } from './running-fine.ts'

const asked: readonly Parameter[] = [fineRule, fineClosedDays, fineWeeks]

/** What one place and line obey on each day, looked up once. */
interface Course { readonly on: (day: Day) => FineRule; readonly always: FineRule | undefined }

/**
 * The fines of many loans, each as `fineOf` tells it. What they obey is looked up once for all places that say nothing of
 * their own, and a rule that holds from the first day to the last counts in one go.
 */
export function finesWithin(reading: Reading, first: Day, last: Day): (loan: DueLoan, returned: Day) => Fine {
  const speakers = new Map<UnitId, { readonly key: string; readonly isSteady: boolean }>()
  const courses = new Map<string, Course>()
  const speakersOf = (unit: UnitId) => {
    const known = speakers.get(unit)
    if (known) return known
    const said = pathToday(reading, unit, last).map(id => ({ id, rows: asked.flatMap(parameter => rowsOf(reading, parameter, id)) }))
      .filter(({ rows }) => rows.length)
    const isWithin = (day: Day | null) => day !== null && day > first && day <= last
    const isSteady = said.every(({ rows }) => rows.every(({ key, from, to }) => !key.includes('@') && !isWithin(from) && !(to !== null && to >= first && to < last)))
    const found = { key: said.map(({ id }) => id).join(' '), isSteady }
    speakers.set(unit, found)
    return found
  }
  const courseOf = (loan: Loan): Course => {
    const { key, isSteady } = speakersOf(loan.unit)
    const name = `${key} ${loan.line.membership}|${loan.line.material}`
    const known = courses.get(name)
    if (known) return known
    const days = new Map<Day, FineRule>()
    const on = (day: Day) => {
      const rule = days.get(day) ?? fineRuleOn(reading, loan, day)
      days.set(day, rule)
      return rule
    }
    const course = { on, always: isSteady ? on(last) : undefined }
    courses.set(name, course)
    return course
  }
  return (loan, returned) => {
    if (returned <= loan.due) return nothing
    const { on, always } = courseOf(loan)
    if (!always || loan.still?.length || loan.due < first || fineLineOf(reading, loan) === 'loan-date')
      return fineOf(reading, loan, returned, (_loan, day) => on(day))
    const calendar = calendarOf(reading, loan.unit)
    return fine(calendar, numberOf(loan.due), Math.min(numberOf(returned), calendar.last), always)
  }
}

const nothing: Fine = { days: 0, periods: 0, cents: 0 }
