import { corePermissions } from '#core/contract/permission.ts'
import type { Routes } from '#core/plugin.ts'
import { CompareQuery, Comparison } from '../contract/answer/compare.ts'
import { comparisonOf } from './comparison.ts'

const json = 'application/json; charset=utf-8'
/** Comparing is what configuration is readable across libraries for. */
const config = { allow: { permission: corePermissions.see }, reads: 'configuration' } as const

/** Libraries side by side. */
export const compareRoutes: Routes = async api => {
  const schema = <S extends object>(parts: S) => ({ tags: ['parameters'], ...parts })

  api.get('/parameters/compare', {
    config, schema: schema({ querystring: CompareQuery, response: { 200: Comparison } }),
  }, async ({ ctx, query }, reply) => reply.type(json).send(JSON.stringify(comparisonOf(ctx, query)) as never))
}
