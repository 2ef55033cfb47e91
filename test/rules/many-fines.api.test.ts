import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finesUpTo, fineOf, preNoticesFrom } from '#plugins/rules/index.ts'
import { remindersOf } from '#plugins/rules/reminder.ts'
import { openInstallation, type Opened } from '../installation.ts'
import { lendingAt, type Lending } from '../circulation/lending.ts'

/** What a preview reckons for a hundred thousand loans at once is what the desk reckons for each. */
let here: Opened
let places: Lending[]
const LAST = '2026-03-31'
const fineLines = ['per-day', 'loan-date', 'return-date']

beforeAll(async () => {
  here = await openInstallation({ now: '2025-01-07T10:00:00Z' })
  places = [await lendingAt(here, 'Zwalm'), await lendingAt(here, 'Zoersel'), await lendingAt(here, 'Zele')]
  for (const [n, { say, close }] of places.entries()) {
    await say('rules.fine', { amountCents: 10 + n, periodDays: n === 2 ? 7 : 2, graceDays: n, maximumCents: n ? 300 : null })
    await say('rules.fine', { amountCents: 35, periodDays: 1, graceDays: 0, maximumCents: 500 }, { where: { membership: '60' }, from: '2025-06-01', to: '2025-09-30' })
    await say('rules.fine-line', fineLines[n], { basis: undefined })
    await say('rules.dunning', { reminder1Days: 7, reminder2Days: 14, billDays: 35, preNoticeDays: 3 })
    await say('rules.dunning', { reminder1Days: 7, reminder2Days: 14, billDays: 35, preNoticeDays: 6 }, { from: '2025-08-04' })
    await close('V', '2025-08-11', '2025-08-24')
  }
}, 60_000)
afterAll(() => here.close())

const day = (from: string, n: number) => Temporal.PlainDate.from(from).add({ days: n }).toString()
const lines = [{ membership: '60', material: 'BOEK' }, { membership: '20', material: 'DVD' }]
const anyLoan = fc.record({
  place: fc.nat(2), line: fc.constantFrom(...lines), day: fc.nat(380).map(n => day('2025-01-01', n)), term: fc.integer({ min: 1, max: 40 }),
  still: fc.option(fc.nat(60), { nil: undefined }),
}).map(({ term, still, ...loan }) => ({
  ...loan, due: day(loan.day, term), ...(still !== undefined && { still: [{ from: day(loan.day, term + still), to: day(loan.day, term + still + 9) }] }),
}))

test('the fine of each of many is the fine of that one', () => {
  const reading = here.installation.snapshot.current
  const of = finesUpTo(reading, LAST)
  const at = places.map(({ branch }) => of(branch))
  let charged = 0
  fc.assert(fc.property(anyLoan, fc.nat(50), ({ place, ...loan }, late) => {
    const returned = [day(loan.due, late), LAST].toSorted()[0] ?? LAST
    const alone = fineOf(reading, { ...loan, unit: places[place]?.branch ?? '' }, returned)
    expect(at[place]?.(loan, returned)).toEqual(alone)
    if (alone.cents) charged++
  }), { numRuns: 500 })
  expect(charged).toBeGreaterThan(100)
})

test('the pre-notice of each of many leaves on the day of that one', () => {
  const reading = here.installation.snapshot.current
  fc.assert(fc.property(anyLoan, ({ place, ...loan }) => {
    const unit = places[place]?.branch ?? ''
    const alone = remindersOf(reading, { ...loan, unit }).find(({ what }) => what === 'pre-notice')?.day
    expect(preNoticesFrom(reading, '2025-01-01')(unit)(loan)).toBe(alone)
  }), { numRuns: 300 })
})
