import type { UnitId } from '#core/contract.ts'
import type { EffectOf } from '#core/plugin.ts'
import { typeOf } from '#core/unit.ts'
import { mergeUnit } from '#plugins/units/contract.ts'

/** How many loans go along when the members of a library become those of another; their days stay what they were. */
export const loansOfMerger: EffectOf = {
  kinds: [mergeUnit],
  async count(ctx, before, _after, items) {
    const libraries = items.map(({ payload }) => (payload as { unit: UnitId }).unit).filter(unit => typeOf(before, unit) === 'library')
    if (!libraries.length) return []
    const { rows: [{ count }] } = await ctx.db.raw('select loans_of_members(?::uuid[]) as count', [libraries]) as { rows: [{ count: number }] }
    return count === 0 ? [] : [{
      code: 'circulation.loans-move', count, text: {
        nl: count === 1 ? '1 uitlening gaat mee en houdt haar inleverdatum' : `${count} uitleningen gaan mee en houden hun inleverdatum`,
        en: count === 1 ? '1 loan goes along and keeps its due day' : `${count} loans go along and keep their due days`,
        fr: count === 1 ? '1 prêt suit et garde sa date de retour' : `${count} prêts suivent et gardent leur date de retour`,
      },
    }]
  },
}
