import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainDays } from '#plugins/branches/calendar.ts'
import { firstHoursKinds, type HoursPlan, type Slot } from '#plugins/branches/contract/hours.ts'
import { openSlots, weekdayOf, dayAfter } from '#plugins/branches/format/pattern.ts'
import { osmOf, readOpeningHours } from '#plugins/branches/format/osm.ts'
import { schemaOrgOf, type LibraryJsonLd, type OpeningHoursSpecification } from '#plugins/branches/format/schema-org.ts'
import { sourceOf, type Schedule } from '#plugins/branches/format/schedule.ts'
import { inOrder, spans } from '#plugins/branches/format/soundness.ts'
import { endOf, minuteOf } from '#plugins/branches/slot.ts'
import { websiteOf } from '#plugins/branches/format/website.ts'
import { regularWeek, words } from './format-arbitrary.ts'

const place = { id: 'https://example.org/branch/2001', name: 'Drieheide', coordinates: { lat: 51, lon: 4 } }
const plan = (body: Partial<HoursPlan>, key = 'staffed/regular', from: string | null = null,
  to: string | null = null) =>
  ({ key, from, to, body: { kind: 'staffed', layer: 'regular', week: {}, ...body } as HoursPlan })
const evening: Slot[] = [{ from: '10:00', to: '12:00' }, { from: '20:00', to: '02:00' }]
const library: Schedule = {
  row: 1, unit: { name: 'Drieheide' },
  hours: [
    plan({ week: { mo: [{ from: '10:00', to: '12:00' }], we: [{ from: '14:00', to: '16:00' }], fr: evening,
      sa: [{ from: '00:00', to: '24:00' }] } }),
    plan({ layer: 'season', when: { season: { from: '07-01', to: '08-31' } },
      week: { we: [{ from: '09:00', to: '11:00' }], sa: [] } }, 'staffed/season'),
    plan({ kind: 'unstaffed', week: { mo: [{ from: '10:00', to: '22:00' }] } }, 'unstaffed/regular'),
  ],
  rules: [
    { key: 'christmas', from: null, to: null, body: { on: { date: '12-25' }, kind: 'G', text: 'Kerstmis' } },
    { key: 'eve', from: null, to: null,
      body: { on: { date: '12-30' }, cut: { from: '15:00', to: '24:00' }, text: 'vroeger dicht' } },
  ],
  exceptions: [{ key: 'day', from: '2026-11-23', to: '2026-12-06', body: { kind: 'G', text: 'nieuwe "vloer"' } }],
  cuts: [],
}
const year = explainDays(sourceOf(library), '2026-01-01', '2027-03-31')

/** What a reader of schema.org makes of a day: the last special that names it, else the usual week. */
const shownOn = ({ openingHoursSpecification, specialOpeningHoursSpecification }: LibraryJsonLd,
  day: string): string => {
  const names: Record<string, string> = { mo: 'Monday', tu: 'Tuesday', we: 'Wednesday', th: 'Thursday',
    fr: 'Friday', sa: 'Saturday', su: 'Sunday' }
  const named = (one: OpeningHoursSpecification) => !one.dayOfWeek || one.dayOfWeek.includes(names[weekdayOf(day)]!)
  const specials = specialOpeningHoursSpecification.filter(one => one.validFrom! <= day &&
    one.validThrough! >= day && named(one))
  const last = specials.at(-1)
  const meant = last
    ? specials.filter(one => one.validFrom === last.validFrom && one.validThrough === last.validThrough &&
      one.dayOfWeek === last.dayOfWeek)
    : openingHoursSpecification.filter(named)
  return meant.filter(one => one.opens).map(one => `${one.opens}-${one.closes}`).toSorted().join(',')
}
const inSchemaOrg = (slots: readonly Slot[]): string => slots.map(({ from, to }) =>
  `${from}-${from === '00:00' && to === '24:00' ? '23:59' : to === '24:00' ? '00:00' : to}`).toSorted().join(',')

describe('The JSON-LD of a branch', () => {
  it('shows every day of a year as the calendar resolves it', () => {
    const shown = schemaOrgOf(place, year)
    for (const day of year) expect(shownOn(shown, day.day), day.day).toBe(inSchemaOrg(openSlots(day, firstHoursKinds)))
  })

  it('gives a closed day no opening time, and a night a closing time before its opening', () => {
    const shown = schemaOrgOf(place, year)
    expect(shown.specialOpeningHoursSpecification).toContainEqual({
      '@type': 'OpeningHoursSpecification', 'validFrom': '2026-12-25', 'validThrough': '2026-12-25',
        'description': 'Kerstmis',
    })
    expect(shown.openingHoursSpecification).toContainEqual(
      { '@type': 'OpeningHoursSpecification', 'dayOfWeek': ['Friday'], 'opens': '20:00', 'closes': '02:00' })
  })
})

