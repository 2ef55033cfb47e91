import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explainDays } from '#plugins/branches/calendar.ts'
import type { CalendarSource } from '#plugins/branches/contract/arithmetic.ts'
import type { HoursPlan } from '#plugins/branches/contract/hours.ts'
import { localTime } from '#plugins/branches/local-time.ts'
import { statusAt } from '#plugins/branches/moment.ts'
import { anyDay, anySource } from './any-source.ts'
import { plusDays } from './naive-calendar.ts'
import { always, cutOn, layer, plan, says, source, tuesdayToSaturday } from './source.ts'

const at = (local: string, zone = 'Europe/Brussels') =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
const utc = (text: string) => Temporal.Instant.from(text)
const branch = (hours: HoursPlan, says_: Parameters<typeof layer>[1] = {}) =>
  source([layer('branch', { hours: [always(hours)], ...says_ })])
const split = plan({ mo: '10:00-12:00 15:30-20:00', we: '10:00-12:00 12:00-16:00' })
const nights = plan({ fr: '20:00-02:00', sa: '22:00-24:00', su: '00:00-01:00 09:00-12:00' })

test('open until the end of the slot, and closed at that very minute', () => {
  expect(statusAt(branch(split), at('2026-09-14T10:00')))
    .toEqual({ open: true, kinds: ['staffed'], until: { day: '2026-09-14', time: '12:00' } })
  expect(statusAt(branch(split), at('2026-09-14T11:59:59.999')).open).toBe(true)
  expect(statusAt(branch(split), at('2026-09-14T12:00')).open).toBe(false)
  expect(statusAt(branch(split), at('2026-09-14T09:59:59')).open).toBe(false)
})

test('between two slots it opens again the same day, after the last on another day', () => {
  expect(statusAt(branch(split), at('2026-09-14T13:00')).opensAt)
    .toEqual({ day: '2026-09-14', time: '15:30', kind: 'staffed' })
  expect(statusAt(branch(split), at('2026-09-14T20:00')).opensAt)
    .toEqual({ day: '2026-09-16', time: '10:00', kind: 'staffed' })
})

test('adjoining slots are one', () => {
  expect(statusAt(branch(split), at('2026-09-16T11:00')).until).toEqual({ day: '2026-09-16', time: '16:00' })
})

test("yesterday's slot still runs after midnight, also into a day that is closed", () => {
  expect(statusAt(branch(nights), at('2026-09-18T23:00')).until).toEqual({ day: '2026-09-19', time: '02:00' })
  expect(statusAt(branch(nights), at('2026-09-19T01:59')).until).toEqual({ day: '2026-09-19', time: '02:00' })
  expect(statusAt(branch(nights), at('2026-09-19T02:00')).open).toBe(false)
  const closedSaturday = branch(nights, { exceptions: [says('G', '2026-09-19')] })
  expect(statusAt(closedSaturday, at('2026-09-19T01:00')).open).toBe(true)
  const closedFriday = branch(nights, { exceptions: [says('G', '2026-09-18')] })
  expect(statusAt(closedFriday, at('2026-09-19T01:00')).open).toBe(false)
})

test('a slot until midnight runs on into the one that begins then', () => {
  expect(statusAt(branch(nights), at('2026-09-19T23:00')).until).toEqual({ day: '2026-09-20', time: '01:00' })
  const untilMidnight = branch(plan({ tu: '20:00-24:00' }))
  expect(statusAt(untilMidnight, at('2026-09-15T21:00')).until).toEqual({ day: '2026-09-15', time: '24:00' })
})

test('doors that never shut have no "until"', () => {
  const day = '00:00-24:00'
  const round = branch(plan({ mo: day, tu: day, we: day, th: day, fr: day, sa: day, su: day }))
  expect(statusAt(round, at('2026-09-15T21:00'))).toEqual({ open: true, kinds: ['staffed'] })
})

test('a branch without hours within the horizon does not say when it opens', () => {
  expect(statusAt(source([]), at('2026-09-15T12:00'))).toEqual({ open: false, kinds: [] })
  const winter = branch(tuesdayToSaturday, { exceptions: [says('G', '2026-09-01', '2026-12-31')] })
  expect(statusAt(winter, at('2026-09-15T12:00')).opensAt).toBeUndefined()
  expect(statusAt(winter, at('2026-09-15T12:00'), { horizonDays: 120 }).opensAt)
    .toEqual({ day: '2027-01-01', time: '10:00', kind: 'staffed' })
})

test('a closing says why, and when the doors open again', () => {
  const publicFrom = '2026-09-01T06:00:00Z'
  const works = says('V', '2026-09-15', '2026-09-16', { text: 'verbouwing', publicFrom })
  const closed = branch(tuesdayToSaturday, { exceptions: [works] })
  expect(statusAt(closed, at('2026-09-15T12:00'))).toEqual({
    open: false, kinds: [], opensAt: { day: '2026-09-17', time: '10:00', kind: 'staffed' },
    reason: { text: 'verbouwing', unit: 'branch', key: 'day', publicFrom },
  })
  expect(statusAt(branch(tuesdayToSaturday), at('2026-09-14T12:00')).reason).toBeUndefined()
})

test('a half-day closure is the reason only for the hours it took', () => {
  const half = branch(tuesdayToSaturday, { cuts: [cutOn('14:00', '24:00', '2026-09-15')] })
  expect(statusAt(half, at('2026-09-15T12:00')).until).toEqual({ day: '2026-09-15', time: '14:00' })
  expect(statusAt(half, at('2026-09-15T15:00')).reason).toEqual({ text: 'korter open', unit: 'branch', key: 'cut' })
  expect(statusAt(half, at('2026-09-15T19:00')).reason).toBeUndefined()
})

