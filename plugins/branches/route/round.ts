import { Type } from 'typebox'
import { defineEvent, UnitId } from '#core/contract.ts'
import { submit } from '#core/door.ts'
import type { Routes } from '#core/plugin.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { SYSTEM, treeOn, unitsBelow } from '#core/unit.ts'
import { authorsOf } from '../authors.ts'
import { Round } from '../contract/answers.ts'
import { yearFact } from '../contract/calendar.ts'
import { remindOfYear } from '../contract/change.ts'
import { branchesPermissions } from '../contract/permission.ts'
import { remindedFact } from '../contract/urgent-message.ts'
import type { Context } from '#core/context.ts'

const strict = { additionalProperties: false } as const
const Year = Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2099 }) }, strict)

/** Libraries were reminded that a year waits for their word; whoever sends letters listens. */
export const roundReminded = defineEvent(
  'branches.round-reminded',
  Type.Object({
    year: Type.Integer(),
    libraries: Type.Array(UnitId),
    set: Type.String(),
  }),
)

/** Who has confirmed a year, and who has not. */
export const roundRoutes: Routes = async api => {
  api.get(
    '/rounds/:year',
    {
      config: { allow: { permission: corePermissions.see } },
      schema: {
        summary: 'Who has confirmed a year, and who has not',
        tags: ['branches'],
        params: Year,
        querystring: Type.Object({ unit: Type.Optional(UnitId) }, strict),
        response: { 200: Round },
      },
    },
    request => roundOf(request.ctx, request.params.year, request.query.unit ?? SYSTEM),
  )

  api.post(
    '/rounds/:year/remind',
    {
      config: { allow: { permission: branchesPermissions.remind } },
      schema: {
        summary: 'Remind libraries that have not confirmed a year',
        tags: ['branches'],
        params: Year,
        response: { 200: Round },
        body: Type.Object(
          {
            id: Type.Optional(Type.String({ format: 'uuid' })),
            libraries: Type.Array(UnitId, { minItems: 1, maxItems: 5000, uniqueItems: true }),
          },
          strict,
        ),
      },
    },
    async request => {
      const {
        ctx,
        params: { year },
        body: { libraries, id = crypto.randomUUID() },
      } = request
      const before = ctx.configuration.version
      await submit(ctx, { id, items: [{ kind: remindOfYear.name, payload: { libraries, year } }] })
      if (ctx.configuration.version > before) await ctx.emit(roundReminded, { year, libraries, set: id })
      return roundOf(ctx, year, SYSTEM)
    },
  )
}

async function roundOf(ctx: Context, year: number, unit: UnitId): Promise<Round> {
  const { configuration } = ctx
  const tree = treeOn(configuration, ctx.today())
  const libraries = unitsBelow(tree, unit).filter(
    id => tree.units.get(id)?.type === 'library' && ctx.may(corePermissions.see, id),
  )
  const confirmations = libraries.flatMap(id =>
    configuration.of(yearFact, id).filter(({ body }) => body.year === year),
  )
  const authors = await authorsOf(ctx, confirmations)
  return {
    year,
    data: libraries.map(library => {
      const confirmed = confirmations.find(said => said.unit === library)
      const author = confirmed && authors.get(confirmed.saidIn)
      const reminded = configuration.of(remindedFact, library).find(({ key }) => key === String(year))
      return {
        library,
        name: tree.units.get(library)?.name ?? '',
        confirmedOn: confirmed ? (author?.at ?? '') : null,
        confirmedBy: author?.by ?? null,
        remindedOn: reminded?.from ?? null,
        mayRemind: !confirmed && ctx.may(branchesPermissions.remind, library),
      }
    }),
  }
}
