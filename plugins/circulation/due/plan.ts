import type { Static } from 'typebox'
import type { Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { holdsOn, type Reading } from '#core/configuration.ts'
import { resolve } from '#core/parameter.ts'
import { pathToday, SYSTEM, treeOn, unitsBelow } from '#core/unit.ts'
import { exceptionFact } from '#plugins/branches/contract/calendar.ts'
import { close, extendClosing, lift, openAnyway, setDaySet, setHours, setHoursKind, setRule } from '#plugins/branches/contract/change.ts'
import { closureFact, type DueDates } from '#plugins/branches/contract/closure.ts'
import { extendLoans } from '#plugins/branches/contract/parameter.ts'
import { calendarOf, dueDate, isOpen, type CompiledCalendar } from '#plugins/branches/index.ts'

/** Changes after which a day on which something is due may be closed. */
export const calendarKinds = [close, extendClosing, openAnyway, lift, setHours, setRule, setDaySet, setHoursKind] as const

/** So many loans of one branch that were due on one day, and get another. */
export interface Move {
  readonly branch: UnitId
  readonly raw: Day
  readonly due: Day
  readonly to: Day
  readonly loans: number
}

/** The branches that items may touch: those they name and all below them; of what names none, all. */
export function branchesOf(reading: Reading, items: readonly Item[], today: Day): UnitId[] {
  const tree = treeOn(reading, today)
  const named = items.flatMap(({ payload }) => {
    const { unit, units = [], also = [] } = payload as { unit?: UnitId; units?: readonly UnitId[]; also?: readonly UnitId[] }
    const told = [...(unit ? [unit] : []), ...units, ...also]
    return told.length ? told : [SYSTEM]
  })
  return [...new Set(named.flatMap(unit => unitsBelow(tree, unit)))]
    .filter(id => ['branch', 'bookmobile', 'stop'].includes(tree.units.get(id)?.type ?? ''))
}

/**
 * What is due on a day that is closed now gets the next day on which it can be brought back, told from its raw due day as
 * at lending; never an earlier one. Not where whoever closed that day said that loans stay as they are.
 */
export async function movesAt(ctx: Context, reading: Reading, branches: readonly UnitId[]): Promise<Move[]> {
  if (branches.length === 0) return []
  const { rows } = await ctx.db.raw('select * from loans_due(?::uuid[], ?)', [[...branches], ctx.today()])
  const due: { branch_id: UnitId; raw_due_on: Day; due_on: Day; loans: number }[] = rows
  return due.flatMap(({ branch_id: branch, raw_due_on: raw, due_on: day, loans }) => {
    const calendar = calendarOf(reading, branch)
    const to = isWithin(calendar, day) && !isOpen(calendar, day) && loansFollow(reading, branch, day) ? landingAfter(calendar, raw, day) : undefined
    return to === undefined ? [] : [{ branch, raw, due: day, to, loans }]
  }).toSorted((a, b) => a.due < b.due ? -1 : a.due > b.due ? 1 : 0)
}

const isWithin = ({ first, days }: CompiledCalendar, day: Day) => {
  const number = Date.parse(`${day}T00:00Z`) / 86_400_000
  return number >= first && number < first + days
}

function landingAfter(calendar: CompiledCalendar, raw: Day, due: Day): Day | undefined {
  const told = dueDate(calendar, raw)?.day
  const to = told !== undefined && told > due ? told : dueDate(calendar, due)?.day
  return to !== undefined && to > due ? to : undefined
}

/** Who closed a day said whether loans follow; of a rule or of hours the house says it. */
function loansFollow(reading: Reading, branch: UnitId, day: Day): boolean {
  for (const unit of pathToday(reading, branch, day)) {
    const said = reading.of(exceptionFact, unit).find(one => holdsOn(one, day))
    if (said) {
      const closure = reading.of(closureFact, unit).find(({ key }) => key === said.body.closing)
      const wish = closure?.body.parts['due-dates'] as Static<typeof DueDates> | undefined
      return wish ? wish.move !== 'none' : said.body.extendLoans === true
    }
  }
  return resolve(reading, extendLoans, branch, day).value
}
