import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { toDay } from '#plugins/branches/index.ts'
import type { DueLoan, Line } from '#plugins/rules/index.ts'
import type { Frozen } from '../loan/row.ts'

/** An open loan by what its rules look at, and of nobody by name. */
export interface OpenLoan extends Required<Omit<DueLoan, 'unit'>> {
  /** On the first day that it is late; null where nobody asked or it is not known. */
  readonly age: number | null
  readonly frozen: Frozen
}

/** The open loans of one branch, of which there may be a hundred thousand in all: each is read when its turn comes. */
export interface LoansOfBranch { readonly branch: UnitId; readonly loans: Iterable<OpenLoan> }

interface Asked {
  /** Branches where the age of whoever has it matters. */
  readonly aged?: readonly UnitId[]
  /** Due from the one day through the other; null is without end. */
  readonly since: Day | null
  readonly until: Day | null
}

/** Beyond every wall. */
export async function openLoans(ctx: Context, branches: readonly UnitId[], { aged = [], since, until }: Asked): Promise<LoansOfBranch[]> {
  if (branches.length === 0) return []
  const { rows } = await ctx.db.raw('select * from open_loans(?::uuid[], ?::uuid[], ?, ?)', [[...branches], [...aged], since, until])
  const read = reader()
  return (rows as { branch_id: UnitId; loans: string }[]).map(({ branch_id: branch, loans }) => ({ branch, loans: read(loans) }))
}

/** Many loans are alike but for their branch, and few lines and days there are: each is made once. */
function reader(): (loans: string) => Generator<OpenLoan> {
  const lines = onceFor((said): Line => {
    const [membership = '', material = ''] = said.split('\t')
    return { membership, material }
  })
  const days = onceFor(number => toDay(Number(number)))
  const loans = onceFor((said): OpenLoan => {
    const [membership, material, lent = '', due = '', age = '', kept = ''] = said.split('\t')
    const frozen = (kept === '' ? {} : JSON.parse(kept)) as Frozen
    return {
      line: lines(`${membership}\t${material}`), day: days(lent), due: days(due), age: age === '' ? null : Number(age),
      frozen, still: periodsOf(frozen),
    }
  })
  return function* read(text) {
    for (const said of text.split('\n')) yield loans(said)
  }
}

function onceFor<T>(make: (said: string) => T): (said: string) => T {
  const known = new Map<string, T>()
  return said => {
    const one = known.get(said) ?? make(said)
    known.set(said, one)
    return one
  }
}

/** Over which days the fine stands still, whatever closing says so. */
export const periodsOf = (frozen: Frozen): OpenLoan['still'] => Object.values(frozen).flat()
