import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainDay } from '#plugins/branches/calendar.ts'
import { firstHoursKinds } from '#plugins/branches/contract/hours.ts'
import { readLowCountries } from '#plugins/branches/format/low-countries.ts'
import { everyPhrase, yearlyDay } from '#plugins/branches/format/low-countries-phrase.ts'
import { openSlots } from '#plugins/branches/format/pattern.ts'
import { sourceOf } from '#plugins/branches/format/schedule.ts'
import { spans } from '#plugins/branches/format/soundness.ts'

const reading = readLowCountries(readFileSync(new URL('../data/low-countries.json', import.meta.url), 'utf8'))
const row = (id: string) => reading.schedules.find(one => one.row === id)!
const day = (id: string, on: string) => explainDay(sourceOf(row(id)), on)
const open = (id: string, on: string) => spans(openSlots(day(id, on), firstHoursKinds))

describe('The 54 Belgian and Dutch rows', () => {
  it('are all read but two, each with its reason', () => {
    expect(reading.schedules).toHaveLength(52)
    expect(reading.faults.map(fault => [fault.row, fault.field, fault.reason.code])).toEqual([
      ['be-opwijk-2025', 'closures[0]', 'branches.import.startless'],
      ['be-halen-summer', 'row', 'branches.import.nothing-to-carry'],
    ])
  })

  it('show the three slips of a printed list as doubts, and a closing without an end', () => {
    const doubts = reading.doubts.filter(doubt => doubt.reason.code !== 'branches.import.long-slot')
    expect(doubts.map(doubt => [doubt.row, doubt.value, doubt.reason.code])).toEqual([
      ['be-zoersel-2018', '2018-01-01', 'branches.import.wrong-weekday'],
      ['be-zoersel-2018', '2018-01-02', 'branches.import.wrong-weekday'],
      ['be-zoersel-2018', '2018-04-01', 'branches.import.wrong-holiday'],
      ['be-midwest-2020', '2020-03-23/', 'branches.import.endless'],
    ])
  })

  it('close Zoersel on its yearly days and half days', () => {
    expect(day('be-zoersel', '2026-04-04').why.by).toBe('rule')
    expect(day('be-zoersel', '2027-01-04').cuts).toMatchObject([{ cut: { from: '12:00', to: '24:00' } }])
    expect(row('be-zoersel').rules).toHaveLength(18)
  })

  it('give Jette its vacation hours, its end of year and closings inside a vacation', () => {
    expect(open('be-jette', '2026-04-24')).toBe('15:00-18:30')
    expect(open('be-jette', '2026-04-22')).toBe('12:30-18:30')
    expect(open('be-jette', '2026-04-29')).toBe('15:00-18:30')
    expect(open('be-jette', '2026-05-02')).toBe('')
    expect(open('be-jette', '2025-12-24')).toBe('15:00-16:30')
    expect(open('be-jette', '2026-12-26')).toBe('')
  })

  it('open Conscience on the first Saturday outside summer, and a closing wins', () => {
    expect(open('be-conscience', '2025-10-04')).toBe('10:00-16:00')
    expect(open('be-conscience', '2025-10-11')).toBe('')
    expect(open('be-conscience', '2025-07-05')).toBe('')
    expect(open('be-conscience', '2025-11-01')).toBe('')
    expect(open('be-conscience', '2025-07-10')).toBe('10:00-17:00')
  })

  it('end a closing in the middle of a day by a cut', () => {
    expect(row('be-vorselaar-2020').exceptions).toMatchObject([{ from: '2020-03-07', to: '2020-03-10' }])
    expect(row('be-vorselaar-2020').cuts).toMatchObject([{ from: '2020-03-11',
      body: { cut: { from: '00:00', to: '14:00' } } }])
  })

  it('write a summer roster out day by day', () => {
    expect(row('nl-zk-hillegom').exceptions.map(({ from }) => from)).toEqual(
      ['2023-07-24', '2023-07-31', '2023-08-07', '2023-08-14', '2023-08-21', '2023-08-28'])
    expect(row('nl-zk-centrum').cuts).toHaveLength(12)
    expect(row('be-wavre-youth').exceptions).toHaveLength(9)
  })
})

describe('A phrase for a yearly day', () => {
  it('is read when the lists use it', () => {
    expect(yearlyDay('Monday after the first Sunday of September')).toEqual({ nth: 1, weekday: 'su', month: 9,
      plus: 1 })
    expect(yearlyDay('last Friday of June')).toEqual({ nth: -1, weekday: 'fr', month: 6 })
    expect(yearlyDay('first working day after 12-31')).toEqual({ workingDay: 1, after: '01-01' })
    expect(yearlyDay('02-29')).toEqual({ date: '02-29' })
  })

  it('is refused rather than guessed', () => {
    for (const phrase of ['02-30', 'Pancake day', 'Monday after Easter', '']) expect(yearlyDay(phrase)).toBeUndefined()
    expect(everyPhrase('Monday')).toBeUndefined()
    expect(everyPhrase('now and then', '2026-01-01', '2026-02-01')).toBeUndefined()
  })
})

describe('A row that is something else', () => {
  it('is refused and its neighbours go on', () => {
    const good = { id: 'a', name: 'A', place: 'B', country: 'BE', regular: { mo: ['10:00-12:00'] } }
    const read = readLowCountries(JSON.stringify([
      good, { ...good, id: 'b', regular: { mo: ['17:00-16'] } }, { ...good, id: 'c', colour: 'red' }, 7,
      { ...good, id: 'd', closures: [{ from: '2026-02-30', to: '2026-03-01' },
        { from: '2026-03-02', to: '2026-03-01' }] },
    ]))
    expect(read.schedules.map(one => one.row)).toEqual(['a'])
    expect(read.faults.map(fault => [fault.row, fault.reason.code])).toEqual([
      ['b', 'branches.import.malformed-time'], ['c', 'branches.import.unreadable'], ['4', 'branches.import.unreadable'],
      ['d', 'branches.import.no-such-day'], ['d', 'branches.import.end-before-start'],
    ])
    expect(readLowCountries('{').faults).toHaveLength(1)
  })
})
