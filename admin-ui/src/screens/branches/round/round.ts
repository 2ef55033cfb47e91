import { change, type ChangeItem } from '#console/change/change.ts'
import { isDay } from '#console/time/day.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { Proposed } from '#plugins/branches/contract/answers.ts'
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

/** A day that is in the calendar already stays unless it is unticked; of the others the suggested ones are ticked. */
export const isTicked = (form: RoundForm, { day, alreadySet, suggested }: Proposed) => form.ticked[day] ?? (alreadySet || suggested)

export const kindOf = (form: RoundForm, { day, kind }: Proposed): ClosedKind => form.kinds[day] ?? (isClosed(kind) ? kind : 'G')

/** The rows that ask for a word: days that are not simply open. */
export const asked = (proposal: readonly Proposed[]) => proposal.filter(({ kind }) => isClosed(kind))

export const isComplete = ({ from, to, text }: AddedDay) => isDay(from) && (to === '' || (isDay(to) && to >= from)) && text.trim() !== ''

interface Words {
  /** Where a proposed day bears no text of its own. */
  readonly closed: string
  readonly open: string
}

interface Said {
  readonly library: UnitId
  readonly year: number
  readonly proposal: readonly Proposed[]
  readonly form: RoundForm
  readonly words: Words
  readonly seen: number
}

/** Everything that differs from what stands in the calendar, and the library's word on the year, as one set. */
export const itemsOf = ({ library, year, proposal, form, words, seen }: Said): readonly ChangeItem[] => [
  ...asked(proposal).flatMap(one => {
    const { day, to = day, text, alreadySet } = one
    const kind = kindOf(form, one)
    if (!isTicked(form, one)) return alreadySet ? [change(openAnyway, { units: [library], from: day, to, text: words.open }, seen)] : []
    if (alreadySet && kind === one.kind) return []
    return [change(close, { units: [library], from: day, to, kind, text: text.trim() || words.closed }, seen)]
  }),
  ...form.added.filter(isComplete).map(({ from, to, kind, text }) =>
    change(close, { units: [library], from, to: to === '' ? from : to, kind, text: text.trim() }, seen)),
  change(confirmYear, { unit: library, year }, seen),
]
