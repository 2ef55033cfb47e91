import type { Context } from '#core/context.ts'
import { changed } from '#core/event.ts'
import { on, type Handler } from '#core/plugin.ts'
import { startRun } from '#core/run.ts'
import { mergeUnit, moveUnit } from '#plugins/units/contract.ts'
import { idOf } from '../import/file.ts'
import { takeOversDue } from './stands.ts'

export const takeOverRun = 'patrons.take-over'

/** Everybody who stands at another library than their home branch follows it; the same cause is one run. */
export async function startTakeOvers(ctx: Context, cause: string) {
  for (const one of await takeOversDue(ctx))
    await startRun(ctx, takeOverRun, one, one.into, idOf(takeOverRun, cause, one.library, one.into, one.isBack ? 'back' : 'on'))
}

/** A merger, or a branch that goes to another library, that begins today or is put back: members follow at once. */
export const followMerger: Handler = on(changed, 'mergers', async (ctx, { set }) => {
  const { puts_back: putsBack } = await ctx.db('change_set').where({ id: set }).first('puts_back') ?? { puts_back: null }
  const moves = await ctx.db('change_item').whereIn('set_id', [set, ...(putsBack ? [putsBack] : [])])
    .whereIn('kind', [mergeUnit.name, moveUnit.name]).first('set_id')
  if (moves) await startTakeOvers(ctx, set)
})

/** One whose day has come. */
export const followMergers = (ctx: Context) => startTakeOvers(ctx, ctx.today())
