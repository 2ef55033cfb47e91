import { expect, test } from 'vitest'
import type { Lines } from '#plugins/rules/contract/answer.ts'
import { firstCodes } from '#screens/rules/try/first.ts'

const code = (code: string, more: object = {}) => ({ code, name: code, unused: false, ...more })
const person = (of: string, more: object = {}) => code(of, { persons: true, ...more })

/** The lines of a place, where a rule was said for these pairs; `99` is not lent. */
const linesOf = (memberships: Lines['memberships'], materials: Lines['materials'], said: Readonly<Record<string, number>> = {}): Lines => ({
  version: 1, unit: '00000000-0000-4000-8000-000000000000', day: '2026-11-23', method: 'rules.loan', memberships, materials, words: [],
  cells: memberships.flatMap(one => materials.map(other => ({
    membership: one.code, material: other.code, text: '', value: { minimumAge: said[`${one.code} ${other.code}`] ?? 0 },
    own: false, from: `${one.code} ${other.code}` in said ? { unit: '00000000-0000-4000-8000-000000000000', unitName: 'Bib' } : null,
    locked: false, differs: false, planned: 0, words: [],
  }))),
})

test('an adult and a book come first, wherever they stand in the lists', () => {
  expect(firstCodes(linesOf([code('*'), person('1'), person('60'), code('180', { persons: false })], [code('*'), code('CD'), code('BOEK')])))
    .toEqual({ membership: '60', material: 'BOEK' })
})

test('a pair that a rule speaks of comes before one that none does, and what is lent before what is not', () => {
  const [memberships, materials] = [[person('1'), person('60')], [code('BOEK'), code('DVD')]]
  expect(firstCodes(linesOf(memberships, materials, { '1 DVD': 0 }))).toEqual({ membership: '1', material: 'DVD' })
  expect(firstCodes(linesOf(memberships, materials, { '60 BOEK': 99, '60 DVD': 0 }))).toEqual({ membership: '60', material: 'DVD' })
})

test('an institution comes only where there is nobody else, and what is not in use never', () => {
  const institution = code('180', { persons: false })
  expect(firstCodes(linesOf([institution, person('1')], [code('BOEK')], { '180 BOEK': 0 }))?.membership).toBe('1')
  expect(firstCodes(linesOf([institution, person('60', { unused: true })], [code('BOEK')]))?.membership).toBe('180')
  expect(firstCodes(linesOf([code('*')], [code('BOEK')]))).toBeUndefined()
})
