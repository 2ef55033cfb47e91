import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import type { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { AuditFilter, AuditPage, AuditWords, permissions } from './contract.ts'
import { auditFile, auditPage, auditWords } from './log.ts'

const strict = { additionalProperties: false } as const
const Before = Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }))
const reads = {
  allow: { permission: permissions.read, unit: (request: FastifyRequest) => (request.query as { unit?: UnitId }).unit },
}

export const routes: Routes = async api => {
  api.get('/audit', {
    config: reads,
    schema: {
      summary: 'What happened, to be looked through',
      tags: ['audit'], response: { 200: AuditPage },
      querystring: Type.Object({
        ...AuditFilter, before: Before, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      }, strict),
    },
  }, ({ ctx, query: { limit = 50, ...question } }) => auditPage(ctx, question, limit))

  api.get('/audit/file', {
    config: reads,
    schema: {
      summary: 'The audit as CSV',
      tags: ['audit'], produces: ['text/csv'], response: { 200: Type.String() },
      querystring: Type.Object({ ...AuditFilter, before: Before }, strict),
    },
  }, async ({ ctx, query }, reply) => {
    const content = await auditFile(ctx, query)
    void reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="audit-${ctx.today()}.csv"`)
    return content
  })

  api.get('/audit/words', {
    config: { allow: { permission: permissions.read }, reads: 'configuration' },
    schema: {
      summary: 'What the tables and columns of the audit are called',
      tags: ['audit'], response: { 200: AuditWords },
    },
  }, ({ ctx }) => auditWords(ctx))
}
