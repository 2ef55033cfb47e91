import { expect, test } from 'vitest'
import { explainDays } from '#plugins/branches/calendar.ts'
import type { YearlyDay } from '#plugins/branches/contract/calendar.ts'
import { toDay } from '#plugins/branches/day-number.ts'
import { easterSunday } from '#plugins/branches/yearly-day.ts'
import { always, everyDay, layer, source, yearly } from './source.ts'

const closedDays = (on: YearlyDay | YearlyDay[], from: string, to: string, kind: 'G' | 'V' = 'G') => {
  const rules = [on].flat().map((one, i) => yearly(one, kind, `rule-${i}`))
  const branch = source([layer('branch', { hours: [always(everyDay)] }), layer('system', { rules })])
  return explainDays(branch, from, to).filter((day) => day.kind !== 'open').map((day) => day.day)
}
const in2026And2027 = (on: YearlyDay) => closedDays(on, '2026-01-01', '2027-12-31')

test('Easter falls where the churches put it', () => {
  expect([2000, 2008, 2019, 2024, 2025, 2026, 2027, 2038, 2049].map((year) => toDay(easterSunday(year)))).toEqual([
    '2000-04-23', '2008-03-23', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05',
    '2027-03-28', '2038-04-25', '2049-04-18',
  ])
})

test('Ascension is 39 days after Easter, in every year', () => {
  expect(in2026And2027({ easter: 39 })).toEqual(['2026-05-14', '2027-05-06'])
})

test('the Flemish holiday is 11 July', () => {
  expect(in2026And2027({ date: '07-11' })).toEqual(['2026-07-11', '2027-07-11'])
})

test('the fair is on the Monday after the first Sunday of September, which may be the 2nd or the 8th', () => {
  expect(in2026And2027({ nth: 1, weekday: 'su', month: 9, plus: 1 })).toEqual(['2026-09-07', '2027-09-06'])
})

test('the last Friday of a month is counted from its end', () => {
  expect(in2026And2027({ nth: -1, weekday: 'fr', month: 12 })).toEqual(['2026-12-25', '2027-12-31'])
})

test('a month without a fifth Monday has none, and the days after it do not exist either', () => {
  expect(in2026And2027({ nth: 5, weekday: 'mo', month: 2, plus: 1 })).toEqual([])
})

test('29 February closes only in leap years', () => {
  expect(closedDays({ date: '02-29' }, '2026-01-01', '2029-12-31')).toEqual(['2028-02-29'])
})

test('the Friday after the last Thursday of December may fall in the next year', () => {
  expect(closedDays({ nth: -1, weekday: 'th', month: 12, plus: 1 }, '2026-06-01', '2027-06-01')).toEqual(['2027-01-01'])
})

test('the first working day after New Year skips the weekend and the holidays that rules close', () => {
  expect(closedDays({ workingDay: 1, after: '01-02' }, '2026-01-01', '2027-12-31'))
    .toEqual(['2026-01-02', '2027-01-04'])
  expect(closedDays([{ date: '01-02' }, { workingDay: 1, after: '01-02' }], '2026-01-01', '2026-12-31'))
    .toEqual(['2026-01-02', '2026-01-05'])
})

test('a working day counted from the end of December may fall in January', () => {
  const holidays: YearlyDay[] = [{ date: '12-31' }, { date: '01-01' }]
  expect(closedDays([...holidays, { workingDay: 1, after: '12-31' }], '2026-12-01', '2027-01-31'))
    .toEqual(['2026-12-31', '2027-01-01', '2027-01-04'])
})

test('a branch that is open on a holiday counts it as a working day', () => {
  const rules = [yearly({ date: '01-02' }, 'G', 'berchtold'), yearly({ workingDay: 1, after: '01-02' }, 'V', 'first')]
  const branch = (own: Parameters<typeof layer>[1]) =>
    source([layer('branch', { hours: [always(everyDay)], ...own }), layer('system', { rules })])
  const vacation = (own: Parameters<typeof layer>[1]) =>
    explainDays(branch(own), '2026-01-01', '2026-01-31').filter((day) => day.kind === 'V').map((day) => day.day)
  expect(vacation({})).toEqual(['2026-01-05'])
  // On the 2nd itself the branch's own rule is the nearest, so it stays open; the region's working day falls there too.
  expect(vacation({ rules: [yearly({ date: '01-02' }, 'open', 'own')] })).toEqual([])
})

test('closed on Mondays in July and August, and on Sundays over New Year', () => {
  expect(closedDays({ weekday: 'mo', from: '07-01', to: '08-31' }, '2027-06-20', '2027-07-20'))
    .toEqual(['2027-07-05', '2027-07-12', '2027-07-19'])
  expect(closedDays({ weekday: 'su', from: '12-20', to: '01-10' }, '2026-12-01', '2027-01-31'))
    .toEqual(['2026-12-20', '2026-12-27', '2027-01-03', '2027-01-10'])
})
