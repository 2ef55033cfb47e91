import { Type } from 'typebox'
import { corePermissions } from '#core/contract/permission.ts'
import type { Routes } from '#core/plugin.ts'
import { FormFilled, FormItems, Forms, NewRequest, OneRequest, Requests, RequestsAsked } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { fillForm, formsFor } from './form-list.ts'
import { listRequests } from './list.ts'
import { readRequest } from './one.ts'
import { sendRequest } from './send.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: Type.String({ format: 'uuid' }) }, strict)
const sees = { allow: { permission: corePermissions.see } } as const
const asks = { allow: { permission: permissions.ask } } as const

/** What libraries ask, from wish to applied change. */
export const routes: Routes = async api => {
  const schema = <S extends object>(parts: S) => ({ tags: ['requests'], ...parts })

  api.get('/requests', {
    config: sees, schema: schema({ querystring: RequestsAsked, response: { 200: Requests } }),
  }, ({ ctx, query }) => listRequests(ctx, query))

  api.get('/requests/:id', {
    config: sees, schema: schema({ params: OneOf, response: { 200: OneRequest } }),
  }, ({ ctx, params }) => readRequest(ctx, params.id))

  api.get('/requests/forms', {
    config: { ...asks, reads: 'configuration' }, schema: schema({ response: { 200: Forms } }),
  }, ({ ctx }) => formsFor(ctx))

  api.post('/requests/forms/:form/items', {
    config: { ...asks, reads: 'configuration' }, schema: schema({
      params: Type.Object({ form: Type.String({ maxLength: 80, examples: ['branches.closure'] }) }, strict),
      body: FormFilled, response: { 200: FormItems },
    }),
  }, ({ ctx, params, body }) => fillForm(ctx, params.form, body))

  api.post('/requests', {
    config: asks, bodyLimit: 4 * 2 ** 20, schema: schema({ body: NewRequest, response: { 201: OneRequest } }),
  }, async ({ ctx, body }, reply) => {
    await sendRequest(ctx, body)
    void reply.code(201)
    return readRequest(ctx, body.id)
  })
}
