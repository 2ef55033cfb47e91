import type { Cut } from './contract/calendar.ts'
import type { Slot } from './contract/hours.ts'

const minutesOfDay = 1440
const clock = Array.from({ length: minutesOfDay + 1 }, (_, minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)

/** `09:30` as 570 minutes after midnight. */
export const minuteOf = (time: string): number =>
  (time.charCodeAt(0) * 10 + time.charCodeAt(1) - 528) * 60 + time.charCodeAt(3) * 10 + time.charCodeAt(4) - 528

/** Minutes after midnight as a time; `24:00` ends the day, what lies beyond is told by the clock of the next. */
export const timeOf = (minute: number): string =>
  clock[minute > minutesOfDay ? minute % minutesOfDay : minute] as string

/** When a slot ends, in minutes after the midnight its day began with: over 1440 when it runs past midnight. */
export function endOf(slot: { readonly from: string; readonly to: string }): number {
  const to = minuteOf(slot.to)
  return to > minuteOf(slot.from) ? to : to + minutesOfDay
}

/**
 * What a half-day closure leaves of a day's slots; the same list when it touches none.
 *
 * A slot belongs to the day on which it begins, so what a cut would leave to begin after midnight is
 * cut as well: "closed from 16:00 to 24:00" also ends the evening that runs until 02:00.
 */
export function cutSlots(slots: readonly Slot[], cuts: readonly Cut[]): readonly Slot[] {
  let left = slots
  for (const cut of cuts) {
    const from = minuteOf(cut.from)
    const to = endOf(cut)
    if (left.some((slot) => minuteOf(slot.from) < to && endOf(slot) > from)) {
      left = left.flatMap((slot) => cutSlot(slot, from, to))
    }
  }
  return left
}

function cutSlot(slot: Slot, cutFrom: number, cutTo: number): Slot[] {
  const from = minuteOf(slot.from)
  const to = endOf(slot)
  if (from >= cutTo || to <= cutFrom) return [slot]
  const left: Slot[] = []
  if (from < cutFrom) left.push({ ...slot, to: timeOf(cutFrom) })
  if (to > cutTo && cutTo < minutesOfDay) left.push({ ...slot, from: timeOf(cutTo) })
  return left
}
