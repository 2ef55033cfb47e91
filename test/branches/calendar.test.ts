import { expect, test } from 'vitest'
import { explainDay, explainDays } from '#plugins/branches/calendar.ts'
import type { CalendarSource } from '#plugins/branches/contract/arithmetic.ts'
import {
  always, confirmed, cutOn, everyDay, layer, plan, says, slots, source, tuesdayToSaturday, yearly, yearlyCut,
} from './source.ts'

const open = { hours: [always(tuesdayToSaturday, 'staffed/regular')] }
const kinds = (of: CalendarSource, from: string, to = from) =>
  explainDays(of, from, to).map((day) => day.kind).join(' ')

test('a day without a word is open when it has hours that count as open, and closed otherwise', () => {
  const branch = source([layer('branch', open)])
  expect(kinds(branch, '2026-09-14', '2026-09-20')).toBe('G open open open open open G')
  expect(explainDay(branch, '2026-09-14').why).toEqual({ by: 'hours', unit: 'branch', key: 'staffed/regular' })
  expect(explainDay(source([]), '2026-09-14').why).toEqual({ by: 'hours', unit: null, key: null })
})

test('a branch with unstaffed hours only is closed, until the region says that these count', () => {
  const name = { nl: 'onbemand', en: 'unstaffed', fr: 'sans personnel' }
  const branch = (countsAsOpen: boolean) => source(
    [layer('branch', { hours: [always({ ...everyDay, kind: 'unstaffed' })] })],
    { hoursKinds: [{ code: 'unstaffed', name, countsAsOpen }] },
  )
  expect(kinds(branch(false), '2026-09-15')).toBe('G')
  expect(kinds(branch(true), '2026-09-15')).toBe('open')
})

test('the nearest exception wins over every rule, and the nearest rule over the hours', () => {
  const rules = [yearly({ date: '12-24' }, 'V')]
  expect(kinds(source([layer('branch', open), layer('system', { rules })]), '2026-12-24')).toBe('V')
  expect(kinds(source([
    layer('branch', { ...open, rules }), layer('library'), layer('system', { exceptions: [says('G', '2026-12-24')] }),
  ]), '2026-12-24')).toBe('G')
  expect(kinds(source([
    layer('branch', { ...open, exceptions: [says('open', '2026-12-24')] }),
    layer('system', { exceptions: [says('G', '2026-12-24')] }),
  ]), '2026-12-24')).toBe('open')
})

test('of several rules of one unit on one day the one that closes wins, then the first key', () => {
  const on = { date: '11-01' }
  const day = (...rules: ReturnType<typeof yearly>[]) =>
    explainDay(source([layer('branch', { ...open, rules })]), '2026-11-01')
  expect(day(yearly(on, 'open', 'a'), yearly(on, 'B', 'b'), yearly(on, 'V', 'c'), yearly(on, 'G', 'd')).kind).toBe('G')
  expect(day(yearly(on, 'open', 'a'), yearly(on, 'B', 'b'), yearly(on, 'V', 'c')).kind).toBe('V')
  expect(day(yearly(on, 'G', 'zee'), yearly(on, 'G', 'aap')).why).toMatchObject({ by: 'rule', key: 'aap' })
})

test('a unit only speaks for the days it was on the path', () => {
  const group = (name: string, from: string | null, to: string | null) =>
    layer(name, { from, to, exceptions: [says('G', '2026-06-10', '2026-06-13')] })
  const moved = source([
    layer('branch', open), group('old group', null, '2026-06-11'), layer('new group', { from: '2026-06-12' }),
  ])
  expect(kinds(moved, '2026-06-10', '2026-06-13')).toBe('G G open open')
})

test('a closed day shows its hours struck through, with who closed it and why', () => {
  const day = explainDay(source([
    layer('branch', open),
    layer('library', { exceptions: [says('G', '2026-09-15', '2026-09-15', { text: 'studiedag' })] }),
  ]), '2026-09-15')
  expect(day.hours).toEqual([])
  expect(day.otherwise)
    .toEqual([{ kind: 'staffed', unit: 'branch', key: 'staffed/regular', slots: slots('10:00-18:00') }])
  expect(day.why).toMatchObject({ by: 'exception', unit: 'library', said: { text: 'studiedag' } })
  expect(explainDay(source([layer('branch', open)]), '2026-09-15').otherwise).toEqual([])
})

test('a half-day closure shortens the hours and leaves the day open (Zoersel)', () => {
  const zoersel = source([layer('branch', { hours: [always(everyDay)], rules: [
    yearlyCut({ workingDay: 1, after: '01-02' }, '12:00', '24:00', 'first'),
    yearlyCut({ date: '12-24' }, '12:00', '24:00', 'eve'),
  ] })])
  const day = explainDay(zoersel, '2026-12-24')
  expect(day.kind).toBe('open')
  expect(day.hours.map((one) => one.slots)).toEqual([slots('10:00-12:00')])
  expect(day.otherwise.map((one) => one.slots)).toEqual([slots('10:00-18:00')])
  expect(day.cuts)
    .toEqual([{ unit: 'branch', key: 'eve', cut: { from: '12:00', to: '24:00' }, text: 'namiddag gesloten' }])
  expect(explainDay(zoersel, '2027-01-04').hours.map((one) => one.slots)).toEqual([slots('10:00-12:00')])
})

