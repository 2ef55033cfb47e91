import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueAfterPause, workingDaysAfter } from '#plugins/change-requests/due.ts'

const day = fc.integer({ min: 0, max: 2000 }).map(days => Temporal.PlainDate.from('2026-01-01').add({ days }).toString())

describe('the day by which the helpdesk answers', () => {
  test.each([
    // Asked on Monday for Thursday: three days were left.
    ['2026-11-26', '2026-11-23', '2026-11-27', '2026-12-02'],
    // Answered on the very day.
    ['2026-11-26', '2026-11-23', '2026-11-23', '2026-11-26'],
    // A weekend counts for nobody.
    ['2026-11-30', '2026-11-27', '2026-11-29', '2026-11-30'],
    // It was late when it was asked: one day is left.
    ['2026-11-20', '2026-11-23', '2026-11-25', '2026-11-26'],
  ])('%s, asked on %s and answered on %s, becomes %s', (due, asked, answered, becomes) => {
    expect(dueAfterPause(due, asked, answered)).toBe(becomes)
  })

  test('never comes nearer, never lies before tomorrow, and is no earlier for a later answer', () => {
    fc.assert(fc.property(day, day, fc.nat(60), fc.nat(60), (due, asked, waited, more) => {
      const at = (days: number) => Temporal.PlainDate.from(asked).add({ days }).toString()
      const again = dueAfterPause(due, asked, at(waited))
      expect(again >= due && again >= workingDaysAfter(at(waited), 1)).toBe(true)
      expect(dueAfterPause(due, asked, at(waited + more)) >= again).toBe(true)
    }))
  })
})
