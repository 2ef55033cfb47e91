import { overlaps, type Reading } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { pathOf, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { authorsOf } from './authors.ts'
import { calendarSource } from './calendar-source.ts'
import { explainDays } from './calendar.ts'
import type { Proposed, UnitYear } from './contract/answers.ts'
import type { CalendarDay } from './contract/arithmetic.ts'
import { exceptionFact, yearFact } from './contract/calendar.ts'
import { remindedFact } from './contract/urgent-message.ts'
import { numberOf, weekdayOf } from './day-number.ts'
import { publicHolidays, type Holiday } from './public-holidays.ts'

/** A year as it is proposed to a library: nothing of it holds before somebody says so. */
export async function yearOf(ctx: Context, unit: UnitId, year: number): Promise<UnitYear> {
  const { configuration, language } = ctx
  const confirmed = configuration.of(yearFact, unit).find(({ body }) => body.year === year)
  const author = confirmed && (await authorsOf(ctx, [confirmed])).get(confirmed.saidIn)
  return {
    unit,
    year,
    version: configuration.version,
    confirmed: confirmed ? { by: author?.by ?? '', at: author?.at ?? '' } : null,
    remindedOn: configuration.of(remindedFact, unit).find(({ key }) => key === String(year))?.from ?? null,
    proposal: await proposalOf(configuration, unit, year, language),
  }
}

async function proposalOf(
  reading: Reading,
  unit: UnitId,
  year: number,
  language: Language,
): Promise<Proposed[]> {
  const country = countryOf(reading, unit, `${year}-01-01`)
  const holidays = await publicHolidays(country, year, language)
  const lastHolidays = await publicHolidays(country, year - 1, language)
  const days = explainDays(calendarSource(reading, unit), `${year}-01-01`, `${year}-12-31`)
  const on = new Map(days.map(day => [day.day, day]))
  const proposed = [
    ...ruled(days),
    ...holidays.flatMap(holiday => onHoliday(on.get(holiday.day), holiday)),
    ...lastYear(reading, unit, year, lastHolidays, on),
    ...bridges(holidays, on, language),
  ]
  const first = new Map<string, Proposed>()
  for (const one of proposed) if (!first.has(one.day)) first.set(one.day, one)
  return [...first.values()].sort((a, b) => a.day.localeCompare(b.day))
}

/** The address of the unit, or of the first place below it that has one. */
function countryOf(reading: Reading, unit: UnitId, day: Day): string {
  for (const id of pathOf(reading, unit, day)) {
    const country = unitAt(reading, id, day)?.address?.country
    if (country) return country
  }
  const tree = treeOn(reading, day)
  return (
    unitsBelow(tree, unit)
      .map(id => tree.units.get(id)?.address?.country)
      .find(Boolean) ?? 'BE'
  )
}

const closes = (kind: string) => kind === 'G' || kind === 'V'
const serves = (day: CalendarDay | undefined) => day !== undefined && (day.kind === 'open' || day.kind === 'B')

/** Days that a rule on the path closes anyhow; only shown, for there is nothing to do. */
const ruled = (days: readonly CalendarDay[]): Proposed[] =>
  days.flatMap(({ day, kind, why }) =>
    why.by === 'rule'
      ? [{ day, kind, text: why.said.text, source: 'rule' as const, alreadySet: true, suggested: closes(kind) }]
      : [],
  )

const onHoliday = (day: CalendarDay | undefined, { name }: Holiday): Proposed[] =>
  day === undefined
    ? []
    : [
        {
          day: day.day,
          kind: 'G',
          text: name,
          source: 'holiday',
          alreadySet: day.why.by !== 'hours',
          suggested: serves(day),
        },
      ]

/**
 * The library's own closings of last year, carried over: single days by date, whole weeks by weekday.
 * What fell on a public holiday comes back as that holiday.
 */
function lastYear(
  reading: Reading,
  unit: UnitId,
  year: number,
  holidays: readonly Holiday[],
  on: ReadonlyMap<Day, CalendarDay>,
): Proposed[] {
  const [first, last] = [`${year - 1}-01-01`, `${year - 1}-12-31`]
  return reading
    .of(exceptionFact, unit)
    .filter(said => overlaps(said, { from: first, to: last }) && closes(said.body.kind))
    .flatMap((said): Proposed[] => {
      const from = said.from === null || said.from < first ? first : said.from
      const to = said.to === null || said.to > last ? last : said.to
      const length = numberOf(to) - numberOf(from) + 1
      if (length === 1 && holidays.some(({ day }) => day === from)) return []
      const day = length < 5 ? sameDate(from, year) : plusDays(from, 364)
      const known = on.get(day)
      if (!known) return []
      const end = length === 1 ? {} : { to: plusDays(day, length - 1) }
      const set = known.why.by === 'exception'
      return [
        {
          day,
          ...end,
          kind: said.body.kind,
          text: said.body.text,
          source: 'last-year',
          alreadySet: set,
          suggested: !set && (length > 1 || serves(known)),
        },
      ]
    })
}

const sameDate = (day: Day, year: number) =>
  day.endsWith('02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`

const bridgeName = { nl: 'Brugdag', en: 'Bridge day', fr: 'Pont' } as const

/** The Monday before a Tuesday off and the Friday after a Thursday off, where the doors would be open. */
function bridges(
  holidays: readonly Holiday[],
  on: ReadonlyMap<Day, CalendarDay>,
  language: Language,
): Proposed[] {
  return holidays.flatMap(({ day }): Proposed[] => {
    const weekday = weekdayOf(numberOf(day))
    const bridge = weekday === 1 ? plusDays(day, -1) : weekday === 3 ? plusDays(day, 1) : undefined
    if (bridge === undefined || !serves(on.get(bridge))) return []
    return [
      {
        day: bridge,
        kind: 'G',
        text: bridgeName[language],
        source: 'bridge',
        alreadySet: false,
        suggested: false,
      },
    ]
  })
}
