import type { Context } from '#core/context.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { calendarOf, dueDate, isOpen, type CompiledCalendar } from '#plugins/branches/index.ts'
import type { AskedMoves } from './asked.ts'
import { closedOn, closingsOf, reopeningOf, type LongClosing } from './closing.ts'

/** What a closing moved last, as the loan keeps it: from which day, to which, and on which day that was done. */
export interface Moved { readonly closing: string; readonly from: Day; readonly to: Day; readonly on: Day }

/** So many loans of one branch that are due on one day, and what moved them there. */
interface Due {
  readonly branch: UnitId
  readonly raw: Day
  readonly due: Day
  readonly was: Moved | null
  readonly loans: number
}

/** And that get another day. */
export interface Move extends Due {
  readonly to: Day
  /** Which closing moves them, and what the public reads of it; null for a rule or hours. */
  readonly closing: string | null
  readonly text: string | null
  /** The set that closed the day, which may be heard of after a later one; null where that is the one at hand. */
  readonly set: string | null
  /** What the loan keeps of it; null where nothing is left to move back. */
  readonly keeps: Moved | null
  readonly isLate: boolean
}

/**
 * What gets another due day as calendars stand in a reading. What is due on a closed day moves to the next on which it
 * can be brought back, told from its raw due day as at lending; a closing that begins may move all that is due before it
 * ends, and what is late; and what a closing moved goes along with it, also back, as long as nobody else touched it.
 */
export async function movesAt(ctx: Context, reading: Reading, { branches, begun, until }: AskedMoves): Promise<Move[]> {
  if (branches.length === 0) return []
  const today = ctx.today()
  const places = new Map<UnitId, LongClosing[]>()
  const at = (branch: UnitId) => {
    const known = places.get(branch)
    if (known) return known
    const fresh = closingsOf(reading, branch, today)
    places.set(branch, fresh)
    return fresh
  }
  const extendsLate = begun.length > 0 && branches.some(branch => at(branch).some(({ id, wish }) => begun.includes(id) && wish?.late === 'extend'))
  const { rows } = await ctx.db.raw('select * from loans_due(?::uuid[], ?, ?)', [[...branches], extendsLate ? '2000-01-01' : today, until])
  const due = (rows as { branch_id: UnitId; raw_due_on: Day; due_on: Day; moved: Moved | null; loans: number }[])
    .map(({ branch_id: branch, raw_due_on: raw, due_on, moved: was, loans }): Due => ({ branch, raw, due: due_on, was, loans }))
  return due.flatMap(one => {
    const calendar = calendarOf(reading, one.branch)
    if (!isWithin(calendar, one.due)) return []
    return along(reading, calendar, one, () => at(one.branch), today) ?? fallen(reading, calendar, one, today)
      ?? asked(reading, one, begun.length ? at(one.branch).filter(({ id }) => begun.includes(id)) : [], today) ?? []
  }).toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

const isWithin = ({ first, days }: CompiledCalendar, day: Day) => {
  const number = Date.parse(`${day}T00:00Z`) / 86_400_000
  return number >= first && number < first + days
}

/** What a closing moved goes where it would have gone had the closing always been as it is now. */
function along(reading: Reading, calendar: CompiledCalendar, one: Due, closings: () => readonly LongClosing[], today: Day): Move[] | undefined {
  const { was } = one
  if (!was) return undefined
  const closing = closings().find(({ id }) => id === was.closing)
  const to = closing && asksMore(closing, was) ? reopeningOf(reading, one.branch, closing) : dueDate(calendar, was.from)?.day
  // Whoever could rely on a later day is not made late by one that has passed.
  const harms = to !== undefined && to < today && was.from >= was.on
  if (to === undefined || to === one.due || harms || !isOpen(calendar, to)) return undefined
  return [{
    ...one, to, closing: was.closing, text: closing?.text ?? null, set: null, keeps: to === was.from ? null : { ...was, to }, isLate: was.from < was.on,
  }]
}

/** Whether a closing moved what would not have fallen in it: late, or of the period that it asked for. */
function asksMore({ wish, pieces: [first] }: LongClosing, { from, on }: Moved): boolean {
  if (first === undefined || from >= first.from) return false
  return from < on ? wish?.late === 'extend' : wish?.move === 'all' && from >= (wish.from ?? on)
}

/** What is due on a day that is closed now; not where whoever closed it said that loans stay as they are. */
function fallen(reading: Reading, calendar: CompiledCalendar, one: Due, today: Day): Move[] | undefined {
  if (one.due < today || isOpen(calendar, one.due)) return undefined
  const { closing, text, set, follow } = closedOn(reading, one.branch, one.due)
  const to = follow ? landingAfter(calendar, one.raw, one.due) : undefined
  return to === undefined ? [] : [{ ...one, to, closing, text, set, keeps: keptOf(one, to, closing, today), isLate: false }]
}

function landingAfter(calendar: CompiledCalendar, raw: Day, due: Day): Day | undefined {
  const told = dueDate(calendar, raw)?.day
  const to = told !== undefined && told > due ? told : dueDate(calendar, due)?.day
  return to !== undefined && to > due ? to : undefined
}

/** What a closing that begins asks besides: all that is due from a day on until it reopens, and what is late already. */
function asked(reading: Reading, one: Due, closings: readonly LongClosing[], today: Day): Move[] | undefined {
  for (const closing of closings) {
    const { wish } = closing
    const isLate = one.due < today
    const moves = isLate ? wish?.late === 'extend' : wish?.move === 'all' && one.due >= (wish.from ?? today)
    const to = moves ? reopeningOf(reading, one.branch, closing) : undefined
    if (to !== undefined && to > one.due)
      return [{ ...one, to, closing: closing.id, text: closing.text, set: closing.set, keeps: keptOf(one, to, closing.id, today), isLate }]
  }
  return undefined
}

const keptOf = ({ due, was }: Due, to: Day, closing: string | null, today: Day): Moved | null =>
  closing === null ? null : was?.closing === closing ? { ...was, to } : { closing, from: due, to, on: today }
