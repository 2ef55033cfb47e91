import type { Context } from '#core/context.ts'
import type { RunKind } from '#core/plugin.ts'
import { takeBack } from './back.ts'
import { startTakeOvers, takeOverRun } from './due.ts'
import { takeOver } from './on.ts'
import { branchesBack, branchesGoing, takeOversDue, type TakeOver } from './stands.ts'

interface Report { readonly moved: number; readonly joined: number; readonly back: number; readonly stay: number }
const NOTHING: Report = { moved: 0, joined: 0, back: 0, stay: 0 }

/** A thousand members at a time, as long as things stand as they did when it began: killed half way it goes on where it was. */
export const takingOverMembers: RunKind = {
  name: takeOverRun,
  async advance(ctx, { id, done, detail }) {
    const wish = detail as TakeOver
    const before: Report = { ...NOTHING, ...(await ctx.db('run').where({ id }).first('report'))?.report }
    if (!await stands(ctx, wish)) return { done, total: done, finished: true, report: before }
    const step = { ...NOTHING, ...await (wish.isBack ? takeBack : takeOver)(ctx, wish) }
    const report = { moved: before.moved + step.moved, joined: before.joined + step.joined, back: before.back + step.back, stay: before.stay + step.stay }
    const now = done + step.moved + step.joined + step.back + step.stay
    const left = await leftOf(ctx, wish)
    // Who enrolled meanwhile, or was renewed, comes after them.
    if (left === 0 && wish.isBack) await startTakeOvers(ctx, id)
    return { done: now, total: now + left, finished: left === 0, report }
  },
}

const stands = async (ctx: Context, { library, into, isBack }: TakeOver) =>
  (await takeOversDue(ctx)).some(one => one.library === library && one.into === into && one.isBack === isBack)

async function leftOf(ctx: Context, wish: TakeOver): Promise<number> {
  const { db } = ctx
  const { library, into, isBack } = wish
  const rows = isBack
    ? db('membership_takeover').where({ library_id: library, into_id: into }).whereNull('put_back_at')
      .whereRaw(`(old_before ->> 'branchId')::uuid = any (?::uuid[])`, [await branchesBack(ctx, wish)])
    : db('membership').where({ library_id: library }).whereNot({ status: 9 }).whereIn('branch_id', await branchesGoing(ctx, wish))
  return Number((await rows.count('* as n'))[0]?.['n'] ?? 0)
}
