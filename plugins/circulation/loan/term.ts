import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { parameterKey, resolve, type ParameterRow } from '#core/parameter.ts'
import { calendarOf, calendarSource, daySetsOf, dueDate, explainDay } from '#plugins/branches/index.ts'
import { loanRule } from '#plugins/rules/contract/method.ts'
import type { Line } from '#plugins/rules/index.ts'
import { doubleLoanDays } from '../contract/parameter/loans.ts'
import { schoolHolidays } from '../contract/parameter/school.ts'
import type { Term } from '../contract/loan.ts'

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
  const due = dueAfterSchool(reading, { unit, line, day, raw })
  return due && {
    version: reading.version, what, unit, ...line, from, days, raw, due: due.day,
    shifts: due.shifts.map(shift => ({ ...causeOf(reading, unit, day, shift), ...shift })),
    rule: ruleOf(row, loanRule.notation?.print(value) ?? ''),
  }
}

type Shift = Term['shifts'][number]

/**
 * By the calendar of the branch, and never in a holiday of the school: from there it goes on at the first day after, by the
 * same calendar, for as often as it lands in another one.
 */
function dueAfterSchool(reading: Reading, { unit, line, day, raw }: Pick<Asked, 'unit' | 'line' | 'day'> & { readonly raw: Day }) {
  const calendar = calendarOf(reading, unit)
  const codes = resolve(reading, schoolHolidays, unit, day, line).value
  const holidays = codes.length ? daySetsOf(reading).filter(({ code }) => codes.includes(code)).flatMap(({ periods }) => periods) : []
  const shifts: Shift[] = []
  let from = raw
  // Each turn ends after one more holiday, so it ends at the latest with the last of them.
  for (let turn = 0; turn <= holidays.length; turn++) {
    const due = dueDate(calendar, from)
    if (!due) return null
    shifts.push(...due.shifts.map(shift => ({ ...shift })))
    const holiday = holidays.find(period => period.from <= due.day && period.to >= due.day)
    if (!holiday) return { day: due.day, shifts }
    from = plusDays(holiday.to, 1)
    shifts.push({ from: due.day, to: from, because: 'S', text: holiday.name })
  }
  return null
}

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
