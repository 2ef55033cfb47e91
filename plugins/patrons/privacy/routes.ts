import { Type } from 'typebox'
import { Day, UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import {
  Erasing, ErasureAsked, ErasurePlan, ForgettingPlan, LeavingPeople, PatronView, Reveal, Revealed,
} from '../contract/privacy/answer.ts'
import { permissions } from '../contract/permission.ts'
import { askErasure, planErasure, withdrawErasure } from './erasure.ts'
import { revealNational } from './national-number.ts'
import { listLeaving, planForgetting } from './preview.ts'
import { viewsOf } from './views.ts'

const strict = { additionalProperties: false } as const
const One = Type.Object({ id: UnitId }, strict)
const erases = { allow: { permission: permissions.erase } }

/** What somebody may know of what is known of them, and how it goes. */
export const privacyRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['patrons'], ...parts })

  // A POST, because being shown is an act that is noted.
  api.post('/patrons/:id/national-number', {
    config: { allow: { permission: permissions['national-number'] } },
    schema: schema('Show the national number of a patron in full, for a purpose that is noted', { params: One, body: Reveal, response: { 200: Revealed } }),
  }, async ({ ctx, params: { id }, body: { purpose } }) => ({ nationalNumber: await revealNational(ctx, id, purpose) }))

  api.get('/patrons/:id/views', {
    config: { allow: { permission: permissions.views } },
    schema: schema('Who looked at the details of a patron, when and what for', {
      params: One, response: { 200: Type.Object({ data: Type.Array(PatronView) }) },
    }),
  }, async ({ ctx, params }) => ({ data: await viewsOf(ctx, params.id) }))

  api.get('/patrons/:id/erasure', {
    config: erases, schema: schema('What erasing a patron would take away, and what stays', { params: One, response: { 200: ErasurePlan } }),
  }, ({ ctx, params }) => planErasure(ctx, params.id))

  api.post('/patrons/:id/erasure', {
    config: erases,
    schema: schema('Erase a patron at their request, at once or when nothing is open any more', { params: One, body: Erasing, response: { 202: ErasureAsked } }),
  }, async ({ ctx, params, body }, reply) => {
    void reply.code(202)
    return askErasure(ctx, params.id, body.id)
  })

  api.delete('/patrons/:id/erasure', {
    config: erases, schema: schema('Take back a request to be erased that still waits', { params: One, response: { 200: ErasurePlan } }),
  }, async ({ ctx, params: { id } }) => {
    await withdrawErasure(ctx, id)
    return planErasure(ctx, id)
  })

  api.get('/forgetting', {
    config: erases,
    schema: schema('What the coming nights will forget, by reason and library', {
      querystring: Type.Object({ by: Type.Optional(Day) }, strict), response: { 200: ForgettingPlan },
    }),
  }, ({ ctx, query: { by = ctx.today() } }) => planForgetting(ctx, by))

  api.get('/forgetting/patrons', {
    config: erases,
    schema: schema('Which patrons of a library will be forgotten when, and who stays why', {
      querystring: Type.Object({ library: UnitId, by: Type.Optional(Day) }, strict), response: { 200: LeavingPeople },
    }),
  }, ({ ctx, query: { library, by = ctx.today() } }) => listLeaving(ctx, library, by))
}
