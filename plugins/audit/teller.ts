import type { Context } from '#core/context.ts'
import type { Texts, UnitId } from '#core/contract.ts'
import { roleFact, rolesOn } from '#core/role.ts'
import type { RowWords, Teller } from '#core/row-words.ts'
import { unitAt, unitFact } from '#core/unit.ts'
import type { Note } from './question.ts'

const somebody: Texts = {
  nl: 'iemand buiten je bereik', en: 'somebody out of your reach', fr: 'quelqu’un hors de votre périmètre',
}
const formerRole: Texts = { nl: 'een vroegere rol', en: 'a former role', fr: 'un ancien rôle' }
const formerUnit: Texts = { nl: 'een vroegere eenheid', en: 'a former unit', fr: 'une ancienne unité' }

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Looks up every name these notes may need, in one question for the people among them. */
export async function tellerFor(ctx: Context, notes: readonly Note[]): Promise<Teller> {
  const ids = new Set(JSON.stringify(notes.map(({ actor, row_id: row, body }) => [actor, row, body])).match(UUID) ?? [])
  const people: { id: string; name: string }[] = await ctx.db('staff').whereIn('id', [...ids]).select('id', 'name')
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const { language, configuration } = ctx
  const { parameters, permissions } = ctx.installation.registry
  const roles = rolesOn(configuration, ctx.today())
  return {
    language,
    unit: id => unitName(ctx, id) ?? formerUnit[language],
    staff: id => names.get(id) ?? somebody[language],
    role: code => (roles.get(code)?.name ?? formerlyCalled(ctx, code) ?? formerRole)[language],
    permission: name => permissions.get(name)?.allows[language] ?? '',
    parameter: name => parameters.get(name),
  }
}

const unitName = (ctx: Context, id: UnitId) =>
  (unitAt(ctx.configuration, id, ctx.today()) ?? ctx.configuration.of(unitFact, id).at(-1)?.body)?.name

const formerlyCalled = ({ configuration }: Context, code: string): Texts | undefined =>
  [...configuration.all(roleFact)].flat().findLast(({ key }) => key === code)?.body.name

/** How each table and fact is told, as the plugins declare it. */
export const wordsOf = (ctx: Context): ReadonlyMap<string, RowWords> =>
  new Map(ctx.installation.registry.plugins.flatMap(({ rowWords = [] }) => rowWords).map(words => [words.of, words]))
