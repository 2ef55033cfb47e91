import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonOf, readJson } from '#plugins/branches/format/json.ts'
import type { Schedule } from '#plugins/branches/format/schedule.ts'
import { aDay, regularWeek, words } from './format-arbitrary.ts'

const bounds = fc.tuple(aDay(), aDay()).chain(([a, b]) => fc.record({
  from: fc.constantFrom(null, a < b ? a : b), to: fc.constantFrom(null, a < b ? b : a),
}))
const dated = <T>(body: fc.Arbitrary<T>) =>
  fc.tuple(words(30), bounds, body).map(([key, ends, said]) => ({ key, ...ends, body: said }))
const monthDay = fc.constantFrom('01-01', '02-29', '07-11', '12-31')
const cut = fc.constantFrom({ from: '12:00', to: '24:00' }, { from: '00:00', to: '14:00' })
const kind = fc.constantFrom('open', 'B', 'G', 'V')
const said = { text: fc.oneof(words(60), fc.constant('')), provisionalEnd: fc.boolean(), extendLoans: fc.boolean() }
const plan = fc.record({
  kind: fc.constantFrom('staffed', 'study'), layer: fc.constantFrom('regular', 'season', 'special'),
  name: words(40), order: fc.integer({ min: 0, max: 999 }), week: regularWeek(),
  when: fc.record({
    season: fc.record({ from: monthDay, to: monthDay }), nth: fc.constantFrom([1], [-1, 3]),
    everyWeeks: fc.record({ weeks: fc.integer({ min: 2, max: 52 }), from: aDay() }),
    in: fc.constant('school-nl'), notIn: fc.constant('public-be'),
  }, { requiredKeys: [] }),
}, { requiredKeys: ['kind', 'layer', 'week'] })
const on = fc.oneof(
  fc.record({ date: monthDay }), fc.record({ easter: fc.integer({ min: -60, max: 90 }) }),
  fc.constant({ nth: 1, weekday: 'su', month: 9, plus: 1 }), fc.constant({ workingDay: 1, after: '01-02' }),
  fc.constant({ weekday: 'sa', from: '07-01', to: '08-31' }),
)
const schedule = fc.record({
  row: fc.oneof(fc.nat(), words(20)), source: words(60),
  unit: fc.record({
    name: words(60), code: words(8), isil: words(12),
      lat: fc.double({ min: -90, max: 90, noNaN: true }).map(n => n || 0),
    public: fc.boolean(), closed: fc.integer({ min: 1900, max: 2100 }),
  }, { requiredKeys: ['name'] }),
  hours: fc.array(dated(plan), { maxLength: 3 }),
  rules: fc.array(dated(fc.oneof(fc.record({ on, kind, text: words(40) }),
    fc.record({ on, cut, text: words(40) }))), { maxLength: 3 }),
  exceptions: fc.array(dated(fc.record({ kind, ...said }, { requiredKeys: ['kind', 'text'] })), { maxLength: 3 }),
  cuts: fc.array(dated(fc.record({ cut, ...said }, { requiredKeys: ['cut', 'text'] })), { maxLength: 3 }),
}, { requiredKeys: ['row', 'unit', 'hours', 'rules', 'exceptions', 'cuts'] }) as unknown as fc.Arbitrary<Schedule>

const plain: Schedule = {
  row: 1, unit: { name: 'Bibliotheek' }, rules: [], exceptions: [], cuts: [],
  hours: [{ key: 'staffed/regular', from: null, to: null, body: { kind: 'staffed', layer: 'regular', week: {} } }],
}
const faults = (given: unknown) =>
  readJson(JSON.stringify({ format: 'filiaal-schedules', version: 1, schedules: [given] })).faults

describe('The JSON of a schedule', () => {
  it('round trips are the identity', () => {
    fc.assert(fc.property(fc.array(schedule, { maxLength: 3 }), (schedules) => {
      const { schedules: read, faults: wrong } = readJson(jsonOf(schedules))
      expect(wrong).toEqual([])
      expect(read).toEqual(schedules)
    }), { numRuns: 150 })
  })

  it('names every malformed field of a row, and its neighbours go on', () => {
    const bad = {
      ...plain, row: 'x', unit: { name: '' }, colour: 'red',
      hours: [{ ...plain.hours[0], from: '2026-02-30',
        body: { kind: 'staffed', layer: 'regular', week: { mo: [{ from: '25:00', to: '26:00' }] } } }],
    }
    const reading = readJson(JSON.stringify({ format: 'filiaal-schedules', version: 1,
      schedules: [plain, bad, plain] }))
    expect(reading.schedules).toEqual([plain, plain])
    expect(reading.faults.map(({ field }) => field)).toEqual(expect.arrayContaining(
      ['hours.0.from', 'hours.0.body.week.mo.0.from', 'hours.0.body.week.mo.0.to', 'unit.name']))
  })

  it('keeps out overlapping slots and periods that end before they begin', () => {
    const week = { mo: [{ from: '10:00', to: '12:00' }, { from: '11:00', to: '13:00' }] }
    expect(faults({ ...plain, hours: [{ ...plain.hours[0], body: { kind: 'staffed', layer: 'regular', week } }] }))
      .toMatchObject([{ field: 'staffed.mo', reason: { code: 'branches.import.overlap' } }])
    expect(faults({ ...plain, hours: [{ ...plain.hours[0], from: '2026-02-02', to: '2026-02-01' }] }))
      .toMatchObject([{ reason: { code: 'branches.import.end-before-start' } }])
  })

  it('keeps out a NUL and half a surrogate pair, which no database keeps', () => {
    for (const text of ['a\0b', 'a\uD800b']) {
      expect(faults({ ...plain, unit: { name: text } })).toMatchObject([{ field: 'unit.name' }])
    }
  })

  it('is not mistaken for another file', () => {
    for (const content of ['', '[]', '{"format":"filiaal-schedules","version":2,"schedules":[]}', '\0']) {
      expect(readJson(content).faults).toMatchObject([{ row: 0, field: 'file' }])
    }
  })
})
