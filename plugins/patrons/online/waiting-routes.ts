import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { WaitingList, WaitingOne } from '../contract/online.ts'
import { permissions } from '../contract/permission.ts'
import { waitingList, waitingOne } from './waiting.ts'

const strict = { additionalProperties: false } as const
const { find: permission } = permissions

/** At the desk: who enrolled online and is still to be seen. */
export const waitingRoutes: Routes = async api => {
  api.get('/online-enrolments', {
    config: { allow: { permission } },
    schema: {
      summary: 'Who enrolled or renewed online and was not seen at a desk yet', tags: ['patrons'],
      querystring: Type.Object({ unit: Type.Optional(UnitId) }, strict), response: { 200: WaitingList },
    },
  }, ({ ctx, query }) => waitingList(ctx, query.unit))

  api.get('/memberships/:id/online', {
    config: { allow: { permission } },
    schema: {
      summary: 'What somebody filled in online, and who may be the same', tags: ['patrons'],
      params: Type.Object({ id: UnitId }, strict), response: { 200: WaitingOne },
    },
  }, ({ ctx, params }) => waitingOne(ctx, params.id))
}
