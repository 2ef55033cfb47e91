import type { Reading } from '#core/configuration.ts'
import type { Day, Language } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { almanacOf } from './almanac.ts'
import { explainDay } from './calendar.ts'
import type { CalendarDay, CalendarSource } from './contract/arithmetic.ts'
import type { DayKind } from './contract/calendar.ts'
import { numberOf, partsOf, toDay } from './day-number.ts'
import { dayWords } from './day-words.ts'
import { gaps } from './hours.ts'
import { hoursKindsOf } from './calendar-source.ts'
import { ruledYear } from './ruled-year.ts'

/** What one look at a calendar tells about today and what comes. */
export interface Coming {
  readonly kind: DayKind
  readonly provisional: boolean
  readonly nextChange: { readonly day: Day; readonly text: string } | undefined
  readonly daysOfHoursLeft: number | null
  readonly gap: { readonly from: Day; readonly to: Day } | undefined
  /** The closure today whose end is a guess. */
  readonly guessed: { readonly closing: string | undefined; readonly to: Day | null } | undefined
}

const AHEAD_DAYS = 90
const HOURS_DAYS = 365

const known = new WeakMap<CalendarSource, { day: Day; language: Language; coming: Coming }>()

/** Kept for the day: the landing page asks it for every branch, each time. */
export function comingDays(reading: Reading, source: CalendarSource, today: Day, language: Language): Coming {
  const kept = known.get(source)
  if (kept?.day === today && kept.language === language) return kept.coming
  const now = explainDay(source, today)
  const gap = firstGap(source, today)
  const coming: Coming = {
    kind: now.kind,
    provisional: now.provisional,
    nextChange: nextChange(reading, source, today, language),
    daysOfHoursLeft: gap ? numberOf(gap.from) - numberOf(today) : null,
    gap,
    guessed: guessedEnd(source, now),
  }
  known.set(source, { day: today, language, coming })
  return coming
}

const knownGaps = new WeakMap<object, { day: Day; gap: Coming['gap'] }>()

/** Closings leave no gap, so it is looked for again only when hours changed. */
function firstGap(source: CalendarSource, today: Day): Coming['gap'] {
  const { hours } = almanacOf(source)
  const known = knownGaps.get(hours)
  if (known?.day === today) return known.gap
  const [gap] = gaps(source, today, plusDays(today, HOURS_DAYS))
  knownGaps.set(hours, { day: today, gap })
  return gap
}

function nextChange(
  reading: Reading,
  source: CalendarSource,
  today: Day,
  language: Language,
): Coming['nextChange'] {
  const { days, begins } = daysThatMayDiffer(source, today)
  const kinds = hoursKindsOf(reading)
  for (const number of days) {
    const day = explainDay(source, number)
    const differs = day.otherwise.length > 0 || (day.why.by !== 'hours' && day.kind !== 'G' && day.kind !== 'V')
    if (differs) return { day: day.day, text: dayWords(day, kinds, language) }
    if (begins.has(number))
      return {
        day: day.day,
        text: { nl: 'andere openingsuren', en: 'other opening hours', fr: 'autres heures d’ouverture' }[
          language
        ],
      }
  }
  return undefined
}

let ahead = { today: '', first: 0, last: 0, years: [] as number[] }

/** The same for every branch of a day. */
function daysAfter(today: Day) {
  if (ahead.today === today) return ahead
  const first = numberOf(today) + 1
  const last = first - 1 + AHEAD_DAYS
  ahead = { today, first, last, years: [...new Set([partsOf(first - 1).year, partsOf(last).year])] }
  return ahead
}

function daysThatMayDiffer(source: CalendarSource, today: Day) {
  const almanac = almanacOf(source)
  const { first, last, years } = daysAfter(today)
  const days = new Set<number>()
  const begins = new Set<number>()
  const add = (day: number, to = days) => {
    if (day >= first && day <= last) to.add(day)
  }
  for (const { exceptions, cuts } of almanac.layers) {
    for (const one of [...exceptions, ...cuts]) {
      for (let day = Math.max(one.from, first); day <= Math.min(one.to, last, one.from + 13); day++) add(day)
    }
  }
  for (const year of years) {
    const { kinds, cuts } = ruledYear(almanac, year)
    for (const day of kinds.keys()) add(day)
    for (const day of cuts.keys()) add(day)
  }
  for (const { plans } of almanac.hours) for (const plan of plans) add(plan.from, begins)
  for (const day of begins) days.add(day)
  return { days: [...days].sort((a, b) => a - b), begins }
}

function guessedEnd(source: CalendarSource, { day, why }: CalendarDay): Coming['guessed'] {
  if (why.by !== 'exception' || why.said.provisionalEnd !== true) return undefined
  const { closing } = why.said
  const number = numberOf(day)
  const layer = almanacOf(source).layers.find(({ exceptions }) => exceptions.some(one => one.unit === why.unit))
  const ends = (layer?.exceptions ?? [])
    .filter(one => one.to >= number && (closing ? one.body.closing === closing : one.body === why.said))
    .map(({ to }) => to)
  const end = Math.max(...ends)
  return { closing, to: end >= 900_000 ? null : toDay(end) }
}
