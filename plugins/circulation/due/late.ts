import type { Context } from '#core/context.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { finesWithin, type Line } from '#plugins/rules/index.ts'
import type { Frozen } from '../loan/row.ts'
import { freezesOf, type Freeze } from './freeze.ts'

/** So many loans alike: of one branch, for one line of the rules, lent and due on the same days. */
export interface Alike {
  readonly branch: UnitId
  readonly line: Line
  readonly lent: Day
  readonly due: Day
  readonly frozen: Frozen
  readonly loans: number
}

/** Open loans by what their rules look at; beyond every wall, and of nobody by name. */
export async function loansAlike(ctx: Context, branches: readonly UnitId[], since: Day | null, until: Day | null): Promise<Alike[]> {
  if (branches.length === 0) return []
  const { rows } = await ctx.db.raw('select * from loans_by_line(?::uuid[], ?, ?)', [[...branches], since, until])
  return (rows as { branch_id: UnitId; membership: string; material: string; lent_on: Day; due_on: Day; frozen: Frozen; loans: number }[])
    .map(({ branch_id: branch, membership, material, lent_on: lent, due_on: due, frozen, loans }) =>
      ({ branch, line: { membership, material }, lent, due, frozen, loans }))
}

/** How many late loans cost something else when they come back on a day, and how much more, or less, all together. */
export interface FineDifference { readonly loans: number; readonly cents: number; readonly frozen: number }

export async function finesThatAlter(
  ctx: Context, { before, after, branches, on, isForgiven = () => false }: {
    before: Reading; after: Reading; branches: readonly UnitId[]; on: Day
    /** What gets a later due day altogether, so that its fine lapses. */
    isForgiven?: (one: Alike) => boolean
  },
): Promise<{ altered: FineDifference; forgiven: FineDifference }> {
  const today = ctx.today()
  const late = await loansAlike(ctx, branches, null, plusDays(today, -1))
  const first = late.reduce((day, { due }) => (due < day ? due : day), today)
  const [was, is] = [finesWithin(before, first, on), finesWithin(after, first, on)]
  const freezes = new Map<UnitId, Freeze[]>()
  const stillAt = ({ branch, due, frozen }: Alike) => {
    const asked = freezes.get(branch) ?? freezesOf(after, branch, today)
    freezes.set(branch, asked)
    const fresh = asked.filter(({ until }) => until === null || (until >= today && due < until))
    return { ...frozen, ...Object.fromEntries(fresh.map(({ closing, days }) => [closing, days])) }
  }
  const [altered, forgiven] = [{ loans: 0, cents: 0, frozen: 0 }, { loans: 0, cents: 0, frozen: 0 }]
  for (const one of late) {
    const loan = { unit: one.branch, line: one.line, day: one.lent, due: one.due }
    const cents = was({ ...loan, still: Object.values(one.frozen).flat() }, isForgiven(one) ? today : on).cents
    if (isForgiven(one)) {
      forgiven.loans += one.loans
      forgiven.cents += cents * one.loans
      continue
    }
    const still = stillAt(one)
    const other = is({ ...loan, still: Object.values(still).flat() }, on).cents - cents
    if (Object.keys(still).length > Object.keys(one.frozen).length) altered.frozen += one.loans
    if (other === 0) continue
    altered.loans += one.loans
    altered.cents += other * one.loans
  }
  return { altered, forgiven }
}
