import { Type, type Static } from 'typebox'
import { defineFact } from '#core/contract.ts'
import { Time, Weekday } from './hours.ts'

/** `open`, fine-free `B`, closed `G`, vacation `V`. Source: domain/1 §2.4. */
export const dayKinds = ['open', 'B', 'G', 'V'] as const
export type DayKind = (typeof dayKinds)[number]
export const DayKind = Type.Enum(dayKinds)

const MonthDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', examples: ['07-11'] })
const strict = { additionalProperties: false } as const

/**
 * A day that comes back every year: a fixed date, so many days from Easter Sunday, the n-th weekday
 * of a month and days after it, the n-th working day on or after a date, or each such weekday
 * between two dates.
 *
 * A working day is Monday to Friday and not itself closed by a fixed, Easter or n-th-weekday rule in
 * force at the unit.
 */
export const YearlyDay = Type.Union([
  Type.Object({ date: MonthDay }, strict),
  Type.Object({ easter: Type.Integer({ minimum: -60, maximum: 90 }) }, strict),
  Type.Object({
    nth: Type.Integer({ minimum: -5, maximum: 5 }), weekday: Weekday, month: Type.Integer({ minimum: 1, maximum: 12 }),
    plus: Type.Optional(Type.Integer({ minimum: -31, maximum: 31 })),
  }, strict),
  Type.Object({ workingDay: Type.Integer({ minimum: 1, maximum: 10 }), after: MonthDay }, strict),
  Type.Object({ weekday: Weekday, from: MonthDay, to: MonthDay }, strict),
])
export type YearlyDay = Static<typeof YearlyDay>

/** Part of a day that is shut although hours stand there; the day keeps its kind (domain/1 §2.7). */
export const Cut = Type.Object({ from: Time, to: Time }, strict)
export type Cut = Static<typeof Cut>

/** What the public may read about a day, in whatever language the library wrote it. */
export const PublicText = Type.String({ maxLength: 250 })

/** A day that differs every year: a kind for the whole day, or a cut of its hours. Key: any slug. */
export const CalendarRule = Type.Union([
  Type.Object({ on: YearlyDay, kind: DayKind, text: PublicText }, strict),
  Type.Object({ on: YearlyDay, cut: Cut, text: PublicText }, strict),
])
export type CalendarRule = Static<typeof CalendarRule>

/**
 * What one unit says about the days of one period, whatever rules and hours say.
 *
 * `open` means "open anyway". `closing` groups the days of one closure, so that it can be extended or
 * shortened as one thing; `provisionalEnd` says that the last day is a guess. The public reads `text`
 * from `publicFrom` on (absent: at once).
 */
const exception = {
  text: PublicText,
  publicFrom: Type.Optional(Type.String({ format: 'date-time' })),
  closing: Type.Optional(Type.String({ format: 'uuid' })),
  provisionalEnd: Type.Optional(Type.Boolean()),
  extendLoans: Type.Optional(Type.Boolean()),
}
export const DayException = Type.Object({ kind: DayKind, ...exception }, strict)
export type DayException = Static<typeof DayException>
export const CutException = Type.Object({ cut: Cut, ...exception }, strict)
export type CutException = Static<typeof CutException>

/** A library's word that it has looked at a year; until then that year's days are provisional. */
export const YearConfirmed = Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) }, strict)
export type YearConfirmed = Static<typeof YearConfirmed>

/** Rules of a unit; key = a slug chosen once. */
export const ruleFact = defineFact('branches.rule', CalendarRule)
/** Day kinds of single days or periods; key `day`, so a unit says one thing about a day. */
export const exceptionFact = defineFact('branches.exception', DayException)
/** Half-day closures of single days or periods; key `cut`. */
export const cutFact = defineFact('branches.cut', CutException)
/** Confirmed years of a library; key = the year; the segment's period is that year. */
export const yearFact = defineFact('branches.year', YearConfirmed)
