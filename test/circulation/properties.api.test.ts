import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarOf, isOpen } from '#plugins/branches/index.ts'
import { termFor } from '#plugins/circulation/loan/term.ts'
import { fineOf } from '#plugins/rules/index.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { lendingAt, type Lending } from './lending.ts'

/** What holds for every loan there may be, at a branch with vacations, closing days and fine-free days here and there. */
let here: Opened
let zwalm: Lending

beforeAll(async () => {
  here = await openInstallation({ now: '2025-01-07T10:00:00Z' })
  zwalm = await lendingAt(here, 'Zwalm')
  await zwalm.say('rules.fine', { amountCents: 10, periodDays: 3, graceDays: 1, maximumCents: 300 })
  for (const [kind, from, to] of [
    ['V', '2025-08-04', '2025-08-17'], ['G', '2025-08-18', '2025-08-19'], ['G', '2025-04-21', '2025-04-21'], ['B', '2025-05-06', '2025-05-08'],
    ['V', '2025-12-22', '2026-01-04'], ['G', '2026-01-05', '2026-01-09'],
  ] as const) await zwalm.close(kind, from, to)
}, 60_000)
afterAll(() => here.close())

const days = fc.integer({ min: 0, max: 700 }).map(n => Temporal.PlainDate.from('2025-01-01').add({ days: n }).toString())
const line = { membership: '60', material: 'BOEK' }
const now = () => here.installation.snapshot.current

describe('of any loan', () => {
  test('nothing is due on a closed day, nor before its raw day, and every shift leads on to the next', () => {
    const calendar = calendarOf(now(), zwalm.branch)
    fc.assert(fc.property(days, fc.constantFrom('loan' as const, 'renewal' as const), (day, what) => {
      const term = termFor(now(), { unit: zwalm.branch, line, day, what })
      if (!term) throw new Error('No open day left')
      expect(isOpen(calendar, term.due)).toBe(true)
      expect(term.due >= term.raw && term.raw > day).toBe(true)
      expect([term.raw, ...term.shifts.map(({ to }) => to)]).toEqual([...term.shifts.map(({ from }) => from), term.due])
    }), { numRuns: 300 })
  })

  test('bringing it back later never costs less', () => {
    fc.assert(fc.property(days, fc.nat(120), fc.nat(30), (day, late, more) => {
      const due = termFor(now(), { unit: zwalm.branch, line, day, what: 'loan' })?.due ?? day
      const cost = (after: number) =>
        fineOf(now(), { unit: zwalm.branch, line, day, due }, Temporal.PlainDate.from(due).add({ days: after }).toString()).cents
      expect(cost(late + more)).toBeGreaterThanOrEqual(cost(late))
    }), { numRuns: 300 })
  })
})
