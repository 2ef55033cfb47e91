import { expect, test } from 'vitest'
import { explainDay, explainDays } from '#plugins/branches/calendar.ts'
import type { HoursPlan } from '#plugins/branches/contract/hours.ts'
import { gaps, hoursEnd } from '#plugins/branches/hours.ts'
import { always, dated, everyDay, layer, plan, slots, source, tuesdayToSaturday } from './source.ts'

const withPlans = (...plans: HoursPlan[]) =>
  source([layer('branch', { hours: plans.map((one, i) => always(one, `plan-${i}`)) })])
const slotsOn = (of: ReturnType<typeof source>, day: string) => explainDay(of, day).hours.flatMap((one) => one.slots)
const openDays = (of: ReturnType<typeof source>, from: string, to: string) =>
  explainDays(of, from, to).filter((day) => day.kind === 'open').map((day) => day.day)

test('Vorselaar is open in two slots on Monday and Wednesday', () => {
  const vorselaar = withPlans(plan({
    mo: '10:00-12:00 15:30-20:00', we: '10:00-12:00 14:00-16:00',
    tu: '18:00-20:00', th: '18:00-20:00', sa: '10:00-12:00', fr: '', su: '',
  }))
  expect(slotsOn(vorselaar, '2026-09-14')).toEqual(slots('10:00-12:00 15:30-20:00'))
  expect(openDays(vorselaar, '2026-09-14', '2026-09-20'))
    .toEqual(['2026-09-14', '2026-09-15', '2026-09-16', '2026-09-17', '2026-09-19'])
})

test('special hours win over a season, and a season over the regular week, whoever says so', () => {
  const summer = plan({ tu: '08:00-13:00' }, { layer: 'season', when: { season: { from: '07-01', to: '08-31' } } })
  const library = layer('library', { hours: [
    always(summer), dated(plan({ tu: '09:00-10:00' }, { layer: 'special' }), '2026-07-14'),
  ] })
  const branch = source([layer('branch', { hours: [always(tuesdayToSaturday)] }), library])
  expect(slotsOn(branch, '2026-06-30')).toEqual(slots('10:00-18:00'))
  expect(slotsOn(branch, '2026-07-07')).toEqual(slots('08:00-13:00'))
  expect(slotsOn(branch, '2026-07-08')).toEqual(slots('10:00-18:00'))
  expect(slotsOn(branch, '2026-07-14')).toEqual(slots('09:00-10:00'))
})

test('within a layer the nearest unit wins, then the higher order, then the later beginning', () => {
  const week = (tu: string, order?: number) => plan({ tu }, order === undefined ? {} : { order })
  const library = layer('library', { hours: [always(week('07:00-08:00', 9))] })
  const branch = (...hours: ReturnType<typeof dated<HoursPlan>>[]) => source([layer('branch', { hours }), library])
  expect(slotsOn(branch(), '2026-09-15')).toEqual(slots('07:00-08:00'))
  expect(slotsOn(branch(dated(week('10:00-11:00'), '2026-01-01', null), always(week('12:00-13:00'))), '2026-09-15'))
    .toEqual(slots('10:00-11:00'))
  expect(slotsOn(branch(dated(week('10:00-11:00'), '2026-01-01', null), always(week('12:00-13:00', 1))), '2026-09-15'))
    .toEqual(slots('12:00-13:00'))
})

test('an empty weekday says "no hours", an absent one leaves the answer to the next plan', () => {
  const library = layer('library', { hours: [always(everyDay)] })
  const branch = source([layer('branch', { hours: [always(plan({ mo: '', tu: '09:00-10:00' }))] }), library])
  expect(slotsOn(branch, '2026-09-14')).toEqual([])
  expect(slotsOn(branch, '2026-09-15')).toEqual(slots('09:00-10:00'))
  expect(slotsOn(branch, '2026-09-16')).toEqual(slots('10:00-18:00'))
})

test('each kind of hours is answered by its own plans', () => {
  const branch = withPlans(tuesdayToSaturday, plan({ tu: '07:00-22:00' }, { kind: 'unstaffed', layer: 'special' }))
  expect(explainDay(branch, '2026-09-15').hours.map((one) => [one.kind, one.slots])).toEqual([
    ['staffed', slots('10:00-18:00')], ['unstaffed', slots('07:00-22:00')],
  ])
})

