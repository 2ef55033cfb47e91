import { noteHomes } from '#core/belonging.ts'
import type { Job } from '#core/plugin.ts'

/** A move that was planned for today: no act is there to bring it about, so the homes of all are looked at. */
export const movesOfToday: Job = { name: 'follow-homes', schedule: '5 0 * * *', run: ctx => noteHomes(ctx) }
