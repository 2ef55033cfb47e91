import { Type } from 'typebox'
import { Day, UnitId } from '#core/contract.ts'
import { corePermissions } from '#core/contract/permission.ts'
import type { Asked } from '#core/grant.ts'
import type { Routes } from '#core/plugin.ts'
import { conflictsOf } from './conflicts.ts'
import { Conflicts, Explained, Holders, PeopleCompared, Reviewed, RightsChanges } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { explain } from './explain.ts'
import { holdersOf } from './holders.ts'
import { peopleCompared } from './people-compared.ts'
import { reviewedPeople } from './reviewed-people.ts'
import { changesAsCsv, rightsChanges } from './rights-changes.ts'

const strict = { additionalProperties: false } as const
const PermissionName = Type.String({ maxLength: 80, pattern: '^[a-z][A-Za-z.-]+$' })
const At = Type.Optional(Day)
/** How far the act goes: `fee-waivers.amount=500,fee-waivers.journals=K001|K002`. */
const AskedText = Type.String({ maxLength: 400, pattern: '^[a-z.-]+=[A-Za-z0-9_|-]+(,[a-z.-]+=[A-Za-z0-9_|-]+)*$' })

const reviews = { allow: { permission: permissions.review } } as const

/** Who may do what, why, who may it here, and what changed: the same function answers that guards. */
export const reportRoutes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['permissions'], ...parts })

  // Of themselves everybody may ask; of others the answer asks for the right to look into it.
  api.get('/rights/explain', {
    config: { allow: { permission: corePermissions.see } },
    schema: schema('Whether somebody may do something somewhere, and why', {
      querystring: Type.Object({
        staff: UnitId, permission: PermissionName, unit: UnitId, day: At, asked: Type.Optional(AskedText),
      }, strict),
      response: { 200: Explained },
    }),
  }, ({ ctx, query: { asked, ...question } }) => explain(ctx, { ...question, asked: asked && readAsked(asked) || undefined }))

  api.get('/rights/holders', {
    config: reviews,
    schema: schema('Who may do something at a unit', {
      querystring: Type.Object({ permission: PermissionName, unit: UnitId, day: At }, strict), response: { 200: Holders },
    }),
  }, ({ ctx, query }) => holdersOf(ctx, query))

  // Whom one may ask about; whoever only looks into rights has no list of staff.
  api.get('/rights/people', {
    config: reviews,
    schema: schema('People whose rights one may look into', {
      querystring: Type.Object({ q: Type.Optional(Type.String({ maxLength: 120 })), staff: Type.Optional(UnitId) }, strict),
      response: { 200: Reviewed },
    }),
  }, ({ ctx, query }) => reviewedPeople(ctx, query))

  api.get('/rights/compare', {
    config: reviews,
    schema: schema('The rights of two people side by side', {
      querystring: Type.Object({ a: UnitId, b: UnitId, unit: UnitId, day: At }, strict), response: { 200: PeopleCompared },
    }),
  }, ({ ctx, query }) => peopleCompared(ctx, query))

  api.get('/rights/conflicts', {
    config: reviews,
    schema: schema('Who holds duties that clash', {
      querystring: Type.Object({ unit: Type.Optional(UnitId) }, strict), response: { 200: Conflicts },
    }),
  }, ({ ctx, query: { unit } }) => conflictsOf(ctx, unit))

  api.get('/rights/changes', {
    config: reviews,
    schema: schema('Changes of rights in a month', {
      produces: ['application/json', 'text/csv'],
      querystring: Type.Object({
        month: Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' }), unit: Type.Optional(UnitId),
        format: Type.Optional(Type.Enum(['json', 'csv'])),
      }, strict),
      response: { 200: RightsChanges },
    }),
  }, async ({ ctx, query: { format, ...question } }, reply) => {
    const changes = await rightsChanges(ctx, question)
    if (format !== 'csv') return changes
    return reply.type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="rights-${question.month}.csv"`)
      .send(changesAsCsv(changes, ctx.language) as never)
  })
}

/** A whole number stays one; anything else is a list of codes. */
function readAsked(text: string): Asked {
  return Object.fromEntries(text.split(',').map(part => {
    const [name = '', value = ''] = part.split('=')
    return [name, /^\d{1,9}$/.test(value) ? Number(value) : value.split('|')]
  }))
}
