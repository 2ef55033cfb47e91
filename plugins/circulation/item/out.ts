import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'

/** That an item is out and until when; to whom is nobody's business beyond the reach of the loan. */
export interface Out { readonly loanId: string; readonly dueOn: Day }

/** Which of these items are out, also those lent beyond every wall of the reader. */
export async function outOf(ctx: Context, items: readonly string[]): Promise<ReadonlyMap<string, Out>> {
  if (items.length === 0) return new Map()
  const { rows } = await ctx.db.raw('select item_id, loan_id, due_on from items_out(?::uuid[])', [[...items]])
  return new Map(rows.map((row: { item_id: string; loan_id: string; due_on: Day }) =>
    [row.item_id, { loanId: row.loan_id, dueOn: row.due_on }]))
}

export const openLoanOf = async (ctx: Context, item: string): Promise<Out | undefined> => (await outOf(ctx, [item])).get(item)