test('only kinds that count as open are told, unless others are asked for', () => {
  const hours = [always(tuesdayToSaturday), always(plan({ tu: '07:00-22:00' }, { kind: 'unstaffed' }))]
  const both = source([layer('branch', { hours })])
  expect(statusAt(both, at('2026-09-15T20:00')).open).toBe(false)
  expect(statusAt(both, at('2026-09-15T20:00'), { kinds: ['unstaffed', 'staffed'] }))
    .toEqual({ open: true, kinds: ['unstaffed'], until: { day: '2026-09-15', time: '22:00' } })
  expect(statusAt(both, at('2026-09-15T12:00'), { kinds: ['unstaffed', 'staffed'] }).kinds)
    .toEqual(['staffed', 'unstaffed'])
})

const sunday = branch(plan({ sa: '22:00-02:30', su: '02:30-06:00' }))

test('on 28 March 2027 the clock skips from 2 to 3, so what opens at 02:30 opens at 03:30', () => {
  expect(statusAt(sunday, utc('2027-03-28T00:59:00Z')).until).toEqual({ day: '2027-03-28', time: '06:00' })
  const early = branch(plan({ su: '02:30-06:00' }))
  expect(statusAt(early, utc('2027-03-27T12:00:00Z')).opensAt)
    .toEqual({ day: '2027-03-28', time: '03:30', kind: 'staffed' })
  expect(statusAt(early, utc('2027-03-28T01:29:00Z')).open).toBe(false)
  expect(statusAt(early, utc('2027-03-28T01:30:00Z')))
    .toMatchObject({ open: true, until: { day: '2027-03-28', time: '06:00' } })
})

test('on 31 October 2027 the hour from 2 to 3 comes twice, and the first counts', () => {
  const night = branch(plan({ sa: '22:00-02:30' }))
  expect(statusAt(night, utc('2027-10-31T00:29:00Z')))
    .toMatchObject({ open: true, until: { day: '2027-10-31', time: '02:30' } })
  expect(statusAt(night, utc('2027-10-31T00:30:00Z')).open).toBe(false)
  expect(statusAt(night, utc('2027-10-31T01:10:00Z')).open).toBe(false)
  const early = branch(plan({ su: '02:00-04:00' }))
  expect(statusAt(early, utc('2027-10-31T00:00:00Z')).open).toBe(true)
  expect(statusAt(early, utc('2027-10-31T02:59:00Z')).open).toBe(true)
  expect(statusAt(early, utc('2027-10-31T03:00:00Z')).open).toBe(false)
})

test('an ordinary day after a clock change is reckoned with the new time', () => {
  const library = branch(tuesdayToSaturday)
  expect(statusAt(library, utc('2027-03-30T08:00:00Z')).open).toBe(true)
  expect(statusAt(library, utc('2027-03-27T08:59:00Z')).open).toBe(false)
  expect(statusAt(library, utc('2027-11-02T08:59:00Z')).open).toBe(false)
  expect(statusAt(library, utc('2027-11-02T09:00:00Z')).open).toBe(true)
  expect(statusAt({ ...library, timeZone: 'Indian/Reunion' }, utc('2027-11-02T06:00:00Z')).open).toBe(true)
})

test('one local time serves many branches', () => {
  const now = localTime(at('2026-09-15T12:00'), 'Europe/Brussels')
  expect(statusAt(branch(tuesdayToSaturday), now)).toEqual(statusAt(branch(tuesdayToSaturday), at('2026-09-15T12:00')))
})

const instant = (day: string, time: string) =>
  (time === '24:00' ? at(`${plusDays(day, 1)}T00:00`) : at(`${day}T${time}`))
const aroundClockChange = fc.constantFrom(
  '2027-03-27', '2027-03-28', '2027-03-29', '2027-10-30', '2027-10-31', '2027-11-01',
)

/** Every slot of the days around as two instants, each told by Temporal; the reference for any moment. */
function isOpenByInstants(of: CalendarSource, moment: Temporal.Instant): boolean {
  const today = moment.toZonedDateTimeISO(of.timeZone).toPlainDate().toString()
  return explainDays(of, plusDays(today, -2), plusDays(today, 1)).some(({ day, hours }) => hours
    .filter((one) => one.kind !== 'study')
    .flatMap((one) => one.slots)
    .some(({ from, to }) => {
      const end = instant(to > from ? day : plusDays(day, 1), to)
      return Temporal.Instant.compare(instant(day, from), moment) <= 0 && Temporal.Instant.compare(moment, end) < 0
    }))
}

test('whether a branch is open at a moment is what its slots say as instants, also around clock changes', () => {
  const dayAndMinute = fc.tuple(fc.oneof(anyDay, aroundClockChange), fc.nat(1439))
  fc.assert(fc.property(anySource, fc.array(dayAndMinute, { minLength: 30 }), (of, moments) => {
    for (const [day, minute] of moments) {
      const moment = at(`${day}T00:00`).add({ minutes: minute })
      const status = statusAt(of, moment)
      expect(`${moment} ${status.open}`).toBe(`${moment} ${isOpenByInstants(of, moment)}`)
      expect(status.open && status.opensAt !== undefined).toBe(false)
    }
  }))
})

test('at the moment it says it opens it is open, and at the end it says it is closed', () => {
  fc.assert(fc.property(anySource, anyDay, fc.nat(1439), (of, day, minute) => {
    const status = statusAt(of, at(`${day}T00:00`).add({ minutes: minute }))
    const { opensAt, until } = status
    if (opensAt !== undefined) expect(statusAt(of, instant(opensAt.day, opensAt.time)).open).toBe(true)
    if (until !== undefined) expect(statusAt(of, instant(until.day, until.time)).open).toBe(false)
  }), { numRuns: 300 })
})
