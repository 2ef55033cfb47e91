import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileCalendar } from '#plugins/branches/compiled-calendar.ts'
import type { DayKind } from '#plugins/branches/contract/calendar.ts'
import { toDay, toDayNumber } from '#plugins/branches/day-number.ts'
import { dueDate, dueDay } from '#plugins/branches/due-date.ts'
import { isOpen } from '#plugins/branches/open-day.ts'
import { plusDays } from './naive-calendar.ts'
import { always, layer, says, source, tuesdayToSaturday, yearly } from './source.ts'

const branch = (...exceptions: ReturnType<typeof says>[]) =>
  compileCalendar(source([layer('branch', { hours: [always(tuesdayToSaturday)], exceptions })]))
const summer = branch(says('G', '2025-08-15'), says('V', '2025-08-04', '2025-08-17'))

test('a loan of 28 days that is due on an open day is due that day', () => {
  expect(dueDate(summer, plusDays('2025-06-03', 28))).toEqual({ day: '2025-07-01', shifts: [] })
})

test('a loan due on a holiday is due on the next open day', () => {
  expect(dueDate(branch(says('G', '2025-08-15')), plusDays('2025-07-18', 28)))
    .toEqual({ day: '2025-08-16', shifts: [{ from: '2025-08-15', to: '2025-08-16', because: 'G' }] })
})

test('a loan due in a vacation is due on the same weekday in the first week after it', () => {
  expect(dueDate(summer, plusDays('2025-07-10', 28)))
    .toEqual({ day: '2025-08-21', shifts: [{ from: '2025-08-07', to: '2025-08-21', because: 'V' }] })
})

test('a loan that lands on a closing day after the vacation is due on the next open day', () => {
  expect(dueDate(summer, '2025-08-11')).toEqual({
    day: '2025-08-19',
    shifts: [
      { from: '2025-08-11', to: '2025-08-18', because: 'V' }, { from: '2025-08-18', to: '2025-08-19', because: 'G' },
    ],
  })
})

test('a fine-free day is a due date like any open day', () => {
  expect(dueDay(branch(says('B', '2025-07-01')), '2025-07-01')).toBe('2025-07-01')
})

test('a loan that lands in a second vacation moves past that one too', () => {
  const twice = branch(says('V', '2025-08-04', '2025-08-17'), says('V', '2025-08-19', '2025-08-24'))
  expect(dueDate(twice, '2025-08-05')?.shifts).toEqual([
    { from: '2025-08-05', to: '2025-08-19', because: 'V' }, { from: '2025-08-19', to: '2025-08-26', because: 'V' },
  ])
})

test('closed from 23 to 31 March, one library reopens on Saturday the 28th and another on Wednesday 1 April', () => {
  expect(dueDay(branch(says('G', '2020-03-23', '2020-03-27')), '2020-03-24')).toBe('2020-03-28')
  expect(dueDay(branch(says('G', '2020-03-23', '2020-03-31')), '2020-03-24')).toBe('2020-04-01')
})

test('Zwalm lengthens the loan term to the next open day over Christmas and New Year', () => {
  const zwalm = compileCalendar(source([layer('branch', { hours: [always(tuesdayToSaturday)], rules: [
    ...['01-01', '01-02', '05-01', '07-11', '07-21', '08-15', '11-01', '11-02', '11-11', '12-25', '12-26', '12-31']
      .map((date) => yearly({ date }, 'G', date)),
    ...[1, 39, 50].map((easter) => yearly({ easter }, 'G', `easter-${easter}`)),
  ] })]))
  expect(dueDay(zwalm, '2026-12-25')).toBe('2026-12-29')
  expect(dueDay(zwalm, '2026-12-31')).toBe('2027-01-05')
  expect(dueDay(zwalm, '2027-05-06')).toBe('2027-05-07')
  expect(dueDay(zwalm, '2026-07-11')).toBe('2026-07-14')
})

test('a library that never opens again before the horizon gives no due date', () => {
  expect(dueDate(branch(says('G', '2026-07-01', null)), '2026-07-02')).toBeNull()
  expect(dueDate(branch(says('V', '2026-07-01', '2050-12-31')), '2026-07-02')).toBeNull()
  expect(dueDate(compileCalendar(source([])), '2026-07-02')).toBeNull()
})

test('half a century of vacation is one step', () => {
  expect(dueDate(branch(says('V', '2000-01-01', '2049-12-31')), '2000-01-05')?.shifts)
    .toEqual([{ from: '2000-01-05', to: '2050-01-05', because: 'V' }])
})

const first = toDayNumber('2028-02-01')
const anyKinds = fc.array(
  fc.oneof({ weight: 4, arbitrary: fc.constant('open') }, fc.constantFrom('B', 'G', 'V')) as fc.Arbitrary<DayKind>,
  { minLength: 40, maxLength: 60 },
)
/** Twelve weeks of a library: at first any kinds, then open every day. */
const weeks = (kinds: readonly DayKind[]) => compileCalendar(source([layer('branch', {
  exceptions: [
    ...kinds.map((kind, i) => says(kind, toDay(first + i))),
    says('open', toDay(first + kinds.length), toDay(first + 120)),
  ],
})]), first, first + 120)
const due = (kinds: readonly DayKind[], day: number) => dueDay(weeks(kinds), first + day) ?? Infinity

test('a due date is never a closed or vacation day, and never earlier than the raw one', () => {
  fc.assert(fc.property(anyKinds, fc.nat(39), (kinds, raw) => {
    const calendar = weeks(kinds)
    const day = dueDay(calendar, first + raw)
    expect(day).toBeGreaterThanOrEqual(first + raw)
    expect(isOpen(calendar, day ?? -1)).toBe(true)
    expect(dueDay(calendar, day ?? -1)).toBe(day)
  }))
})

const closed = fc.constantFrom<DayKind>('G', 'V')

test('closing a day that was open never moves a due date earlier', () => {
  fc.assert(fc.property(anyKinds, fc.nat(39), fc.nat(39), closed, (kinds, raw, at, kind) => {
    fc.pre(kinds[at] === 'open' || kinds[at] === 'B')
    expect(due(kinds.with(at, kind), raw)).toBeGreaterThanOrEqual(due(kinds, raw))
  }), { numRuns: 2000 })
})

test('calling a vacation day closed instead may move a due date earlier: the vacation gets shorter', () => {
  const kinds = Array.from({ length: 40 }, (): DayKind => 'open').fill('V', 0, 8)
  expect(due(kinds, 0)).toBe(first + 14)
  expect(due(kinds.with(7, 'G'), 0)).toBe(first + 8)
})

test('the steps lead from the raw due date to the due date, each forward', () => {
  fc.assert(fc.property(anyKinds, fc.nat(39), (kinds, raw) => {
    const found = dueDate(weeks(kinds), first + raw)
    const steps = found?.shifts ?? []
    expect([first + raw, ...steps.map((step) => step.to)]).toEqual([...steps.map((step) => step.from), found?.day])
    expect(steps.every((step) => step.to > step.from)).toBe(true)
  }))
})