test('a cut that leaves nothing still leaves the day open in the calendar', () => {
  const branch = source([layer('branch', { ...open, cuts: [cutOn('08:00', '20:00', '2026-09-15')] })])
  const day = explainDay(branch, '2026-09-15')
  expect([day.kind, day.hours]).toEqual(['open', []])
})

test('a cut splits a slot, and takes the hours after midnight with the evening', () => {
  const night = plan({ tu: '10:00-12:00 13:00-18:00 20:00-02:00' })
  const left = (from: string, to: string) => explainDay(
    source([layer('branch', { hours: [always(night)], cuts: [cutOn(from, to, '2026-09-15')] })]), '2026-09-15',
  ).hours.flatMap((one) => one.slots)
  expect(left('14:00', '16:00')).toEqual(slots('10:00-12:00 13:00-14:00 16:00-18:00 20:00-02:00'))
  expect(left('16:00', '24:00')).toEqual(slots('10:00-12:00 13:00-16:00'))
  expect(left('22:00', '01:00')).toEqual(slots('10:00-12:00 13:00-18:00 20:00-22:00'))
  expect(left('12:00', '13:00')).toEqual(slots('10:00-12:00 13:00-18:00 20:00-02:00'))
})

test('cuts of all units add up, and "open anyway" sets those of units further up aside', () => {
  const region = layer('system', { rules: [yearlyCut({ date: '09-15' }, '16:00', '24:00')] })
  const hoursLeft = (own: Parameters<typeof layer>[1]) =>
    explainDay(source([layer('branch', { ...open, ...own }), region]), '2026-09-15').hours.flatMap((one) => one.slots)
  expect(hoursLeft({})).toEqual(slots('10:00-16:00'))
  expect(hoursLeft({ cuts: [cutOn('08:00', '12:00', '2026-09-15')] })).toEqual(slots('12:00-16:00'))
  expect(hoursLeft({ exceptions: [says('open', '2026-09-15')] })).toEqual(slots('10:00-18:00'))
  expect(hoursLeft({ rules: [yearly({ date: '09-15' }, 'open')] })).toEqual(slots('10:00-18:00'))
  expect(hoursLeft({ exceptions: [says('open', '2026-09-15')], cuts: [cutOn('08:00', '12:00', '2026-09-15')] }))
    .toEqual(slots('12:00-18:00'))
})

test('a year is provisional until the library has confirmed it; where nobody ever confirmed any, all are', () => {
  const provisional = (of: CalendarSource, ...days: string[]) => days.map((day) => explainDay(of, day).provisional)
  const region = source([
    layer('branch', open), layer('library', { years: confirmed(2026) }), layer('system', { years: confirmed(2027) }),
  ])
  expect(provisional(region, '2026-01-01', '2026-12-31', '2027-01-01')).toEqual([false, false, true])
  expect(provisional(source([layer('branch', open)]), '2026-06-01')).toEqual([true])
})

test('the last day of a closing whose end is a guess is provisional, or every day when it has no end', () => {
  const closed = (to: string | null) => source([layer('library', {
    years: confirmed(2026), exceptions: [says('G', '2026-03-02', to, { provisionalEnd: true })],
  })])
  const provisional = (to: string | null) =>
    explainDays(closed(to), '2026-03-01', '2026-03-05').map((day) => day.provisional)
  expect(provisional('2026-03-04')).toEqual([false, false, false, true, false])
  expect(provisional(null)).toEqual([false, true, true, true, true])
})

test('a closing opened for one day in the middle has its guess at its very end', () => {
  const closing = '0198a000-0000-7000-8000-000000000000'
  const part = (from: string, to: string) => says('G', from, to, { closing, provisionalEnd: true })
  const library = source([layer('library', {
    years: confirmed(2026), exceptions: [part('2026-03-02', '2026-03-03'), part('2026-03-05', '2026-03-06')],
  })])
  expect(explainDays(library, '2026-03-02', '2026-03-06').map((day) => day.provisional))
    .toEqual([false, false, false, false, true])
})

test('a half-day closure keeps its public moment for those who publish it', () => {
  const publicFrom = '2026-09-01T08:00:00Z'
  const branch = source([layer('branch', { ...open, cuts: [cutOn('12:00', '18:00', '2026-09-15', { publicFrom })] })])
  expect(explainDay(branch, '2026-09-15').cuts[0]).toMatchObject({ publicFrom })
})
