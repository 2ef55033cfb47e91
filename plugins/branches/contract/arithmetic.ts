import type { Day } from '#core/contract.ts'
import type { CalendarRule, Cut, CutException, DayException, DayKind, YearConfirmed } from './calendar.ts'
import type { DaySet, HoursKind, HoursPlan, Slot } from './hours.ts'

/** Something a unit says from one day to another, both included; null is without end. */
export interface Dated<T> {
  readonly key: string
  readonly from: Day | null
  readonly to: Day | null
  readonly body: T
}

/** All that one unit on a branch's path says about time, during the days it is on that path. */
export interface CalendarLayer {
  readonly unit: string
  readonly from: Day | null
  readonly to: Day | null
  readonly hours: readonly Dated<HoursPlan>[]
  readonly rules: readonly Dated<CalendarRule>[]
  readonly exceptions: readonly Dated<DayException>[]
  readonly cuts: readonly Dated<CutException>[]
  readonly years: readonly Dated<YearConfirmed>[]
}

/** The input of all calendar arithmetic: plain values, no clock and no database behind them. */
export interface CalendarSource {
  /** Nearest unit first: stop, branch, library, group, system. */
  readonly layers: readonly CalendarLayer[]
  readonly hoursKinds: readonly HoursKind[]
  readonly daySets: readonly DaySet[]
  /** IANA name; only moments need it. */
  readonly timeZone: string
}

/** Why a day is what it is: the layer that decided, and what it said. */
export type DayReason =
  | { readonly by: 'exception'; readonly unit: string; readonly key: string; readonly said: DayException }
  | { readonly by: 'rule'; readonly unit: string; readonly key: string; readonly said: CalendarRule }
  | { readonly by: 'hours'; readonly unit: string | null; readonly key: string | null }

/** Hours of one kind on one day, in force or struck through. */
export interface DayHours {
  readonly kind: string
  readonly unit: string
  readonly key: string
  readonly slots: readonly Slot[]
}

/** A half-day closure of one day; the public reads its text from `publicFrom` on. */
export interface DayCut {
  readonly unit: string
  readonly key: string
  readonly cut: Cut
  readonly text: string
  readonly publicFrom?: string
}

/** One day of a branch, explained. */
export interface CalendarDay {
  readonly day: Day
  readonly kind: DayKind
  /** Nobody has confirmed this day's year yet (or its closing's end is a guess). */
  readonly provisional: boolean
  readonly why: DayReason
  /** Hours in force: after cuts, and empty on `G` and `V`. */
  readonly hours: readonly DayHours[]
  /** What stood there without the exception, rule or cut, to be struck through; empty when nothing differs. */
  readonly otherwise: readonly DayHours[]
  readonly cuts: readonly DayCut[]
}
