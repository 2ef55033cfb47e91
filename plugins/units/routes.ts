import { Type } from 'typebox'
import type { Configuration, Segment } from '#core/configuration.ts'
import { Day, UnitId, unitTypes } from '#core/contract.ts'
import { Unit } from '#core/contract/unit.ts'
import { corePermissions } from '#core/permission.ts'
import type { Routes } from '#core/plugin.ts'
import { notFound } from '#core/refusal.ts'
import { dayOf, parentFact, pathOf, successorFact, unitAt, unitFact } from '#core/unit.ts'
import { setKinds, unitSetFact } from './contract.ts'
import { nameOf } from './place.ts'
import { treeInWords } from './unit-row.ts'

const strict = { additionalProperties: false } as const
const OnDay = Type.Object({ on: Type.Optional(Day) }, strict)
const Text = Type.String()
const orNull = <S extends typeof Text>(schema: S) => Type.Union([schema, Type.Null()])
const period = { from: orNull(Text), to: orNull(Text) }
const Named = Type.Object({ id: UnitId, name: Text })

const Row = Type.Object({
  id: UnitId, parent: Type.Union([UnitId, Type.Null()]), type: Type.Enum(unitTypes), code: Text, name: Text,
  level: Type.Optional(Text), public: Type.Boolean(), needsHours: Type.Boolean(),
})
const Tree = Type.Object({ version: Type.Integer(), data: Type.Array(Row) })
const Stretch = Type.Object({ ...period, unit: Unit, saidIn: Text })
const Stay = Type.Object({ ...period, parent: Named, saidIn: Text })
const OneUnit = Type.Object({
  id: UnitId, version: Type.Integer(), exists: Type.Boolean(), ...Unit.properties, path: Type.Array(Type.Object({ id: UnitId, type: Type.Enum(unitTypes), name: Text })),
  past: Type.Array(Stretch), planned: Type.Array(Stretch), stays: Type.Array(Stay), successor: Type.Optional(Named),
})
const Sets = Type.Object({ version: Type.Integer(), data: Type.Array(Type.Object({
  unit: UnitId, unitName: Text, code: Text, kind: Type.Enum(setKinds), name: Text, members: Type.Array(Named), ...period,
})) })

/** Configuration is read across libraries, because comparing is a feature; it is written through the door only. */
const config = { allow: { permission: corePermissions.see }, reads: 'configuration' } as const

export const routes: Routes = async api => {
  const schema = <S extends object>(parts: S) => ({ tags: ['units'], ...parts })

  api.get('/units', {
    config, schema: schema({ querystring: OnDay, response: { 200: Tree, 304: Type.Null() } }),
  }, async ({ ctx, query, headers }, reply) => {
    const day = query.on ?? ctx.today()
    const etag = `"units-${ctx.configuration.version}-${day}"`
    void reply.header('etag', etag).header('cache-control', 'private, no-cache')
    if (headers['if-none-match'] === etag) return reply.code(304).send(null)
    return reply.type('application/json; charset=utf-8').send(treeInWords(ctx.configuration, day) as never)
  })

  api.get('/units/:id', {
    config, schema: schema({ params: Type.Object({ id: UnitId }, strict), querystring: OnDay, response: { 200: OneUnit } }),
  }, ({ ctx, params, query }) => oneUnit(ctx.configuration, params.id, query.on ?? ctx.today()))

  api.get('/unit-sets', {
    config, schema: schema({ querystring: OnDay, response: { 200: Sets } }),
  }, ({ ctx, query }) => {
    const { configuration } = ctx
    const day = query.on ?? ctx.today()
    const data = [...configuration.all(unitSetFact)].flatMap(rows => rows.filter(said => said.to === null || said.to >= day))
      .map(({ unit, key, from, to, body }) => ({
        unit, unitName: nameOf(configuration, unit, day), code: key, kind: body.kind, name: body.name, from, to,
        members: body.members.map(id => ({ id, name: nameOf(configuration, id, day) })),
      }))
    return { version: configuration.version, data: data.sort((a, b) => a.name.localeCompare(b.name, 'nl')) }
  })
}

function oneUnit(configuration: Configuration, id: UnitId, asked: Day) {
  const known = configuration.of(unitFact, id)
  const day = dayOf(configuration, id, asked)
  const unit = unitAt(configuration, id, day)
  if (!unit) throw notFound()
  const successor = configuration.at(successorFact, id, 'successor', asked)?.body.successor
  const stretch = ({ from, to, body, saidIn }: Segment<Unit>) => ({ from, to, unit: body, saidIn })
  return {
    id, version: configuration.version, exists: day === asked, ...unit,
    path: pathOf(configuration, id, day).map(above => ({
      id: above, type: unitAt(configuration, above, day)?.type ?? 'system', name: nameOf(configuration, above, day),
    })),
    past: known.filter(({ to }) => to !== null && to < asked).map(stretch),
    planned: known.filter(({ from }) => from !== null && from > asked).map(stretch),
    stays: configuration.of(parentFact, id).map(({ from, to, body, saidIn }) => ({
      from, to, saidIn, parent: { id: body.parent, name: nameOf(configuration, body.parent, from ?? day) },
    })),
    ...(successor ? { successor: { id: successor, name: nameOf(configuration, successor, asked) } } : {}),
  }
}
