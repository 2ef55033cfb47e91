import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { parameterKey, resolve, type ParameterRow } from '#core/parameter.ts'
import { calendarOf, calendarSource, explainDay } from '#plugins/branches/index.ts'
import { loanRule } from '#plugins/rules/contract/method.ts'
import type { Line } from '#plugins/rules/index.ts'
import { doubleLoanDays } from '../contract/parameter/loans.ts'
import type { Term } from '../contract/loan.ts'
import { dueOutside, holidaysFor } from './school-holiday.ts'

interface Asked {
  readonly unit: UnitId
  readonly line: Line
  /** By the rule of which day. */
  readonly day: Day
  /** From when the days count; the day itself where nothing else is said. */
  readonly from?: Day
  readonly what: 'loan' | 'renewal' | 'double'
}

/**
 * The day on which a loan is due, and all it rests on: the days of the rule line, then the calendar of the branch.
 * Null where the calendar has no open day left. Source: domain/1 §2.5.
 */
export function termFor(reading: Reading & { readonly version: number }, { unit, line, day, from = day, what }: Asked): Term | null {
  const { value, row } = resolve(reading, loanRule, unit, day, line)
  const days = what === 'renewal' ? value.renewalDays : what === 'double' ? doubleDays(reading, unit, day, line) : value.loanDays
  const raw = plusDays(from, days)
  const due = dueOutside(calendarOf(reading, unit), holidaysFor(reading, unit, day, line.membership), raw)
  return due && {
    version: reading.version, what, unit, ...line, from, days, raw, due: due.day,
    shifts: due.shifts.map(shift => ({ ...causeOf(reading, unit, day, shift), ...shift })),
    rule: ruleOf(row, loanRule.notation?.print(value) ?? ''),
  }
}

type Shift = Term['shifts'][number]

/** Why a day is closed, as the public may read it by then; null where there are no hours on that day of the week. */
function causeOf(reading: Reading, unit: UnitId, day: Day, { from, because }: Shift): Pick<Shift, 'text'> {
  if (because === 'S') return {}
  const { why } = explainDay(calendarSource(reading, unit), from)
  if (why.by === 'hours') return { text: null }
  const { text, publicFrom = '' } = why.by === 'exception' ? why.said : { text: why.said.text }
  return text.trim() && publicFrom.slice(0, 10) <= day ? { text: text.trim() } : {}
}

export const doubleDays = (reading: Reading, unit: UnitId, day: Day, line: Line): number =>
  resolve(reading, doubleLoanDays, unit, day, line).value

export const ruleOf = (row: ParameterRow | undefined, text: string): Term['rule'] =>
  ({ unit: row?.unit ?? null, key: row?.key ?? parameterKey(loanRule), since: row?.from ?? null, text })
