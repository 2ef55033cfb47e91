import type { Installation } from './installation.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from './work.ts'

interface Waiting { id: number; name: string; at: string; detail: unknown; tries: number }

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
const RETRY_MINUTES_MAX = 60

/**
 * Delivers what was announced, once per handler: the delivery is written in the handler's own
 * transaction, so its effects and its mark stand or fall together. Waiting events are taken by state
 * and locked, so any number of processes may deliver.
 */
export async function deliverEvents(installation: Installation): Promise<number> {
  await passUnheard(installation)
  let last: { readonly event: Waiting; readonly failure: string } | undefined
  for (let delivered = 0; ; delivered++) {
    const event = await inWork(installation, asSystem, async ctx => {
      if (last) await settle(ctx, last.event, last.failure)
      return takeNext(ctx)
    })
    if (!event) return delivered
    const handlers = handlersOf(installation, event)
    const failures: string[] = []
    for (const handler of handlers) {
      await handleOnce(installation, event, handler).catch((error: Error) =>
        failures.push(`${handler.name}: ${error.message}`),
      )
    }
    last = { event, failure: failures.join('; ') }
  }
}

const AT_ONCE = 10_000

/** What nobody listens to is done with at once: a file of patrons announces a hundred thousand, and others wait behind them. */
async function passUnheard(installation: Installation): Promise<void> {
  const { plugins, outside } = installation.registry
  const heard = [
    ...plugins.flatMap(({ handles = [] }) => handles.map(({ event }) => event.name)),
    ...(plugins.some(({ carriesOut }) => carriesOut) ? outside.keys() : []),
  ]
  const pass = async (): Promise<number> => inWork(installation, asSystem, async ({ db, now }) => (await db.raw(`
    update event set delivered_at = :now::timestamptz, tries = tries + 1
    where id in (select id from event where delivered_at is null and try_at <= :now::timestamptz and name <> all (:heard)
                 order by try_at, id limit :most for update skip locked)`, { now: now.toString(), heard, most: AT_ONCE })).rowCount)
  while (await pass() === AT_ONCE);
}

interface Hearing { readonly name: string; handle(ctx: OpenContext, detail: unknown): Promise<void> }

/** Whoever hears this event, and whoever carries it out where it may be heard outside. */
function handlersOf({ registry: { plugins, outside } }: Installation, { id, name, at }: Waiting): Hearing[] {
  const may = outside.get(name)
  return plugins.flatMap(({ name: plugin, handles = [], carriesOut }) => [
    ...handles.filter(({ event }) => event.name === name).map((handler): Hearing => ({ ...handler, name: `${plugin}.${handler.name}` })),
    ...(may && carriesOut ? [{
      name: `${plugin}.outside`,
      handle: (ctx: OpenContext, detail: unknown) => carriesOut(ctx, { id, at, name, tell: () => may.tell(ctx, detail) }),
    }] : []),
  ])
}

/** Takes the oldest event that waits and holds it back from the others for a while. */
async function takeNext(ctx: OpenContext): Promise<Waiting | undefined> {
  const { rows: [event] } = await ctx.db.raw(`
    update event set try_at = ?::timestamptz, tries = tries + 1
    where id = (select id from event where delivered_at is null and try_at <= ?::timestamptz
                order by try_at, id limit 1 for update skip locked)
    returning id, name, at, detail, tries`, [ctx.now.add({ minutes: 2 }).toString(), ctx.now.toString()])
  return event
}

const handleOnce = (installation: Installation, event: Waiting, handler: Hearing) =>
  inWork(installation, asSystem, async ctx => {
    const { rowCount } = await ctx.db.raw(
      'insert into delivery (event_id, handler) values (?, ?) on conflict do nothing',
      [event.id, handler.name],
    )
    if (rowCount) await handler.handle(ctx, event.detail)
  })

async function settle(ctx: OpenContext, { id, tries }: Waiting, failure: string) {
  const wait = Math.min(2 ** tries, RETRY_MINUTES_MAX)
  await ctx.db('event').where({ id }).update(failure
    ? { failure, try_at: ctx.now.add({ minutes: wait }).toString() }
    : { failure: null, delivered_at: ctx.now.toString() })
}
