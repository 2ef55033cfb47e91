import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { bondsBeyond, bondsOf } from '#core/cooperation.ts'
import type { Item } from '#core/change.ts'
import { readParameterKey, resolve, rowsOf } from '#core/parameter.ts'
import type { EffectOf } from '#core/plugin.ts'
import { treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { inEach, listed } from '#core/wording.ts'
import { changeUnit, mergeUnit, moveUnit } from '#plugins/units/contract.ts'
import { textOf } from './value-text.ts'
import { whereWords } from './where-words.ts'

const VALUES_SHOWN = 30

/** Whom the table of a group comes to bind by a move, a merger or a level, and what stands in that table. */
export const tablesThatBind: EffectOf = {
  kinds: [moveUnit, mergeUnit, changeUnit],
  async count(ctx, before, after, items) {
    const bound = items.flatMap(({ kind, payload }) => boundBy(before, after, kind, payload as Moved))
    return [...Map.groupBy(bound, ({ group }) => group)].map(([group, places]) => {
      const [day, units] = [places[0]?.day ?? ctx.today(), [...new Set(places.map(({ unit }) => unit))]]
      const said = sharedWords(ctx, before, after, group, units, day)
      const named = (unit: UnitId) => unitAt(after, unit, day)?.name ?? unitAt(before, unit, day)?.name ?? ''
      return {
        code: 'parameters.bound', count: said.length,
        text: inEach(language => {
          const [who, whom] = [named(group), listed(language, units.map(named))]
          const shares = { nl: 'Wat de groep deelt:', en: 'What the group shares:', fr: 'Ce que le groupe partage :' }
          const nothing = {
            nl: 'De groep deelt nog geen waarden.', en: 'The group shares no values yet.', fr: 'Le groupe ne partage encore aucune valeur.',
          }
          return `${binds(language, who, whom)} ${(said.length ? shares : nothing)[language]}`
        }),
        sample: said.length > VALUES_SHOWN ? [...said.slice(0, VALUES_SHOWN), '…'] : said,
      }
    })
  },
}

const binds = (language: Language, who: string, whom: string) => ({
  nl: `${who} bindt dan ${whom}.`, en: `${who} then binds ${whom}.`, fr: `${who} engagera alors ${whom}.`,
})[language]

interface Moved { readonly unit: UnitId; readonly from: Day }
interface Bound { readonly unit: UnitId; readonly group: UnitId; readonly day: Day }

/** What the change moves or, where a group goes further, holds together: the libraries, or the branches that move alone. */
function boundBy(before: Configuration, after: Configuration, kind: Item['kind'], { unit, from }: Moved): Bound[] {
  const tree = treeOn(before, from)
  const moved = kind === moveUnit.name ? [unit] : tree.children.get(unit) ?? []
  const places = moved.flatMap(id => {
    const libraries = unitsBelow(tree, id).filter(below => tree.units.get(below)?.type === 'library')
    return libraries.length ? libraries : [id]
  })
  const period = { from, to: null }
  return places.flatMap(id => bondsBeyond(bondsOf(after, id, period), bondsOf(before, id, period))
    .map(({ group, from: first }) => ({ unit: id, group, day: first ?? from })))
}

/** `Uitlening (60 Volwassene): 21/7/0 (nu 28/28/0)`, as the group says it on that day; now, where one unit is bound. */
function sharedWords(
  ctx: Context, before: Configuration, after: Configuration,
  group: UnitId, units: readonly UnitId[], day: Day,
): string[] {
  const { installation, language } = ctx
  const now = { nl: 'nu', en: 'now', fr: 'actuellement' }[language]
  return [...installation.registry.parameters.values()].filter(({ shared }) => shared).flatMap(parameter =>
    rowsOf(after, parameter, group).filter(({ to }) => to === null || to >= day).map(row => {
      const { where, season } = readParameterKey(row.key, parameter)
      const [codes, value] = [whereWords(after, parameter, group, day, { where, season }, language), textOf(parameter, row, language)]
      const said = units.length === 1 && units[0]
        ? textOf(parameter, resolve(before, parameter, units[0], ctx.today(), where).row, language) : value
      return `${parameter.title[language]}${codes ? ` (${codes})` : ''}: ${value}${said === value ? '' : ` (${now} ${said})`}`
    }))
}
