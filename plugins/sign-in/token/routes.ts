import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { MachineAccess, MachineList, NewToken, TokenWish } from '../contract/machine.ts'
import { signInPermissions } from '../contract/permission.ts'
import { giveToken, machineList, oneMachine, withdrawToken } from './token.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: UnitId }, strict)
const { tokens: permission } = signInPermissions

/** Access of machines: made, listed and ended by whoever may, never more than they hold. */
export const tokenRoutes: Routes = async api => {
  api.get('/tokens', {
    config: { allow: { permission, unit: ({ query }) => (query as { unit?: UnitId }).unit } },
    schema: {
      summary: 'Machines that have access',
      tags: ['tokens'], querystring: Type.Object({ unit: Type.Optional(UnitId) }, strict), response: { 200: MachineList },
    },
  }, async ({ ctx, query }) => {
    const data = await machineList(ctx, query)
    return { data, total: data.length }
  })

  api.post('/tokens', {
    config: { allow: { permission, unit: ({ body }) => (body as TokenWish).unit } },
    schema: {
      summary: 'Give a machine access, and its token once',
      tags: ['tokens'], body: TokenWish, response: { 201: NewToken },
    },
  }, async ({ ctx, body }, reply) => {
    const token = await giveToken(ctx, body)
    void reply.code(201).header('cache-control', 'no-store')
    return { machine: await oneMachine(ctx, body.id), token }
  })

  api.delete('/tokens/:id', {
    config: { allow: { permission } },
    schema: {
      summary: 'Withdraw a machine’s token',
      tags: ['tokens'], params: OneOf, response: { 200: MachineAccess },
    },
  }, async ({ ctx, params }) => {
    await withdrawToken(ctx, params.id)
    return oneMachine(ctx, params.id)
  })
}
