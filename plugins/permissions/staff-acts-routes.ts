import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { ChangeSet, Reason } from '#core/contract/change.ts'
import type { Routes } from '#core/plugin.ts'
import { Copied, Leaving, StaffImport } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { copyGrants } from './copying.ts'
import { leave, leavingOf } from './leaving.ts'
import { importStaff } from './staff-import.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: UnitId }, strict)
const manages = { allow: { permission: permissions.manage } } as const

/** Acts over somebody as a whole: leaving, the roles of a colleague, a list of newcomers. */
export const staffActRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['permissions'], ...parts })

  api.get('/staff/:id/leaving', {
    config: manages, schema: schema('What ends when somebody leaves', { params: OneOf, response: { 200: Leaving } }),
  }, ({ ctx, params }) => leavingOf(ctx, params.id))

  api.post('/staff/:id/leave', {
    config: manages,
    schema: schema('Let somebody leave: account, roles and sessions end', {
      params: OneOf, body: Type.Object({ id: UnitId, reason: Type.Optional(Reason) }, strict), response: { 201: ChangeSet },
    }),
  }, async ({ ctx, params, body }, reply) => {
    const set = await leave(ctx, params.id, body)
    void reply.code(201)
    return set
  })

  api.post('/staff/:id/copy-grants', {
    config: manages,
    schema: schema('Give somebody the roles of a colleague', {
      params: OneOf,
      body: Type.Object({
        id: UnitId, from: UnitId, at: Type.Optional(UnitId), preview: Type.Optional(Type.Boolean()),
      }, strict),
      response: { 200: Copied },
    }),
  }, ({ ctx, params, body }) => copyGrants(ctx, params.id, body))

  api.post('/staff/import', {
    config: manages,
    schema: schema('Many colleagues from a list, as a preview or for real', {
      body: Type.Object({
        id: UnitId, csv: Type.String({ minLength: 1, maxLength: 200_000 }), preview: Type.Boolean(),
      }, strict),
      response: { 200: StaffImport },
    }),
  }, async ({ ctx, body }, reply) => {
    void reply.header('cache-control', 'no-store')
    return importStaff(ctx, body)
  })
}
