import type { Reading } from '#core/configuration.ts'
import type { UnitId } from '#core/contract.ts'
import { calendarSource } from './calendar-source.ts'
import { compileCalendar, type CompiledCalendar } from './compiled-calendar.ts'
import { contentKey } from './content-key.ts'
import type { CalendarSource } from './contract/arithmetic.ts'

const MOST_KEPT = 2000

const bySource = new WeakMap<CalendarSource, CompiledCalendar>()
const byContent = new Map<string, CompiledCalendar>()

/**
 * Half a century of a unit's days, for due dates and fines. Units whose days are alike share one
 * compiled calendar, and a change elsewhere leaves it standing.
 */
export function calendarOf(reading: Reading, unit: UnitId): CompiledCalendar {
  const source = calendarSource(reading, unit)
  const known = bySource.get(source)
  if (known) return known
  const key = contentKey(source)
  const calendar = byContent.get(key) ?? compileCalendar(source)
  if (byContent.size >= MOST_KEPT) byContent.clear()
  byContent.set(key, calendar)
  bySource.set(source, calendar)
  return calendar
}
