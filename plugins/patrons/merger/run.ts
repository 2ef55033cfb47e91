import type { Context } from '#core/context.ts'
import type { RunKind } from '#core/plugin.ts'
import { takeBack } from './back.ts'
import { takeOverRun, takeOversDue, type TakeOver } from './due.ts'
import { takeOver } from './on.ts'

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
    return { done: now, total: now + left, finished: left === 0, report }
  },
}

const stands = async (ctx: Context, { library, into, isBack }: TakeOver) =>
  (await takeOversDue(ctx)).some(one => one.library === library && one.into === into && one.isBack === isBack)

async function leftOf({ db }: Context, { library, into, isBack }: TakeOver): Promise<number> {
  const rows = isBack ? db('membership_takeover').where({ library_id: library, into_id: into }).whereNull('put_back_at')
    : db('membership').where({ library_id: library }).whereNot({ status: 9 })
  return Number((await rows.count('* as n'))[0]?.['n'] ?? 0)
}
