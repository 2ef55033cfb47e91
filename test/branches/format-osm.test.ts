import { readFileSync } from 'node:fs'
import DateHolidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { explainDay } from '#plugins/branches/calendar.ts'
import { firstHoursKinds, type DaySet } from '#plugins/branches/contract/hours.ts'
import { dayAfter, openSlots } from '#plugins/branches/format/pattern.ts'
import { osmOf, readOpeningHours, readOsm } from '#plugins/branches/format/osm.ts'
import { sourceOf, type Schedule } from '#plugins/branches/format/schedule.ts'
import { spans } from '#plugins/branches/format/soundness.ts'

interface Expected { readonly valid: boolean; readonly days?: Record<string, string> }
const read = (name: string) => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
const expected = JSON.parse(read('osm-expected-2026.json')) as Expected[]

const publicHolidays = (country: string, state?: string): DaySet => ({
  code: `public-${country.toLowerCase()}`,
  name: { nl: country, en: country, fr: country },
  periods: (state ? new DateHolidays(country, state) : new DateHolidays(country)).getHolidays(2026)
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ from: date.slice(0, 10), to: date.slice(0, 10),
      name: { nl: name, en: name, fr: name } })),
})
const daySets = [publicHolidays('SK'), publicHolidays('DE', 'BE'), publicHolidays('DK')]

const from = (day: string, count: number) => Array.from({ length: count }, (_, at) => dayAfter(day, at))
const window = [...from('2026-04-27', 14), ...from('2026-07-06', 14)]

const openOn = (schedule: Schedule, day: string): string =>
  spans(openSlots(explainDay(sourceOf(schedule, daySets), day), firstHoursKinds))

const schedule = (value: string, kind: 'PH' | 'SH' = 'PH'): Schedule => {
  const times = readOpeningHours(value, asked => asked === kind ? 'public-sk' : undefined)
  if ('code' in times) throw new Error(times.code)
  return { row: 1, unit: { name: 'Bibliotheek' }, ...times }
}
const on = (value: string, day: string): string => openOn(schedule(value), day)
const refusal = (value: string): string => {
  const times = readOpeningHours(value)
  return 'code' in times ? times.code : 'read'
}

describe('OSM opening hours of real libraries', () => {
  const reading = readOsm(read('osm-libraries.json'), (kind, country) =>
    kind === 'PH' && country ? `public-${country.toLowerCase()}` : undefined)

  it('are open at the hours that the reference evaluator finds', () => {
    const differences = expected.flatMap((row, at) => {
      const mine = reading.schedules.find(one => one.row === at + 1)
      if (!row.valid) return mine ? [`row ${at + 1} is not valid`] : []
      if (!mine) return [`row ${at + 1} was refused`]
      return window.flatMap((day) => {
        const [theirs, ours] = [row.days?.[day] ?? '', openOn(mine, day)]
        return theirs.replaceAll(' ', '') === ours ? [] : [`row ${at + 1} ${day}: ${theirs} is not ${ours}`]
      })
    })
    expect(differences).toEqual([])
    expect(reading.schedules).toHaveLength(123)
  })

  it('are refused with row, field and reason when malformed', () => {
    expect(reading.faults.map(({ row, field, reason }) => [row, field, reason.code]))
      .toEqual([[expected.findIndex(row => !row.valid) + 1, 'opening_hours', 'branches.import.malformed']])
  })

  it('are held as doubtful when a library never closes', () => {
    expect(new Set(reading.doubts.map(({ row }) => row)).size).toBe(7)
  })

  it('come back from a written value with the same hours, holidays and exceptions last', () => {
    const year = from('2026-01-01', 365)
    const differences = reading.schedules.flatMap((one) => {
      const days = year.map(day => explainDay(sourceOf(one, daySets), day))
      const again = schedule(osmOf(days))
      return days.filter(day => spans(openSlots(day, firstHoursKinds)) !== openOn(again, day.day))
        .map(({ day }) => `row ${one.row} ${day}: ${osmOf(days)}`)
    })
    expect(differences).toEqual([])
  })
})

