import { expect, test } from 'vitest'
import { worthLeft } from '#plugins/patrons/reduction.ts'

const period = (act: 'enrolled' | 'renewed' | 'changed' | 'cancelled', fromOn: string, untilOn: string, feeCents: number) =>
  ({ act, fromOn, untilOn, feeCents })

test('twelve euros for twelve months, changed after four: eight euros are left', () => {
  const year = [period('enrolled', '2026-01-01', '2026-12-31', 1200)]
  expect(worthLeft(year, '2026-05-01')).toBe(800)
  expect(worthLeft(year, '2026-05-02')).toBe(700)
  expect(worthLeft(year, '2026-01-01')).toBe(1200)
  expect(worthLeft(year, '2027-01-01')).toBe(0)
})

test('a year that was paid ahead counts whole, and what came before an earlier change counts no more', () => {
  const ahead = [period('renewed', '2027-01-01', '2027-12-31', 1500), period('enrolled', '2026-01-01', '2026-12-31', 1200)]
  expect(worthLeft(ahead, '2026-07-01')).toBe(2100)
  const changed = [period('changed', '2026-07-01', '2027-06-30', 2400), ...ahead]
  expect(worthLeft(changed, '2026-10-01')).toBe(1800)
  expect(worthLeft([period('cancelled', '2026-07-01', '2026-09-01', 2400), ...changed], '2026-10-01')).toBe(1800)
})

test('cents are rounded once for each period', () => {
  expect(worthLeft([period('enrolled', '2026-01-01', '2026-12-31', 1000)], '2026-02-01')).toBe(917)
})
