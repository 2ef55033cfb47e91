import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { explainDays } from '#plugins/branches/calendar.ts'
import { firstHoursKinds } from '#plugins/branches/contract/hours.ts'
import { closingsIn, closingsOf, publicAt, type Closing } from '#plugins/branches/format/closing.ts'
import { icalOf, readIcal } from '#plugins/branches/format/ical.ts'
import { sourceOf, type Schedule } from '#plugins/branches/format/schedule.ts'
import { dayAfter } from '#plugins/branches/format/pattern.ts'
import { aDay, words } from './format-arbitrary.ts'

const about = {
  unit: { id: '6f9f2f3e', name: 'Drieheide' }, language: 'nl', timeZone: 'Europe/Brussels', version: 7,
  stamp: '2026-11-21T10:00:00Z',
} as const
const closing = (from: string, to: string, more: Partial<Closing> = {}): Closing =>
  ({ from, to, kind: 'G', text: 'werken', provisional: false, ...more })
const event = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')
const again = (text: string, zone?: string) => readIcal(text, zone).schedules.flatMap(closingsIn)

describe('A calendar of closings', () => {
  it('has whole days as dates, a stable UID, a sequence and a refresh interval, and no zone', () => {
    const text = icalOf([closing('2026-12-24', '2026-12-26')], about)
    for (const line of ['UID:6f9f2f3e-2026-12-24@filiaal', 'SEQUENCE:7', 'DTSTART;VALUE=DATE:20261224',
      'DTEND;VALUE=DATE:20261227',
      'DTSTAMP:20261121T100000Z', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-WR-CALNAME:Sluitingsdagen Drieheide']) {
      expect(text).toContain(`${line}\r\n`)
    }
    expect(text).not.toContain('VTIMEZONE')
    expect(icalOf([closing('2026-12-24', '2026-12-26')], about)).toBe(text)
  })

  it('speaks the language of the reader', () => {
    expect(icalOf([closing('2026-12-24', '2026-12-24', { text: '' })], { ...about, language: 'fr' }))
      .toContain('SUMMARY:Fermé')
    expect(icalOf([], { ...about, language: 'en' })).toContain('Closing days of Drieheide')
  })

  it('is understood by another reader over both clock changes', () => {
    const closings = ['2026-03-29', '2026-10-25', '2027-03-28'].map(day =>
      closing(day, day, { cut: { from: '01:30', to: '13:00' } }))
    const component = new ICAL.Component(ICAL.parse(icalOf(closings, about)) as never)
    const zone = new ICAL.Timezone(component.getFirstSubcomponent('vtimezone')!)
    const starts = component.getAllSubcomponents('vevent').flatMap((one) => {
      const { startDate, endDate } = new ICAL.Event(one)
      return [startDate, endDate].map((time) => {
        time.zone = zone
        return time.toUnixTime()
      })
    })
    expect(starts).toEqual(closings.flatMap(({ from }) => ['01:30', '13:00'].map(time =>
      Temporal.PlainDateTime.from(`${from}T${time}`).toZonedDateTime('Europe/Brussels').epochMilliseconds / 1000)))
  })

  it('says what the explained days say', () => {
    const schedule: Schedule = {
      row: 1, unit: { name: 'Drieheide' }, rules: [], cuts: [],
      hours: [{ key: 'staffed/regular', from: null, to: null, body: {
        kind: 'staffed', layer: 'regular',
          week: { mo: [{ from: '10:00', to: '12:00' }], we: [{ from: '10:00', to: '12:00' }] },
      } }],
      exceptions: [
        { key: 'day', from: '2026-11-30', to: '2026-12-06', body: { kind: 'G', text: 'werken' } },
        { key: 'day', from: '2026-12-07', to: '2026-12-07',
          body: { kind: 'V', text: 'later', publicFrom: '2026-12-01T08:00:00Z' } },
      ],
    }
    const closings = (moment: string, onlyOpen: boolean) =>
      closingsOf(explainDays(publicAt(sourceOf(schedule), moment), '2026-11-21', '2026-12-31'), firstHoursKinds,
        { onlyOpen })
    expect(closings('2026-11-21T12:00:00Z', false)).toEqual([closing('2026-11-30', '2026-12-06')])
    expect(closings('2026-12-01T08:00:00Z', true)).toEqual([
      closing('2026-11-30', '2026-11-30'), closing('2026-12-02', '2026-12-02'),
      closing('2026-12-07', '2026-12-07', { kind: 'V', text: 'later' }),
    ])
  })

  it('round trips are the identity on what it can carry', () => {
    const cut = fc.tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 })).filter(([a, b]) => a < b)
      .map(([a, b]) => {
        const clock = (n: number) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
        return { from: clock(a), to: clock(b) }
      })
      // The hour that the spring change skips does not exist on that day.
      .filter(({ from, to }) => !from.startsWith('02:') && !to.startsWith('02:'))
    const whole = fc.record({ day: aDay(), days: fc.integer({ min: 0, max: 40 }), text: words(90),
      kind: fc.constantFrom('G' as const, 'V' as const), guess: fc.boolean() })
      .map(({ day, days, text, kind, guess }) =>
        closing(day, dayAfter(day, days), { text: text.replaceAll(/\s+/g, ' '), kind, provisional: guess }))
    const part = fc.record({ day: aDay(), cut, text: words(90) })
      .map(one => closing(one.day, one.day, { text: one.text.replaceAll(/\s+/g, ' '), cut: one.cut }))
    fc.assert(fc.property(fc.array(fc.oneof(whole, part), { maxLength: 6 }), (closings) => {
      expect(again(icalOf(closings, about))).toEqual(closings)
    }), { numRuns: 80 })
  })
})

