import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { runtimeRole, type Database } from '#core/database.ts'
import { superuser } from '#core/postgres.ts'
import { settingsOf } from '#core/reach.ts'
import { inWork, type OpenContext } from '#core/work.ts'
import { listItems } from '#plugins/circulation/item/list.ts'
import { lend } from '#plugins/circulation/loan/lend.ts'
import { deskPatron } from '#plugins/circulation/loan/told.ts'
import { search } from '#plugins/patrons/find.ts'
import { patronPage } from '#plugins/patrons/page.ts'
import { medianOf, type Figure } from './figure.ts'
import type { Clerk, FilledDesk } from './filled-desk.ts'

const HEAVIEST = 10
interface Asked { readonly text: string; readonly values: unknown[]; ms: number }

/**
 * What the walls cost: the ten heaviest questions that a desk puts to the database, asked by the role they bind and by
 * one that they do not, with the same reach said. Only where both find the same rows the two may be compared.
 */
export async function wallsCost(filled: FilledDesk): Promise<Figure[]> {
  const [clerk] = filled.clerks
  if (!clerk) return []
  const asked = await heaviest(filled, clerk)
  const [walled, open] = [await clientOf(filled.host, runtimeRole), await clientOf(filled.host, superuser)]
  const { all, reach, shared } = await inWork(filled.installation, clerk.caller, async ctx => settingsOf(ctx.reach))
  for (const client of [walled, open]) {
    await client.query(`set timezone = 'UTC'; begin`)
    await client.query(`select set_config('app.actor', $1, true), set_config('app.reach_all', $2, true), set_config('app.reach', $3, true),
      set_config('app.shared', $4, true), set_config('app.now', now()::text, true)`, [clerk.caller.actor.id, all, reach, shared])
  }
  const figures: Figure[] = []
  for (const { text, values } of asked) {
    const [ours, theirs] = [await walled.query(text, values), await open.query(text, values)]
    if (ours.rowCount !== theirs.rowCount) continue
    const [value, floor] = [await medianOf(41, () => walled.query(text, values)), await medianOf(41, () => open.query(text, values))]
    figures.push({ name: named(text), value, unit: 'ms', floor: { name: 'without walls', value: floor }, target: targetOf(floor) })
  }
  await Promise.all([walled.end(), open.end()])
  return figures
}

/** A quarter more; below a millisecond three tenths. */
const targetOf = (floor: number) => `≤ ${(floor < 1 ? floor + 0.3 : floor * 1.25).toPrecision(3)}`
const named = (text: string) => `walls: ${text.replace(/\s+/g, ' ').slice(0, 90)}`

async function clientOf(host: string, user: string): Promise<pg.Client> {
  const client = new pg.Client({ host, user, database: 'filiaal' })
  await client.connect()
  return client
}

/** Every question that a desk's day asks, by how long the database took over it. */
async function heaviest({ installation, database }: FilledDesk, { caller, branch, library }: Clerk): Promise<Asked[]> {
  const { rows: people } = await database.owner.raw(`select l.person_id as person, c.number as card from loan l
    join card c on c.person_id = l.person_id and c.until_on is null where l.library_id = ? and l.ended_at is null limit 8`, [library])
  const { rows: items } = await database.owner.raw(`select barcode from item i where library_id = ? and status = 'in'
    and not exists (select from loan l where l.item_id = i.id and l.ended_at is null) limit 8`, [library])
  const day = async (ctx: OpenContext, n: number) => {
    const { person, card } = people[n]
    await search(ctx, { q: ['peeters', 'an maes', 'verhoven', card][n % 4] })
    await patronPage(ctx, person, { at: branch, purpose: 'patron-page' })
    await deskPatron(ctx, { branch, card })
    await listItems(ctx, { q: 'de', limit: 25 })
    await lend(ctx, { id: randomUUID(), branch, item: items[n].barcode, person, also: ['long-overdue'] }).catch(() => undefined)
  }
  return listening(database, async () => {
    for (let n = 0; n < people.length; n++) await inWork(installation, caller, ctx => day(ctx, n))
  })
}

async function listening({ app }: Database, act: () => Promise<void>): Promise<Asked[]> {
  const seen = new Map<string, Asked>()
  const started = new Map<string, number>()
  app.on('query', ({ __knexQueryUid: uid }: { __knexQueryUid: string }) => started.set(uid, performance.now()))
  app.on('query-response', (_: unknown, { __knexQueryUid: uid, sql, bindings }: { __knexQueryUid: string; sql: string; bindings: unknown[] }) => {
    const ms = performance.now() - (started.get(uid) ?? 0)
    if (!/^\s*(select|with)/i.test(sql) || /insert|update|set_config/i.test(sql)) return
    let n = 0
    const text = sql.replace(/\?/g, () => `$${++n}`)
    const known = seen.get(text)
    if (known) known.ms = Math.max(known.ms, ms)
    else seen.set(text, { text, values: bindings, ms })
  })
  await act()
  app.removeAllListeners('query')
  app.removeAllListeners('query-response')
  return [...seen.values()].toSorted((a, b) => b.ms - a.ms).slice(0, HEAVIEST)
}
