import { expect, test } from 'vitest'
import { cardDigest } from '#plugins/circulation/contract/card-digest.ts'
import type { KeptKit } from '#screens/circulation/offline/kept-kit.ts'
import { dueOf, isBlocked, isOver, looksLike, momentBy, today } from '#screens/circulation/offline/page/due.ts'

/** What a desk without a server knows by itself. */
const kitAt = (moment: string, more: Partial<KeptKit> = {}): KeptKit => ({
  branch: { id: 'b', name: 'Zwalm centrum' }, stops: [], preparedAt: '2026-11-24T09:00:00Z', until: '2026-12-03', salt: 'zout', blocked: [],
  cardShapes: ['14:21'], itemShapes: ['13:02'], memberships: [{ code: '60', name: 'Volwassene' }], materials: [{ code: 'BOEK', name: 'Boek' }],
  days: [{
    day: '2026-11-24', open: true, hours: ['10:00–18:00'], terms: [
      { material: 'BOEK', due: '2026-12-08', others: [{ membership: '60', due: '2026-12-22' }, { membership: '10', due: null }] },
    ],
  }],
  aheadMs: Date.parse(moment) - Date.now(), ...more,
})
const book = (membership: string) => ({ material: 'BOEK', membership })

test('an unknown member hears the earliest day, a known type its own, and what is not lent is told', () => {
  const kit = kitAt('2026-11-24T10:00:00Z')
  expect([dueOf(kit, book('')), dueOf(kit, book('60')), dueOf(kit, book('33')), dueOf(kit, book('10'))])
    .toEqual(['2026-12-08', '2026-12-22', '2026-12-08', null])
  expect(dueOf(kit, { material: 'DVD', membership: '' })).toBeUndefined()
})

test('the day is that of the server where we are, whatever the clock of the device says', () => {
  const late = kitAt('2026-11-24T22:59:00Z')
  expect(momentBy(late).toISOString().slice(0, 13)).toBe('2026-11-24T22')
  expect(today(late)?.day).toBe('2026-11-24')
  expect(today(kitAt('2026-11-24T23:01:00Z'))).toBeUndefined()
})

test('dates that are over are told as such, and give no day any more', () => {
  expect([isOver(kitAt('2026-12-03T20:00:00Z')), isOver(kitAt('2026-12-04T08:00:00Z'))]).toEqual([false, true])
  expect(dueOf(kitAt('2026-12-04T08:00:00Z'), book('60'))).toBeUndefined()
})

test('a card is told from an item by its looks, unless both look alike', () => {
  const kit = kitAt('2026-11-24T10:00:00Z')
  expect([looksLike(kit, '21234000000018'), looksLike(kit, '0290012345678'), looksLike(kit, 'XYZ12')]).toEqual(['card', 'item', undefined])
  expect(looksLike(kitAt('2026-11-24T10:00:00Z', { itemShapes: ['14:21'] }), '21234000000018')).toBeUndefined()
})

test('a blocked card is known by its digest with the salt of these dates only', async () => {
  const blocked = [await cardDigest('zout', 'CARD1')]
  expect(await isBlocked(kitAt('2026-11-24T10:00:00Z', { blocked }), 'CARD1')).toBe(true)
  expect(await isBlocked(kitAt('2026-11-24T10:00:00Z', { blocked }), 'CARD2')).toBe(false)
  expect(await isBlocked(kitAt('2026-11-24T10:00:00Z', { blocked, salt: 'ander' }), 'CARD1')).toBe(false)
})
