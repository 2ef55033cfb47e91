import type { Static } from 'typebox'
import { holdsOn, overlaps, type Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { resolve } from '#core/parameter.ts'
import { pathToday } from '#core/unit.ts'
import { exceptionFact } from '#plugins/branches/contract/calendar.ts'
import { closureFact, type DueDates } from '#plugins/branches/contract/closure.ts'
import { extendLoans } from '#plugins/branches/contract/parameter.ts'
import { calendarOf, nextOpenDay } from '#plugins/branches/index.ts'

/** What a longer closing asks of loans. */
export type DueWish = Static<typeof DueDates>
export interface Days { readonly from: Day; readonly to: Day | null }

/** A closing as a branch knows it: its days, in pieces where some were opened in between, and what it asks of loans. */
export interface LongClosing {
  readonly id: string
  readonly text: string
  /** The set that says so. */
  readonly set: string
  readonly wish: DueWish | undefined
  /** From the first to the last; none is without a first day. */
  readonly pieces: readonly Days[]
}

/** The longer closings that close a branch, its own and those of what it belongs to. */
export function closingsOf(reading: Reading, branch: UnitId, day: Day): LongClosing[] {
  const rows = pathToday(reading, branch, day).flatMap(unit => reading.of(closureFact, unit))
  return [...Map.groupBy(rows, ({ key }) => key)].flatMap(([id, [one, ...more]]) => {
    if (!one) return []
    const pieces = [one, ...more].flatMap(({ from, to }) => (from === null ? [] : [{ from, to }]))
      .filter(piece => isClosedBy(reading, branch, piece, id)).toSorted((a, b) => (a.from < b.from ? -1 : 1))
    return pieces.length ? [{ id, text: one.body.text, set: one.saidIn, wish: one.body.parts['due-dates'] as DueWish | undefined, pieces }] : []
  })
}

/** Somebody below may keep a branch open although what it belongs to is closed. */
function isClosedBy(reading: Reading, branch: UnitId, { from, to }: Days, closing: string): boolean {
  for (const unit of pathToday(reading, branch, from)) {
    const said = reading.of(exceptionFact, unit).find(one => overlaps(one, { from, to }))
    if (said) return said.body.closing === closing
  }
  return false
}

/** The first open day after a closing, or after its first piece; undefined until further notice. */
export function reopeningOf(reading: Reading, branch: UnitId, { pieces: [first] }: LongClosing): Day | undefined {
  return first?.to ? nextOpenDay(calendarOf(reading, branch), plusDays(first.to, 1)) ?? undefined : undefined
}

export interface ClosedDay { readonly closing: string | null; readonly text: string | null; readonly set: string | null; readonly follow: boolean }

/** Why a day is closed, as far as somebody said so, and whether loans follow: of a rule or of hours the house says it. */
export function closedOn(reading: Reading, branch: UnitId, day: Day): ClosedDay {
  for (const unit of pathToday(reading, branch, day)) {
    const said = reading.of(exceptionFact, unit).find(one => holdsOn(one, day))
    if (said) {
      const { closing = null, text, extendLoans: follow = false } = said.body
      const closure = reading.of(closureFact, unit).find(({ key }) => key === closing)
      const wish = closure?.body.parts['due-dates'] as DueWish | undefined
      return { closing, text, set: said.saidIn, follow: wish ? wish.move !== 'none' : follow }
    }
  }
  return { closing: null, text: null, set: null, follow: resolve(reading, extendLoans, branch, day).value }
}