describe('The OSM value of a branch', () => {
  const value = osmOf(year)

  it('has the week first, other periods next, closings last', () => {
    expect(value).toMatch(/^Mo 10:00-12:00; We 14:00-16:00; Fr 10:00-12:00,20:00-02:00; Sa 00:00-24:00; 2026 Jul 01-/)
    expect(value).toMatch(/2026 Nov 23-Dec 06 off "nieuwe 'vloer'"; 2026 Dec 25 off "Kerstmis"$/)
  })

  it('of any week, season and closing, read again, gives the same hours', () => {
    const touching = (slots: readonly Slot[]) =>
      inOrder(slots).every((slot, at, all) => at === 0 || minuteOf(slot.from) > endOf(all[at - 1]!))
    const closing = fc.record({ at: fc.integer({ min: 0, max: 300 }), days: fc.integer({ min: 0, max: 20 }),
      text: words(30) })
    fc.assert(fc.property(regularWeek(), regularWeek(), fc.array(closing, { maxLength: 4 }),
      (week, season, closings) => {
      fc.pre([week, season].every(one => Object.values(one).every(touching)))
      const schedule: Schedule = {
        ...library, rules: [], hours: [
          plan({ week }), plan({ layer: 'season', when: { season: { from: '11-15', to: '02-29' } },
            week: season }, 'staffed/season'),
        ],
        exceptions: closings.map(({ at, days, text }) => ({
          key: 'day', from: dayAfter('2026-01-01', at), to: dayAfter('2026-01-01', at + days),
            body: { kind: 'G', text },
        })),
      }
      const days = explainDays(sourceOf(schedule), '2026-01-01', '2026-12-31')
      const times = readOpeningHours(osmOf(days))
      if ('code' in times) throw new Error(`${times.code}: ${osmOf(days)}`)
      const again = explainDays(sourceOf({ ...schedule, ...times }), '2026-01-01', '2026-12-31')
      const said = (all: typeof days) => all.map(day => `${day.day} ${spans(openSlots(day, firstHoursKinds))}`)
      expect(said(again)).toEqual(said(days))
    }), { numRuns: 40 })
  })
})

describe('The shape that websites read', () => {
  const shown = websiteOf(year, '2026-11-25')

  it('has the seven days of the week, with the closing beside the hours it replaces', () => {
    expect(shown['opening-hours'].map(({ day, date, today }) => [day, date, today])).toEqual([
      ['monday', '2026-11-23', false], ['tuesday', '2026-11-24', false], ['wednesday', '2026-11-25', true],
      ['thursday', '2026-11-26', false], ['friday', '2026-11-27', false], ['saturday', '2026-11-28', false],
      ['sunday', '2026-11-29', false],
    ])
    expect(shown['opening-hours'][2]).toEqual({
      'day': 'wednesday', 'date': '2026-11-25', 'today': true, 'spans': [],
      'special-closing-day': { reason: 'nieuwe "vloer"', spans: [{ open: '14:00', close: '16:00' }] },
    })
    expect(shown['opening-hours'][1]).not.toHaveProperty('special-closing-day')
  })

  it('tells of unstaffed hours in the text of a slot', () => {
    expect(websiteOf(year, '2026-11-18')['opening-hours'][0]?.spans)
      .toEqual([{ open: '10:00', close: '12:00', text: 'onbemand 10:00-22:00' }])
  })

  it('lists closings of the next 90 days without the days that are shut anyhow', () => {
    expect(shown['closing-info']).toEqual([
      { start: '2026-11-25', end: '2026-11-25', reason: 'nieuwe "vloer"' },
      { start: '2026-11-27', end: '2026-11-28', reason: 'nieuwe "vloer"' },
      { start: '2026-11-30', end: '2026-11-30', reason: 'nieuwe "vloer"' },
      { start: '2026-12-02', end: '2026-12-02', reason: 'nieuwe "vloer"' },
      { start: '2026-12-04', end: '2026-12-05', reason: 'nieuwe "vloer"' },
      { start: '2026-12-25', end: '2026-12-25', reason: 'Kerstmis' },
    ])
    expect(websiteOf(year, '2026-11-25', { lookAhead: 10 })['closing-info']).toHaveLength(5)
  })
})
