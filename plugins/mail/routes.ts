import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { MailList, mailStates, OneMail, permissions } from './contract.ts'
import { mailList, readMail, sendAgain } from './outbox.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: UnitId }, strict)
const Asked = Type.Object({
  unit: Type.Optional(UnitId), state: Type.Optional(Type.Enum(mailStates)),
  q: Type.Optional(Type.String({ maxLength: 120 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
}, strict)

const unitAsked = (request: FastifyRequest) => (request.query as { unit?: UnitId }).unit

export const routes: Routes = async api => {
  api.get('/mail', {
    config: { allow: { permission: permissions.read, unit: unitAsked } },
    schema: { summary: 'Mail that left or waits', tags: ['mail'], querystring: Asked, response: { 200: MailList } },
  }, ({ ctx, query }) => mailList(ctx, query))

  api.get('/mail/:id', {
    config: { allow: { permission: permissions.read } },
    schema: { summary: 'One mail as it was sent', tags: ['mail'], params: OneOf, response: { 200: OneMail } },
  }, ({ ctx, params }) => readMail(ctx, params.id))

  api.post('/mail/:id/again', {
    config: { allow: { permission: permissions['send-again'] } },
    schema: { summary: 'Send a mail once more', tags: ['mail'], params: OneOf, response: { 201: OneMail } },
  }, ({ ctx, params }, reply) => {
    void reply.code(201)
    return sendAgain(ctx, params.id)
  })
}
