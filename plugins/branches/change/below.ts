import type { Question } from '#core/change.ts'
import { overlaps, type Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { parentFact, SYSTEM, unitFact } from '#core/unit.ts'
import { exceptionFact, type DayKind } from '../contract/calendar.ts'
import { fullName } from './unit-words.ts'

interface Closure {
  readonly units: readonly UnitId[]
  readonly from: Day
  readonly to: Day | null
  readonly kind: DayKind
  readonly also?: readonly UnitId[]
  readonly leave?: readonly UnitId[]
}

/** Units under the closed ones whose own exception would win over the closing on some of its days. */
export function differingBelow(reading: Reading, { units, from, to, kind }: Closure): UnitId[] {
  const closed = new Set(units)
  const above = new Set(units.filter(unit => mayHaveBelow(reading, unit)))
  if (!above.size) return []
  const found: UnitId[] = []
  for (const rows of reading.all(exceptionFact)) {
    const unit = rows[0]?.unit
    if (!unit || closed.has(unit)) continue
    if (
      rows.some(said => overlaps(said, { from, to }) && said.body.kind !== kind)
      && hangsUnder(reading, unit, above, from, to)
    )
      found.push(unit)
  }
  return found
}

/** Nothing hangs under a branch or a stop, so thousands of them need no search. */
function mayHaveBelow(reading: Reading, unit: UnitId): boolean {
  const type = reading.of(unitFact, unit)[0]?.body.type
  return type !== 'branch' && type !== 'stop'
}

/** Whether one of these stands above the unit on some day of the period, and the unit exists then. */
export function hangsUnder(
  reading: Reading,
  unit: UnitId,
  above: ReadonlySet<UnitId>,
  from: Day,
  to: Day | null,
): boolean {
  if (!reading.of(unitFact, unit).some(said => overlaps(said, { from, to }))) return false
  const seen = new Set([unit])
  for (const id of seen) {
    for (const place of reading.of(parentFact, id)) {
      if (!overlaps(place, { from, to })) continue
      if (above.has(place.body.parent)) return true
      seen.add(place.body.parent)
    }
  }
  return above.has(SYSTEM) && unit !== SYSTEM && seen.has(SYSTEM)
}

/** Asks about units below that would go their own way, until each is named in `also` or `leave`. */
export function belowQuestions(reading: Reading, closure: Closure): Question[] {
  const answered = new Set([...(closure.also ?? []), ...(closure.leave ?? [])])
  const units = differingBelow(reading, closure).filter(unit => !answered.has(unit))
  const staysOpen = (unit: UnitId) =>
    reading
      .of(exceptionFact, unit)
      .some(said => overlaps(said, closure) && (said.body.kind === 'open' || said.body.kind === 'B'))
  const named = (ids: readonly UnitId[]) => ids.map(id => ({ id, name: fullName(reading, id, closure.from) }))
  const open = closure.kind === 'B' ? [] : units.filter(staysOpen)
  const other = units.filter(unit => !open.includes(unit))
  return [
    ...(open.length
      ? [
          {
            code: 'branches.stays-open',
            units: named(open),
            text: {
              nl: 'Deze blijven door hun eigen uitzondering open. Ook sluiten?',
              en: 'These stay open by their own exception. Close them too?',
              fr: 'Celles-ci restent ouvertes par leur propre exception. Les fermer aussi ?',
            },
          },
        ]
      : []),
    ...(other.length
      ? [
          {
            code: 'branches.keeps-own-day',
            units: named(other),
            text: {
              nl: 'Deze hebben op die dagen een eigen uitzondering. Laten volgen?',
              en: 'These have an exception of their own on those days. Make them follow?',
              fr: 'Celles-ci ont leur propre exception ces jours-là. Les faire suivre ?',
            },
          },
        ]
      : []),
  ]
}

/** The days after a closing's old end, when its end moves. */
export const dayAfter = (day: Day) => plusDays(day, 1)
