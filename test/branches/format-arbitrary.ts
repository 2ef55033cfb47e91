import fc from 'fast-check'
import { weekdays, type HoursPlan, type Slot } from '#plugins/branches/contract/hours.ts'

const clock = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

/** Words a library might write, quotes, commas, accents and formula signs included; no spaces at the ends. */
export const words = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'abc éëß"\',;=+-@|\\:()€字'), minLength: 1, maxLength })
    .map(text => text.trim() || 'x')

/** Slots of one day, in order and never touching. */
export const slots = (minLength = 0): fc.Arbitrary<Slot[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: minLength * 2, maxLength: 6 }).map((ends) => {
    const sorted = ends.toSorted((a, b) => a - b)
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, at) =>
      ({ from: clock(sorted[at * 2]!), to: clock(sorted[at * 2 + 1]!) }))
  })

/** A week that says something about each of its days. */
export const regularWeek = (): fc.Arbitrary<HoursPlan['week']> =>
  fc.record(Object.fromEntries(weekdays.map(weekday => [weekday, slots()])) as Record<(typeof weekdays)[number],
    fc.Arbitrary<Slot[]>>)

/** A day of 2020-2035. */
export const aDay = (): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 5800 }).map(n => new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
