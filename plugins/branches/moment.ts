import type { Day } from '#core/contract.ts'
import type { CalendarDay, CalendarSource } from './contract/arithmetic.ts'
import { almanacOf, type Almanac } from './almanac.ts'
import { explain } from './calendar.ts'
import { partsOf, toDay, type DayNumber } from './day-number.ts'
import { epochOfWall, localTime, shownByClock, type LocalTime } from './local-time.ts'
import { endOf, minuteOf, timeOf } from './slot.ts'

export interface DayTime {
  readonly day: Day
  readonly time: string
}

/** Why nobody opens the door now, in the words given to the public (from `publicFrom` on, when present). */
export interface ClosedBecause {
  readonly text: string
  readonly unit: string
  readonly key: string
  readonly publicFrom?: string
}

export interface Status {
  readonly open: boolean
  /** The kinds of hours that run now. */
  readonly kinds: readonly string[]
  /** Open until; absent when the doors never shut within the horizon. */
  readonly until?: DayTime
  /** Opens at; absent when they do not open within the horizon. */
  readonly opensAt?: DayTime & { readonly kind: string }
  readonly reason?: ClosedBecause
}

/** A slot on the wall clock, in minutes since 1970-01-01T00:00, whatever clocks do in between. */
interface Span {
  readonly from: number
  readonly to: number
  readonly kind: string
}

/**
 * Whether a branch is open at a moment, and until when, or when it opens next.
 *
 * A slot past midnight belongs to the day on which it began; adjoining slots count as one; both
 * clock changes are told by `Temporal`. Kinds not asked for do not count; without `kinds` those count
 * that "count as open". Who asks about many branches gives one {@link localTime} for all of them.
 */
export function statusAt(
  source: CalendarSource,
  moment: Temporal.Instant | LocalTime,
  { kinds, horizonDays = 60 }: { kinds?: readonly string[]; horizonDays?: number } = {},
): Status {
  const almanac = almanacOf(source)
  const local = 'epochMs' in moment ? moment : localTime(moment, source.timeZone)
  const counting = kinds ?? almanac.hours.filter((hours) => hours.countsAsOpen).map((hours) => hours.kind)
  const today = explain(almanac, partsOf(local.day))
  const spans = [...spansOn(almanac, local.day - 1, counting), ...spansOf(today, local.day, counting)]
  const running = spans.filter((span) => hasBegun(local, span.from) && !hasBegun(local, span.to))
  if (running.length === 0) return closed(almanac, local, today, spans, counting, horizonDays)

  const end = lastEnd(almanac, local.day, running, spans, counting, horizonDays)
  const open = { open: true, kinds: [...new Set(running.map((span) => span.kind))] }
  return end === null ? open : { ...open, until: ending(local, end) }
}

const hasBegun = (local: LocalTime, wall: number): boolean => epochOfWall(local, wall) <= local.epochMs

/** The end of what runs now, followed through every slot that begins before it is over. */
function lastEnd(
  almanac: Almanac, today: DayNumber, running: readonly Span[], known: readonly Span[],
  counting: readonly string[], horizonDays: number,
): number | null {
  let end = Math.max(...running.map((span) => span.to))
  let spans = known
  for (let day = today; day <= today + horizonDays; ) {
    const next = spans.reduce((reach, span) => (span.from <= end && span.to > reach ? span.to : reach), end)
    if (next > end) {
      end = next
    } else if (end < (day + 1) * 1440) {
      return end
    } else {
      day++
      spans = spansOn(almanac, day, counting)
    }
  }
  return null
}

function closed(
  almanac: Almanac, local: LocalTime, today: CalendarDay, known: readonly Span[],
  counting: readonly string[], horizonDays: number,
): Status {
  const reason = closedBecause(local, today, counting)
  const status = { open: false, kinds: [], ...(reason === undefined ? {} : { reason }) }
  let spans = known.filter((span) => !hasBegun(local, span.from))
  for (let day = local.day; day <= local.day + horizonDays; ) {
    if (spans.length > 0) {
      const first = spans.reduce((earliest, span) => (span.from < earliest.from ? span : earliest))
      return { ...status, opensAt: { ...beginning(local, first.from), kind: first.kind } }
    }
    day++
    spans = spansOn(almanac, day, counting)
  }
  return status
}

/** A whole day's closing explains itself; a cut only explains the hours it took away. */
function closedBecause(local: LocalTime, today: CalendarDay, counting: readonly string[]): ClosedBecause | undefined {
  const { kind, why } = today
  if (kind === 'G' || kind === 'V') {
    if (why.by === 'hours') return undefined
    const { unit, key, said } = why
    return { text: said.text, unit, key, ...('publicFrom' in said ? { publicFrom: said.publicFrom } : {}) }
  }
  const midnight = local.day * 1440
  const planned = today.otherwise.filter((hours) => counting.includes(hours.kind)).flatMap((hours) => hours.slots)
  const runsNow = (slot: { from: string; to: string }) =>
    hasBegun(local, midnight + minuteOf(slot.from)) && !hasBegun(local, midnight + endOf(slot))
  const cut = planned.some(runsNow) ? today.cuts.find((one) => runsNow(one.cut)) : undefined
  return cut && {
    text: cut.text, unit: cut.unit, key: cut.key,
    ...(cut.publicFrom === undefined ? {} : { publicFrom: cut.publicFrom }),
  }
}

const spansOn = (almanac: Almanac, day: DayNumber, counting: readonly string[]): Span[] =>
  spansOf(explain(almanac, partsOf(day)), day, counting)

function spansOf({ hours }: CalendarDay, day: DayNumber, counting: readonly string[]): Span[] {
  const spans: Span[] = []
  for (const { kind, slots } of hours) {
    if (!counting.includes(kind)) continue
    for (const slot of slots) {
      spans.push({ from: day * 1440 + minuteOf(slot.from), to: day * 1440 + endOf(slot), kind })
    }
  }
  return spans
}

function beginning(local: LocalTime, wall: number): DayTime {
  const shown = shownByClock(local, wall)
  const day = Math.floor(shown / 1440)
  return { day: toDay(day), time: timeOf(shown - day * 1440) }
}

/** An end at midnight is told as 24:00 of the day that ends, not as 00:00 of the next. */
function ending(local: LocalTime, wall: number): DayTime {
  const shown = shownByClock(local, wall)
  const day = Math.ceil(shown / 1440) - 1
  return { day: toDay(day), time: timeOf(shown - day * 1440) }
}
