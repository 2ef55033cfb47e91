import type { Reading } from '#core/configuration.ts'
import type { Day, Parameter } from '#core/contract.ts'
import { calendarOf, fine, numberOf, type Fine, type FineRule } from '#plugins/branches/index.ts'
import { fineRule } from './contract/method.ts'
import { fineClosedDays, fineWeeks } from './contract/parameter.ts'
import type { Loan } from './loan.ts'
import { fineLineOf, fineOf, fineRuleOn, type DueLoan } from './running-fine.ts'
import { speakersOn, type Speakers } from './speakers.ts'

const asked: readonly Parameter[] = [fineRule, fineClosedDays, fineWeeks]

/** What one place and line obey on each day, looked up once. */
interface Course { readonly on: (day: Day) => FineRule; readonly always: FineRule | undefined }

/**
 * The fines of many loans, each as `fineOf` tells it. What they obey is looked up once for all places that say nothing of
 * their own, and a rule that holds from the first day to the last counts in one go.
 */
export function finesWithin(reading: Reading, first: Day, last: Day): (loan: DueLoan, returned: Day) => Fine {
  const speakersOf = speakersOn(reading, asked, last)
  const courses = new Map<string, Course>()
  const isWithin = (day: Day | null) => day !== null && day > first && day <= last
  const isSteady = ({ rows }: Speakers) => rows.every(({ key, from, to }) =>
    !key.includes('@') && !isWithin(from) && !(to !== null && to >= first && to < last))
  const courseOf = (loan: Loan): Course => {
    const speakers = speakersOf(loan.unit)
    const name = `${speakers.key} ${loan.line.membership}|${loan.line.material}`
    const known = courses.get(name)
    if (known) return known
    const days = new Map<Day, FineRule>()
    const on = (day: Day) => {
      const rule = days.get(day) ?? fineRuleOn(reading, loan, day)
      days.set(day, rule)
      return rule
    }
    const course = { on, always: isSteady(speakers) ? on(last) : undefined }
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
