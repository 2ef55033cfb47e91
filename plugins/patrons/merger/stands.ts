import type { Reading } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { homeLibrary, successorOf, unitAt } from '#core/unit.ts'

/** The library whose members those of a home branch are on a day: its own, or the one that goes on for it; none where none does. */
export function libraryAt(reading: Reading, branch: UnitId, day: Day): UnitId | undefined {
  const home = homeLibrary(reading, successorOf(reading, branch, day), day)
  const library = home === undefined ? undefined : successorOf(reading, home, day)
  return library !== undefined && unitAt(reading, library, day) ? library : undefined
}

/** The members of one library go to another, because their home branch does; or back, now that it is there again. */
export interface TakeOver { readonly library: UnitId; readonly into: UnitId; readonly isBack: boolean }

interface Stood { readonly library_id: UnitId; readonly into_id: UnitId; readonly branch_id: UnitId }

/** By library the home branches of its members. */
const living = ({ db }: Context, library?: UnitId): Promise<Stood[]> =>
  db('membership').where(library === undefined ? {} : { library_id: library }).whereNot({ status: 9 }).distinct('library_id', 'branch_id').then()

/** By library the home branches that its members had before another took them over. */
const taken = ({ db }: Context, of?: Pick<TakeOver, 'library' | 'into'>): Promise<Stood[]> =>
  db('membership_takeover').where(of === undefined ? {} : { library_id: of.library, into_id: of.into }).whereNull('put_back_at')
    .distinct('library_id', 'into_id', db.raw(`(old_before ->> 'branchId')::uuid as branch_id`)).then()

/** The home branches whose members go from the one library to the other. */
export const branchesGoing = async (ctx: Context, { library, into }: Pick<TakeOver, 'library' | 'into'>): Promise<UnitId[]> =>
  (await living(ctx, library)).map(row => row.branch_id).filter(branch => libraryAt(ctx.configuration, branch, ctx.today()) === into)

/** The home branches whose members stand at their own library again. */
export const branchesBack = async (ctx: Context, of: Pick<TakeOver, 'library' | 'into'>): Promise<UnitId[]> =>
  (await taken(ctx, of)).map(row => row.branch_id).filter(branch => libraryAt(ctx.configuration, branch, ctx.today()) === of.library)

/**
 * What is to be done as things stand today, whichever change or day brought it about: first whoever was taken over gets back
 * what was theirs, then everybody stands at the library of their home branch, also who enrolled there meanwhile.
 */
export async function takeOversDue(ctx: Context): Promise<TakeOver[]> {
  const at = (branch: UnitId) => libraryAt(ctx.configuration, branch, ctx.today())
  const back = (await taken(ctx)).filter(row => at(row.branch_id) === row.library_id)
    .map(row => ({ library: row.library_id, into: row.into_id, isBack: true }))
  if (back.length) return each(back)
  return each((await living(ctx)).flatMap(row => {
    const into = at(row.branch_id)
    return into === undefined || into === row.library_id ? [] : [{ library: row.library_id, into, isBack: false }]
  }))
}

const each = (all: readonly TakeOver[]): TakeOver[] =>
  [...new Map(all.map(one => [`${one.library} ${one.into}`, one])).values()]
