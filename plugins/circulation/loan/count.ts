import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import { homeLibrary, nearest, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { itemsMax, itemsMaxOfKind } from '#plugins/rules/contract/parameter.ts'
import type { Line } from '#plugins/rules/index.ts'
import { itemCount } from '../contract/parameter/loans.ts'
import type { LoanRow } from './row.ts'

/** How many items somebody has of what a limit counts, and over what it counts. */
export interface Count {
  readonly what: 'items' | 'kind'
  readonly count: number
  readonly most: number
  /** A branch, a library, or a group that lends as one. */
  readonly over: UnitId
  readonly overName: string
}

interface Place { readonly branch: UnitId; readonly day: Day; readonly line: Line }

/** The limits that hold somewhere and how full they are; nothing where there is none. */
export function countsAt(ctx: Context, loans: readonly LoanRow[], { branch, day, line }: Place): Count[] {
  return ([['items', itemsMax, line], ['kind', itemsMaxOfKind, line]] as const).flatMap(([what, limit, where]) => {
    const { value: most, row } = resolve(ctx.configuration, limit, branch, day, where)
    if (most === 0) return []
    const { over, within } = countedOver(ctx, row?.unit, branch, day)
    const counted = loans.filter(loan => within(loan) && (what === 'items' || loan.material === line.material))
    const count = counted.reduce((sum, loan) => sum + weightOf(ctx, loan.branchId, day, loan.material), 0)
    return [{ what, most, count, over, overName: unitAt(ctx.configuration, over, day)?.name ?? '' }]
  })
}

/** As how many items one of a kind counts. */
export const weightOf = (ctx: Context, branch: UnitId, day: Day, material: string): number =>
  ctx.parameter(itemCount, branch, day, { material })

/**
 * A limit that a branch gives itself counts what that branch lent; any other what the library lent, and in a group of
 * level 3, which lends as one, what all its libraries lent.
 */
export function countedOver({ configuration }: Context, said: UnitId | undefined, branch: UnitId, day: Day) {
  if (said === branch) return { over: branch, within: (loan: LoanRow) => loan.branchId === branch }
  const library = homeLibrary(configuration, branch, day) ?? branch
  const group = nearest(configuration, branch, day, 'group')
  if (group === undefined || !unitAt(configuration, group, day)?.level?.startsWith('3'))
    return { over: library, within: (loan: LoanRow) => loan.libraryId === library }
  const libraries = new Set(unitsBelow(treeOn(configuration, day), group))
  return { over: group, within: (loan: LoanRow) => libraries.has(loan.libraryId) }
}
