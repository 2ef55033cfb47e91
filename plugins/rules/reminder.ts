import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { resolve } from '#core/parameter.ts'
import type { DunningMethod } from './contract/line.ts'
import { dunningRule } from './contract/method.ts'
import type { Line } from './line.ts'
import type { DueLoan } from './running-fine.ts'
import { speakersOn, type Speakers } from './speakers.ts'

export type ReminderKind = 'pre-notice' | 'reminder-1' | 'reminder-2' | 'bill'
export interface Reminder { readonly what: ReminderKind; readonly day: Day }

/** Longer than any reminder may wait, counted from the due date: reminder 1 and then reminder 2. */
const LONGEST = 366 * 2

/**
 * Which messages a loan leads to as long as nothing comes back, each by the rule of the day on which it leaves.
 * Calendar days: a mail also leaves on a day when the library is closed. After the bill no reminder follows.
 */
export const remindersOf = (reading: Reading, loan: DueLoan): Reminder[] =>
  remindersBy(loan, day => resolve(reading, dunningRule, loan.unit, day, loan.line).value)

type Told = Pick<DueLoan, 'day' | 'due'>
const firstDayFor = (lent: Day, since: Day): Day => (lent >= since ? plusDays(lent, 1) : since)

/** The day on which the pre-notice of a loan leaves, if one still has to, where a rule keeps its days from `since` on. */
function steadyPreNotice({ day: lent, due }: Told, since: Day, days: number): Day | undefined {
  const day = days > 0 ? plusDays(due, -days) : lent
  if (day <= lent) return undefined
  const first = firstDayFor(lent, since)
  return day >= first ? day : first < due ? first : undefined
}

/** The same, looked for day by day. */
function preNoticeOf({ day: lent, due }: Told, since: Day, daysOn: (day: Day) => number): Day | undefined {
  for (let on = firstDayFor(lent, since); on < due; on = plusDays(on, 1)) {
    const days = daysOn(on)
    if (days > 0 && plusDays(due, -days) > lent && on >= plusDays(due, -days)) return on
  }
  return undefined
}

/**
 * When the pre-notices of many loans leave, from a day on, from place to place. What they obey is looked up once for each
 * line and all places that say nothing of their own. A line is told by being the very same.
 */
export function preNoticesFrom(reading: Reading, since: Day): (unit: UnitId) => (loan: Omit<DueLoan, 'unit'>) => Day | undefined {
  const speakersOf = speakersOn(reading, [dunningRule], since)
  const isSteady = ({ rows }: Speakers) => rows.every(({ key, from, to }) =>
    !key.includes('@') && (from === null || from <= since) && (to === null || to < since))
  const shared = new Map<string, Map<Line, Place>>()
  return unit => {
    const speakers = speakersOf(unit)
    const places = shared.get(speakers.key) ?? new Map<Line, Place>()
    shared.set(speakers.key, places)
    const placeOf = ({ line }: Omit<DueLoan, 'unit'>): Place => {
      const known = places.get(line)
      if (known) return known
      const daysOn = (day: Day) => resolve(reading, dunningRule, unit, day, line).value.preNoticeDays
      const place = { daysOn, always: isSteady(speakers) ? daysOn(since) : undefined, days: new Map<Day, number>() }
      places.set(line, place)
      return place
    }
    return loan => {
      const { daysOn, always, days } = placeOf(loan)
      if (always !== undefined) return steadyPreNotice(loan, since, always)
      return preNoticeOf(loan, since, day => {
        const found = days.get(day) ?? daysOn(day)
        days.set(day, found)
        return found
      })
    }
  }
}

/** How the pre-notice counts for one line: so many days from now on, or looked up day by day. */
interface Place { readonly daysOn: (day: Day) => number; readonly always: number | undefined; readonly days: Map<Day, number> }

export function remindersBy(
  { day: lent, due }: Pick<DueLoan, 'day' | 'due'>, ruleOn: (day: Day) => DunningMethod,
): Reminder[] {
  const sent = new Map<ReminderKind, Day>()
  const end = plusDays(due, LONGEST)
  for (let day = plusDays(lent, 1); day <= end && !sent.has('bill'); day = plusDays(day, 1)) {
    const what = nextOn(day, { lent, due, sent }, ruleOn(day))
    if (what) sent.set(what, day)
  }
  return [...sent].map(([what, day]) => ({ what, day }))
}

interface Underway { readonly lent: Day; readonly due: Day; readonly sent: ReadonlyMap<ReminderKind, Day> }

/** The message that leaves on a day, if any; the bill comes in the place of a reminder that falls on the same day. */
function nextOn(
  day: Day, { lent, due, sent }: Underway, { preNoticeDays, reminder1Days, reminder2Days, billDays }: DunningMethod,
): ReminderKind | undefined {
  const isPast = (from: Day, days: number) => days > 0 && day >= plusDays(from, days)
  if (day < due) {
    const from = plusDays(due, -preNoticeDays)
    return preNoticeDays > 0 && !sent.has('pre-notice') && from > lent && day >= from ? 'pre-notice' : undefined
  }
  if (isPast(due, billDays)) return 'bill'
  const first = sent.get('reminder-1')
  if (!first) return isPast(due, reminder1Days) ? 'reminder-1' : undefined
  return !sent.has('reminder-2') && isPast(first, reminder2Days) ? 'reminder-2' : undefined
}
