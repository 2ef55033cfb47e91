import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { homeLibrary, unitAt } from '#core/unit.ts'
import { expiryMonth, feeElsewhere, membershipFee, membershipMonths, ownPostalCodes } from './contract/parameter/membership.ts'
import type { Term } from './contract/enrolment.ts'
import { cooperationOf, validElsewhere } from './cooperation.ts'
import type { MembershipRow } from './membership.ts'
import { copiedRule, freshRule, regionalRule } from './term-words.ts'

export interface Wanted {
  readonly branch: UnitId
  readonly type: string
  readonly from: Day
  /** Decides whether the fee of residents holds; none counts as a resident. */
  readonly postalCode: string | undefined
  /** Whoever is in the system already; none for somebody new. */
  readonly personId: string | undefined
}

/**
 * How long a membership runs and what it costs, by the cooperation of the library (domain/2 §3.3). Level 3: somebody
 * with a valid membership in the group needs no other. Level 1 and 2: the end date is copied and the fee is zero.
 * Else the length and the fee that the library itself set.
 */
export async function termOf(ctx: Context, wanted: Wanted): Promise<Term & { readonly isRefused: boolean }> {
  const { branch, from, personId } = wanted
  const library = homeLibrary(ctx.configuration, branch, from)
  const cooperation = library === undefined ? undefined : cooperationOf(ctx.configuration, library, from)
  const [elsewhere] = library !== undefined && personId !== undefined ? await validElsewhere(ctx, personId, library, from) : []
  const own = { from, until: endOf(ctx, wanted), feeCents: feeOf(ctx, wanted), copiedFrom: null }
  if (!elsewhere || !cooperation) return { ...own, rule: freshRule(cooperation, nameIn(ctx, library)), isRefused: false }
  const other = nameIn(ctx, elsewhere.libraryId)
  if (cooperation.level === 3) return { ...own, rule: regionalRule(cooperation, other), isRefused: true }
  return { ...copied(own, elsewhere), rule: copiedRule(cooperation, other, elsewhere.untilOn), isRefused: false }
}

/** Only the day is taken over, never what the other membership cost or is. */
const copied = (own: Omit<Term, 'rule'>, { id, untilOn }: MembershipRow): Omit<Term, 'rule'> =>
  ({ ...own, until: untilOn, feeCents: 0, copiedFrom: id })

const nameIn = ({ configuration, today }: Context, unit: UnitId | undefined) =>
  unit === undefined ? '' : unitAt(configuration, unit, today())?.name ?? ''

/** So many months on, the day before; where a fixed month is set, the last end of that month within those. */
export function endOf(ctx: Context, { branch, type, from }: Pick<Wanted, 'branch' | 'type' | 'from'>): Day {
  const where = { membership: type }
  return endingOn(from, ctx.parameter(membershipMonths, branch, from, where), ctx.parameter(expiryMonth, branch, from, where))
}

/** From 15 July for three months: 14 October. Ending in August, from 10 October: 31 August. */
export function endingOn(from: Day, months: number, fixedMonth: number | null): Day {
  const first = Temporal.PlainDate.from(from)
  const last = first.add({ months }).subtract({ days: 1 })
  if (fixedMonth === null) return last.toString()
  const inYear = (year: number) => {
    const month = Temporal.PlainYearMonth.from({ year, month: fixedMonth })
    return month.toPlainDate({ day: month.daysInMonth })
  }
  const ends = Array.from({ length: last.year - first.year + 2 }, (_, n) => inYear(first.year + n))
    .filter(end => Temporal.PlainDate.compare(end, first) >= 0)
  return (ends.findLast(end => Temporal.PlainDate.compare(end, last) <= 0) ?? ends[0] ?? last).toString()
}

/** The fee of the home branch for this type; whoever lives in none of the library's postal codes may pay another. */
export function feeOf(ctx: Context, { branch, type, from, postalCode }: Wanted): number {
  const where = { membership: type }
  const own = ctx.parameter(ownPostalCodes, branch, from)
  const livesElsewhere = postalCode !== undefined && own.length > 0 && !own.some(code => sameCode(code, postalCode))
  const elsewhere = livesElsewhere ? ctx.parameter(feeElsewhere, branch, from, where) : null
  return elsewhere ?? ctx.parameter(membershipFee, branch, from, where)
}

const sameCode = (one: string, other: string) => plain(one) === plain(other)
const plain = (code: string) => code.replace(/\W/g, '').toUpperCase()
