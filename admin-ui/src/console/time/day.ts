import type { Day } from '#core/contract.ts'
import { formatTime } from './hour.ts'

/** How Belgians write: `nl-BE`, `en-BE`, `fr-BE`. */
export const regional = (language: string) => `${language}-BE`

const formats = new Map<string, Intl.DateTimeFormat>()

const format = (language: string, name: string, options: Intl.DateTimeFormatOptions) => {
  const key = `${language} ${name}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(regional(language), { ...options, timeZone: 'UTC' })
  formats.set(key, made)
  return made
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`)

/** Dutch puts a full stop behind a shortened month; the browser's own form leaves it out. */
const withStop = (language: string, day: Day, part: Intl.DateTimeFormatPart) => {
  if (part.type !== 'month' || language !== 'nl' || part.value.endsWith('.')) return part.value
  const whole = format(language, 'month', { month: 'long' }).format(noon(day))
  return whole === part.value ? part.value : `${part.value}.`
}

const written = (language: string, day: Day, name: string, options: Intl.DateTimeFormatOptions) =>
  format(language, name, options)
    .formatToParts(noon(day))
    .map(part => withStop(language, day, part))
    .join('')
    .replace(/,/g, '')

/** "do 24 dec. 2026". */
export const formatDay = (language: string, day: Day) =>
  written(language, day, 'short', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })

/** "do 24 dec.", where the year is plain from the place. */
export const formatDayOfYear = (language: string, day: Day) =>
  written(language, day, 'of-year', { weekday: 'short', day: 'numeric', month: 'short' })

/** "donderdag 24 december 2026", for whoever listens instead of looks. */
export const formatLongDay = (language: string, day: Day) =>
  written(language, day, 'long', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export const formatMonth = (language: string, day: Day) =>
  written(language, day, 'month-year', { month: 'long', year: 'numeric' })

/** "maandag", or "ma" when short; `weekday` counts from Monday = 0. */
export const formatWeekday = (language: string, weekday: number, length: 'long' | 'short' = 'long') =>
  format(language, `weekday-${length}`, { weekday: length }).format(noon(`2024-01-0${weekday + 1}`))

export const isDay = (text: string): text is Day => {
  try {
    return (
      /^\d{4}-\d\d-\d\d$/.test(text) &&
      Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
    )
  } catch {
    return false
  }
}

export const plusDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString()

/** Monday = 0. */
export const weekdayOf = (day: Day) => Temporal.PlainDate.from(day).dayOfWeek - 1

/**
 * Reads a day as Belgians type it: `24/12/2026`, `24-12-26`, `24.12`, `24122026` or `2026-12-24`.
 * Without a year the next such day from `near` on is meant. Null for what is no day (30/02).
 */
export const readDay = (text: string, near: Day): Day | null => {
  const typed = text.trim()
  if (isDay(typed)) return typed
  const parts =
    /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  if (!parts) return null
  const [, day = '', month = '', year] = parts
  const inYear = (whole: string) => `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const found = year === undefined ? nearest(inYear, near) : inYear(year.length === 2 ? `20${year}` : year)
  return isDay(found) ? found : null
}

const nearest = (inYear: (year: string) => string, near: Day) => {
  const year = Number(near.slice(0, 4))
  return inYear(String(year)) >= near ? inYear(String(year)) : inYear(String(year + 1))
}

/** As it is typed and shown in a field: `24/12/2026`. */
export const typedDay = (day: Day) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

let told: { readonly today: Day; readonly zone: string } | null = null

/** The server says which day it is and in which zone: a practice region, or a browser abroad, lives in another time. */
export const noteHere = (today: Day, zone: string) => {
  told = { today, zone }
}

/** The day it is where the installation stands, told with the session that every screen waits for. */
export const todayHere = (): Day => told?.today ?? Temporal.Now.plainDateISO().toString()

/** The zone of the installation, in which every moment is told. */
export const zoneHere = () => told?.zone ?? Temporal.Now.timeZoneId()

const zoned = (instant: string) =>
  Temporal.Instant.fromEpochMilliseconds(new Date(instant).getTime()).toZonedDateTimeISO(zoneHere())

/** The day on which a moment falls here. */
export const dayOf = (instant: string): Day => zoned(instant).toPlainDate().toString()

/** "9.30 u.": the time of a moment, where the installation stands. */
export const formatClock = (language: string, instant: string) =>
  formatTime(language, zoned(instant).toPlainTime().toString().slice(0, 5))

/** "24 dec. 2026, 9.30 u.": a moment, where the installation stands. */
export const formatMoment = (language: string, instant: string) => {
  const day = written(language, dayOf(instant), 'of-moment', { day: 'numeric', month: 'short', year: 'numeric' })
  return `${day}, ${formatClock(language, instant)}`
}
