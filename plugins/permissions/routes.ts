import { Type } from 'typebox'
import { noteView } from '#core/audit.ts'
import { Day, languages, UnitId } from '#core/contract.ts'
import { corePermissions } from '#core/contract/permission.ts'
import type { Routes } from '#core/plugin.ts'
import { permissionList } from './area.ts'
import {
  Checklist, Invited, Permissions, Roles, RolesCompared, StaffDetail, StaffList, StaffMember, staffStates,
} from './contract/answer.ts'
import { RoleCode } from './contract/change.ts'
import { permissions } from './contract/permission.ts'
import { checklistOf, tickOff } from './first-step.ts'
import { rolesCompared, rolesShown } from './role-list.ts'
import { reportRoutes } from './report-routes.ts'
import { staffDetail, staffList, staffMember } from './staff-list.ts'
import { staffActRoutes } from './staff-acts-routes.ts'
import { correct, disable, enable, invite, relink } from './staff.ts'

const strict = { additionalProperties: false } as const
const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })
const Email = Type.String({ format: 'email', maxLength: 254 })
const Language = Type.Enum(languages)
const OneOf = Type.Object({ id: UnitId }, strict)

const sees = { allow: { permission: corePermissions.see }, reads: 'configuration' } as const
const manages = { allow: { permission: permissions.manage } }

export const routes: Routes = async api => {
  await api.register(reportRoutes)
  await api.register(staffActRoutes)
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['permissions'], ...parts })

  api.get('/permissions', {
    config: sees, schema: schema('Every permission with its sentence', { response: { 200: Permissions } }),
  }, ({ ctx }) => ({ data: permissionList(ctx.installation.registry, ctx.language) }))

  api.get('/roles', {
    config: sees, schema: schema('Roles and what they allow', { response: { 200: Roles } }),
  }, ({ ctx }) => ({ data: rolesShown(ctx) }))

  api.get('/roles/compare', {
    config: sees,
    schema: schema('Two roles side by side', {
      querystring: Type.Object({ a: RoleCode, b: RoleCode }, strict), response: { 200: RolesCompared },
    }),
  }, ({ ctx, query: { a, b } }) => rolesCompared(ctx, a, b))

  api.get('/staff', {
    config: manages,
    schema: schema('Colleagues, by unit, role, state and name', {
      querystring: Type.Object({
        unit: Type.Optional(UnitId), q: Type.Optional(Type.String({ maxLength: 120 })),
        state: Type.Optional(Type.Enum(staffStates)), role: Type.Optional(RoleCode),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })), offset: Type.Optional(
          Type.Integer({ minimum: 0, maximum: 100_000 })
        ),
      }, strict),
      response: { 200: StaffList },
    }),
  }, ({ ctx, query }) => staffList(ctx, query))

  api.get('/staff/:id', {
    config: manages,
    schema: schema('One colleague with their roles', { params: OneOf, response: { 200: StaffDetail } }),
  }, async ({ ctx, params }) => {
    const member = await staffDetail(ctx, params.id)
    await noteView(ctx, { table: 'staff', row: member.id, purpose: 'staff-administration' })
    return member
  })

  api.post('/staff', {
    config: manages,
    schema: schema('Invite a colleague and give a role', {
      body: Type.Object({
        id: UnitId, name: Name, email: Email, language: Language, role: RoleCode, unit: UnitId,
        from: Type.Optional(Day), to: Type.Optional(Type.Union([Day, Type.Null()])),
      }, strict),
      response: { 201: Invited },
    }),
  }, async ({ ctx, body }, reply) => {
    const token = await invite(ctx, body)
    void reply.code(201).header('cache-control', 'no-store')
    return { staff: await staffMember(ctx, body.id), token, mailed: ctx.installation.mailServer !== null }
  })

  api.patch('/staff/:id', {
    config: manages,
    schema: schema('Correct a colleague’s name or address, or close their account', {
      params: OneOf,
      body: Type.Object({
        disabled: Type.Optional(Type.Boolean()), name: Type.Optional(Name), email: Type.Optional(Email),
        language: Type.Optional(Language), initials: Type.Optional(Type.String({ maxLength: 8, pattern: '\\S' })),
      }, { ...strict, minProperties: 1 }),
      response: { 200: StaffMember },
    }),
  }, async ({ ctx, params: { id }, body: { disabled, ...correction } }) => {
    if (Object.keys(correction).length) await correct(ctx, id, correction)
    if (disabled !== undefined) await (disabled ? disable : enable)(ctx, id)
    return staffMember(ctx, id)
  })

  api.post('/staff/:id/invitation', {
    config: manages, schema: schema('A new link for a colleague', { params: OneOf, response: { 201: Invited } }),
  }, async ({ ctx, params }, reply) => {
    const token = await relink(ctx, params.id)
    void reply.code(201).header('cache-control', 'no-store')
    return { staff: await staffMember(ctx, params.id), token, mailed: ctx.installation.mailServer !== null }
  })

  api.get('/checklist', {
    config: { allow: 'signed-in' },
    schema: { summary: 'What is still to be set up', tags: ['checklist'], response: { 200: Checklist } },
  }, ({ ctx }) => checklistOf(ctx))

  api.post('/checklist/:step', {
    config: { allow: 'signed-in' },
    schema: {
      summary: 'Tick a step of setting up off',
      tags: ['checklist'], params: Type.Object({ step: Type.String({ maxLength: 40 }) }, strict),
      response: { 200: Checklist },
    },
  }, async ({ ctx, params }) => {
    await tickOff(ctx, params.step)
    return checklistOf(ctx)
  })
}
