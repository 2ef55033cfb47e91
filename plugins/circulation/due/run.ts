import { createHash } from 'node:crypto'
import type { Item } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import { changed } from '#core/event.ts'
import { on, type Handler, type RunKind } from '#core/plugin.ts'
import { startRun } from '#core/run.ts'
import { calendarKinds, movesAsked, type AskedMoves } from './asked.ts'
import { freezesAt } from './freeze.ts'
import { firstOf, freeze, keptOf, moveBack, moveOn, thaw } from './move.ts'
import { movesAt } from './plan.ts'

export const dueRun = 'circulation.due-days'

interface Detail extends AskedMoves {
  readonly set: string
  /** The set whose moves are put back first. */
  readonly putsBack: string | null
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
 * First puts back, then moves on, then lets fines stand still, some thousands in each transaction: killed half way it
 * goes on where it was.
 */
export const movingDueDays: RunKind = {
  name: dueRun,
  async advance(ctx, { done, detail }) {
    const { set, putsBack, ...asked } = detail as Detail
    const goesOn = (loans: number) => ({ done: done + loans, total: done + loans, finished: false })
    const back = putsBack ? await moveBack(ctx, set, putsBack) : 0
    if (back > 0) return goesOn(back)
    const moves = await movesAt(ctx, ctx.configuration, asked)
    const left = moves.reduce((sum, { loans }) => sum + loans, 0)
    const moved = left > 0 ? await moveOn(ctx, set, firstOf(moves)) : 0
    if (moved > 0) return { done: done + moved, total: done + left, finished: false }
    const { freezes, thaws } = await freezesAt(ctx, asked.branches)
    const still = await thaw(ctx, set, thaws) || await freeze(ctx, set, freezes)
    if (still > 0) return goesOn(still)
    return { done, total: done, finished: true, report: { moved: done, kept: putsBack ? await keptOf(ctx, putsBack) : 0 } }
  },
}
