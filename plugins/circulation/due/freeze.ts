import type { Context } from '#core/context.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { closureFact } from '#plugins/branches/contract/closure.ts'
import type { Frozen } from '../loan/row.ts'
import { closingsOf, type Days } from './closing.ts'

/** A closing over whose days nothing counts for what is late; of a loan that is due before its last day. */
export interface Freeze {
  readonly branch: UnitId
  readonly closing: string
  readonly text: string
  readonly days: readonly Days[]
  readonly until: Day | null
}

export const freezesOf = (reading: Reading, branch: UnitId, today: Day): Freeze[] =>
  closingsOf(reading, branch, today).flatMap(({ id: closing, text, wish, pieces }) => wish?.late === 'freeze'
    ? [{ branch, closing, text, days: pieces, until: pieces.at(-1)?.to ?? null }] : [])

/** What a loan keeps of it from its first day, as closings are known then. */
export const frozenFor = (reading: Reading, branch: UnitId, due: Day, today: Day): Frozen => Object.fromEntries(
  freezesOf(reading, branch, today).filter(({ until }) => until === null || (until >= today && due < until))
    .map(({ closing, days }) => [closing, days]))

/** Which loans of some branches do not keep what closings ask of their fines, or keep what no closing asks any more. */
export interface Thaw { readonly branch: UnitId; readonly closing: string }

export async function freezesAt(ctx: Context, branches: readonly UnitId[]): Promise<{ freezes: Freeze[]; thaws: Thaw[] }> {
  const { configuration } = ctx
  const today = ctx.today()
  const { rows } = await ctx.db.raw(`
    select distinct branch_id as branch, key as closing from loan, jsonb_object_keys(frozen) as key
    where ended_at is null and frozen <> '{}' and branch_id = any (?::uuid[])`, [[...branches]])
  const kept = rows as Thaw[]
  const all = branches.flatMap(branch => freezesOf(configuration, branch, today))
  const isAsked = ({ branch, closing }: Thaw) => all.some(one => one.branch === branch && one.closing === closing)
  const stands = new Set([...configuration.all(closureFact)].flat().filter(({ body }) =>
    (body.parts['due-dates'] as { late?: string } | undefined)?.late === 'freeze').map(({ key }) => key))
  return {
    // Of one that is over, only what a loan keeps already is kept right.
    freezes: all.filter(one => one.until === null || one.until >= today || kept.some(({ branch, closing }) => branch === one.branch && closing === one.closing)),
    // A branch that went to another library keeps what its old one granted.
    thaws: kept.filter(one => !isAsked(one) && !stands.has(one.closing)),
  }
}