describe('An OSM rule', () => {
  it('that comes later wins the day', () => {
    expect(on('Mo-Fr 09:00-18:00; We 10:00-12:00', '2026-11-25')).toBe('10:00-12:00')
    expect(on('Mo-Fr 09:00-18:00; We 10:00-12:00', '2026-11-26')).toBe('09:00-18:00')
  })

  it('after a comma adds hours to the day', () => {
    expect(on('Mo-Th 09:30-12:30, Mo-Th 13:00-17:30', '2026-11-25')).toBe('09:30-12:30,13:00-17:30')
    expect(on('Mo-Fr 09:00-12:00, Jul-Aug Mo 11:00-15:00', '2026-07-06')).toBe('09:00-15:00')
    expect(on('Mo-Fr 09:00-12:00, Jul-Aug Mo 11:00-15:00', '2026-11-23')).toBe('09:00-12:00')
  })

  it('after || fills only days that nothing else decides', () => {
    expect(on('Mo-Fr 09:00-12:00; We off || Sa 10:00-11:00', '2026-11-28')).toBe('10:00-11:00')
    expect(on('Mo-Fr 09:00-12:00; We off || Mo-Sa 10:00-11:00', '2026-11-25')).toBe('')
  })

  it('with a time that is off shuts a part of the day', () => {
    expect(on('Mo-Fr 09:00-18:00; We 12:00-13:00 off', '2026-11-25')).toBe('09:00-12:00,13:00-18:00')
  })

  it('of a public holiday loses to a later summer rule, as OSM has it', () => {
    const value = 'Mo-Fr 09:00-18:00; PH off; Jul 01-Aug 31: Tu,Fr 13:00-19:00'
    expect(on(value, '2026-05-01')).toBe('')
    expect(on('PH off; Jul 01-Aug 31: 13:00-19:00', '2026-07-05')).toBe('13:00-19:00')
  })

  it('may name n-th weekdays, seasons over New Year, years and weeks', () => {
    expect(on('Sa[1] 10:00-12:00', '2026-12-05')).toBe('10:00-12:00')
    expect(on('Sa[1] 10:00-12:00', '2026-12-12')).toBe('')
    expect(on('Su[-1] 10:00-12:00', '2026-11-29')).toBe('10:00-12:00')
    expect(on('Nov-Feb 14:00-18:00', '2027-02-28')).toBe('14:00-18:00')
    expect(on('Mo 09:00-10:00; 2026 Dec 21-2027 Jan 03 Mo 11:00-12:00', '2026-12-28')).toBe('11:00-12:00')
    expect(on('Mo 09:00-10:00; 2026 Dec 21-2027 Jan 03 Mo 11:00-12:00', '2027-12-27')).toBe('09:00-10:00')
    expect(on('week 2-52/2 Mo 09:00-10:00', '2026-01-05')).toBe('09:00-10:00')
    expect(on('week 2-52/2 Mo 09:00-10:00', '2026-01-12')).toBe('')
    expect(on('week 1,3 Mo 09:00-10:00', '2026-01-12')).toBe('09:00-10:00')
    expect(on('PH Mo-Fr 09:00-10:00', '2026-05-01')).toBe('09:00-10:00')
  })

  it('of closed dates at the end becomes a closing with its reason', () => {
    const { exceptions, rules } = schedule(
      'Mo-Fr 09:00-18:00; easter +1 day off "Pasen"; Dec 25 off; 2026 Dec 24 off "personeelsdag"')
    expect(exceptions).toEqual([{ key: 'day', from: '2026-12-24', to: '2026-12-24',
      body: { kind: 'G', text: 'personeelsdag' } }])
    expect(rules.map(({ body }) => body)).toEqual([
      { on: { easter: 1 }, kind: 'G', text: 'Pasen' }, { on: { date: '12-25' }, kind: 'G', text: '' },
    ])
  })

  it('with only a comment opens nothing, but is kept as hours by appointment', () => {
    const read = schedule('Mo-Fr 09:00-12:00; Sa "Sur RV"')
    expect(openOn(read, '2026-11-28')).toBe('')
    expect(read.hours.find(({ body }) => body.kind === 'appointment')?.body.week.sa)
      .toEqual([{ from: '00:00', to: '24:00', text: 'Sur RV' }])
  })

  it('that no timetable can say is refused with a reason', () => {
    expect(refusal('sunrise-sunset')).toBe('branches.import.sun-time')
    expect(refusal('Mo 10:00+')).toBe('branches.import.open-end')
    expect(refusal('Mo 10:00-25:61')).toBe('branches.import.no-such-time')
    expect(refusal('Feb 30 10:00-12:00')).toBe('branches.import.no-such-day')
    expect(refusal('PH off')).toBe('branches.import.no-holidays')
    expect(refusal('Mo-Fr 10:00-16:00/01:30')).toBe('branches.import.not-carried')
    expect(refusal('easter 10:00-12:00')).toBe('branches.import.not-carried')
    expect(refusal(`${'10:00-11:00 open, '.repeat(400)}Mo 10:00-11:00`)).toBe('branches.import.too-long')
    const tangle = Array.from({ length: 100 }, (_, at) => `2026 Jan ${at % 28 + 1}-Dec ${at % 25 + 1} Mo 10:00-11:00`)
    expect(refusal(tangle.join(', '))).toBe('branches.import.too-many')
    for (const value of ['', ';', 'Mo-', 'Mo_Fr 10:00-12:00', 'Mo 10-12', 'Xx 10:00-12:00', 'Sa[9] 10:00-11:00',
      '10:00-12:00,']) {
      expect(refusal(value), value).not.toBe('read')
    }
  })
})
