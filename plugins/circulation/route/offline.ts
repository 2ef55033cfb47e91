import { Type } from 'typebox'
import type { Routes } from '#core/plugin.ts'
import { Batch, BatchesAsked, BatchList, Kit, KitAsked, NewBatch, Replayed, ReplayedAct, Settling } from '../contract/offline.ts'
import { permissions } from '../contract/permission.ts'
import { batchById, replayNext, settle, takeInBatch } from '../offline/batch.ts'
import { kitFor } from '../offline/kit.ts'
import { batchesOf, batchTold, oneAct } from '../offline/told.ts'

const strict = { additionalProperties: false } as const
const OneOf = Type.Object({ id: Type.String({ format: 'uuid' }) }, strict)
const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['offline desk'], ...parts })
const allow = { permission: permissions.lend } as const

/** A desk without a server: what it takes along, and what it did, done over in order when the server is back. */
export const offlineRoutes: Routes = async api => {
  api.get('/desk/offline-kit', {
    config: { allow },
    schema: schema('Take along the dates and the blocked cards of a branch, without names', { querystring: KitAsked, response: { 200: Kit } }),
  }, ({ ctx, query }) => kitFor(ctx, query.branch))

  api.get('/offline-batches', {
    config: { allow },
    schema: schema('List what devices of a branch sent in', { querystring: BatchesAsked, response: { 200: BatchList } }),
  }, async ({ ctx, query }) => ({ data: await batchesOf(ctx, query.branch) }))

  api.post('/offline-batches', {
    config: { allow }, schema: schema('Send in what a desk did without a server', { body: NewBatch, response: { 201: Batch } }),
  }, async ({ ctx, body }, reply) => {
    const id = await takeInBatch(ctx, body)
    void reply.code(201)
    return batchTold(ctx, id)
  })

  api.get('/offline-batches/:id', {
    config: { allow }, schema: schema('Read what came of one batch', { params: OneOf, response: { 200: Batch } }),
  }, ({ ctx, params }) => batchTold(ctx, params.id))

  api.post('/offline-batches/:id/replay', {
    config: { allow },
    schema: schema('Do the next acts of the branch of a batch, in the order in which they happened', { params: OneOf, response: { 200: Replayed } }),
  }, async ({ ctx, params }) => ({ left: await replayNext(ctx, (await batchById(ctx, params.id)).branchId) }))

  api.post('/offline-acts/:id/settle', {
    config: { allow },
    schema: schema('Do an act once more with an answer, or leave it', { params: OneOf, body: Settling, response: { 200: ReplayedAct } }),
  }, async ({ ctx, params, body }) => oneAct(ctx, await settle(ctx, params.id, body)))
}
