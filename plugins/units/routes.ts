import { Type } from 'typebox'
import type { Context } from '#core/context.ts'
import { Day, UnitId } from '#core/contract.ts'
import { corePermissions } from '#core/contract/permission.ts'
import type { Routes } from '#core/plugin.ts'
import { pathOf } from '#core/unit.ts'
import { permissions, UnitDetails, unitSetFact, UnitSets, UnitTree } from './contract.ts'
import { oneUnit } from './one-unit.ts'
import { nameOf } from './place.ts'
import { treeInWords } from './unit-row.ts'
import { kindWords } from './unit-set.ts'

const strict = { additionalProperties: false } as const
const OnDay = { on: Type.Optional(Day) }

/** Configuration is read across libraries, because comparing is a feature; it is written through the door only. */
const allow = { permission: corePermissions.see }

export const routes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['units'], ...parts })

  api.get('/units', {
    config: { allow, reads: 'configuration' },
    schema: schema('The tree of units on a day', {
      querystring: Type.Object(OnDay, strict), response: { 200: UnitTree, 304: Type.Null() },
    }),
  }, async ({ ctx, query, headers }, reply) => {
    const day = query.on ?? ctx.today()
    const etag = `"units-${ctx.configuration.version}-${day}"`
    void reply.header('etag', etag).header('cache-control', 'private, no-cache')
    if (headers['if-none-match'] === etag) return reply.code(304).send(null)
    return reply.type('application/json; charset=utf-8').send(treeInWords(ctx.configuration, day) as never)
  })

  api.get('/units/:id', {
    config: { allow },
    schema: schema('One unit and what is planned for it', {
      params: Type.Object({ id: UnitId }, strict), querystring: Type.Object(OnDay, strict),
      response: { 200: UnitDetails },
    }),
  }, ({ ctx, params, query }) => oneUnit(ctx, params.id, query.on ?? ctx.today()))

  api.get('/unit-sets', {
    config: { allow, reads: 'configuration' },
    schema: schema('Named sets of units, of a day and planned', {
      querystring: Type.Object({ ...OnDay, unit: Type.Optional(UnitId) }, strict), response: { 200: UnitSets },
    }),
  }, ({ ctx, query }) => ({
    version: ctx.configuration.version, data: setsOn(ctx, query.on ?? ctx.today(), query.unit),
  }))
}

/** The sets of a day and those planned; with a unit, those kept by it or above it, and those that count it in. */
function setsOn(ctx: Context, day: Day, unit?: UnitId) {
  const { configuration, language } = ctx
  const path = unit ? pathOf(configuration, unit, day) : []
  return [...configuration.all(unitSetFact)].flat()
    .filter(said => said.to === null || said.to >= day)
    .filter(said => !unit || path.includes(said.unit) || said.body.members.includes(unit))
    .map(({ unit: owner, key: code, from, to, body: { kind, name, members } }) => ({
      code, owner, ownerName: nameOf(configuration, owner, day), kind, kindName: kindWords[kind][language], name, from,
      to,
      members: members.map(
        id => ({ id, name: nameOf(configuration, id, day) })
      ), mayChange: ctx.may(permissions.manage, owner),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}
