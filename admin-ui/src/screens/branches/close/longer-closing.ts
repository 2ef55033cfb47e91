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
  readonly late: 'leave' | 'extend' | 'freeze'
  readonly message: boolean
}

/** What is usual while a branch is closed for works: no holds, no supplying, a message; the rest as it is. */
export const usual: LongerClosing = {
  pickup: 'nowhere', supplies: false, returns: 'here', collection: 'stays', lendFrom: '', lendDays: '', late: 'leave', message: true,
}

const place = (said: string): { at: string; branch?: UnitId } =>
  said === 'here' || said === 'nowhere' ? { at: said } : { at: 'elsewhere', branch: said }
const kept = ['stays', 'not-lendable', 'lent-longer']

/** Whether it can be sent: longer loans take a day before the closing and a number of days. */
export const isWhole = ({ lendFrom, lendDays }: LongerClosing, from: string) =>
  (lendFrom === '' && lendDays === '') || (isDay(lendFrom) && lendFrom < from && /^[1-9]\d{0,2}$/.test(lendDays))

export const partsOf = (said: LongerClosing, from: Day, text: string, moreTime: boolean): ClosureParts => ({
  'pickup': place(said.pickup),
  'supply': { supplies: said.supplies },
  'returns': place(said.returns),
  'collection': kept.includes(said.collection) ? { does: said.collection } : { does: 'moves', branch: said.collection },
  'due-dates': { move: moreTime ? 'falling' : 'none', late: said.late },
  ...(said.lendFrom === '' ? {} : { 'longer-loans': { from: said.lendFrom, days: Number(said.lendDays) } }),
  ...(said.message ? { message: { text, from } } : {}),
})
