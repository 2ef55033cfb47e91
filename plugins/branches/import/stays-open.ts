import type { Configuration } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { inEach } from '#core/wording.ts'
import { differingBelow } from '../change/below.ts'
import { fullName } from '../change/unit-words.ts'
import type { DayKind } from '../contract/calendar.ts'
import type { Reason } from '../format/reason.ts'
import type { Remark } from '../format/schedule.ts'
import { listed } from '../wording.ts'
import type { Placed } from './items.ts'

/**
 * Rows that close a unit of which something below keeps its own day: nobody stays open unnoticed, so
 * such a row waits for a yes. What the same file says about the unit below needs no asking.
 */
export function staysOpen(configuration: Configuration, rows: readonly Placed[], today: Day): Remark[] {
  const told = new Set(rows.flatMap(({ target }) => target?.unit ?? []))
  return rows.flatMap(({ schedule: { row, exceptions, cuts }, target }) => {
    if (!target || target.isNew) return []
    const closings = [
      ...exceptions.map(({ from, to, body }) => ({ field: 'exceptions', from, to, kind: body.kind })),
      ...cuts.map(({ from, to }) => ({ field: 'cuts', from, to, kind: 'G' as DayKind })),
    ]
    return closings.flatMap(({ field, from, to, kind }) => {
      if (kind === 'open') return []
      const first = from ?? today
      const below = differingBelow(configuration, { units: [target.unit], from: first, to, kind })
      const unheard = below.filter(unit => !told.has(unit))
      if (unheard.length === 0) return []
      return [{ row, field, value: `${first}/${to ?? ''}`, reason: keepsOwnDay(configuration, unheard, first) }]
    })
  })
}

function keepsOwnDay(configuration: Configuration, units: readonly UnitId[], day: Day): Reason {
  const names = units.map(unit => fullName(configuration, unit, day))
  const { nl, en, fr } = inEach(language => listed(language, names))
  return {
    code: 'branches.import.keeps-own-day',
    texts: {
      nl: `Eigen dagen die blijven zoals ze zijn: ${nl}. Klopt dat?`,
      en: `Own days that stay as they are: ${en}. Is that right?`,
      fr: `Jours propres qui restent tels quels : ${fr}. Est-ce exact ?`,
    },
  }
}
