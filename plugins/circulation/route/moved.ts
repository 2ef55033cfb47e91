import { Type } from 'typebox'
import type { Routes } from '#core/plugin.ts'
import { permissions } from '#plugins/patrons/contract/permission.ts'
import { MovedAsked, MovedCount, MovedLoans, MovedSet } from '../contract/moved.ts'
import { countMoved, listMoved, movedAsCsv } from '../due/moved.ts'

const config = { allow: { permission: permissions.find } } as const

/** Whose loans a change of calendars touched, for a message to them. */
export const movedRoutes: Routes = async api => {
  api.get('/moved-loans/count', {
    config,
    schema: { summary: 'How many loans a change moved, of people within reach', tags: ['loans'], querystring: MovedSet, response: { 200: MovedCount } },
  }, ({ ctx, query }) => countMoved(ctx, query.set))

  api.get('/moved-loans', {
    config,
    schema: { summary: 'Whose due day a change moved, from which to which', tags: ['loans'], querystring: MovedAsked, response: { 200: MovedLoans } },
  }, ({ ctx, query }) => listMoved(ctx, query))

  api.get('/moved-loans/file', {
    config,
    schema: {
      summary: 'The same as CSV, for a mailing', tags: ['loans'], produces: ['text/csv'], querystring: MovedSet, response: { 200: Type.String() },
    },
  }, async ({ ctx, query }, reply) => {
    const content = await movedAsCsv(ctx, query.set)
    void reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="due-days-${ctx.today()}.csv"`)
    return content
  })
}
