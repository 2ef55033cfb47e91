import type { Reading } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import type { Effect } from '#core/change.ts'
import { resolve } from '#core/parameter.ts'
import type { EffectOf } from '#core/plugin.ts'
import { treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { inEach } from '#core/wording.ts'
import type { Asked } from './asked.ts'
import { setParameter } from './contract/change.ts'
import { nextOn } from './every-year.ts'
import { titleOf } from './setting.ts'
import { shownValue } from './shown-value.ts'

const NAMED = 10
/** Of how many values it is told what they were. */
const VALUES_TOLD = 8

interface Turn { readonly asked: Asked; readonly was: unknown; readonly is: unknown; readonly places: number }

/**
 * For how many places anything holds from then on that did not, each counted once however many values a set gives;
 * a value that is locked or overridden below counts so. And what each value was there, before what it becomes.
 */
export const placesReached: EffectOf = {
  kinds: [setParameter],
  async count(ctx, before, after, items) {
    const other = new Map<UnitId, string>()
    const turns = new Map<string, Turn>()
    for (const [n, { payload }] of items.entries()) {
      const asked = payload as Asked
      const from = firstDay(asked)
      const parameter = ctx.installation.registry.parameters.get(asked.parameter)
      if (!parameter) continue
      for (const id of unitsBelow(treeOn(after, from), asked.unit)) {
        const place = n >= VALUES_TOLD && other.has(id) ? undefined : unitAt(after, id, from)
        if (!place || place.type === 'group' || place.type === 'system') continue
        const [was, is] = [before, after].map(reading => resolve(reading, parameter, id, from, asked.where).value)
        if (JSON.stringify(was) === JSON.stringify(is)) continue
        other.set(id, place.name)
        const key = JSON.stringify([n, was, is])
        if (n < VALUES_TOLD) turns.set(key, { asked, was, is, places: (turns.get(key)?.places ?? 0) + 1 })
      }
    }
    return [placesTold(other), ...turnsTold(ctx, after, [...turns.values()])]
  },
}

function placesTold(other: ReadonlyMap<UnitId, string>): Effect {
  const count = other.size
  return {
    code: 'parameters.places', count,
    text: inEach(language => ({
      nl: count === 1 ? 'Op 1 plaats geldt dan een andere waarde'
        : `Op ${count} plaatsen geldt dan een andere waarde`,
      en: count === 1 ? 'In 1 place another value holds then' : `In ${count} places another value holds then`,
      fr: count === 1 ? 'Une autre valeur s’appliquera à 1 endroit' : `Une autre valeur s’appliquera à ${count} endroits`,
    })[language]),
    sample: [...other.values()].slice(0, NAMED),
  }
}

/** "“Leentermijn”: 21 dagen → 28 dagen"; where it is not the same everywhere, in how many places. */
function turnsTold(ctx: Context, after: Reading, turns: readonly Turn[]): Effect[] {
  const { parameters } = ctx.installation.registry
  return turns.slice(0, VALUES_TOLD).map(({ asked, was, is, places }, n) => ({
    code: `parameters.value-${n + 1}`,
    text: inEach(language => {
      const parameter = parameters.get(asked.parameter)
      const title = titleOf(after, parameter, asked, language)
      const [old, fresh] = [was, is].map(value => parameter ? shownValue(parameter, value, language) : '')
      const where = turns.filter(turn => turn.asked === asked).length === 1 ? '' : ` (${{
        nl: places === 1 ? '1 plaats' : `${places} plaatsen`, en: places === 1 ? '1 place' : `${places} places`,
        fr: places === 1 ? '1 endroit' : `${places} endroits`,
      }[language]})`
      return language === 'fr' ? `« ${title} »${where} : ${old} → ${fresh}` : `“${title}”${where}: ${old} → ${fresh}`
    }),
  }))
}

/** The day on which a value first holds: of one for a part of the year, in the first of those. */
function firstDay({ from, season }: Asked): Day {
  if (!season) return from
  const [begins, ends] = [nextOn(season.from, from), nextOn(season.to, from)]
  return ends < begins ? from : begins
}
