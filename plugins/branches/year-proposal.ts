import type { Reading } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { pathOf, treeOn, unitAt, unitsBelow, type Unit } from '#core/unit.ts'
import { needsHours } from '#plugins/units/index.ts'
import type { AskedYear } from './asked-year.ts'
import { authorsOf } from './authors.ts'
import { calendarSource } from './calendar-source.ts'
import { explainDays } from './calendar.ts'
import { compileCalendar } from './compiled-calendar.ts'
import type { Proposed, UnitYear } from './contract/answers.ts'
import type { CalendarDay } from './contract/arithmetic.ts'
import { yearFact } from './contract/calendar.ts'
import { remindedFact } from './contract/urgent-message.ts'
import { numberOf, weekdayOf } from './day-number.ts'
import { landOf, type Land } from './land.ts'
import { lastYears } from './last-year.ts'
import { isOpen } from './open-day.ts'
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
    proposal: await proposalOf(configuration, unit, year, ctx.today(unit), language),
  }
}

async function proposalOf(
  reading: Reading,
  unit: UnitId,
  year: number,
  today: Day,
  language: Language,
): Promise<Proposed[]> {
  const day = unitAt(reading, unit, `${year}-01-01`) ? `${year}-01-01` : today
  const tree = treeOn(reading, day)
  const below = unitsBelow(tree, unit)
  const places = below.filter(id => hasTimes(tree.units.get(id)))
  const land = landIn(reading, unit, below, day)
  const [holidays, lastHolidays] = await Promise.all(
    [year, year - 1].map(one => publicHolidays(land, one, language)),
  )
  const days = explainDays(calendarSource(reading, unit), `${year}-01-01`, `${year}-12-31`)
  const calendars = places.map(id =>
    compileCalendar(calendarSource(reading, id), `${year}-01-01`, `${year}-12-31`),
  )
  const asked: AskedYear = {
    reading,
    unit,
    year,
    places,
    on: new Map(days.map(one => [one.day, one])),
    serves: one => calendars.some(calendar => isOpen(calendar, one)),
  }
  const rules = ruled(days)
  const off = [...rules.filter(({ kind }) => closes(kind)), ...(holidays ?? [])].map(one => one.day)
  const newYear = `${year + 1}-01-01`
  return eachOnce([
    ...rules,
    ...(holidays ?? []).flatMap(holiday => onHoliday(asked, land, holiday)),
    ...lastYears(asked, lastHolidays ?? []),
    ...bridges(asked, [...off, newYear], language),
  ])
}

const hasTimes = (unit: Unit | undefined) =>
  unit !== undefined && ['branch', 'bookmobile', 'stop'].includes(unit.type) && needsHours(unit)

/** Where the unit lies: by its own address, one above it, or that of the first place below that has one. */
function landIn(reading: Reading, unit: UnitId, below: readonly UnitId[], day: Day): Land {
  const known = [...pathOf(reading, unit, day), ...below].flatMap(id => unitAt(reading, id, day) ?? [])
  const address = known.find(one => one.address?.country)?.address
  const province = known.find(one => one.province)?.province
  return landOf({ ...(address && { address }), ...(province !== undefined && { province }) })
}

/** A day is proposed once, for the first reason; a stretch begins after the days that are spoken for. */
function eachOnce(proposed: readonly Proposed[]): Proposed[] {
  const found = new Map<Day, Proposed>()
  for (const one of proposed) {
    const last = one.to ?? one.day
    let day = one.day
    while (found.has(day) && day <= last) day = plusDays(day, 1)
    if (day > last) continue
    const { to: _, ...rest } = one
    found.set(day, { ...rest, day, ...(day < last && { to: last }) })
  }
  return [...found.values()].sort((a, b) => a.day.localeCompare(b.day))
}

const closes = (kind: string) => kind === 'G' || kind === 'V'

/** Days that a rule on the path closes anyhow; only shown, for there is nothing to do. */
const ruled = (days: readonly CalendarDay[]): Proposed[] =>
  days.flatMap(({ day, kind, why }) =>
    why.by === 'rule'
      ? [{ day, kind, text: why.said.text, source: 'rule' as const, alreadySet: true, suggested: closes(kind) }]
      : [],
  )

/** In Brussels the days of both communities are named, and none of them is presumed. */
function onHoliday({ on, serves }: AskedYear, { states }: Land, { day, name, regional }: Holiday): Proposed[] {
  const known = on.get(day)
  if (known === undefined) return []
  const alreadySet = known.why.by !== 'hours'
  const presumed = !regional || states.length === 1
  return [
    { day, kind: 'G', text: name, source: 'holiday', alreadySet, suggested: !alreadySet && presumed && serves(day) },
  ]
}

const bridgeName = { nl: 'Brugdag', en: 'Bridge day', fr: 'Pont' } as const

/** The Monday before a Tuesday off and the Friday after a Thursday off, where the doors would be open. */
function bridges({ year, serves }: AskedYear, off: readonly Day[], language: Language): Proposed[] {
  return [...new Set(off)].flatMap((day): Proposed[] => {
    const weekday = weekdayOf(numberOf(day))
    const bridge = weekday === 1 ? plusDays(day, -1) : weekday === 3 ? plusDays(day, 1) : undefined
    if (bridge === undefined || !bridge.startsWith(`${year}-`) || !serves(bridge)) return []
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
