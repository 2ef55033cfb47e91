import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '#core/context.ts'
import { UnitId } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { ClassEdit, ClassList, ClassWanted, RollAsked, RolledBack, RollPlan, RollWanted } from '../contract/school/class.ts'
import { permissions } from '../contract/permission.ts'
import { MembershipRow } from '../membership.ts'
import { addClass, classesOf, editClass } from './class.ts'
import { planRoll, putRollBack, rollClasses, rollsOf } from './roll.ts'
import { nextRoll } from './yearly.ts'

const strict = { additionalProperties: false } as const
const One = Type.Object({ id: UnitId }, strict)
/** Where exactly is asked of the library or the class at hand. */
const finds = { allow: { permission: permissions.find } }
const changes = { allow: { permission: permissions.change } }

const listOf = async (ctx: Context, library: UnitId) => ({
  data: await classesOf(ctx, library), rolls: await rollsOf(ctx, library), next: await nextRoll(ctx, library),
})

/** Classes of schools as patrons, and how they move up each September. */
export const schoolRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['patrons'], ...parts })

  api.get('/school-classes', {
    config: finds,
    schema: schema('The school classes of a library, and how they moved up', {
      querystring: Type.Object({ library: UnitId }, strict), response: { 200: ClassList },
    }),
  }, ({ ctx, query: { library } }) => listOf(ctx, library))

  api.post('/school-classes', {
    config: { allow: { permission: permissions.register, unit: ({ body }: FastifyRequest) => (body as { branch: UnitId }).branch } },
    schema: schema('Make a school class a patron', { body: ClassWanted, response: { 201: ClassList } }),
  }, async ({ ctx, body }, reply) => {
    await addClass(ctx, body)
    void reply.code(201)
    const membership = await MembershipRow.query(ctx.db).findOne({ person_id: body.person, branch_id: body.branch }).throwIfNotFound()
    return listOf(ctx, membership.libraryId)
  })

  api.put('/school-classes/:id', {
    config: changes, schema: schema('Call a school class otherwise', { params: One, body: ClassEdit, response: { 200: ClassList } }),
  }, async ({ ctx, params, body }) => listOf(ctx, (await editClass(ctx, params.id, body)).libraryId))

  api.post('/class-rolls/plan', {
    config: changes, schema: schema('What each school class becomes in a school year', { body: RollAsked, response: { 200: RollPlan } }),
  }, ({ ctx, body: { library, year } }) => planRoll(ctx, library, year))

  api.post('/class-rolls', {
    config: changes, schema: schema('Move the school classes of a library up to a school year', { body: RollWanted, response: { 201: ClassList } }),
  }, async ({ ctx, body }, reply) => {
    await rollClasses(ctx, body)
    void reply.code(201)
    return listOf(ctx, body.library)
  })

  api.post('/class-rolls/:id/put-back', {
    config: changes, schema: schema('Put a roll-over of school classes back', { params: One, body: Type.Object({}, strict), response: { 200: RolledBack } }),
  }, ({ ctx, params }) => putRollBack(ctx, params.id))
}
