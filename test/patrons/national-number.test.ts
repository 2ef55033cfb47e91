import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nationalNumberShown, readNationalNumber } from '#plugins/patrons/privacy/national-number.ts'

/** A number is what its last two digits say of the nine before, and nothing is read as a date. */
test.each([
  ['93.05.18-223.61', '93051822361'], ['00.01.25-567.77', '00012556777'], ['93051822361', '93051822361'],
])('%s can be', (typed, digits) => expect(readNationalNumber(typed)).toBe(digits))

test.each(['93.05.18-223.62', '93.05.18-223', '', '9305182236a', '93.05.18-223.611'])('%s cannot', typed =>
  expect(readNationalNumber(typed)).toBeUndefined())

const checked = (first: string, century: '' | '2') => `${first}${String(97 - Number(`${century}${first}`) % 97).padStart(2, '0')}`

test('of whoever was born before 2000 or after, by BIS or without a known birthday, whatever the nine digits are', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{9}$/), fc.constantFrom('' as const, '2' as const), (first, century) => {
    const number = checked(first, century)
    expect(readNationalNumber(nationalNumberShown(number))).toBe(number)
  }))
})

test('one wrong digit is found', () => {
  fc.assert(fc.property(fc.stringMatching(/^[1-9]\d{8}$/), fc.nat(8), fc.integer({ min: 1, max: 9 }), (first, at, more) => {
    const wrong = Array.from(first, (digit, n) => n === at ? String((Number(digit) + more) % 10) : digit).join('')
    const number = checked(first, '')
    // A digit wrong for somebody of before 2000 may by chance be right for somebody of after.
    const known = readNationalNumber(`${wrong}${number.slice(9)}`)
    if (known !== undefined) expect(known).toBe(checked(wrong, '2'))
  }))
})
