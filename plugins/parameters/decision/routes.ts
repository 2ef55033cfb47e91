import { Type } from 'typebox'
import { corePermissions } from '#core/contract/permission.ts'
import { savedAs } from '#core/upload.ts'
import type { Routes } from '#core/plugin.ts'
import { DECISION_BYTES_AT_MOST, DecisionFile } from '../contract/answer/decision.ts'
import { keepDecision, readDecision } from './file.ts'

const strict = { additionalProperties: false } as const
const config = { allow: { permission: corePermissions.see } } as const
const Id = Type.String({ format: 'uuid' })

/** The texts of the decisions that prices rest on. */
export const decisionRoutes: Routes = async api => {
  api.post('/decisions', {
    config: { ...config, rateLimit: { max: 30, timeWindow: '1 minute' } }, bodyLimit: DECISION_BYTES_AT_MOST * 2,
    schema: {
      summary: 'Keep the text of a council decision',
      tags: ['parameters'], body: DecisionFile, response: { 201: Type.Object({ id: Id }) },
    },
  }, async ({ ctx, body }, reply) => {
    await keepDecision(ctx, body)
    void reply.code(201)
    return { id: body.id }
  })

  api.get('/decisions/:id', {
    config,
    schema: {
      summary: 'The text of a council decision',
      tags: ['parameters'], params: Type.Object({ id: Id }, strict),
      produces: ['application/pdf', 'image/png', 'image/jpeg'],
      response: { 200: Type.Unknown({ description: 'The file' }) },
    },
  }, async ({ ctx, params }, reply) => {
    const { name, media_type: type, content } = await readDecision(ctx, params.id)
    return reply.type(type).header('content-disposition', savedAs(name)).send(content)
  })
}
