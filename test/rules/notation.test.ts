import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsIn } from '#core/schema.ts'
import { dunningRule, fineRule, holdRule, loanRule, methods, renewalRule } from '#plugins/rules/contract/method.ts'

const days = fc.integer({ min: 0, max: 366 })
const cents = fc.integer({ min: 0, max: 100_000 })
const loan = fc.record({ loanDays: days, renewalDays: days, feeCents: cents, minimumAge: fc.integer({ min: 0, max: 99 }) })
const fine = fc.record({
  amountCents: cents, periodDays: fc.integer({ min: 1, max: 366 }), graceDays: days, maximumCents: fc.option(cents),
})
const dunning = fc.record({ reminder1Days: days, reminder2Days: days, billDays: days, preNoticeDays: days })
const renewal = fc.record({
  times: fc.integer({ min: 0, max: 99 }), start: fc.constantFrom('renewal-day' as const, 'due-date' as const), blockOnline: fc.boolean(),
})
const hold = fc.oneof(
  fc.record({ allowed: fc.constant(true), placingCents: cents, pickupCents: cents, notCollectedCents: cents }),
  fc.constant({ allowed: false, placingCents: 0, pickupCents: 0, notCollectedCents: 0 }),
)

describe('what is printed is read back as the same', () => {
  test('loan', () => fc.assert(fc.property(loan, value => {
    expect(faultsIn(loanRule.schema, value)).toEqual([])
    expect(loanRule.notation?.parse(loanRule.notation.print(value))).toEqual(value)
  })))
  test('fine', () => fc.assert(fc.property(fine, value => {
    expect(faultsIn(fineRule.schema, value)).toEqual([])
    expect(fineRule.notation?.parse(fineRule.notation.print(value))).toEqual(value)
  })))
  test('dunning', () => fc.assert(fc.property(dunning, value => {
    expect(faultsIn(dunningRule.schema, value)).toEqual([])
    expect(dunningRule.notation?.parse(dunningRule.notation.print(value))).toEqual(value)
  })))
  test('renewal', () => fc.assert(fc.property(renewal, value => {
    expect(faultsIn(renewalRule.schema, value)).toEqual([])
    expect(renewalRule.notation?.parse(renewalRule.notation.print(value))).toEqual(value)
  })))
  test('hold', () => fc.assert(fc.property(hold, value => {
    expect(faultsIn(holdRule.schema, value)).toEqual([])
    expect(holdRule.notation?.parse(holdRule.notation.print(value))).toEqual(value)
  })))
  test('whatever is read prints as something that reads the same', () => {
    const cell = fc.array(fc.constantFrom('0', '1', '10', '0,10', '7.5', '-', 'V', 't', 'blokkeer', ' 3 ', '', 'x'), { maxLength: 5 })
    fc.assert(fc.property(cell.map(parts => parts.join('/')), fc.constantFrom(...methods), (text, { notation }) => {
      const read = notation?.parse(text)
      if (read !== undefined) expect(notation?.parse(notation.print(read as never))).toEqual(read)
    }), { numRuns: 1000 })
  })
})

describe('the notation of staff', () => {
  test.each([
    ['28/28/0', { loanDays: 28, renewalDays: 28, feeCents: 0, minimumAge: 0 }, '28/28/0'],
    ['63/0/99', { loanDays: 63, renewalDays: 0, feeCents: 0, minimumAge: 99 }, '63/0/99'],
    ['21 / 21 / 1.00 / 15', { loanDays: 21, renewalDays: 21, feeCents: 100, minimumAge: 15 }, '21/21/1,00/15'],
    ['84/84/0,00/0', { loanDays: 84, renewalDays: 84, feeCents: 0, minimumAge: 0 }, '84/84/0'],
  ])('loan %s', (text, value, printed) => {
    expect(loanRule.notation?.parse(text)).toEqual(value)
    expect(loanRule.notation?.print(value)).toBe(printed)
  })
  test.each([
    ['0,10/1/7,50', { amountCents: 10, periodDays: 1, graceDays: 1, maximumCents: 750 }, '0,10/1/7,50'],
    ['0.5/7/0/5', { amountCents: 50, periodDays: 7, graceDays: 0, maximumCents: 500 }, '0,50/7/0/5,00'],
    ['0,25/0/-', { amountCents: 25, periodDays: 1, graceDays: 0, maximumCents: null }, '0,25/0/-'],
    ['0/0/0', { amountCents: 0, periodDays: 1, graceDays: 0, maximumCents: 0 }, '0/0/0'],
  ])('fine %s', (text, value, printed) => {
    expect(fineRule.notation?.parse(text)).toEqual(value)
    expect(fineRule.notation?.print(value)).toBe(printed)
  })
  test('the others', () => {
    expect(dunningRule.notation?.parse('7/14/35/3'))
      .toEqual({ reminder1Days: 7, reminder2Days: 14, billDays: 35, preNoticeDays: 3 })
    expect(renewalRule.notation?.parse('2/t')).toEqual({ times: 2, start: 'due-date', blockOnline: false })
    expect(renewalRule.notation?.parse('1/V/Blokkeer verlengen')).toEqual({ times: 1, start: 'renewal-day', blockOnline: true })
    expect(holdRule.notation?.parse('0/1/1,50')).toEqual({ allowed: true, placingCents: 0, pickupCents: 100, notCollectedCents: 150 })
    expect(holdRule.notation?.parse(' - ')).toEqual({ allowed: false, placingCents: 0, pickupCents: 0, notCollectedCents: 0 })
  })
  test.each(methods)('$name reads nothing else', ({ notation }) => {
    for (const text of [
      '', '/', '28', '28/28', '28/-1/0', '28/28/0/0/0', '1e3/1/1', '=28/28/0', '28/28/0x', '0x1/1/1/1', '1.234/1/1', 'NaN/1/1/1',
      '٣/1/1/1', '1/2/3/4/5/6', '1,2,3/1/1', '--', '1/V/neen', '1/V/blokkeer/1', '99999/1/1/1',
    ]) expect([text, notation?.parse(text)]).toEqual([text, undefined])
  })
})

test('parts that do not go together are named', () => {
  const refused = [
    ...(loanRule.checks ?? []).map(check => check.holds({ loanDays: 0, renewalDays: 0, feeCents: 0, minimumAge: 0 }, undefined)),
    ...(fineRule.checks ?? []).map(check => check.holds({ amountCents: 10, periodDays: 1, graceDays: 0, maximumCents: 0 }, undefined)),
    ...(dunningRule.checks ?? []).map(check =>
      check.holds({ reminder1Days: 0, reminder2Days: 14, billDays: 14, preNoticeDays: 0 }, undefined)),
    ...(holdRule.checks ?? []).map(check =>
      check.holds({ allowed: false, placingCents: 100, pickupCents: 0, notCollectedCents: 0 }, undefined)),
  ]
  expect(refused).toEqual([false, false, false, false, false])
  for (const { checks = [], default: value } of methods) {
    for (const check of checks) expect(check.holds(value as never, undefined)).toBe(true)
  }
})
