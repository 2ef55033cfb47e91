import { cardDigest, shapeOf } from '#plugins/circulation/contract/card-digest.ts'
import type { KeptKit } from '../kept-kit.ts'
import { dayAt } from '../moment.ts'

/** The moment by the clock of the server, as far as this device knows it. */
export const momentBy = ({ aheadMs }: KeptKit, now = Date.now()) => new Date(now + aheadMs)

export const today = (kit: KeptKit) => kit.days.find(({ day }) => day === dayAt(momentBy(kit)))
export const isOver = (kit: KeptKit) => dayAt(momentBy(kit)) > kit.until

interface Line { readonly material: string; readonly membership: string }

/** Until when something may be kept that is lent today: null is not lent, undefined is not known. Of a membership that nobody chose, the earliest. */
export function dueOf(kit: KeptKit, { material, membership }: Line): string | null | undefined {
  const terms = today(kit)?.terms.find(one => one.material === material)
  if (!terms) return undefined
  const other = terms.others.find(one => one.membership === membership)
  return other ? other.due : terms.due
}

export const isBlocked = async ({ salt, blocked }: KeptKit, card: string) => blocked.includes(await cardDigest(salt, card))

/** What a number is, by the looks of those that are here; undefined where both look alike. */
export function looksLike({ cardShapes, itemShapes }: KeptKit, code: string): 'card' | 'item' | undefined {
  const shape = shapeOf(code)
  if (itemShapes.includes(shape)) return cardShapes.includes(shape) ? undefined : 'item'
  return cardShapes.includes(shape) ? 'card' : undefined
}
