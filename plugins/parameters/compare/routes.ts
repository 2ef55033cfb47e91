import { Type } from 'typebox'
import { corePermissions } from '#core/contract/permission.ts'
import type { Routes } from '#core/plugin.ts'
import { CompareFileQuery, CompareQuery, Comparison, TakeTheirs } from '../contract/answer/compare.ts'
import { Proposed } from '../contract/answer/proposed.ts'
import { sendSheet, sheetTypes } from '../sheet/spreadsheet.ts'
import { comparisonOf } from './comparison.ts'
import { pagesOf } from './file.ts'
import { takeTheirs } from './take.ts'

const json = 'application/json; charset=utf-8'
/** Comparing is what configuration is readable across libraries for. */
const config = { allow: { permission: corePermissions.see }, reads: 'configuration' } as const

/** Libraries side by side, and what one takes over from another. */
export const compareRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['parameters'], ...parts })

  api.get('/parameters/compare', {
    config,
    schema: schema('Settings side by side for many libraries, with their distribution', {
      querystring: CompareQuery, response: { 200: Comparison },
    }),
  }, async ({ ctx, query }, reply) => reply.type(json).send(JSON.stringify(comparisonOf(ctx, query)) as never))

  api.get('/parameters/compare/file', {
    config, schema: schema('The comparison as CSV or XLSX', {
      querystring: CompareFileQuery, produces: sheetTypes, response: { 200: Type.Unknown({ description: 'The file' }) },
    }),
  }, async ({ ctx, query: { format, ...query } }, reply) =>
    sendSheet(reply, { name: `vergelijking-${query.day ?? ctx.today()}`, format, pages: pagesOf(ctx, comparisonOf(ctx, query)), language: ctx.language }))

  api.post('/parameters/compare/take', {
    config,
    schema: schema('The changes that take over what another library has', {
      body: TakeTheirs, response: { 200: Proposed },
    }),
  }, ({ ctx, body }) => takeTheirs(ctx, body))
}
