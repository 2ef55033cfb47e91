import { openDatabase } from '#core/database.ts'
import { Installation } from '#core/installation.ts'
import { deliverEvents } from '#core/outbox.ts'
import { Refusal } from '#core/refusal.ts'
import { assemble } from '#core/registry.ts'
import { advanceRuns } from '#core/run.ts'
import { inWork } from '#core/work.ts'
import type { NewLoan } from '#plugins/circulation/contract/loan.ts'
import { lend } from '#plugins/circulation/loan/lend.ts'
import { replayNext } from '#plugins/circulation/offline/batch.ts'
import { plugins } from '#plugins/index.ts'
import { foundation } from '../foundation.ts'
import type { Place } from '../other-process.ts'

/** A desk in a process of its own over a test's database: lends something, or does over what was done without a server. */
export interface Desk extends Place {
  readonly now: string
  readonly staff: string
  readonly session: string
  /** Hears of changes and goes on with long work, as a server does. */
  readonly follows?: boolean
  readonly lends?: NewLoan
  readonly replays?: string
}

const { host, database, now, staff, session, lends, replays, follows }: Desk = JSON.parse(process.env['DESK'] ?? '')
const { app, job } = await openDatabase({ host, database })
const installation = new Installation({ knex: app, job, registry: assemble([...plugins, foundation]), clock: () => Temporal.Instant.from(now) })
const caller = { actor: { id: staff, name: 'Balie', session }, language: 'nl' } as const
console.log('ready')
try {
  if (lends) {
    const { loan } = await inWork(installation, caller, ctx => lend(ctx, lends))
    console.log(`lent ${loan.id} due ${loan.dueOn}`)
  }
  while (replays && await inWork(installation, caller, ctx => replayNext(ctx, replays)) > 0) console.log('a part')
  if (follows) await deliverEvents(installation)
  if (follows) await advanceRuns(installation)
  console.log('done')
} catch (refusal) {
  if (!(refusal instanceof Refusal)) throw refusal
  console.log(`refused ${refusal.code} done`)
}
// Whoever started it ends it.
setInterval(() => undefined, 1000)
