import { openDatabase } from '#core/database.ts'
import { Heartbeat } from '#core/heartbeat.ts'
import { Installation } from '#core/installation.ts'
import { assemble } from '#core/registry.ts'
import { inWork } from '#core/work.ts'
import { approve } from '#plugins/change-requests/act.ts'
import { plugins } from '#plugins/index.ts'
import { foundation } from '../foundation.ts'
import type { Place } from '../other-process.ts'

/** A process of its own over a test's database: says yes to a request if it is asked to, and does what time brings. */
export interface Desk extends Place {
  readonly now: string
  /** That of the test's installation, for whoever opens what it sealed. */
  readonly secret?: string
  readonly approves: { readonly request: string; readonly staff: string; readonly session: string } | null
}

const { host, database, now, secret, approves }: Desk = JSON.parse(process.env['DESK'] ?? '')
const { app, job } = await openDatabase({ host, database })
const clock = () => Temporal.Instant.from(now)
const installation = new Installation({ knex: app, job, registry: assemble([...plugins, foundation]), clock, ...(secret && { secret }) })
console.log('ready')
if (approves) {
  const actor = { id: approves.staff, name: 'Servicedesk', session: approves.session }
  await inWork(installation, { actor, language: 'nl' }, ctx => approve(ctx, approves.request, {}))
  console.log('approved')
}
new Heartbeat(installation, console).start()
