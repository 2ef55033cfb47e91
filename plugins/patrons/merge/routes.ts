import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { notFound } from '#core/refusal.ts'
import { ApartWanted, LikelyDoubles, Merge, MergeAsked, MergeList, MergePlan, MergesAsked, MergeWanted } from '../contract/merge.ts'
import { PatronPage } from '../contract/page.ts'
import { permissions } from '../contract/permission.ts'
import { patronPage } from '../page.ts'
import { keepApart, likelyDoubles, mergesAt, readMerge } from './likely.ts'
import { mergePersons } from './merge.ts'
import { planMerge } from './plan.ts'
import { putMergeBack } from './put-back.ts'

const One = Type.Object({ id: UnitId }, { additionalProperties: false })
const { merge: permission } = permissions
/** Where exactly is asked of each membership of the two. */
const config = { allow: { permission } }
const at = { allow: { permission, unit: ({ query }: FastifyRequest) => (query as { at: UnitId }).at } }
const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['patrons'], ...parts })

export const mergeRoutes: Routes = async api => {
  api.get('/likely-doubles', {
    config: at, schema: schema('List pairs of patrons who may be one human', { querystring: MergesAsked, response: { 200: LikelyDoubles } }),
  }, ({ ctx, query }) => likelyDoubles(ctx, query.at))

  api.post('/likely-doubles/apart', {
    config, schema: schema('Say that two patrons who look alike are two', { body: ApartWanted, response: { 204: Type.Null() } }),
  }, async ({ ctx, body }, reply) => {
    await keepApart(ctx, body)
    return reply.code(204).send(null)
  })

  api.post('/patron-merges/plan', {
    config, schema: schema('What merging two patrons would come to', { body: MergeAsked, response: { 200: MergePlan } }),
  }, ({ ctx, body: { keep, gone } }) => planMerge(ctx, keep, gone))

  api.post('/patron-merges', {
    config, schema: schema('Make one patron of two', { body: MergeWanted, response: { 201: PatronPage } }),
  }, async ({ ctx, body }, reply) => {
    const kept = await mergePersons(ctx, body)
    void reply.code(201)
    return patronPage(ctx, kept, { purpose: 'patron-page' })
  })

  api.get('/patron-merges', {
    config: at, schema: schema('List which patrons were merged at a unit', { querystring: MergesAsked, response: { 200: MergeList } }),
  }, async ({ ctx, query }) => ({ data: await mergesAt(ctx, query.at) }))

  api.post('/patron-merges/:id/put-back', {
    config, schema: schema('Make two patrons again of those that were merged', {
      params: One, body: Type.Object({}, { additionalProperties: false }), response: { 200: Merge },
    }),
  }, async ({ ctx, params }) => {
    await putMergeBack(ctx, params.id)
    const merge = await readMerge(ctx, params.id)
    if (!merge) throw notFound()
    return merge
  })
}
