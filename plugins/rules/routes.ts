import { Type } from 'typebox'
import { corePermissions } from '#core/contract/permission.ts'
import { Day, UnitId, type Parameter } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { SYSTEM } from '#core/unit.ts'
import { linesOf } from './cell.ts'
import { Lines, Lists, Tried } from './contract/answer.ts'
import { loanRule } from './contract/method.ts'
import { rulesParameters } from './contract/parameter.ts'
import { listsOf } from './listed-code.ts'
import { askedOf, Pending, Trial, tryWith } from './trial.ts'
import { tryOut } from './try.ts'

const strict = { additionalProperties: false } as const
/** Configuration is read across libraries, because comparing is a feature. */
const allow = { permission: corePermissions.see }

/** What differs by membership or material: the five methods, and the like. */
const columns: ReadonlyMap<string, Parameter> = new Map(
  rulesParameters.filter((parameter: Parameter) => parameter.dimensions).map(parameter => [parameter.name, parameter]),
)
const Place = { unit: Type.Optional(UnitId), day: Type.Optional(Day) }
export const routes: Routes = async api => {
  const schema = <S extends object>(summary: string, parts: S) => ({ summary, tags: ['rules'], ...parts })

  api.get('/rules/lines', {
    config: { allow, reads: 'configuration' },
    schema: schema('The lines of one method, cell by cell', {
      querystring: Type.Object({ ...Place, method: Type.Optional(Type.Enum([...columns.keys()])) }, strict),
      response: { 200: Lines },
    }),
  }, ({ ctx, query: { unit = SYSTEM, day = ctx.today(), method = loanRule.name } }) =>
    linesOf(ctx, unit, day, columns.get(method) ?? loanRule))

  api.get('/rules/try', {
    config: { allow },
    schema: schema('Try a loan out: due date, fine, messages and why', {
      querystring: Type.Object(Trial, strict), response: { 200: Tried },
    }),
  }, ({ ctx, query }) => tryOut(ctx, askedOf(ctx, query, '/querystring')))

  api.post('/rules/try', {
    config: { allow },
    schema: schema('Try a loan out under rules that are not saved yet', {
      body: Type.Object({ ...Trial, pending: Pending }, strict), response: { 200: Tried },
    }),
  }, ({ ctx, body: { pending, ...trial } }) => tryWith(ctx, trial, pending))

  api.get('/lists', {
    config: { allow, reads: 'configuration' },
    schema: schema('Membership and material types of a unit', {
      querystring: Type.Object(Place, strict), response: { 200: Lists },
    }),
  }, ({ ctx, query: { unit = SYSTEM, day = ctx.today() } }) => listsOf(ctx, unit, day))
}
