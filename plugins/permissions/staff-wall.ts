import { noteHomes } from '#core/belonging.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import type { Job } from '#core/plugin.ts'
import { reachesWall, wallOf } from '#core/reach.ts'

/** A move that was planned for today: no act is there to bring it about, so the homes of all are looked at. */
export const movesOfToday: Job = { name: 'follow-homes', schedule: '5 0 * * *', run: ctx => noteHomes(ctx) }

/** Whether the people of a unit are read, so that they may be let in as well: its library is in reach, or that very branch. */
export const reachesPeopleOf = (ctx: Context, unit: UnitId): boolean =>
  ctx.reach.branches.has(unit) || reachesWall(ctx, wallOf(ctx.configuration, unit, ctx.today()))
