import { expect, test } from 'vitest'
import { Configuration, type Lay } from '#core/configuration.ts'
import type { UnitId } from '#core/contract.ts'
import { Draft } from '#core/draft.ts'
import { parentFact, SYSTEM, unitFact } from '#core/unit.ts'
import { membershipLinkFact, membershipTypeFact } from '#plugins/parameters/contract/list.ts'
import { linkedType } from '#plugins/parameters/index.ts'

const [group, zwalm, zoersel] = [1, 2, 3].map(n => `10000000-0000-4000-8000-00000000000${n}`) as
  [UnitId, UnitId, UnitId]
const unit = (id: UnitId, type: string, more: object = {}): Lay =>
  ({ fact: unitFact, unit: id, key: 'unit', from: null, to: null, body: { type, code: id.slice(-4), name: type, ...more } })
const hangs = (id: UnitId, parent: UnitId): Lay =>
  ({ fact: parentFact, unit: id, key: 'parent', from: null, to: null, body: { parent } })
const type = (code: string): Lay => ({
  fact: membershipTypeFact, unit: SYSTEM, key: code, from: null, to: null, body: { name: { nl: code, en: code, fr: code } },
})

const region = (level: string) => {
  const draft = new Draft(new Configuration(), 'a-set')
  for (const one of [
    unit(SYSTEM, 'system'), unit(group, 'group', { level }), unit(zwalm, 'library'), unit(zoersel, 'library'),
    hangs(group, SYSTEM), hangs(zwalm, group), hangs(zoersel, group), type('60'), type('61'), type('70'),
    {
      fact: membershipLinkFact, unit: group, key: 'adult', from: '2027-01-01', to: null,
      body: { types: { [zwalm]: '60', [zoersel]: '70' } },
    },
  ]) draft.lay(one)
  return draft.configuration()
}

test('a borrower of another library is treated as the linked type, from the day the group says so', () => {
  const reading = region('3b')
  expect(linkedType(reading, '60', zwalm, zoersel, '2027-01-01')).toBe('70')
  expect(linkedType(reading, '70', zoersel, zwalm, '2027-01-01')).toBe('60')
  expect(linkedType(reading, '60', zwalm, zoersel, '2026-12-31')).toBe('60')
})

test('what is not linked is the same code, where the library knows it', () => {
  const reading = region('3b')
  expect(linkedType(reading, '61', zwalm, zoersel, '2027-01-01')).toBe('61')
  expect(linkedType(reading, '99', zwalm, zoersel, '2027-01-01')).toBeUndefined()
})

test.each(['1', '2'])('in a group of level %s nobody borrows by a membership elsewhere, also not by the same code', level => {
  expect(linkedType(region(level), '61', zwalm, zoersel, '2027-01-01')).toBeUndefined()
})
