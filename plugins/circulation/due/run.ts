import { createHash } from 'node:crypto'
import type { Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import { changed } from '#core/event.ts'
import { on, type Handler, type RunKind } from '#core/plugin.ts'
import { startRun } from '#core/run.ts'
import { calendarKinds, movesAsked, type AskedMoves } from './asked.ts'
import { freezesAt } from './freeze.ts'
import { firstOf, freeze, keptOf, LOANS_AT_ONCE, moveBack, moveOn, thaw } from './move.ts'
import { movesAt } from './plan.ts'

export const dueRun = 'circulation.due-days'

const BRANCHES_AT_ONCE = 20

interface Detail extends AskedMoves {
  readonly set: string
  /** The set whose moves are put back first. */
  readonly putsBack: string | null
  /** How many of the branches are done. */
  readonly through?: number
}

/** The same set starts the same run, however often it is announced. */
export const runOf = (set: string): string => {
  const digest = createHash('sha256').update(`${dueRun} ${set}`).digest('hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}

/** When a calendar changed, what is due on a day that is closed now moves; when that is put back, so is the move. */
export const followCalendar: Handler = on(changed, 'due-days', async (ctx, { set }) => {
  const { puts_back: putsBack } = await ctx.db('change_set').where({ id: set }).first('puts_back') ?? { puts_back: null }
  const items: Item[] = await ctx.db('change_item').whereIn('set_id', [set, ...(putsBack ? [putsBack] : [])])
    .whereIn('kind', calendarKinds.map(({ name }) => name)).select('kind', 'payload')
  if (items.length === 0) return
  const asked = movesAsked([ctx.configuration], items, ctx.today(), putsBack === null)
  const moved = putsBack && await ctx.db('loan_step').where({ set_id: putsBack }).first('id')
  if (!moved && !await isAnyTouched(ctx, asked)) return
  const detail: Detail = { ...asked, set, putsBack: moved ? putsBack : null }
  await startRun(ctx, dueRun, detail, null, runOf(set))
})

async function isAnyTouched(ctx: Context, asked: AskedMoves): Promise<boolean> {
  const { freezes, thaws } = await freezesAt(ctx, asked.branches)
  return freezes.length + thaws.length > 0 || (await movesAt(ctx, ctx.configuration, asked)).length > 0
}

/**
 * First puts back, then goes from branch to branch: moves on what must, and lets fines stand still. Some thousands in
 * each transaction: killed half way it goes on where it was.
 */
export const movingDueDays: RunKind = {
  name: dueRun,
  async advance(ctx, { done, detail }) {
    const { putsBack, branches, through = 0 } = detail as Detail
    const back = putsBack && through === 0 ? await moveBack(ctx, (detail as Detail).set, putsBack) : 0
    if (back > 0) return { done: done + back, total: done + back, finished: false }
    const { loans, next } = await followBranches(ctx, detail as Detail, through)
    const total = done + loans
    if (next < branches.length) return { done: total, total, finished: false, detail: { ...detail as Detail, through: next } }
    return { done: total, total, finished: true, report: { moved: total, kept: putsBack ? await keptOf(ctx, putsBack) : 0 } }
  },
}

/** So many branches that some thousands of loans follow, and the first that is not done then. */
async function followBranches(ctx: Context, { set, branches, begun, until }: Detail, through: number): Promise<{ loans: number; next: number }> {
  let [loans, next] = [0, through]
  while (next < branches.length && loans < LOANS_AT_ONCE) {
    const some = branches.slice(next, next + BRANCHES_AT_ONCE)
    const moves = await movesAt(ctx, ctx.configuration, { branches: some, begun, until })
    const first = firstOf(moves)
    const moved = first.length ? await moveOn(ctx, set, first) : 0
    const { freezes, thaws } = await freezesAt(ctx, some)
    const still = moved > 0 && first.length < moves.length ? 0 : await thaw(ctx, set, thaws) + await freeze(ctx, set, freezes)
    loans += moved + still
    // What did not fit is for the next part; what a desk took in meanwhile is not waited for.
    if (first.length === moves.length && still < LOANS_AT_ONCE) next += BRANCHES_AT_ONCE
    else if (moved + still === 0) next += BRANCHES_AT_ONCE
  }
  return { loans, next }
}
