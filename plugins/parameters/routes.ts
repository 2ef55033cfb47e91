import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import { corePermissions } from '#core/contract/permission.ts'
import type { Routes } from '#core/plugin.ts'
import { SYSTEM } from '#core/unit.ts'
import { helpLinks } from './contract/parameter.ts'
import { Parameters } from './contract/answer.ts'
import { parameterRows } from './parameter-row.ts'

const strict = { additionalProperties: false } as const
const OfUnit = Type.Object({ unit: Type.Optional(UnitId) }, strict)

export const routes: Routes = async api => {
  api.get('/parameters', {
    config: { allow: { permission: corePermissions.see } },
    schema: { tags: ['parameters'], querystring: OfUnit, response: { 200: Parameters } },
  }, async ({ ctx, query: { unit = SYSTEM } }) => ({
    version: ctx.configuration.version, unit, data: await parameterRows(ctx, unit),
  }))

  api.get('/help', {
    config: { allow: 'signed-in', reads: 'configuration' },
    schema: { tags: ['parameters'], querystring: OfUnit, response: { 200: Type.Record(Type.String(), Type.String()) } },
  }, ({ ctx, query }) => ctx.parameter(helpLinks, query.unit ?? SYSTEM))
}
