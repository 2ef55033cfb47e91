import { Type } from 'typebox'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { notFound } from '#core/refusal.ts'
import { SYSTEM, zoneOf } from '#core/unit.ts'
import { branchesOn } from '../branch.ts'
import { Branch, Now } from '../contract/answers.ts'
import { nowRows } from '../now.ts'
import { localTime } from '../local-time.ts'

const strict = { additionalProperties: false } as const
const allow = { permission: corePermissions.see }
const reads = 'configuration' as const

/** The landing page, and the list of branches for pickers and lists. */
export const nowRoutes: Routes = async api => {
  api.get(
    '/now',
    {
      config: { allow, reads },
      schema: {
        summary: 'Which branches are open now, and why not',
        tags: ['branches'],
        querystring: Type.Object({ unit: Type.Optional(UnitId) }, strict),
        response: { 200: Now },
      },
    },
    async request => {
      const { ctx } = request
      const day = ctx.today()
      const { epochMs, offsetMs } = localTime(ctx.now, zoneOf(ctx.configuration, SYSTEM, day))
      const time = new Date(epochMs + offsetMs).toISOString().slice(11, 16)
      return { day, time, version: ctx.configuration.version, data: nowRows(ctx, request.query.unit ?? SYSTEM) }
    },
  )

  api.get(
    '/branches',
    {
      config: { allow, reads },
      schema: {
        summary: 'Branches, by library and by words of their name',
        tags: ['branches'],
        querystring: Type.Object(
          {
            library: Type.Optional(UnitId),
            q: Type.Optional(Type.String({ maxLength: 100 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })),
            offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
          },
          strict,
        ),
        response: { 200: Type.Object({ data: Type.Array(Branch), total: Type.Integer() }) },
      },
    },
    async request => {
      const {
        ctx,
        query: { library, q = '', limit = 100, offset = 0 },
      } = request
      const sought = q.trim().toLocaleLowerCase('nl')
      const found = [...branchesOn(ctx.configuration, ctx.today()).values()].filter(
        branch =>
          (!library || branch.library === library)
          && (!sought
            || `${branch.name} ${branch.libraryName} ${branch.code} ${branch.city ?? ''}`
              .toLocaleLowerCase('nl')
              .includes(sought)),
      )
      return { data: found.slice(offset, offset + limit), total: found.length }
    },
  )

  api.get(
    '/branches/:id',
    {
      config: { allow, reads },
      schema: {
        summary: 'One branch with its hours and days',
        tags: ['branches'], params: Type.Object({ id: UnitId }, strict), response: { 200: Branch },
      },
    },
    async request => {
      const branch = branchesOn(request.ctx.configuration, request.ctx.today()).get(request.params.id)
      if (!branch) throw notFound()
      return branch
    },
  )
}
