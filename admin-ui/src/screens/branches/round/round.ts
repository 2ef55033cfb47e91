import { change, type ChangeItem } from '#console/change/change.ts'
import { isDay } from '#console/time/day.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { Proposed } from '#plugins/branches/contract/answers.ts'
import type { ExceptionRow, ExplainedDay } from '../answers.ts'
import type { DayKind } from '#plugins/branches/contract/calendar.ts'
import { close, confirmYear, openAnyway } from '#plugins/branches/contract/change.ts'

/** A day that somebody adds to the proposal. */
export interface AddedDay {
  readonly from: string
  readonly to: string
  readonly kind: ClosedKind
  readonly text: string
}

/** What somebody says to a proposed year: only where it differs from the proposal. */
export interface RoundForm {
  readonly ticked: Readonly<Record<Day, boolean>>
  readonly kinds: Readonly<Record<Day, ClosedKind>>
  readonly added: readonly AddedDay[]
}

export type ClosedKind = Exclude<DayKind, 'open'>
export const closedKinds: readonly ClosedKind[] = ['G', 'V', 'B']

export const emptyForm: RoundForm = { ticked: {}, kinds: {}, added: [] }

const isClosed = (kind: DayKind): kind is ClosedKind => kind !== 'open'

/** A proposed day, or one the library set itself for that year, with what the calendar says of it now. */
export interface RoundRow extends Omit<Proposed, 'source'> {
  readonly source: Proposed['source'] | 'own'
  readonly now: DayKind
}

interface Standing {
  /** Whoever confirmed has seen the suggestions; they are not made again. */
  readonly confirmed: boolean
  readonly year: number
  readonly proposal: readonly Proposed[]
  readonly days: readonly ExplainedDay[]
  readonly exceptions: readonly ExceptionRow[]
}

/** The rows that ask for a word: proposed days that are not simply open, and what the library added before. */
export const rowsOf = ({ confirmed, year, proposal, days, exceptions }: Standing): readonly RoundRow[] => {
  const on = new Map(days.map(day => [day.day, day]))
  const nowOn = (day: Day): DayKind => {
    const known = on.get(day)
    return known === undefined || known.why.by === 'hours' ? 'open' : known.kind
  }
  const proposed = proposal
    .filter(({ kind }) => isClosed(kind))
    .map(one => ({
      ...one,
      suggested: one.suggested && !confirmed,
      now: nowOn(one.day),
    }))
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const own = exceptions
    .filter(said => said.own && isClosed(said.body.kind))
    .map((said): RoundRow => {
      const day = said.from === null || said.from < first ? first : said.from
      const to = said.to === null || said.to > last ? last : said.to
      const { kind, text } = said.body
      return {
        day,
        ...(to > day ? { to } : {}),
        kind,
        text,
        source: 'own',
        alreadySet: true,
        suggested: false,
        now: kind,
      }
    })
    .filter(({ day }) => !proposed.some(one => one.day === day))
  return [...proposed, ...own].toSorted((a, b) => a.day.localeCompare(b.day))
}

/** A day that is in the calendar already stays unless it is unticked; of the others the suggested ones are ticked. */
export const isTicked = (form: RoundForm, { day, alreadySet, suggested, now }: RoundRow) =>
  form.ticked[day] ?? (alreadySet ? now !== 'open' : suggested)

export const kindOf = (form: RoundForm, { day, kind, alreadySet, now }: RoundRow): ClosedKind =>
  form.kinds[day] ?? (alreadySet && isClosed(now) ? now : isClosed(kind) ? kind : 'G')

export const isComplete = ({ from, to, text }: AddedDay) =>
  isDay(from) && (to === '' || (isDay(to) && to >= from)) && text.trim() !== ''

interface Words {
  /** Where a proposed day bears no text of its own. */
  readonly closed: string
  readonly open: string
}

interface Said {
  readonly library: UnitId
  readonly year: number
  readonly rows: readonly RoundRow[]
  readonly form: RoundForm
  readonly words: Words
  readonly seen: number
}

/** Everything that differs from what stands in the calendar, and the library's word on the year, as one set. */
export const itemsOf = ({ library, year, rows, form, words, seen }: Said): readonly ChangeItem[] => [
  ...rows.flatMap(one => {
    const { day, to = day, text, now } = one
    const kind = kindOf(form, one)
    if (!isTicked(form, one))
      return now !== 'open'
        ? [change(openAnyway, { units: [library], from: day, to, text: words.open }, seen)]
        : []
    if (kind === now) return []
    return [change(close, { units: [library], from: day, to, kind, text: text.trim() || words.closed }, seen)]
  }),
  ...form.added
    .filter(isComplete)
    .map(({ from, to, kind, text }) =>
      change(close, { units: [library], from, to: to === '' ? from : to, kind, text: text.trim() }, seen),
    ),
  change(confirmYear, { unit: library, year }, seen),
]
