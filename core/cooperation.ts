import { overlaps, type Reading } from './configuration.ts'
import type { Day, UnitId } from './contract.ts'
import { common, outside, type Period } from './draft.ts'
import { bindsLibraries, parameterFact, parameterOf } from './parameter.ts'
import { librariesUnder, parentFact, pathToday, typeOf, unitAt, unitFact, type Unit } from './unit.ts'
import { defineWeight, type Weight } from './weight.ts'

interface Bond extends Period { readonly group: UnitId }

/** The groups whose tables bind a unit in a period, itself included, each with the days on which they do. */
export const bondsOf = (reading: Reading, unit: UnitId, period: Period): Bond[] => [
  ...reading.of(unitFact, unit).filter(said => overlaps(said, period) && bindsLibraries(said.body))
    .map(said => ({ group: unit, ...common(said, period) })),
  ...reading.of(parentFact, unit).filter(said => overlaps(said, period))
    .flatMap(said => bondsOf(reading, said.body.parent, common(said, period))),
]

/** Of some bonds the days on which others do not hold already. */
export const bondsBeyond = (bonds: readonly Bond[], held: readonly Bond[]): Bond[] => bonds.flatMap(bond =>
  held.filter(({ group }) => group === bond.group)
    .reduce<Period[]>((parts, known) => parts.flatMap(part => outside(part, known)), [bond])
    .map(part => ({ group: bond.group, ...part })))

/** Whether two libraries lend to one another's members without enrolling them: within a group of level 3, and nowhere else. */
export function shareGroup3(reading: Reading, one: UnitId, other: UnitId, day: Day): boolean {
  const above = new Set(pathToday(reading, other, day))
  return pathToday(reading, one, day).some(id => above.has(id) && unitAt(reading, id, day)?.level?.startsWith('3') === true)
}

/**
 * A group of level 2 or higher has one table for all its libraries: each agrees to what changes in it, on whichever
 * days it binds them, also to what comes back: libraries have joined since, and what was good then need not be now.
 */
const sharedTable = defineWeight({
  fact: parameterFact,
  agreement(lay, { parameters, before, today }) {
    if (!parameters.get(parameterOf(lay.key))?.shared) return []
    return before.of(unitFact, lay.unit).filter(said => overlaps(said, lay) && bindsLibraries(said.body))
      .flatMap(said => librariesUnder(before, lay.unit, fromOn(today, common(said, lay))))
  },
})

/** A cooperation that goes further binds libraries to what their group says already, and opens them to one another. */
const goingFurther = defineWeight({
  fact: unitFact,
  agreement({ unit, from, to, body }, { before, today }) {
    if (body === null || !bindsLibraries(body)) return []
    const was = before.of(unitFact, unit).filter(said => overlaps(said, { from, to }))
    return was.some(said => depthOf(said.body) < depthOf(body)) ? librariesUnder(before, unit, fromOn(today, { from, to })) : []
  },
})

/**
 * Who comes to hang under a group of level 2 or higher is bound by its table from then on. A branch has no word of
 * its own: the library that it leaves speaks for it. The libraries that are there already are not asked.
 */
const joining = defineWeight({
  fact: parentFact,
  agreement({ unit, from, to, body }, { before, after }) {
    if (body === null) return []
    const fresh = bondsBeyond(bondsOf(after, body.parent, { from, to }), bondsOf(before, unit, { from, to }))
    return fresh.flatMap(days => speakingFor(before, unit, days))
  },
})

/** Nobody is asked for a unit that was not there before. */
function speakingFor(reading: Reading, unit: UnitId, period: Period): UnitId[] {
  const places = reading.of(parentFact, unit).filter(said => overlaps(said, period))
  if (!places.length) return []
  const below = librariesUnder(reading, unit, period)
  return below.length || isGroup(reading, unit) ? below : places.flatMap(({ body, ...said }) =>
    typeOf(reading, body.parent) === 'library' ? [body.parent] : speakingFor(reading, body.parent, common(said, period)))
}

const isGroup = (reading: Reading, unit: UnitId) => typeOf(reading, unit) === 'group'

/** Of levels 3a, 3b and 3c none goes further than another. */
const depthOf = ({ level = '1' }: Unit) => Number(level[0])

/** A period from today on; of days gone by those who are there today answer. */
const fromOn = (today: Day, { from, to }: Period): Period =>
  ({ from: from !== null && from > today ? from : today, to: to !== null && to < today ? today : to })

export const cooperationWeights: readonly Weight[] = [sharedTable, goingFurther, joining]
