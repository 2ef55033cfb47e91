import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { notFound } from '#core/refusal.ts'
import { unitAt } from '#core/unit.ts'
import { exportFormats } from '../contract/answers.ts'
import { written } from '../export.ts'

/** Hours and closings to take elsewhere, as a file. */
export const exportRoutes: Routes = async api => {
  api.get(
    '/export',
    {
      config: {
        allow: { permission: corePermissions.see, unit: request => (request.query as { unit: string }).unit },
        reads: 'configuration',
      },
      schema: {
        summary: 'Hours and days as a file',
        tags: ['import'],
        produces: ['application/json', 'text/csv', 'text/calendar'],
        response: { 200: Type.Unknown({ description: 'The file' }) },
        querystring: Type.Object(
          { unit: UnitId, format: Type.Enum(exportFormats) },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      const {
        ctx,
        query: { unit, format },
      } = request
      if (!unitAt(ctx.configuration, unit, ctx.today())) throw notFound()
      const { type, name, content } = written(ctx, unit, format)
      return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(content)
    },
  )
}
