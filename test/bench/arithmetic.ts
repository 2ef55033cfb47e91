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
import { always, confirmed, cutOn, layer, plan, says, source, tuesdayToSaturday, yearly, yearlyCut } from '../branches/source.ts'
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
  const season = (name: string, from: string, to: string, tu: string) => ({
    ...always(plan({ tu, we: '10:00-17:00' }, { layer: 'season', when: { season: { from, to } } })), key: `staffed/season/${name}`,
  })
  const exceptions = Array.from({ length: 40 }, (_, i) => {
    const from = toDayNumber('2020-02-01') + i * 67 + (number % 17)
    return says(i % 5 === 0 ? 'V' : 'G', toDay(from), toDay(from + (i % 5 === 0 ? 12 : i % 3)))
  })
  const library: CalendarLayer = layer(`library-${number % 350}`, { years: confirmed(2024, 2025, 2026) })
  return source([
    layer(`branch-${number}`, {
      hours: [always(tuesdayToSaturday), season('summer', '07-01', '08-31', '09:00-13:00'), season('winter', '12-15', '01-05', '')],
      exceptions, cuts: [cutOn('12:00', '18:00', '2027-01-05')],
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
  const branch = realisticBranch()
  const calendar = compileCalendar(branch)
  const { first, last } = calendar
  const kinds = Array.from({ length: last - first + 1 }, (_, i) => kindOf(calendar, first + i))
  const days = kinds.map((_, i) => toDay(first + i))
  const dayName = (day: number) => days[day - first] as string
  const ns = (answer: (day: number) => number | null) =>
    nanosecondsPerStep(18_000, overTheYears(calendar, answer))

  const counted = await medianOf(15, () => countDayByDay(kinds, 0, last - first)) * 1_000_000
  const explained = await medianOf(5, () => perDay(structuredClone(branch)))
  const compiled = await medianOf(60, () => compileCalendar({ ...branch }))
  const alternating = compileCalendar(everyMondayVacation())
  const branches = Array.from({ length: 1300 }, (_, i) => realisticBranch(i))
  const now = localTime(Temporal.Instant.from('2026-09-15T12:34:56Z'), 'Europe/Brussels')
  const statuses = async (of: () => CalendarSource[]) => {
    const fresh = Array.from({ length: 8 }, of)
    return medianOf(6, () => fresh.pop()?.forEach((one) => statusAt(one, now)))
  }
  return [
    { name: 'openDaysBetween over 50 years', value: await ns((day) => openDaysBetween(calendar, first, day)), unit: 'ns',
      floor: { name: 'counting day by day', value: counted }, target: '< 1000' },
    { name: 'openDaysBetween, days as text', value: await ns((day) => openDaysBetween(calendar, '2000-01-01', dayName(day))),
      unit: 'ns', target: '< 1000' },
    { name: 'addOpenDays over any span', value: await ns((day) => addOpenDays(calendar, first, day - first)), unit: 'ns',
      target: '< 1000' },
    { name: 'addOpenDays, days as text', value: await ns((day) => addOpenDays(calendar, dayName(day), 20)?.length ?? 0),
      unit: 'ns', target: '< 1000' },
    { name: 'dueDay', value: await ns((day) => dueDay(calendar, day)), unit: 'ns', target: '< 1000' },
    { name: 'dueDate with its steps, days as text', value: await ns((day) => dueDate(calendar, dayName(day))?.shifts.length ?? 0),
      unit: 'ns', target: '< 1000' },
    { name: 'dueDay through 50 years of Monday vacations', value: await ns(() => dueDay(alternating, first + 2)), unit: 'ns',
      target: '< 1000' },
    { name: 'chargeableDays', value: await ns((day) => chargeableDays(calendar, first, day, { closedDaysCount: true })),
      unit: 'ns', target: '< 1000' },
    { name: 'compiling 51 years of a branch', value: compiled, unit: 'ms',
      floor: { name: 'explaining every day', value: explained }, target: '<= 1' },
    { name: 'content key of a branch', value: await medianOf(60, () => contentKey({ ...branch })) * 1000, unit: 'µs' },
    { name: 'status of one branch, again', value: await medianOf(15, () => {
      for (const one of branches) statusAt(one, now)
    }) * 1000 / branches.length, unit: 'µs', target: '<= 20' },
    { name: 'status of one branch, never read before', value: await statuses(() => branches.map((one) => ({ ...one }))) * 1000
      / branches.length, unit: 'µs' },
  ]
}

const everyMondayVacation = (): CalendarSource =>
  source([layer('branch', { rules: [yearly({ weekday: 'mo', from: '01-01', to: '12-31' }, 'V')] })])
