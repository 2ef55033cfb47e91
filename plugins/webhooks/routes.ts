import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { demandConfirmed } from '#core/confirm.ts'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { DeliveryList, deliveryStates, EndpointList, EventList, ListedDelivery, NewSecret, OneDelivery, permissions } from './contract.ts'
import { deliveryList, endpointList, listedDelivery, readDelivery, sendAgain, settable } from './log.ts'
import { bodySchema, ping } from './outgoing.ts'
import { renewSecret } from './secret.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: UnitId }, strict)
const permission = permissions.set
const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['webhooks'], ...parts })
const unitAsked = (request: FastifyRequest) => (request.query as { unit?: UnitId }).unit

/** Systems outside that hear what happens here, and what left for them. */
export const routes: Routes = async api => {
  api.get('/webhooks', {
    config: { allow: { permission, unit: unitAsked } },
    schema: schema('Webhooks of a unit and below', {
      querystring: Type.Object({ unit: Type.Optional(UnitId) }, strict), response: { 200: EndpointList },
    }),
  }, ({ ctx, query }) => endpointList(ctx, query.unit))

  api.get('/webhooks/events', {
    config: { allow: { permission }, reads: 'configuration' },
    schema: schema('Which events can be heard, with the schema of each body', { response: { 200: EventList } }),
  }, ({ ctx }) => ({
    data: [...ctx.installation.registry.outside.values()].map(({ event: { name }, title, data }) =>
      ({ name, title: title[ctx.language], schema: bodySchema(name, data) })),
  }))

  api.post('/webhooks/:id/secret', {
    config: { allow: { permission } },
    schema: schema('Renew the secret of a webhook', { params: OneOf, response: { 201: NewSecret } }),
  }, async ({ ctx, params }, reply) => {
    const { key } = settable(ctx, params.id)
    demandConfirmed(ctx)
    void reply.code(201)
    return renewSecret(ctx, key)
  })

  api.post('/webhooks/:id/ping', {
    config: { allow: { permission }, rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: schema('Try a webhook out with a message', { params: OneOf, response: { 201: ListedDelivery } }),
  }, async ({ ctx, params }, reply) => {
    const row = await ping(ctx, settable(ctx, params.id))
    void reply.code(201)
    return listedDelivery(row)
  })

  api.get('/webhooks/:id/deliveries', {
    config: { allow: { permission } },
    schema: schema('Messages to one webhook, newest first', {
      params: OneOf, response: { 200: DeliveryList },
      querystring: Type.Object({
        state: Type.Optional(Type.Enum(deliveryStates)), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
        offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
      }, strict),
    }),
  }, ({ ctx, params, query }) => deliveryList(ctx, params.id, query))

  api.get('/deliveries/:id', {
    config: { allow: { permission } },
    schema: schema('One message of a webhook and every try', { params: OneOf, response: { 200: OneDelivery } }),
  }, ({ ctx, params }) => readDelivery(ctx, params.id))

  api.post('/deliveries/:id/again', {
    config: { allow: { permission }, rateLimit: { max: 60, timeWindow: '1 minute' } },
    schema: schema('Send a message of a webhook once more', { params: OneOf, response: { 200: OneDelivery } }),
  }, ({ ctx, params }) => sendAgain(ctx, params.id))
}
