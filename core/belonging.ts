import { accountFact, accountOf, homeOf } from './account.ts'
import { note } from './audit.ts'
import type { Configuration, Delta, Segment } from './configuration.ts'
import type { Context } from './context.ts'
import { wallOf } from './reach.ts'
import { StaffRow } from './staff.ts'

/**
 * What an act on accounts means for its people, in the act itself and whichever way it came: where they belong,
 * and that whoever's access ends or begins again today comes in anew. Nothing that was open before counts any more,
 * so neither a closing that is taken back nor a new period for a temp revives an old session, token or link.
 */
export async function followAccounts(ctx: Context, before: Configuration, { ended, laid }: Delta): Promise<void> {
  const people = new Set([...ended, ...laid].filter(isAccount).map(({ key }) => key))
  const today = ctx.today()
  const isOpen = (configuration: Configuration, staff: string) => accountOf(configuration, staff, today) !== undefined
  await endAccessOf(ctx, [...people].filter(staff => isOpen(before, staff) !== isOpen(ctx.configuration, staff)))
  await noteHomes(ctx, [...people])
}

const isAccount = ({ fact }: Segment) => fact === accountFact.name

export const touchesAccounts = ({ ended, laid }: Delta) => ended.some(isAccount) || laid.some(isAccount)

async function endAccessOf(ctx: Context, people: readonly string[]) {
  if (!people.length) return
  const now = ctx.now.toString()
  const ended: string[] = await ctx.db('session').whereIn('staff_id', people).whereNull('ended_at')
    .update({ ended_at: now }).returning('staff_id').then(rows => rows.map(({ staff_id: staff }) => staff))
  for (const [staff, { length }] of Map.groupBy(ended, staff => staff))
    await note(ctx, 'sign-out', { table: 'staff', row: staff }, { sessions: length })
  await ctx.db('one_time_link').whereIn('staff_id', people).whereNull('used_at').update({ used_at: now })
}

/**
 * Where people work today: the unit, and the library or group behind whose wall it stands, which read their row.
 * Whoever works nowhere any more is known where they last worked. Of all, where nobody is named.
 * Asked beyond one's own reach: whoever moves leaves it.
 */
export async function noteHomes(ctx: Context, people?: readonly string[]): Promise<void> {
  const query = StaffRow.query(ctx.db).select('id', 'home_id', 'unit_id')
  if (people) void query.whereIn('id', [...people])
  for (const { id, homeId, unitId } of await query) {
    const unit = homeOf(ctx.configuration, id, ctx.today())
    if (unit === undefined) continue
    const wall = wallOf(ctx.configuration, unit, ctx.today())
    if (wall !== homeId || unit !== unitId) await StaffRow.query(ctx.db).findById(id).patch({ homeId: wall, unitId: unit })
  }
}