describe('A calendar file from elsewhere', () => {
  it('may fold lines, give a length instead of an end, and write moments in UTC', () => {
    expect(again(event('DTSTART;VALUE=DATE:20261224', 'DURATION:P3D', 'SUMMARY:Kerst\\, ', ' nieuwjaar')))
      .toEqual([closing('2026-12-24', '2026-12-26', { text: 'Kerst, nieuwjaar' })])
    expect(again(event('DTSTART;VALUE=DATE:20261224', 'SUMMARY:Kerst'))).toEqual([closing('2026-12-24',
      '2026-12-24', { text: 'Kerst' })])
    expect(again(event('DTSTART:20261224T110000Z', 'DTEND:20261224T230000Z', 'SUMMARY:Kerst')))
      .toEqual([closing('2026-12-24', '2026-12-24', { text: 'Kerst', cut: { from: '12:00', to: '24:00' } })])
  })

  it('keeps out what it cannot carry, with field and reason', () => {
    const fault = (...lines: string[]) =>
      readIcal(event(...lines)).faults.map(({ field, reason }) => `${field} ${reason.code}`)[0]
    expect(fault('DTSTART;VALUE=DATE:20261224', 'RRULE:FREQ=YEARLY')).toBe('RRULE branches.import.recurring')
    expect(fault('SUMMARY:x')).toBe('DTSTART branches.import.startless')
    expect(fault('DTSTART;VALUE=DATE:20260230')).toBe('DTSTART branches.import.no-such-day')
    expect(fault('DTSTART;VALUE=DATE:20261224',
      'DTEND;VALUE=DATE:20261220')).toBe('DTSTART branches.import.end-before-start')
    expect(fault('DTSTART:20261224T120000', 'DTEND:20261226T120000')).toBe('DTSTART branches.import.several-days')
    expect(fault('DTSTART:20261224T120000')).toBe('DTSTART branches.import.open-end')
    expect(fault('DTSTART;TZID=Mars/Base:20261224T120000',
      'DTEND:20261224T130000')).toBe('DTSTART branches.import.no-such-time')
    expect(fault('DTSTART;VALUE=DATE:20261224', 'DURATION:P9999999999D')).toBe('DTSTART branches.import.no-such-day')
    expect(fault('DTSTART;VALUE=DATE:99991231')).toBe('DTSTART branches.import.no-such-day')
    expect(fault('DTSTART;VALUE=DATE:20261224', 'SUMMARY:\0')).toBe('unit.name branches.import.malformed')
    expect(readIcal('hello').faults).toHaveLength(1)
    expect(readIcal(event('DTSTART;VALUE=DATE:20261224', 'STATUS:CANCELLED'))).toEqual({ schedules: [],
      faults: [], doubts: [] })
  })
})
