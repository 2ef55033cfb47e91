import fc from 'fast-check'
import type { CalendarLayer, CalendarSource, Dated } from '#plugins/branches/contract/arithmetic.ts'
import { dayKinds, type CalendarRule, type DayException, type YearlyDay } from '#plugins/branches/contract/calendar.ts'
import { layers, weekdays, type DaySet, type HoursPlan, type Rhythm } from '#plugins/branches/contract/hours.ts'
import { toDay, toDayNumber } from '#plugins/branches/day-number.ts'
import { layer, slots, source } from './source.ts'

/** The window in which random sources are dense, leap day included. */
export const window = { from: '2027-01-01', to: '2029-03-31' } as const

const twoDigits = (n: number) => String(n).padStart(2, '0')
export const anyDay = fc.integer({ min: toDayNumber(window.from), max: toDayNumber(window.to) }).map(toDay)
const anyPeriod = fc.tuple(anyDay, fc.integer({ min: 0, max: 40 }))
  .map(([from, days]) => ({ from, to: toDay(toDayNumber(from) + days) }))
const openEnded = fc.tuple(fc.option(anyDay, { freq: 2 }), fc.option(anyDay, { freq: 2 }))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }))
const anyMonthDay = fc.oneof(
  fc.constantFrom('02-29', '12-31', '01-01', '12-28'),
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `${twoDigits(month)}-${twoDigits(day)}`),
)
const anyWeekday = fc.constantFrom(...weekdays)
const nth = fc.constantFrom(-5, -2, -1, 1, 2, 3, 4, 5)
const someSlots = fc.constantFrom('', '10:00-12:00', '10:00-12:00 13:30-20:00', '20:00-02:00').map(slots)

const anyYearlyDay: fc.Arbitrary<YearlyDay> = fc.oneof(
  fc.record({ date: anyMonthDay }),
  fc.record({ easter: fc.integer({ min: -60, max: 90 }) }),
  fc.record({ nth, weekday: anyWeekday, month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ nth, weekday: anyWeekday, month: fc.constantFrom(1, 9, 12), plus: fc.integer({ min: -31, max: 31 }) }),
  fc.record({ workingDay: fc.integer({ min: 1, max: 10 }), after: anyMonthDay }),
  fc.record({ weekday: anyWeekday, from: anyMonthDay, to: anyMonthDay }),
)

const anyRhythm: fc.Arbitrary<Rhythm> = fc.record({
  season: fc.record({ from: anyMonthDay, to: anyMonthDay }),
  nth: fc.uniqueArray(nth, { minLength: 1, maxLength: 3 }),
  everyWeeks: fc.record({ weeks: fc.integer({ min: 2, max: 5 }), from: anyDay }),
  in: fc.constantFrom('school', 'nowhere'),
  notIn: fc.constantFrom('school', 'exams', 'nowhere'),
}, { requiredKeys: [] }) as fc.Arbitrary<Rhythm>

const anyPlan = fc.record({
  kind: fc.constantFrom('staffed', 'staffed', 'extra', 'study'),
  layer: fc.constantFrom(...layers),
  order: fc.integer({ min: 0, max: 2 }),
  when: anyRhythm,
  week: fc.record(
    { mo: someSlots, tu: someSlots, we: someSlots, th: someSlots, fr: someSlots, sa: someSlots, su: someSlots },
    { requiredKeys: [] },
  ),
}, { requiredKeys: ['kind', 'layer', 'week'] }) as fc.Arbitrary<HoursPlan>

const anyException = fc.record({
  kind: fc.constantFrom(...dayKinds),
  text: fc.constant('tekst'),
  provisionalEnd: fc.boolean(),
}, { requiredKeys: ['kind', 'text'] }) as fc.Arbitrary<DayException>

const anyRule: fc.Arbitrary<CalendarRule> = fc.oneof(
  { weight: 4, arbitrary: fc.record({
    on: anyYearlyDay, kind: fc.constantFrom(...dayKinds), text: fc.constant('regel'),
  }) },
  { weight: 1, arbitrary: fc.record({
    on: anyYearlyDay, cut: fc.constant({ from: '12:00', to: '24:00' }), text: fc.constant('namiddag'),
  }) },
)

type AnyPeriod = fc.Arbitrary<{ from: string | null; to: string | null }>

const said = <T>(body: fc.Arbitrary<T>, period: AnyPeriod, most: number) =>
  fc.array(fc.tuple(body, period), { maxLength: most }).map((all) =>
    all.map(([one, { from, to }], i): Dated<T> => ({ key: `k${i}`, from, to, body: one })))

const anyLayer = (unit: string): fc.Arbitrary<CalendarLayer> => fc.record({
  present: fc.oneof({ weight: 2, arbitrary: fc.constant({ from: null, to: null }) }, openEnded),
  hours: said(anyPlan, fc.oneof(openEnded, anyPeriod), 4),
  rules: said(anyRule, openEnded, 6),
  exceptions: said(anyException, anyPeriod, 5),
  years: fc.subarray([2027, 2028, 2029]),
}).map(({ present, hours, rules, exceptions, years }) => layer(unit, {
  ...present, hours, rules, exceptions,
  years: years.map((year) => ({ key: `${year}`, from: `${year}-01-01`, to: `${year}-12-31`, body: { year } })),
}))

const anyDaySet = (code: string): fc.Arbitrary<DaySet> => fc.array(anyPeriod, { maxLength: 6 }).map((periods) => {
  const name = { nl: code, en: code, fr: code }
  return { code, name, periods: periods.map((period) => ({ ...period, name })) }
})

const name = { nl: 'x', en: 'x', fr: 'x' }

/** A branch of up to four units, with rules, seasons, rhythms and exceptions of every sort. */
export const anySource: fc.Arbitrary<CalendarSource> = fc.tuple(
  fc.integer({ min: 1, max: 4 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => anyLayer(`unit-${i}`)))),
  anyDaySet('school'), anyDaySet('exams'),
).map(([units, school, exams]) => source(units, {
  daySets: [school, exams],
  hoursKinds: [
    { code: 'staffed', name, countsAsOpen: true }, { code: 'extra', name, countsAsOpen: true },
    { code: 'study', name, countsAsOpen: false },
  ],
}))
