import type { Context } from '#core/context.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { calendarOf, isOpen, type CompiledCalendar } from '#plugins/branches/index.ts'
import type { AskedMoves } from './asked.ts'
import { dueOutside, holidaysFor, typesWithSchool } from '../loan/school-holiday.ts'
import { closedOn, closingsOf, reopeningOf, type LongClosing } from './closing.ts'

/** What a closing moved last, as the loan keeps it: from which day, to which, and on which day that was done. */
export interface Moved { readonly closing: string; readonly from: Day; readonly to: Day; readonly on: Day }

/** Where something may be due: on open days of the branch, outside the holidays of the school for whom that counts. */
interface Days { readonly calendar: CompiledCalendar; readonly next: (day: Day) => Day | undefined }

/** So many loans of one branch that are due on one day, and what moved them there. */
interface Due {
  readonly branch: UnitId
  readonly raw: Day
  readonly due: Day
  readonly was: Moved | null
  /** Of one type, which has school holidays; of all others where there is none. */
  readonly membership: string | null
  readonly apart: readonly string[]
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
  const apart = typesWithSchool(reading, branches, today)
  const daysFor = daysAt(reading, today)
  return (await loansDue(ctx, branches, { since: extendsLate ? '2000-01-01' : today, until, apart })).flatMap(one => {
    const days = daysFor(one)
    if (!isWithin(days.calendar, one.due)) return []
    return along(reading, days, one, () => at(one.branch), today) ?? fallen(reading, days, one, today)
      ?? asked(reading, days, one, begun.length ? at(one.branch).filter(({ id }) => begun.includes(id)) : [], today) ?? []
  }).toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

interface Since { readonly since: Day; readonly until: Day | null; readonly apart: readonly string[] }

async function loansDue(ctx: Context, branches: readonly UnitId[], { since, until, apart }: Since): Promise<Due[]> {
  const { rows } = await ctx.db.raw('select * from loans_due(?::uuid[], ?, ?, ?::text[])', [[...branches], since, until, [...apart]])
  return (rows as { branch_id: UnitId; raw_due_on: Day; due_on: Day; moved: Moved | null; membership: string | null; loans: number }[])
    .map(({ branch_id: branch, raw_due_on: raw, due_on: due, moved: was, membership, loans }) => ({ branch, raw, due, was, membership, apart, loans }))
}

/** Of each branch and type looked up once. */
function daysAt(reading: Reading, today: Day): (one: Due) => Days {
  const known = new Map<string, Days>()
  return ({ branch, membership }) => {
    const key = `${branch} ${membership ?? ''}`
    const days = known.get(key) ?? daysOf(reading, branch, membership ?? '', today)
    known.set(key, days)
    return days
  }
}

function daysOf(reading: Reading, branch: UnitId, membership: string, today: Day): Days {
  const [calendar, holidays] = [calendarOf(reading, branch), holidaysFor(reading, branch, today, membership)]
  return { calendar, next: day => dueOutside(calendar, holidays, day)?.day }
}

const isWithin = ({ first, days }: CompiledCalendar, day: Day) => {
  const number = Date.parse(`${day}T00:00Z`) / 86_400_000
  return number >= first && number < first + days
}

/** What a closing moved goes where it would have gone had the closing always been as it is now. */
function along(reading: Reading, { calendar, next }: Days, one: Due, closings: () => readonly LongClosing[], today: Day): Move[] | undefined {
  const { was } = one
  if (!was) return undefined
  const closing = closings().find(({ id }) => id === was.closing)
  const to = closing && asksMore(closing, was) ? reopening(reading, next, one, closing) : next(was.from)
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
function fallen(reading: Reading, { calendar, next }: Days, one: Due, today: Day): Move[] | undefined {
  if (one.due < today || isOpen(calendar, one.due)) return undefined
  const { closing, text, set, follow } = closedOn(reading, one.branch, one.due)
  const to = follow ? landingAfter(next, one.raw, one.due) : undefined
  return to === undefined ? [] : [{ ...one, to, closing, text, set, keeps: keptOf(one, to, closing, today), isLate: false }]
}

function landingAfter(next: Days['next'], raw: Day, due: Day): Day | undefined {
  const told = next(raw)
  const to = told !== undefined && told > due ? told : next(due)
  return to !== undefined && to > due ? to : undefined
}

/** What a closing that begins asks besides: all that is due from a day on until it reopens, and what is late already. */
function asked(reading: Reading, { next }: Days, one: Due, closings: readonly LongClosing[], today: Day): Move[] | undefined {
  for (const closing of closings) {
    const { wish } = closing
    const isLate = one.due < today
    const moves = isLate ? wish?.late === 'extend' : wish?.move === 'all' && one.due >= (wish.from ?? today)
    const to = moves ? reopening(reading, next, one, closing) : undefined
    if (to !== undefined && to > one.due)
      return [{ ...one, to, closing: closing.id, text: closing.text, set: closing.set, keeps: keptOf(one, to, closing.id, today), isLate }]
  }
  return undefined
}

/** The first open day after a closing, and the first with school after that. */
function reopening(reading: Reading, next: Days['next'], { branch }: Due, closing: LongClosing): Day | undefined {
  const day = reopeningOf(reading, branch, closing)
  return day && next(day)
}

const keptOf = ({ due, was }: Due, to: Day, closing: string | null, today: Day): Moved | null =>
  closing === null ? null : was?.closing === closing ? { ...was, to } : { closing, from: due, to, on: today }
