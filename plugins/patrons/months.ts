import type { Day } from '#core/contract.ts'
import type { MembershipRow } from './membership.ts'

/** Whole months that had begun count as passed. Fee of twelve months, ended after four: 4 passed, 8 left (domain/2 §2.5). */
export function monthsOf({ fromOn, untilOn }: Pick<MembershipRow, 'fromOn' | 'untilOn'>, endsOn: Day) {
  const from = Temporal.PlainDate.from(fromOn)
  const count = (to: Day) => {
    const { years, months, days } = from.until(Temporal.PlainDate.from(to).add({ days: 1 }), { largestUnit: 'years' })
    return Math.max(0, years * 12 + months + (days > 0 ? 1 : 0))
  }
  const all = count(untilOn)
  const passed = Math.min(all, count(endsOn))
  return { monthsPassed: passed, monthsLeft: all - passed }
}
