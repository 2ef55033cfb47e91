import { accountFact, homeOf } from '#core/account.ts'
import type { Context } from '#core/context.ts'
import { changed } from '#core/event.ts'
import { on } from '#core/plugin.ts'
import { wallOf } from '#core/reach.ts'
import { StaffRow } from '#core/staff.ts'

/** Whoever moves to another library is known to its admin from then on; the old one has them in its history. */
export const followHomes = on(changed, 'follow-homes', async (ctx, { set }) => {
  const moved: string[] = await ctx.db('segment').where({ fact: accountFact.name }).where(row => row.where({ said_in: set })
    .orWhereIn('ended_in', ctx.db('change_set').where({ id: set }).whereNotNull('version').select('version')))
    .distinct('key').pluck('key')
  if (moved.length) await noteHomes(ctx, moved)
})

/** A move that was planned for today; the homes of all are looked at, for there is no act to hear. */
export const movesOfToday = { name: 'follow-homes', schedule: '5 0 * * *', run: (ctx: Context) => noteHomes(ctx) }

async function noteHomes(ctx: Context, ids?: readonly string[]): Promise<void> {
  const query = StaffRow.query(ctx.db).select('id', 'home_id')
  if (ids) void query.whereIn('id', [...ids])
  for (const { id, homeId } of await query) {
    const home = homeOf(ctx.configuration, id, ctx.today())
    const wall = home === undefined ? homeId : wallOf(ctx.configuration, home, ctx.today())
    if (wall !== homeId) await StaffRow.query(ctx.db).findById(id).patch({ homeId: wall })
  }
}
