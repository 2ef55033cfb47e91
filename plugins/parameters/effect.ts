import type { Day, UnitId } from '#core/contract.ts'
import { resolve } from '#core/parameter.ts'
import type { EffectOf } from '#core/plugin.ts'
import { treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import type { Asked } from './asked.ts'
import { setParameter } from './contract/change.ts'
import { nextOn } from './every-year.ts'

const NAMED = 10

/**
 * For how many places anything holds from then on that did not, each counted once however many values a set gives;
 * a value that is locked or overridden below counts so.
 */
export const placesReached: EffectOf = {
  kinds: [setParameter],
  async count(ctx, before, after, items) {
    const other = new Map<UnitId, string>()
    for (const { payload } of items) {
      const { unit, parameter: name, where } = payload as Asked
      const from = firstDay(payload as Asked)
      const parameter = ctx.installation.registry.parameters.get(name)
      if (!parameter) continue
      for (const id of unitsBelow(treeOn(after, from), unit)) {
        const place = other.has(id) ? undefined : unitAt(after, id, from)
        if (!place || place.type === 'group' || place.type === 'system') continue
        const [was, is] = [before, after].map(reading => JSON.stringify(resolve(reading, parameter, id, from, where).value))
        if (was !== is) other.set(id, place.name)
      }
    }
    const count = other.size
    return [{
      code: 'parameters.places', count,
      text: inEach(language => ({
        nl: count === 1 ? 'Op 1 plaats geldt dan een andere waarde'
          : `Op ${count} plaatsen geldt dan een andere waarde`,
        en: count === 1 ? 'In 1 place another value holds then' : `In ${count} places another value holds then`,
        fr: count === 1 ? 'Une autre valeur s’appliquera à 1 endroit' : `Une autre valeur s’appliquera à ${count} endroits`,
      })[language]),
      sample: [...other.values()].slice(0, NAMED),
    }]
  },
}

/** The day on which a value first holds: of one for a part of the year, in the first of those. */
function firstDay({ from, season }: Asked): Day {
  if (!season) return from
  const [begins, ends] = [nextOn(season.from, from), nextOn(season.to, from)]
  return ends < begins ? from : begins
}
