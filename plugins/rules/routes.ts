import { Type } from 'typebox'
import type { Context } from '#core/context.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { ANY, Day, UnitId, type Parameter } from '#core/contract.ts'
import type { Routes } from '#core/plugin.ts'
import { refused } from '#core/refusal.ts'
import { SYSTEM } from '#core/unit.ts'
import { fault } from '#core/wording.ts'
import { codeFaults } from '#plugins/parameters/index.ts'
import { linesOf } from './cell.ts'
import { Lines, Lists, Tried } from './contract/answer.ts'
import { loanRule } from './contract/method.ts'
import { rulesParameters } from './contract/parameter.ts'
import { listsOf } from './listed-code.ts'
import { tryOut, type Asked } from './try.ts'

const strict = { additionalProperties: false } as const
/** Configuration is read across libraries, because comparing is a feature. */
const allow = { permission: corePermissions.see }

/** What differs by membership or material: the five methods, and the like. */
const columns: ReadonlyMap<string, Parameter> = new Map(
  rulesParameters.filter((parameter: Parameter) => parameter.dimensions).map(parameter => [parameter.name, parameter]),
)
const Place = { unit: Type.Optional(UnitId), day: Type.Optional(Day) }
const Code = Type.String({ minLength: 1, maxLength: 20, examples: ['60'] })
/** Days that the calendars know with room to spare: from 2000 to 2049. */
const KnownDay = Type.String({ format: 'date', pattern: '^20[0-4]\\d-', maxLength: 10, examples: ['2026-12-24'] })

export const routes: Routes = async api => {
  const schema = <S extends object>(parts: S) => ({ tags: ['rules'], ...parts })

  api.get('/rules/lines', {
    config: { allow, reads: 'configuration' },
    schema: schema({
      querystring: Type.Object({ ...Place, method: Type.Optional(Type.Enum([...columns.keys()])) }, strict),
      response: { 200: Lines },
    }),
  }, ({ ctx, query: { unit = SYSTEM, day = ctx.today(), method = loanRule.name } }) =>
    linesOf(ctx, unit, day, columns.get(method) ?? loanRule))

  api.get('/rules/try', {
    config: { allow },
    schema: schema({
      querystring: Type.Object({
        unit: UnitId, membership: Type.Optional(Code), material: Type.Optional(Code),
        day: Type.Optional(KnownDay), returned: Type.Optional(KnownDay),
      }, strict),
      response: { 200: Tried },
    }),
  }, ({ ctx, query }) => {
    const { unit, day = ctx.today(unit), membership = ANY, material = ANY, returned } = query
    const asked = { unit, day, returned, line: { membership, material } }
    refuseWrong(ctx, asked)
    return tryOut(ctx, asked)
  })

  api.get('/lists', {
    config: { allow, reads: 'configuration' },
    schema: schema({ querystring: Type.Object(Place, strict), response: { 200: Lists } }),
  }, ({ ctx, query: { unit = SYSTEM, day = ctx.today() } }) => listsOf(ctx, unit, day))
}

/** Everything at once: codes that are on no list, and a book that is back before it was lent. */
function refuseWrong({ configuration }: Context, { line, day, returned }: Asked): void {
  const faults = [
    ...codeFaults(configuration, loanRule, line, '/querystring'),
    ...(returned !== undefined && returned < day ? [fault('rules.backwards', '/querystring/returned',
      'Iets kan niet terug zijn voor het geleend is.', 'Nothing can be back before it was lent.',
      'Rien ne peut rentrer avant d’avoir été prêté.')] : []),
  ]
  if (faults.length) throw refused(faults)
}
