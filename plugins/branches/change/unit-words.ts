import { overlaps, type Reading, type Segment } from '#core/configuration.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { nearest, unitAt, unitFact } from '#core/unit.ts'
import { listed } from '../wording.ts'

/** The unit's name on a day, or the one it last had. */
export function nameOf(reading: Reading, unit: UnitId, day: Day): string {
  return unitAt(reading, unit, day)?.name ?? reading.of(unitFact, unit).at(-1)?.body.name ?? ''
}

export const namesIn = (reading: Reading, units: readonly UnitId[], day: Day, language: Language) =>
  listed(
    language,
    units
      .slice(0, 3)
      .map(unit => nameOf(reading, unit, day))
      .concat(units.length > 3 ? Array.from({ length: units.length - 3 }, () => '') : []),
  )

/** Whether the unit exists on any day of the period. */
export const existsIn = (reading: Reading, unit: UnitId, period: Pick<Segment, 'from' | 'to'>) =>
  reading.of(unitFact, unit).some(said => overlaps(said, period))

/** `Bib Zwalm`, or a branch with its library where the name alone would not do. */
export function fullName(reading: Reading, unit: UnitId, day: Day): string {
  const name = nameOf(reading, unit, day)
  const library = nearest(reading, unit, day, 'library')
  const of = library && library !== unit ? nameOf(reading, library, day) : ''
  return !of || name.includes(of) ? name : `${name} (${of})`
}
