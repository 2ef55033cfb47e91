import type { Day, Texts } from '#core/contract.ts'
import type { CalendarDay, DayHours } from '../contract/arithmetic.ts'
import { firstHoursKinds, type HoursKind } from '../contract/hours.ts'
import { closingsOf } from './closing.ts'
import { dayAfter, weekdayOf } from './pattern.ts'
import { inOrder } from './soundness.ts'

/*
 * Only written. The shape that websites read today holds the running week and the closings of the days
 * to come. Hours that do not count as open stand as text with the first slot, and are lost without
 * one; half days show as shorter hours, not as a closing.
 */

export interface WebsiteSpan { readonly open: string; readonly close: string; readonly text?: string }

/** A day of the week; a closing stands beside the hours it replaces. */
export interface WebsiteDay {
  readonly day: string
  readonly date: Day
  readonly today: boolean
  readonly spans: readonly WebsiteSpan[]
  readonly 'special-closing-day'?: { readonly reason: string; readonly spans: readonly WebsiteSpan[] }
}

export interface WebsiteHours {
  readonly 'opening-hours': readonly WebsiteDay[]
  readonly 'closing-info': readonly { readonly start: Day; readonly end: Day; readonly reason: string }[]
}

const dayNames = {
  mo: 'monday', tu: 'tuesday', we: 'wednesday', th: 'thursday', fr: 'friday', sa: 'saturday', su: 'sunday',
} as const

const besides = (hours: readonly DayHours[], kinds: readonly HoursKind[], language: keyof Texts): string =>
  hours.flatMap(({ kind, slots }) => {
    const known = kinds.find(one => one.code === kind)
    if (!known || known.countsAsOpen) return []
    return slots.map(({ from, to }) => `${known.name[language]} ${from}-${to}`)
  }).join(', ')

const spansOf = (hours: readonly DayHours[], kinds: readonly HoursKind[], language: keyof Texts): WebsiteSpan[] => {
  const open = new Set(kinds.filter(kind => kind.countsAsOpen).map(kind => kind.code))
  const slots = inOrder(hours.filter(({ kind }) => open.has(kind)).flatMap(one => one.slots))
  const also = besides(hours, kinds, language)
  return slots.map((slot, at) => {
    const text = [slot.text, at === 0 ? also : ''].filter(Boolean).join('; ')
    return { open: slot.from, close: slot.to, ...text !== '' && { text } }
  })
}

/** A day that something closed, although hours stood there. */
const specialClosing = (
  { kind, why, otherwise }: CalendarDay, kinds: readonly HoursKind[], language: keyof Texts,
): Pick<WebsiteDay, 'special-closing-day'> => {
  if (why.by === 'hours' || (kind !== 'G' && kind !== 'V')) return {}
  const spans = spansOf(otherwise, kinds, language)
  return spans.length > 0 ? { 'special-closing-day': { reason: why.said.text, spans } } : {}
}

/** Monday to Sunday of the week that `today` is in: the first days a website shows. */
export const weekOf = (today: Day): { from: Day; to: Day } => {
  const monday = dayAfter(today, -Object.keys(dayNames).indexOf(weekdayOf(today)))
  return { from: monday, to: dayAfter(monday, 6) }
}

/**
 * Hours and closings in the shape that library websites read today (domain/2 §9.2). Give the days
 * from Monday of this week to `lookAhead` days after today; days on which the branch is shut anyhow
 * are no closings.
 */
export const websiteOf = (
  days: readonly CalendarDay[], today: Day,
  { kinds = firstHoursKinds, language = 'nl', lookAhead = 90 }:
  { kinds?: readonly HoursKind[]; language?: keyof Texts; lookAhead?: number } = {},
): WebsiteHours => {
  const { from, to } = weekOf(today)
  const last = dayAfter(today, lookAhead)
  const ahead = days.filter(({ day }) => day >= today && day <= last)
  return {
    'opening-hours': days.filter(({ day }) => day >= from && day <= to).map((day): WebsiteDay => ({
      day: dayNames[weekdayOf(day.day)], date: day.day, today: day.day === today,
      spans: spansOf(day.hours, kinds, language),
      ...specialClosing(day, kinds, language),
    })),
    'closing-info': closingsOf(ahead, kinds, { onlyOpen: true }).filter(({ cut }) => !cut)
      .map(closing => ({ start: closing.from, end: closing.to, reason: closing.text })),
  }
}
