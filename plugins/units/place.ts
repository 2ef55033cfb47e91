import type { Period } from '#core/draft.ts'
import { outside } from '#core/draft.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId, UnitType } from '#core/contract.ts'
import { SYSTEM, unitAt, unitFact, parentFact } from '#core/unit.ts'
import type { Fault } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'

/** What may hang under what: stop, bookmobile, library, group, system. */
const under: Readonly<Record<UnitType, readonly UnitType[]>> = {
  system: [], group: ['system'], library: ['system', 'group'], branch: ['library'], bookmobile: ['library'],
  stop: ['bookmobile'],
}

export const typeWords: Readonly<Record<UnitType, Fault['message']>> = {
  system: { nl: 'het systeem', en: 'the system', fr: 'le système' },
  group: { nl: 'een samenwerkingsverband', en: 'a cooperation group', fr: 'un groupement' },
  library: { nl: 'een bibliotheek', en: 'a library', fr: 'une bibliothèque' },
  branch: { nl: 'een vestiging', en: 'a branch', fr: 'une implantation' },
  bookmobile: { nl: 'een bibliobus', en: 'a bookmobile', fr: 'un bibliobus' },
  stop: { nl: 'een halte', en: 'a stop', fr: 'une halte' },
}

/** The days of a period on which the unit does not exist; none when it stands throughout. */
export const absent = (reading: Reading, unit: UnitId, period: Period): Period[] =>
  reading.of(unitFact, unit).reduce<Period[]>((left, said) => left.flatMap(part => outside(part, said)), [period])

/** The name a unit bears on a day, or bore last, or will bear first. */
export const nameOf = (reading: Reading, unit: UnitId, day: Day): string =>
  (unitAt(reading, unit, day) ?? reading.of(unitFact, unit).at(-1)?.body)?.name ?? ''

/** Refuses a unit that is not there on the day from which something shall hold. */
export function unitFaults(reading: Reading, unit: UnitId, day: Day, pointer: string): Fault[] {
  if (unit === SYSTEM) return [fault('units.system', pointer, 'Het systeem zelf verandert zo niet.',
    'The system itself does not change in this way.', 'Le système lui-même ne change pas ainsi.')]
  return unitAt(reading, unit, day) ? [] : [notThere(pointer)]
}

/** Refuses a parent that is of the wrong type, or is not there for as long as the unit is to hang under it. */
export function parentFaults(
  reading: Reading, type: UnitType, parent: UnitId, period: Period & { from: Day }, pointer: string
): Fault[] {
  const above = unitAt(reading, parent, period.from)
  if (!above) return [notThere(pointer)]
  if (!under[type].includes(above.type)) {
    const [low, high] = [typeWords[type], typeWords[above.type]]
    return [fault('units.wrong-parent', pointer, `Onder ${high.nl} kan ${low.nl} niet hangen.`,
      `Under ${high.en}, ${low.en} cannot hang.`, `Sous ${high.fr}, ${low.fr} ne peut pas être placé(e).`)]
  }
  return absent(reading, parent, period).length === 0 ? [] : [fault('units.parent-ends', pointer,
    `${above.name} bestaat niet die hele tijd.`, `${above.name} does not exist all that time.`,
    `${above.name} n’existe pas pendant toute cette période.`)]
}

/** The units that hang under one on a day or will do so later, each with its period from that day on. */
export function hangingFrom(reading: Reading, unit: UnitId, from: Day): { unit: UnitId; period: Period }[] {
  return [...reading.all(parentFact)].flatMap(rows => rows
    .filter(said => said.body.parent === unit && (said.to === null || said.to >= from))
    .map(
      said => ({
        unit: said.unit, period: { from: said.from === null || said.from < from ? from : said.from, to: said.to },
      })
    ))
}

const notThere = (pointer: string) => fault('units.not-there', pointer,
  'Deze eenheid bestaat niet op die dag.', 'This unit does not exist on that day.',
  'Cette unité n’existe pas ce jour-là.')
