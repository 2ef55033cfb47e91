import { change, type ChangeItem } from '#console/change/change.ts'
import { isDay, zoneHere } from '#console/time/day.ts'
import { minuteOf, readTime } from '#console/time/hour.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { close, type Close } from '#plugins/branches/contract/change.ts'
import { isWhole, partsOf, type LongerClosing } from './longer-closing.ts'

/** What somebody says in the closing dialog. */
export interface Closing {
  readonly from: string
  readonly to: string
  readonly part: boolean
  readonly cutFrom: string
  readonly cutTo: string
  readonly text: string
  readonly reason: string
  readonly publicFrom: string
  readonly provisionalEnd: boolean
  readonly extendLoans: boolean
  readonly fineFree: boolean
  /** What is arranged besides the days, or null for days alone. */
  readonly longer: LongerClosing | null
  /** Per unit below: closes as well (true) or stays as it is (false). */
  readonly below: Readonly<Record<UnitId, boolean>>
}

/** What the region, the library or the branch proposes: three parameters. */
export type Proposed = Pick<Closing, 'text' | 'extendLoans' | 'fineFree'>

export const firstClosing = (from: Day, to: Day, proposed: Proposed): Closing => ({
  from,
  to,
  part: false,
  cutFrom: '',
  cutTo: '',
  reason: '',
  publicFrom: '',
  provisionalEnd: false,
  longer: null,
  below: {},
  ...proposed,
})

export interface ClosingFaults {
  readonly text?: string
  readonly to?: string
  readonly cut?: string
}

/** What is wrong with it, by the keys of the texts that say so. */
export const faultsIn = ({ from, to, part, cutFrom, cutTo, text }: Closing): ClosingFaults => {
  const times = readTime(cutFrom) !== null && readTime(cutTo) !== null
  return {
    ...(text.trim() === '' ? { text: 'branches.close.noText' } : {}),
    ...(isDay(from) && isDay(to) && to < from ? { to: 'console.day.endsBeforeStart' } : {}),
    ...(part && times && minuteOf(cutTo) <= minuteOf(cutFrom)
      ? { cut: 'branches.close.endsBeforeStart' }
      : {}),
  }
}

/** The change it stands for, or null while it is not complete. */
export const itemOf = (
  closing: Closing,
  units: readonly UnitId[],
  seen: number | undefined,
): readonly ChangeItem[] | null => {
  const { from, to, part, cutFrom, cutTo, text, publicFrom, provisionalEnd, extendLoans, fineFree, longer, below } =
    closing
  const timed = !part || (readTime(cutFrom) !== null && readTime(cutTo) !== null)
  if (!isDay(from) || (to !== '' && !isDay(to)) || !timed || Object.keys(faultsIn(closing)).length > 0)
    return null
  if (longer && !part && !isWhole(longer, from)) return null
  const decided = (answer: boolean) => Object.keys(below).filter(unit => below[unit] === answer)
  const payload: Close = {
    units: [...units],
    from,
    to: to === '' ? null : to,
    kind: fineFree && !part ? 'V' : 'G',
    text: text.trim(),
    ...(part ? { cut: { from: cutFrom, to: cutTo } } : { extendLoans }),
    ...(isDay(publicFrom) ? { publicFrom: startOf(publicFrom) } : {}),
    ...(provisionalEnd ? { provisionalEnd } : {}),
    ...(longer && !part ? { parts: partsOf(longer, from, text.trim(), extendLoans) } : {}),
    also: decided(true),
    leave: decided(false),
  }
  return [change(close, payload, seen)]
}

/** The first moment of a day, where the installation stands. */
const startOf = (day: Day) =>
  Temporal.PlainDate.from(day).toZonedDateTime(zoneHere()).toInstant().toString()
