import { overlaps } from '#core/configuration.ts'
import type { Day } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import type { AskedYear } from './asked-year.ts'
import type { Proposed } from './contract/answers.ts'
import { exceptionFact, type DayException } from './contract/calendar.ts'
import { numberOf, toDay } from './day-number.ts'
import type { Holiday } from './public-holidays.ts'
import { easterSunday } from './yearly-day.ts'

interface OwnDays {
  readonly from: Day
  readonly to: Day
  readonly body: DayException
}

/** So many days are a vacation, which keeps its weekdays rather than its dates. */
const A_WEEK = 5

/**
 * The own closings of the year before, carried over: a few days by date, whole weeks by weekday, days
 * beside a feast that moves with Easter along with it. What fell on a public holiday comes back as that
 * holiday.
 */
export function lastYears(asked: AskedYear, lastHolidays: readonly Holiday[]): Proposed[] {
  const { on, year, serves } = asked
  return ownDays(asked).flatMap(({ from, to, body }): Proposed[] => {
    const length = numberOf(to) - numberOf(from) + 1
    if (length === 1 && lastHolidays.some(({ day }) => day === from)) return []
    const day = moved(from, length, year)
    const days = Array.from({ length }, (_, n) => plusDays(day, n)).filter(one => on.has(one))
    const last = days.at(-1)
    if (last === undefined) return []
    const alreadySet = days.every(one => on.get(one)?.why.by === 'exception')
    return [
      {
        day,
        ...(length > 1 && { to: last }),
        kind: body.kind,
        text: body.text,
        source: 'last-year',
        alreadySet,
        suggested: !alreadySet && days.some(serves),
      },
    ]
  })
}

/** What the unit itself closed; for a library also what each of its places closed on its own. */
function ownDays({ reading, unit, year, places }: AskedYear): OwnDays[] {
  const [first, last] = [`${year - 1}-01-01`, `${year - 1}-12-31`]
  const saidBy = (id: string): OwnDays[] =>
    reading
      .of(exceptionFact, id)
      .filter(said => overlaps(said, { from: first, to: last }) && comesBack(said.body))
      .map(said => ({
        from: said.from === null || said.from < first ? first : said.from,
        to: said.to === null || said.to > last ? last : said.to,
        body: said.body,
      }))
  const own = saidBy(unit)
  const [one, ...others] = places.filter(id => id !== unit).map(saidBy)
  const shared = (one ?? []).filter(({ from, to }) =>
    others.every(days => days.some(other => other.from === from && other.to === to)),
  )
  return [...own, ...shared.filter(({ from, to }) => !own.some(known => known.from <= from && known.to >= to))]
}

/** Between Christmas and New Year the dates count, not the weekdays. */
const overChristmas = (from: Day, length: number) => plusDays(from, length - 1).slice(5) >= '12-25'

/** Works without a certain end are no custom. */
const comesBack = ({ kind, provisionalEnd }: DayException) => (kind === 'G' || kind === 'V') && provisionalEnd !== true

function moved(from: Day, length: number, year: number): Day {
  if (length >= A_WEEK && !overChristmas(from, length)) return plusDays(from, 364)
  const afterEaster = numberOf(from) - easterSunday(year - 1)
  if (besideFeast(afterEaster)) return toDay(easterSunday(year) + afterEaster)
  return from.endsWith('02-29') ? `${year}-02-28` : `${year}${from.slice(4)}`
}

/** Good Friday to Tuesday after Easter, Ascension and its bridge, the days around Whitsun. */
const besideFeast = (days: number) =>
  (days >= -3 && days <= 2) || (days >= 38 && days <= 41) || (days >= 47 && days <= 51)
