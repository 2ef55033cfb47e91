import type { CalendarLayer, CalendarSource } from '#plugins/branches/contract/arithmetic.ts'
import type { CalendarRule, YearlyDay } from '#plugins/branches/contract/calendar.ts'
import { explainDays } from '#plugins/branches/calendar.ts'
import { compileCalendar, type CompiledCalendar } from '#plugins/branches/compiled-calendar.ts'
import { contentKey } from '#plugins/branches/content-key.ts'
import { toDay, toDayNumber } from '#plugins/branches/day-number.ts'
import { dueDate, dueDay } from '#plugins/branches/due-date.ts'
import { chargeableDays } from '#plugins/branches/chargeable-days.ts'
import { localTime } from '#plugins/branches/local-time.ts'
import { statusAt } from '#plugins/branches/moment.ts'
import { addOpenDays, kindOf, openDaysBetween } from '#plugins/branches/open-day.ts'
import {
  always, confirmed, cutOn, layer, plan, says, source, tuesdayToSaturday, yearly, yearlyCut,
} from '../branches/source.ts'
import { medianOf, nanosecondsPerStep, type Figure } from './figure.ts'

const holidays: readonly YearlyDay[] = [
  { date: '01-01' }, { easter: 1 }, { date: '05-01' }, { easter: 39 }, { easter: 50 }, { date: '07-11' },
  { date: '07-21' }, { date: '08-15' }, { date: '11-01' }, { date: '11-11' }, { date: '12-25' }, { date: '12-26' },
  { nth: 1, weekday: 'su', month: 9, plus: 1 }, { workingDay: 1, after: '01-02' },
]

const system = layer('system', {
  rules: [
    ...holidays.map((on, i) => yearly(on, 'G', `holiday-${i}`)),
    yearlyCut({ date: '12-24' }, '16:00', '24:00'),
  ] as { key: string; from: null; to: null; body: CalendarRule }[],
})

/** A branch as a region has them: a weekly plan, two seasons, 15 rules, 40 exceptions, four units. */
export function realisticBranch(number = 0): CalendarSource {
  const season = (name: string, from: string, to: string, tu: string) =>
    always(plan({ tu, we: '10:00-17:00' }, { layer: 'season', when: { season: { from, to } } }), name)
  const exceptions = Array.from({ length: 40 }, (_, i) => {
    const from = toDayNumber('2020-02-01') + i * 67 + (number % 17)
    return says(i % 5 === 0 ? 'V' : 'G', toDay(from), toDay(from + (i % 5 === 0 ? 12 : i % 3)))
  })
  const library: CalendarLayer = layer(`library-${number % 350}`, { years: confirmed(2024, 2025, 2026) })
  return source([
    layer(`branch-${number}`, {
      hours: [
        always(tuesdayToSaturday),
        season('summer', '07-01', '08-31', '09:00-13:00'), season('winter', '12-15', '01-05', ''),
      ],
      exceptions,
      cuts: [cutOn('12:00', '18:00', '2027-01-05')],
    }),
    library, layer('group'), system,
  ])
}

const perDay = (source: CalendarSource) => explainDays(source, '2000-01-01', '2050-12-31')

/** The naive way over a plain array of kinds: as fair a floor as counting day by day has. */
function countDayByDay(kinds: readonly string[], from: number, to: number): number {
  let open = 0
  for (let day = from + 1; day <= to; day++) if (kinds[day] === 'open' || kinds[day] === 'B') open++
  return open
}

/** Every so many days one answer, over half a century; the sum keeps the engine from leaving it out. */
function overTheYears(calendar: CompiledCalendar, answer: (day: number) => number | null): () => number {
  return () => {
    let sum = 0
    for (let day = calendar.first; day < calendar.first + 18_000; day++) sum += answer(day) ?? 0
    return sum
  }
}

export async function arithmetic(): Promise<Figure[]> {
  return [...await singleAnswers(), ...await wholeBranches()]
}

async function singleAnswers(): Promise<Figure[]> {
  const calendar = compileCalendar(realisticBranch())
  const mondays = compileCalendar(everyMondayVacation())
  const { first, days } = calendar
  const kinds = Array.from({ length: days }, (_, i) => kindOf(calendar, first + i))
  const names = kinds.map((_, i) => toDay(first + i))
  const name = (day: number) => names[day - first] as string
  const counted = await medianOf(200, () => countDayByDay(kinds, 0, days - 1)) * 1_000_000
  const figure = async (title: string, answer: (day: number) => number | null): Promise<Figure> => ({
    name: title, unit: 'ns', target: '< 1000', floor: { name: 'counting 50 years day by day', value: counted },
    value: await nanosecondsPerStep(18_000, overTheYears(calendar, answer)),
  })
  return [
    await figure('openDaysBetween', (day) => openDaysBetween(calendar, first, day)),
    await figure('openDaysBetween, days as text', (day) => openDaysBetween(calendar, '2000-01-01', name(day))),
    await figure('addOpenDays', (day) => addOpenDays(calendar, first, day - first)),
    await figure('addOpenDays, days as text', (day) => addOpenDays(calendar, name(day), 20)?.length ?? 0),
    await figure('dueDay', (day) => dueDay(calendar, day)),
    await figure('dueDate with its steps, days as text', (day) => dueDate(calendar, name(day))?.shifts.length ?? 0),
    await figure('dueDay past 2,661 vacations', () => dueDay(mondays, first + 2)),
    await figure('chargeableDays', (day) => chargeableDays(calendar, first, day, { closedDaysCount: true })),
  ]
}

async function wholeBranches(): Promise<Figure[]> {
  const branch = realisticBranch()
  const unknown = Array.from({ length: 61 }, () => structuredClone(branch))
  const branches = Array.from({ length: 1300 }, (_, i) => realisticBranch(i))
  const now = localTime(Temporal.Instant.from('2026-09-15T12:34:56Z'), 'Europe/Brussels')
  const tell = (all: readonly CalendarSource[]) => {
    for (const one of all) statusAt(one, now)
  }
  /** Copies have no reading yet, but share what a region's branches share: the layers above them. */
  const unread = () => branches.map((one) => ({ ...one, layers: one.layers.map((l, i) => (i === 0 ? { ...l } : l)) }))
  const fresh = Array.from({ length: 8 }, unread)
  return [
    {
      name: 'compiling 51 years of a branch', unit: 'ms', target: '<= 1',
      value: await medianOf(60, () => compileCalendar(unknown.pop() ?? branch)),
      floor: { name: 'explaining every day', value: await medianOf(5, () => perDay(branch)) },
    },
    { name: 'content key of a branch', unit: 'µs', value: await medianOf(60, () => contentKey(branch)) * 1000 },
    { name: 'status of 1,300 branches', unit: 'ms', target: '<= 50', value: await medianOf(15, () => tell(branches)) },
    {
      name: 'status of 1,300 branches, none read before', unit: 'ms',
      value: await medianOf(7, () => tell(fresh.pop() ?? [])),
    },
  ]
}

const everyMondayVacation = (): CalendarSource =>
  source([layer('branch', { rules: [yearly({ weekday: 'mo', from: '01-01', to: '12-31' }, 'V')] })])
