import { expect, test } from 'vitest'
import { dayIn, period } from '#plugins/branches/wording.ts'

test('the first of a month has its own form in French, and no other day has', () => {
  expect(dayIn('fr', '2026-12-01')).toBe('mardi 1er décembre 2026')
  expect(dayIn('fr', '2026-12-11', 'short')).toBe('11 décembre 2026')
  expect(dayIn('fr', '2026-12-01', 'number')).toBe('01/12/2026')
  expect(dayIn('nl', '2026-12-01')).toBe('dinsdag 1 december 2026')
  expect(dayIn('en', '2026-12-01')).toBe('Tuesday 1 December 2026')
  expect(period('fr', '2027-05-01', '2027-05-31', 'short')).toBe('du 1er mai 2027 au 31 mai 2027 inclus')
})