test('a season may cross New Year and comes back every year', () => {
  const winter = withPlans(plan({ tu: '14:00-16:00' }, { when: { season: { from: '12-20', to: '01-05' } } }))
  expect(openDays(winter, '2026-12-01', '2028-01-31'))
    .toEqual(['2026-12-22', '2026-12-29', '2027-01-05', '2027-12-21', '2027-12-28', '2028-01-04'])
})

test('the first and the last Saturday of the month', () => {
  expect(openDays(withPlans(plan({ sa: '10:00-12:00' }, { when: { nth: [1, -1] } })), '2026-08-01', '2026-09-30'))
    .toEqual(['2026-08-01', '2026-08-29', '2026-09-05', '2026-09-26'])
})

test('a bookmobile stops every two weeks from a date on, across the 53 weeks of 2026', () => {
  const stop = withPlans(plan({ th: '15:00-16:00' }, { when: { everyWeeks: { weeks: 2, from: '2026-12-17' } } }))
  expect(openDays(stop, '2026-11-01', '2027-01-31')).toEqual(['2026-12-17', '2026-12-31', '2027-01-14', '2027-01-28'])
})

test('hours of school weeks do not hold in the school holidays', () => {
  const name = { nl: 'schoolvakantie', en: 'school holidays', fr: 'vacances scolaires' }
  const school = { code: 'school-nl', name, periods: [
    { from: '2026-12-21', to: '2027-01-03', name }, { from: '2026-11-02', to: '2026-11-08', name },
  ] }
  const inSchoolWeeks = (when: HoursPlan['when']) => openDays(
    { ...withPlans(plan({ mo: '16:00-18:00' }, when && { when })), daySets: [school] },
    '2026-12-07', '2027-01-11',
  )
  expect(inSchoolWeeks({ notIn: 'school-nl' })).toEqual(['2026-12-07', '2026-12-14', '2027-01-04', '2027-01-11'])
  expect(inSchoolWeeks({ in: 'school-nl' })).toEqual(['2026-12-21', '2026-12-28'])
  expect(inSchoolWeeks({ in: 'no-such-set' })).toEqual([])
})

test('a gap is a stretch in which no plan is in force, not a closing day of the week', () => {
  const branch = source([layer('branch', { hours: [
    dated(tuesdayToSaturday, '2026-01-01', '2026-06-30'), dated(tuesdayToSaturday, '2026-09-01', '2026-12-31'),
  ] })])
  expect(gaps(branch, '2026-02-01', '2027-01-10'))
    .toEqual([{ from: '2026-07-01', to: '2026-08-31' }, { from: '2027-01-01', to: '2027-01-10' }])
  expect(hoursEnd(branch, '2026-06-01', 90)).toBe('2026-06-30')
  expect(hoursEnd(branch, '2026-06-01', 20)).toBeNull()
  expect(hoursEnd(branch, '2026-07-15', 20)).toBe('2026-07-14')
})

test('a stop that is served every other week has no gaps, a summer library has one every winter', () => {
  const stop = withPlans(plan({ th: '15:00-16:00' }, { when: { everyWeeks: { weeks: 2, from: '2026-01-01' } } }))
  expect(gaps(stop, '2026-01-01', '2026-12-31')).toEqual([])
  const beach = withPlans(plan({ th: '15:00-16:00' }, { when: { season: { from: '05-01', to: '09-30' } } }))
  expect(gaps(beach, '2026-07-01', '2027-06-30')).toEqual([{ from: '2026-10-01', to: '2027-04-30' }])
})

test('a branch that moved to another library has the hours of the library it is in that day', () => {
  const moved = source([
    layer('branch'), layer('old', { to: '2026-06-30', hours: [always(everyDay)] }),
    layer('new', { from: '2026-07-01', hours: [dated(tuesdayToSaturday, '2026-08-01', null)] }),
  ])
  expect(gaps(moved, '2026-06-01', '2026-12-31')).toEqual([{ from: '2026-07-01', to: '2026-07-31' }])
})
