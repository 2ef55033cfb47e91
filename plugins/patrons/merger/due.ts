import { holdsOn } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { changed } from '#core/event.ts'
import { on, type Handler } from '#core/plugin.ts'
import { startRun } from '#core/run.ts'
import { successorFact, successorOf, typeOf, unitAt } from '#core/unit.ts'
import { mergeUnit } from '#plugins/units/contract.ts'
import { idOf } from '../import/file.ts'

export const takeOverRun = 'patrons.take-over'

/** The members of one library go to another; or back, now that it is there again. */
export interface TakeOver { readonly library: UnitId; readonly into: UnitId; readonly isBack: boolean }

/** The libraries that are no more today, with the one that goes on for each. */
const endedLibraries = ({ configuration, today }: Context): { library: UnitId; into: UnitId }[] =>
  [...configuration.all(successorFact)].flatMap(rows => rows.filter(said => holdsOn(said, today()) && typeOf(configuration, said.unit) === 'library'))
    .map(({ unit }) => ({ library: unit, into: successorOf(configuration, unit, today()) }))
    .filter(({ library, into }) => library !== into && unitAt(configuration, library, today()) === undefined)

/** What is to be done as things stand today, whichever change or day brought it about. */
export async function takeOversDue(ctx: Context): Promise<TakeOver[]> {
  const ended = endedLibraries(ctx)
  const left: { library_id: UnitId }[] = ended.length
    ? await ctx.db('membership').whereIn('library_id', ended.map(({ library }) => library)).whereNot({ status: 9 }).distinct('library_id') : []
  const taken: { library_id: UnitId; into_id: UnitId }[] = await ctx.db('membership_takeover').whereNull('put_back_at').distinct('library_id', 'into_id')
  return [
    ...ended.filter(({ library }) => left.some(one => one.library_id === library)).map(one => ({ ...one, isBack: false })),
    ...taken.filter(one => unitAt(ctx.configuration, one.library_id, ctx.today()))
      .map(({ library_id: library, into_id: into }) => ({ library, into, isBack: true })),
  ]
}

async function startThose(ctx: Context, cause: string) {
  for (const one of await takeOversDue(ctx))
    await startRun(ctx, takeOverRun, one, one.into, idOf(takeOverRun, cause, one.library, one.into, one.isBack ? 'back' : 'on'))
}

/** A merger that begins today, or that is put back: members follow at once. */
export const followMerger: Handler = on(changed, 'mergers', async (ctx, { set }) => {
  const { puts_back: putsBack } = await ctx.db('change_set').where({ id: set }).first('puts_back') ?? { puts_back: null }
  const merges = await ctx.db('change_item').whereIn('set_id', [set, ...(putsBack ? [putsBack] : [])]).where({ kind: mergeUnit.name }).first('set_id')
  if (merges) await startThose(ctx, set)
})

/** A merger whose day has come. */
export const followMergers = (ctx: Context) => startThose(ctx, ctx.today())
