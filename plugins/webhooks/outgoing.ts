import { randomUUID } from 'node:crypto'
import { Type, type TObject } from 'typebox'
import type { Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import type { Outgoing, Told } from '#core/outside.ts'
import { StaffRow } from '#core/staff.ts'
import { homeLibrary, pathToday, SYSTEM, unitAt } from '#core/unit.ts'
import { PING, type Endpoint } from './contract.ts'
import { DeliveryRow } from './delivery-row.ts'
import { endpointsOn, nameAt } from './endpoint.ts'
import { secretsKept } from './secret.ts'

/** A message is a call to come and look, not the thing itself. */
const SENTENCES_TOLD = 20
const SENTENCE_MAX = 500
const UNITS_TOLD = 50

const Text = Type.String()
/** What every message holds, beside what belongs to its event. */
const common = {
  /** What happened, in the language of whoever listens. */
  sentences: Type.Array(Text, { maxItems: SENTENCES_TOLD }),
  /** How many sentences are left out. */
  more: Type.Integer(),
  units: Type.Array(Type.Object({ id: Text, code: Text, name: Text }), { maxItems: UNITS_TOLD }),
  /** Where the console shows it. */
  link: Text,
  /** Who did it; absent unless the webhook asks for names. */
  by: Type.Optional(Type.Union([Type.Object({ id: Text, name: Text }), Type.Null()])),
}

/** The shape of a message of one event, for whoever writes the other side. */
export const bodySchema = (type: string, data: TObject) => Type.Object({
  type: Type.Literal(type), timestamp: Type.String({ format: 'date-time' }),
  data: Type.Object({ ...data.properties, ...common }),
})

/** The shape of a message that only tries the address out. */
export const pingSchema = Type.Object({
  type: Type.Literal(PING), timestamp: Type.String({ format: 'date-time' }), data: Type.Object({ link: Text }),
})

/** Writes a message for every system that wants to hear this and may: each hears of what lies within its own unit. */
export async function carryOut(ctx: Context, { id, at, name, tell }: Outgoing): Promise<void> {
  const wanting = endpointsOn(ctx.configuration, ctx.today()).filter(({ body }) => body.on && body.events.includes(name))
  if (!wanting.length) return
  const secrets = await secretsKept(ctx, wanting.map(({ key }) => key))
  const told = secrets.size ? await tell() : null
  if (!told) return
  const author = told.by && wanting.some(({ body }) => body.names)
    ? await StaffRow.query(ctx.db).findById(told.by).select('id', 'name') : undefined
  const by = author ? { id: author.id, name: author.name } : null
  const rows = wanting.filter(({ key }) => secrets.has(key)).flatMap(endpoint => {
    const data = toldTo(ctx, endpoint, told)
    if (!data) return []
    const body = { type: name, timestamp: asMoment(Temporal.Instant.from(at)), data: endpoint.body.names ? { ...data, by } : data }
    return [{ ...written(ctx, endpoint, name, body), eventId: id }]
  })
  if (rows.length) await DeliveryRow.query(ctx.db).insert(rows).onConflict(['endpoint_id', 'event_id']).ignore()
}

/** A message that only tries the address out. */
export async function ping(ctx: Context, endpoint: Segment<Endpoint>): Promise<DeliveryRow> {
  const body = { type: PING, timestamp: asMoment(ctx.now), data: { link: `${ctx.installation.address}/#/webhooks` } }
  const row = written(ctx, endpoint, PING, body)
  await DeliveryRow.query(ctx.db).insert(row)
  return DeliveryRow.query(ctx.db).findById(row.id).throwIfNotFound()
}

/** Not every language reads finer than a thousandth of a second. */
const asMoment = (at: Temporal.Instant) => at.toString({ smallestUnit: 'millisecond' })

const written = (ctx: Context, { key, unit }: Segment<Endpoint>, type: string, body: object) => ({
  id: randomUUID(), endpointId: key, unitId: unit, libraryId: homeLibrary(ctx.configuration, unit, ctx.today()) ?? null,
  type, body: JSON.stringify(body), at: ctx.now.toString(), tryAt: ctx.now.toString(),
  state: ctx.installation.webhookNetwork === 'none' ? 'kept' as const : 'waiting' as const,
})

/** The wall: what lies within the unit in full, what lies there in part without its sentence, anything else not at all. */
function toldTo(ctx: Context, { unit: own, body: { language } }: Segment<Endpoint>, { lines, data, link }: Told) {
  const { configuration } = ctx
  const today = ctx.today()
  const hears = (unit: UnitId) => own === SYSTEM || pathToday(configuration, unit, today).includes(own)
  const heard = lines.map(line => ({ ...line, mine: line.units.filter(hears) }))
    .filter(({ mine }) => mine.length > 0 || own === SYSTEM)
  if (!heard.length) return null
  const sentences = [...new Set(heard.map(({ units, mine, sentence, brief }) =>
    (mine.length === units.length ? sentence : brief)[language].slice(0, SENTENCE_MAX).toWellFormed()))]
  const units = [...new Set(heard.flatMap(({ mine }) => mine))].slice(0, UNITS_TOLD)
  return {
    ...data, sentences: sentences.slice(0, SENTENCES_TOLD), more: Math.max(0, sentences.length - SENTENCES_TOLD),
    units: units.map(id => ({ id, code: unitAt(configuration, id, today)?.code ?? '', name: nameAt(configuration, id, today) })),
    link: `${ctx.installation.address}/#${link}`,
  }
}
