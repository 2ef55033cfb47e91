import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { resolve } from '#core/parameter.ts'
import { calendarOf, dueDate, type DueDate } from '#plugins/branches/index.ts'
import { loanRule } from './contract/method.ts'
import type { Line } from './line.ts'

/** A loan as the rules see it: for whom, of what, where and on which day. */
export interface Loan {
  readonly unit: UnitId
  readonly line: Line
  readonly day: Day
}

/** When it is to be back. A running loan keeps the term that held on the day it was lent. */
export interface LoanTerm {
  /** The day of the loan and its loan days, before the calendar had its say. */
  readonly raw: Day
  /** Null when the calendar has no day left to bring it back: the loan is refused. */
  readonly due: DueDate<Day> | null
}

export function termOf(reading: Reading, { unit, line, day }: Loan): LoanTerm {
  const raw = plusDays(day, resolve(reading, loanRule, unit, day, line).value.loanDays)
  return { raw, due: dueDate(calendarOf(reading, unit), raw) }
}
