import fc from 'fast-check'
import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { Configuration, holdsOn, type Lay, type Segment } from '#core/configuration.ts'
import { defineFact } from '#core/contract.ts'
import { Draft, plusDays } from '#core/draft.ts'

const colour = defineFact('test.colour', Type.String())
const UNITS = ['north', 'south']
const FIRST = '2026-01-01'
const DAYS = 40
const days = Array.from({ length: DAYS }, (_, n) => plusDays(FIRST, n))

const lay = (body: string | null, from: string | null, to: string | null, unit = 'north', key = 'k'): Lay =>
  ({ fact: colour, unit, key, from, to, body })

const anyDay = fc.option(fc.constantFrom(...days), { freq: 4 })
const anyLay: fc.Arbitrary<Lay> = fc.record({
  body: fc.option(fc.constantFrom('red', 'green', 'blue')), from: anyDay, to: anyDay,
  unit: fc.constantFrom(...UNITS), key: fc.constantFrom('k', 'l'),
}).map(({ body, from, to, unit, key }) => lay(body, from, to, unit, key))

const applied = (lays: readonly Lay[], base = new Configuration()) => {
  const draft = new Draft(base, 'set')
  for (const act of lays) draft.lay(act)
  return draft.configuration()
}

/** What every unit says on every day: the only thing a reader can see. */
const seen = (configuration: Configuration) => UNITS.flatMap(unit => ['k', 'l'].flatMap(key =>
  days.map(day => configuration.at(colour, unit, key, day)?.body ?? '-'))).join(' ')

/** The same told day by day, without segments. */
function naive(lays: readonly Lay[]): string {
  const told = new Map<string, string>()
  for (const { unit, key, body, from, to } of lays) {
    for (const day of days) {
      if ((from === null || from <= day) && (to === null || day <= to))
        told.set(`${unit} ${key} ${day}`, (body as string | null) ?? '-')
    }
  }
  return UNITS.flatMap(unit =>
    ['k', 'l'].flatMap(key => days.map(day => told.get(`${unit} ${key} ${day}`) ?? '-')),
  ).join(' ')
}

describe('laying one word over another', () => {
  test('a later word wins in its own period and leaves the rest', () => {
    const configuration = applied([lay('red', null, null), lay('green', '2026-01-05', '2026-01-09')])
    expect(configuration.of(colour, 'north').map(({ from, to, body }) => [from, to, body])).toEqual([
      [null, '2026-01-04', 'red'], ['2026-01-05', '2026-01-09', 'green'], ['2026-01-10', null, 'red'],
    ])
  })

  test('saying what already stands changes nothing', () => {
    const base = applied([lay('red', null, null)])
    expect(new Draft(base, 'x').delta()).toMatchObject({ ended: [], laid: [] })
    const draft = new Draft(base, 'x')
    draft.lay(lay('red', '2026-01-05', '2026-01-09'))
    expect(draft.delta()).toMatchObject({ ended: [], laid: [] })
  })

  test('an end before its beginning says nothing', () => {
    expect([...applied([lay('red', '2026-01-09', '2026-01-05')]).all(colour)]).toEqual([])
  })

  test('a word cut by another stays its author’s', () => {
    const base = applied([lay('red', null, null)])
    const draft = new Draft(base, 'second')
    draft.lay(lay('green', '2026-01-05', null))
    expect(draft.delta().laid.map(({ body, saidIn }) => [body, saidIn])).toEqual([['red', 'set'], ['green', 'second']])
  })
})

describe('for any acts', () => {
  test('every day says what a day-by-day reckoning says', () => {
    fc.assert(fc.property(fc.array(anyLay, { maxLength: 12 }), lays => {
      expect(seen(applied(lays))).toBe(naive(lays))
    }))
  })

  test('no unit says two things at once under one key', () => {
    fc.assert(fc.property(fc.array(anyLay, { maxLength: 12 }), lays => {
      const configuration = applied(lays)
      for (const rows of configuration.all(colour)) {
        for (const key of ['k', 'l']) for (const day of days) {
          expect(rows.filter((row: Segment) => row.key === key && holdsOn(row, day)).length).toBeLessThanOrEqual(1)
        }
      }
    }))
  })

  test('one set of acts does what the same acts do in sets of their own', () => {
    fc.assert(fc.property(fc.array(anyLay, { maxLength: 8 }), lays => {
      const apart = lays.reduce((configuration, act) => applied([act], configuration), new Configuration())
      expect(seen(applied(lays))).toBe(seen(apart))
    }))
  })

  test('a rehearsal leaves what is in force as it was', () => {
    fc.assert(fc.property(fc.array(anyLay, { maxLength: 6 }), fc.array(anyLay, { maxLength: 6 }), (first, second) => {
      const base = applied(first)
      const before = seen(base)
      applied(second, base)
      expect(seen(base)).toBe(before)
    }))
  })

  test('a process that catches up by deltas sees what the writer sees', () => {
    fc.assert(fc.property(fc.array(anyLay, { maxLength: 8 }), lays => {
      let writer = new Configuration()
      let reader = new Configuration()
      for (const act of lays) {
        const draft = new Draft(writer, 'set')
        draft.lay(act)
        const delta = draft.delta()
        writer = writer.with(delta)
        reader = reader.with(structuredClone(delta))
      }
      expect(seen(reader)).toBe(seen(writer))
      expect(reader.version).toBe(writer.version)
    }))
  })
})
