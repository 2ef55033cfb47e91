import type { Reading } from '#core/configuration.ts'
import type { Day, Parameter, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { calendarOf, fine, numberOf, type Fine, type FineRule } from '#plugins/branches/index.ts'
import { fineRule } from './contract/method.ts'
import { fineClosedDays, fineLine, fineWeeks } from './contract/parameter.ts'
import type { Line } from './line.ts'
import type { Loan } from './loan.ts'
import { fineLineOf, fineOf, fineRuleOn, type DueLoan } from './running-fine.ts'
import { speakersOn, type Speakers } from './speakers.ts'

const asked: readonly Parameter[] = [fineRule, fineClosedDays, fineWeeks, fineLine]

/** What one place and line obey on each day, looked up once. */
interface Course { readonly on: (day: Day) => FineRule; readonly last: FineRule }

type AtPlace = (loan: Omit<DueLoan, 'unit'>, returned: Day) => Fine

/**
 * The fines of many loans that come back on a day or before, each as `fineOf` tells it, from place to place. What they
 * obey is looked up once for each line and all places that say nothing of their own, and a rule that holds from the due
 * day to the last counts in one go. A line is told by being the very same.
 */
export function finesUpTo(reading: Reading, last: Day): (unit: UnitId) => AtPlace {
  const speakersOf = speakersOn(reading, asked, last)
  const shared = new Map<string, { readonly since: Day | undefined; readonly courses: Map<Line, Course> }>()
  return unit => {
    const speakers = speakersOf(unit)
    const { since, courses } = shared.get(speakers.key) ?? { since: steadySince(speakers, last), courses: new Map<Line, Course>() }
    shared.set(speakers.key, { since, courses })
    const calendar = calendarOf(reading, unit)
    return (loan, returned) => {
      if (returned <= loan.due) return nothing
      const course = courses.get(loan.line) ?? courseOf(reading, { ...loan, unit }, last)
      courses.set(loan.line, course)
      if (since === undefined || loan.due < since || loan.still?.length || loan.day < since && fineLineOf(reading, { ...loan, unit }) === 'loan-date')
        return fineOf(reading, { ...loan, unit }, returned, (_loan, day) => course.on(day))
      return fine(calendar, numberOf(loan.due), Math.min(numberOf(returned), calendar.last), course.last)
    }
  }
}

const nothing: Fine = { days: 0, periods: 0, cents: 0 }

/** From which day on everything that was said of a place holds until the last; none where it comes back every year. */
function steadySince({ rows }: Speakers, last: Day): Day | undefined {
  if (rows.some(({ key }) => key.includes('@'))) return undefined
  const turns = rows.flatMap(({ from, to }) => [
    ...(from !== null && from <= last ? [from] : []), ...(to !== null && to < last ? [plusDays(to, 1)] : []),
  ])
  return turns.reduce((latest, day) => (day > latest ? day : latest), '0001-01-01')
}

function courseOf(reading: Reading, loan: Loan, last: Day): Course {
  const days = new Map<Day, FineRule>()
  const on = (day: Day) => {
    const rule = days.get(day) ?? fineRuleOn(reading, loan, day)
    days.set(day, rule)
    return rule
  }
  return { on, last: on(last) }
}
