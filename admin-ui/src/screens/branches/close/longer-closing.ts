import { isDay } from '#console/time/day.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { ClosureParts } from '#plugins/branches/contract/closure.ts'

/** What is arranged for a longer closing; a place is `here`, `nowhere` or another branch. */
export interface LongerClosing {
  readonly pickup: string
  readonly supplies: boolean
  readonly returns: string
  readonly collection: string
  readonly lendFrom: string
  readonly lendDays: string
  /** Which due days move, where any do: of what falls in the closing, or of all from a day on; that day may be left out. */
  readonly moves: 'falling' | 'all'
  readonly dueFrom: string
  readonly late: 'leave' | 'extend' | 'freeze'
  readonly message: boolean
}

/** What is usual while a branch is closed for works: no holds, no supplying, a message; the rest as it is. */
export const usual: LongerClosing = {
  pickup: 'nowhere', supplies: false, returns: 'here', collection: 'stays', lendFrom: '', lendDays: '', moves: 'falling', dueFrom: '',
  late: 'leave', message: true,
}

const place = (said: string): { at: string; branch?: UnitId } =>
  said === 'here' || said === 'nowhere' ? { at: said } : { at: 'elsewhere', branch: said }
const kept = ['stays', 'not-lendable', 'lent-longer']

/** Whether it can be sent: days are days, and longer loans take a day before the closing and a number of days. */
export const isWhole = ({ lendFrom, lendDays, moves, dueFrom }: LongerClosing, from: string) =>
  (moves === 'falling' || dueFrom === '' || isDay(dueFrom)) && isLent({ lendFrom, lendDays }, from)

export const isLent = ({ lendFrom, lendDays }: Pick<LongerClosing, 'lendFrom' | 'lendDays'>, from: string) =>
  (lendFrom === '' && lendDays === '') || (isDay(lendFrom) && lendFrom < from && /^[1-9]\d{0,2}$/.test(lendDays))

export const partsOf = (said: LongerClosing, from: Day, text: string, moreTime: boolean): ClosureParts => ({
  'pickup': place(said.pickup),
  'supply': { supplies: said.supplies },
  'returns': place(said.returns),
  'collection': kept.includes(said.collection) ? { does: said.collection } : { does: 'moves', branch: said.collection },
  'due-dates': {
    move: moreTime ? said.moves : 'none', late: said.late, ...(moreTime && said.moves === 'all' && said.dueFrom !== '' ? { from: said.dueFrom } : {}),
  },
  ...(said.lendFrom === '' ? {} : { 'longer-loans': { from: said.lendFrom, days: Number(said.lendDays) } }),
  ...(said.message ? { message: { text, from } } : {}),
})
