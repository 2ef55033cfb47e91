import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import {
  calendarOf,
  calendarSource,
  dueDate,
  explainDay,
  isOpen,
  openDaysBetween,
} from '#plugins/branches/index.ts'
import { close, hours, openRegion, type Region } from './region.ts'

let region: Region
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

const now = () => region.installation.snapshot.current

test('a loan due on a closed day moves, and a calendar that nothing touched is the same value', async () => {
  const [before, elsewhere] = [calendarOf(now(), region.markt), calendarOf(now(), region.elsewhere)]
  expect(elsewhere).toBe(before)
  expect(dueDate(before, '2026-12-24')).toEqual({ day: '2026-12-24', shifts: [] })
  await region.apply(close([region.markt], '2026-12-24', '2026-12-25'))
  const after = calendarOf(now(), region.markt)
  expect(dueDate(after, '2026-12-24')?.day).toBe('2026-12-26')
  expect(openDaysBetween(after, '2026-12-21', '2026-12-27')).toBe(
    openDaysBetween(before, '2026-12-21', '2026-12-27') - 2,
  )
  expect(calendarOf(now(), region.elsewhere)).toBe(elsewhere)
  expect(calendarSource(now(), region.velde).layers.at(-1)).toBe(
    calendarSource(now(), region.elsewhere).layers.at(-1),
  )
})

test('a branch that moves follows each library in its time', async () => {
  const wanderer = await region.unit('branch', 'Zwerver', region.zwalm, { code: '0950' })
  await region.apply(
    hours(wanderer),
    close([region.zwalm], '2026-11-25', '2026-11-25'),
    close([region.zwalm], '2027-02-03', '2027-02-03'),
    close([region.other], '2027-02-04', '2027-02-04'),
    { kind: 'units.move', payload: { unit: wanderer, parent: region.other, from: '2027-01-01' } },
  )
  const calendar = calendarOf(now(), wanderer)
  expect(['2026-11-25', '2027-02-03', '2027-02-04'].map(day => isOpen(calendar, day))).toEqual([
    false,
    true,
    false,
  ])
  expect(explainDay(calendarSource(now(), wanderer), '2027-02-04').why).toMatchObject({
    by: 'exception',
    unit: region.other,
  })
})

test('kinds of hours and lists of holidays of the region bear on every branch', async () => {
  const summer = {
    code: 'summer',
    name: { nl: 'Zomer', en: 'Summer', fr: 'Été' },
    periods: [{ from: '2027-07-01', to: '2027-08-31', name: { nl: 'Zomer', en: 'Summer', fr: 'Été' } }],
  }
  await region.apply(
    { kind: 'branches.set-day-set', payload: { code: 'summer', set: summer } },
    hours(
      region.velde,
      {
        layer: 'season',
        when: { in: 'summer' },
        week: { mo: [], tu: [], we: [{ from: '10:00', to: '12:00' }], th: [], fr: [], sa: [], su: [] },
      },
      { key: 'staffed/season/summer' },
    ),
    hours(
      region.velde,
      { kind: 'study', week: { su: [{ from: '10:00', to: '18:00' }] } },
      { key: 'study/regular' },
    ),
  )
  const seen = calendarOf(now(), region.velde)
  expect([isOpen(seen, '2027-07-06'), isOpen(seen, '2027-07-07'), isOpen(seen, '2027-01-10')]).toEqual([
    false,
    true,
    false,
  ])
  await region.apply({
    kind: 'branches.set-hours-kind',
    payload: {
      code: 'study',
      kind: { code: 'study', name: { nl: 'studeren', en: 'study', fr: 'étude' }, countsAsOpen: true },
    },
  })
  expect(isOpen(calendarOf(now(), region.velde), '2027-01-10')).toBe(true)
  const admin = await region.staff('system-admin')
  const gone = await admin.change([{ kind: 'branches.set-day-set', payload: { code: 'summer', set: null } }])
  expect(gone.body.faults).toMatchObject([
    { code: 'branches.still-used', message: 'Nog in gebruik bij Zwalm Velde.' },
  ])
  expect(
    (
      await admin.change([
        { kind: 'branches.lift', payload: { units: [SYSTEM], from: '2027-01-01', to: '2027-01-02' } },
      ])
    ).body.faults[0].code,
  ).toBe('branches.nothing-to-lift')
})
