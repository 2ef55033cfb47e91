import { expect, test } from 'vitest'
import fc from 'fast-check'
import { Configuration, holdsOn, overlaps, type Lay } from '#core/configuration.ts'
import { Draft, outside, plusDays } from '#core/draft.ts'
import { parameterFact } from '#core/parameter.ts'
import { assemble } from '#core/registry.ts'
import { plugins } from '#plugins/index.ts'
import { urgentFact } from '#plugins/branches/contract/urgent-message.ts'
import { closuresAt, lastDayOf, layClosure, moveClosure } from '#plugins/branches/change/closure.ts'

const registry = assemble(plugins)
const unit = '00000000-0000-4000-8000-000000000009'
const closing = '00000000-0000-4000-8000-00000000000c'
const key = 'circulation.pickup-place'

const over = (base: Configuration, lays: readonly Lay[]) => {
  const draft = new Draft(base, 'set')
  for (const lay of lays) draft.lay(lay)
  return draft.configuration()
}
const plan = (base: Configuration, from: string, to: string | null) => over(base, layClosure(base, registry, {
  unit, closing, from, to, text: 'werken', parts: { pickup: { at: 'nowhere' } },
}))
const move = (base: Configuration, to: string | null, reopens: Record<string, string> = {}) => {
  const [row] = closuresAt(base, unit, closing)
  return over(base, moveClosure(base, registry, row!, { pieces: [{ from: row!.from, to }], reopens }))
}
const saidOn = (base: Configuration, day: string) => base.at(parameterFact, unit, key, day)?.body
const rows = (base: Configuration) => base.of(parameterFact, unit).map(({ from, to, body }) => ({ from, to, body }))

test('a part lasts to the day before it works again, and never longer than the closure', () => {
  expect(lastDayOf('pickup', '2027-03-31', { pickup: '2027-03-15' })).toBe('2027-03-14')
  expect(lastDayOf('pickup', '2027-03-10', { pickup: '2027-03-15' })).toBe('2027-03-10')
  expect(lastDayOf('pickup', null, { pickup: '2027-03-15' })).toBe('2027-03-14')
  expect(lastDayOf('returns', null, { pickup: '2027-03-15' })).toBeNull()
})

test.each([['2027-03-28', '2027-03-27'], ['2026-10-25', '2026-10-24'], ['2028-03-01', '2028-02-29']])(
  'a part that works again on %s, a day on which the clock or the calendar leaps, ends on %s', (again, last) => {
    const base = move(plan(new Configuration(), plusDays(again, -20), plusDays(again, 20)), plusDays(again, 20), { pickup: again })
    expect([saidOn(base, last), saidOn(base, again)]).toEqual([{ value: false }, undefined])
  })

test('however it is moved, it holds on its own days and all others say what they said before', () => {
  const day = fc.integer({ min: 0, max: 60 }).map(days => plusDays('2027-03-01', days))
  const span = fc.tuple(day, day).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [string, string])
  fc.assert(fc.property(span, fc.boolean(), fc.array(day, { minLength: 1, maxLength: 5 }), ([a, b], value, ends) => {
    const before = over(new Configuration(), [{ fact: parameterFact, unit, key, from: a, to: b, body: { value } }])
    let now = plan(before, '2027-03-10', ends[0]! < '2027-03-10' ? '2027-03-10' : ends[0]!)
    let last = ''
    for (const end of ends) now = move(now, last = end < '2027-03-10' ? '2027-03-10' : end)
    for (let on = '2027-02-20'; on < '2027-05-10'; on = plusDays(on, 1)) {
      const closed = on >= '2027-03-10' && on <= last
      expect(saidOn(now, on)).toEqual(closed ? { value: false } : saidOn(before, on))
    }
  }), { numRuns: 60 })
})

test('whatever days are taken from it, at its begin, its end or in between, it holds on the rest and gives the others back', () => {
  const day = fc.integer({ min: 0, max: 60 }).map(days => plusDays('2027-03-01', days))
  const span = fc.tuple(day, day).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [string, string])
  fc.assert(fc.property(span, fc.boolean(), fc.array(span, { minLength: 1, maxLength: 4 }), ([a, b], value, gaps) => {
    const before = over(new Configuration(), [{ fact: parameterFact, unit, key, from: a, to: b, body: { value } }])
    let now = plan(before, '2027-03-10', '2027-04-20')
    for (const [from, to] of gaps) {
      for (const row of closuresAt(now, unit, closing).filter(one => overlaps(one, { from, to }))) {
        now = over(now, moveClosure(now, registry, row, { pieces: outside(row, { from, to }), reopens: {} }))
      }
    }
    for (let on = '2027-02-20'; on < '2027-05-10'; on = plusDays(on, 1)) {
      const closed = on >= '2027-03-10' && on <= '2027-04-20' && !gaps.some(([from, to]) => from <= on && on <= to)
      expect(saidOn(now, on)).toEqual(closed ? { value: false } : saidOn(before, on))
      expect(closuresAt(now, unit, closing).some(row => holdsOn(row, on))).toBe(closed)
    }
  }), { numRuns: 60 })
})

test('what is laid for before it ends when it begins, and what begins with it moves along', () => {
  const parts = { 'message': { text: 'Dicht', from: '2027-03-01' }, 'longer-loans': { from: '2027-02-01', days: 60 } }
  const planned = over(new Configuration(), layClosure(new Configuration(), registry, {
    unit, closing, from: '2027-03-01', to: '2027-03-31', text: 'werken', parts,
  }))
  const laidOf = (base: Configuration) => [...base.of(urgentFact, unit), ...base.of(parameterFact, unit)]
    .map(({ from, to }) => `${from}–${to}`)
  const begun = (base: Configuration, from: string) => {
    const [row] = closuresAt(base, unit, closing)
    return over(base, moveClosure(base, registry, row!, { pieces: [{ from, to: row!.to }], reopens: {} }))
  }
  expect(laidOf(planned)).toEqual(['2027-03-01–2027-03-31', '2027-02-01–2027-02-28'])
  expect(laidOf(begun(planned, '2027-03-08'))).toEqual(['2027-03-08–2027-03-31', '2027-02-01–2027-03-07'])
  expect(laidOf(begun(begun(planned, '2027-03-08'), '2027-03-01'))).toEqual(laidOf(planned))
})

test('what somebody said about its days since stays theirs', () => {
  const planned = plan(new Configuration(), '2027-03-01', '2027-03-31')
  const theirs = over(planned, [{ fact: parameterFact, unit, key, from: '2027-03-20', to: '2027-03-25', body: { value: true } }])
  expect(rows(move(theirs, '2027-03-15'))).toEqual([
    { from: '2027-03-01', to: '2027-03-15', body: { value: false } }, { from: '2027-03-20', to: '2027-03-25', body: { value: true } },
  ])
})
