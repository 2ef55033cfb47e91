import type { Day } from '#core/contract.ts'
import { explainDays } from '../calendar.ts'
import type { CalendarDay, CalendarSource } from '../contract/arithmetic.ts'
import type { Cut } from '../contract/calendar.ts'
import type { HoursKind } from '../contract/hours.ts'
import { dayAfter, openSlots } from './pattern.ts'
import type { Schedule } from './schedule.ts'

/** What the public reads as one closing: some days, or with `cut` a part of one day. */
export interface Closing {
  readonly from: Day
  readonly to: Day
  readonly kind: 'G' | 'V'
  readonly text: string
  readonly provisional: boolean
  readonly cut?: Cut
}

/** The calendar as the public may know it at a moment: closings that are not yet public do not exist. */
export const publicAt = (source: CalendarSource, moment: string): CalendarSource => {
  const out = ({ body }: { readonly body: { readonly publicFrom?: string } }) =>
    body.publicFrom === undefined || Date.parse(body.publicFrom) <= Date.parse(moment)
  return {
    ...source,
    layers: source.layers.map(layer => ({
      ...layer, exceptions: layer.exceptions.filter(out), cuts: layer.cuts.filter(out),
    })),
  }
}

const follows = (last: Closing | undefined, next: Closing): last is Closing =>
  last !== undefined && !last.cut && !next.cut &&
  dayAfter(last.to) === next.from && last.kind === next.kind && last.text === next.text

const closingOf = ({ day, kind, why, provisional }: CalendarDay): Closing | null => {
  if (why.by === 'hours' || (kind !== 'G' && kind !== 'V')) return null
  const guessed = why.by === 'exception' && why.said.provisionalEnd === true && provisional
  return { from: day, to: day, kind, text: why.said.text, provisional: guessed }
}

const cutsOf = ({ day, kind, cuts }: CalendarDay): Closing[] => kind === 'G' || kind === 'V' ? [] :
  cuts.map(({ cut, text }) => ({ from: day, to: day, kind: 'G', text, provisional: false, cut }))

/**
 * Closings in explained days, neighbouring days of one reason joined. With `onlyOpen`, days on which
 * the branch would be shut anyhow are left out, as websites expect; with `whole` they do not part a closing
 * that goes on after them.
 */
export const closingsOf = (
  days: readonly CalendarDay[], kinds: readonly HoursKind[], { onlyOpen = false, whole = false } = {},
): Closing[] => {
  const closings: Closing[] = []
  let shut: Closing[] = []
  for (const day of days) {
    const closing = closingOf(day)
    const planned = day.otherwise.length > 0 ? day.otherwise : day.hours
    if (onlyOpen && openSlots({ ...day, hours: planned }, kinds).length === 0) {
      shut = closing && whole ? [...shut, closing] : []
      continue
    }
    if (closing) closings.push(...joined(closings.pop(), shut, closing))
    closings.push(...cutsOf(day))
    shut = []
  }
  return closings
}

const upTo = (run: Closing, { to, provisional }: Closing): Closing =>
  ({ ...run, to, provisional: run.provisional || provisional })

/** The last closing goes on through days shut anyhow that it closes too. */
const joined = (last: Closing | undefined, shut: readonly Closing[], closing: Closing): Closing[] => {
  const run = [...shut, closing].reduce<Closing | undefined>(
    (before, next) => follows(before, next) ? upTo(before, next) : undefined, last,
  )
  if (run) return [run]
  return last ? [last, closing] : [closing]
}

const LOOK_DAYS = 400

/** The last day of a closing that was only looked at until some day; null when no end is in sight. */
export const realEnd = (source: CalendarSource, { to, kind, text, cut }: Closing): Day | null => {
  if (cut) return to
  const goesOn = (day: CalendarDay) => {
    const next = closingOf(day)
    return next !== null && next.kind === kind && next.text === text
  }
  const days = explainDays(source, dayAfter(to), dayAfter(to, LOOK_DAYS))
  const after = days.findIndex(day => !goesOn(day))
  return after === -1 ? null : dayAfter(to, after)
}

/** Closings as a schedule keeps them. */
export const closingsIn = ({ exceptions, cuts }: Schedule): Closing[] => [
  ...exceptions.flatMap(({ from, to, body }): Closing[] => {
    if (!from || !to || (body.kind !== 'G' && body.kind !== 'V')) return []
    return [{ from, to, kind: body.kind, text: body.text, provisional: body.provisionalEnd === true }]
  }),
  ...cuts.flatMap(({ from, to, body }): Closing[] => {
    if (!from || from !== to) return []
    return [{ from, to, kind: 'G', text: body.text, provisional: body.provisionalEnd === true, cut: body.cut }]
  }),
]
