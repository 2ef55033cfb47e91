import type { Day, Language } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { explainDays } from '../calendar.ts'
import type { CalendarDay, CalendarSource } from '../contract/arithmetic.ts'
import type { HoursKind } from '../contract/hours.ts'
import { numberOf, weekdayOf } from '../day-number.ts'
import { dayWords } from '../day-words.ts'
import { colon, dayIn } from '../wording.ts'

const WEEKS_SOUGHT = 5

/** The first seven days of a period on which nothing but hours speaks; its first days where there are none such. */
export function sampleWeek(source: CalendarSource, from: Day, to: Day | null): CalendarDay[] {
  const week = (n: number) => {
    const first = plusDays(from, 7 * n)
    const last = plusDays(first, 6)
    return to !== null && last > to ? [] : explainDays(source, first, last)
  }
  for (let n = 0; n < WEEKS_SOUGHT; n++) {
    const days = week(n)
    if (days.length > 0 && days.every(({ why }) => why.by === 'hours')) return days
  }
  const end = plusDays(from, 6)
  return explainDays(source, from, to !== null && to < end ? to : end)
}

const locales = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE' } as const
const weekdayIn = (language: Language, day: Day) =>
  new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: 'short' }).format(Date.parse(`${day}T00:00Z`))

/** `ma: gesloten · di–vr: open 9:00–12:00 · za–zo: gesloten`; some single days by their dates. */
export function weekWords(days: readonly CalendarDay[], kinds: readonly HoursKind[], language: Language): string {
  if (days.length < 7)
    return days
      .map(day => `${dayIn(language, day.day)}${colon(language)} ${dayWords(day, kinds, language)}`)
      .join(' · ')
  const runs: { first: Day; last: Day; words: string }[] = []
  for (const day of days.toSorted((a, b) => weekdayOf(numberOf(a.day)) - weekdayOf(numberOf(b.day)))) {
    const words = dayWords(day, kinds, language)
    const run = runs.at(-1)
    if (run?.words === words) run.last = day.day
    else runs.push({ first: day.day, last: day.day, words })
  }
  return runs
    .map(({ first, last, words }) => {
      const [begin, end] = [weekdayIn(language, first), weekdayIn(language, last)]
      return `${begin === end ? begin : `${begin}–${end}`}${colon(language)} ${words}`
    })
    .join(' · ')
}
