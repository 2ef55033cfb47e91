import { resolve } from '#core/parameter.ts'
import type { EffectOf } from '#core/plugin.ts'
import { treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import type { Asked } from './asked.ts'
import { setParameter } from './contract/change.ts'

/** For how many places another value holds from that day on; a value that is locked or overridden below counts so. */
export const placesReached: EffectOf = {
  kinds: [setParameter],
  async count(ctx, before, after, items) {
    return items.map(({ payload }) => {
      const { unit, parameter: name, from, where } = payload as Asked
      const parameter = ctx.installation.registry.parameters.get(name)
      const places = unitsBelow(treeOn(after, from), unit).filter(
        id => !['group', 'system'].includes(unitAt(after, id, from)?.type ?? '')
      )
      const other = parameter ? places.filter(id =>
        JSON.stringify(
          resolve(before, parameter, id, from, where).value
        ) !== JSON.stringify(resolve(after, parameter, id, from, where).value)) : []
      const count = other.length
      return {
        code: 'parameters.places', count,
        text: inEach(language => ({
          nl: count === 1 ? 'Op 1 plaats geldt dan een andere waarde'
            : `Op ${count} plaatsen geldt dan een andere waarde`,
          en: count === 1 ? 'In 1 place another value holds then' : `In ${count} places another value holds then`,
          fr: count === 1 ? 'Une autre valeur s’appliquera à 1 endroit' : `Une autre valeur s’appliquera à ${count} endroits`,
        })[language]),
        sample: other.slice(0, 10).map(id => unitAt(after, id, from)?.name ?? ''),
      }
    })
  },
}
