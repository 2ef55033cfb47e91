import { isDay, zoneHere } from '#console/time/day.ts'
import type { UnitRow } from '#console/unit.ts'

/** The first moment of a day here, or of the day after it. */
const momentOf = (day: string, later = 0) =>
  isDay(day)
    ? Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zoneHere()).toInstant().toString()
    : undefined

/** What the address asks of the log; the whole region is no filter. */
export const filterOf = (unit: UnitRow, asked: (name: string) => string, q: string) => ({
  unit: unit.type === 'system' ? undefined : unit.id,
  act: asked('act') || undefined,
  subject: asked('subject') || undefined,
  staff: asked('staff') || undefined,
  set: asked('set') || undefined,
  from: momentOf(asked('from')),
  to: momentOf(asked('to'), 1),
  q: q || undefined,
})
