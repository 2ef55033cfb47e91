import { partsOf, type DayNumber } from './day-number.ts'

const msPerDay = 86_400_000
const msPerMinute = 60_000

/**
 * A moment as the clock on a library's wall tells it. Reckoned once per moment and zone, it serves
 * every branch of that zone.
 */
export interface LocalTime {
  readonly epochMs: number
  readonly day: DayNumber
  readonly timeZone: string
  /** What to add to UTC now. */
  readonly offsetMs: number
  /** Days on which clocks change, just before and just after this moment. */
  readonly clockChanges: readonly DayNumber[]
}

/** A stretch of time between two clock changes. */
interface Steady {
  readonly from: number
  readonly to: number
  readonly offsetMs: number
  readonly clockChanges: readonly DayNumber[]
}

const steadies = new Map<string, Steady>()

/** Only Temporal ever converts local times; between two clock changes its answer is remembered. */
export function localTime(instant: Temporal.Instant, timeZone: string): LocalTime {
  const epochMs = instant.epochMilliseconds
  const known = steadies.get(timeZone)
  const holds = known !== undefined && epochMs >= known.from && epochMs < known.to
  const steady = holds ? known : readSteady(instant, timeZone)
  steadies.set(timeZone, steady)
  const day = Math.floor((epochMs + steady.offsetMs) / msPerDay)
  return { epochMs, day, timeZone, offsetMs: steady.offsetMs, clockChanges: steady.clockChanges }
}

function readSteady(instant: Temporal.Instant, timeZone: string): Steady {
  const now = instant.toZonedDateTimeISO(timeZone)
  // "Previous" is strictly before: asked a nanosecond later, it also finds a change at this very moment.
  const last = now.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const next = now.getTimeZoneTransition('next')
  return {
    from: last?.epochMilliseconds ?? -Infinity,
    to: next?.epochMilliseconds ?? Infinity,
    offsetMs: now.offsetNanoseconds / 1_000_000,
    clockChanges: [last, next].flatMap((change) => (change === null ? [] : [dayOf(change)])),
  }
}

const dayOf = (moment: Temporal.ZonedDateTime): DayNumber =>
  Math.floor(Date.UTC(moment.year, moment.month - 1, moment.day) / msPerDay)

/** Whether the clock on the wall may jump on a day or the one beside it. */
const isSteady = (local: LocalTime, day: DayNumber): boolean =>
  local.clockChanges.every((change) => Math.abs(change - day) > 1)

/**
 * The moment that so many wall-clock minutes since 1970-01-01T00:00 mean, no more than two days from
 * the moment that was asked about. A time the spring change
 * skips counts from the hour before it, a time that comes twice in autumn is the first.
 */
export function epochOfWall(local: LocalTime, wall: number): number {
  const day = Math.floor(wall / 1440)
  if (isSteady(local, day)) return wall * msPerMinute - local.offsetMs
  return zoned(local, wall).epochMilliseconds
}

/** What the clock on the wall really shows at that time: 03:30 for the 02:30 that spring skips. */
export function shownByClock(local: LocalTime, wall: number): number {
  if (isSteady(local, Math.floor(wall / 1440))) return wall
  const { year, month, day, hour, minute } = zoned(local, wall)
  return Math.floor(Date.UTC(year, month - 1, day, hour, minute) / msPerMinute)
}

function zoned(local: LocalTime, wall: number): Temporal.ZonedDateTime {
  const number = Math.floor(wall / 1440)
  const { year, month, day } = partsOf(number)
  const minute = wall - number * 1440
  return new Temporal.PlainDateTime(year, month, day, Math.floor(minute / 60), minute % 60)
    .toZonedDateTime(local.timeZone, { disambiguation: 'compatible' })
}
