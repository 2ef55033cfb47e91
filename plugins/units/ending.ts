import type { Lay, Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { parentFact, unitFact } from '#core/unit.ts'
import { unitSetFact } from './contract.ts'

/** A unit is no more from a day on. */
export const endingOf = (unit: UnitId, from: Day): Lay[] => [
  { fact: unitFact, unit, key: 'unit', from, to: null, body: null },
  { fact: parentFact, unit, key: 'parent', from, to: null, body: null },
]

/** The named sets that list units which end: their successor takes the place, or the place goes. */
export function setsWithout(reading: Reading, ending: ReadonlySet<UnitId>, from: Day, successor?: UnitId): Lay[] {
  return [...reading.all(unitSetFact)].flatMap(rows => rows
    .filter(said => (said.to === null || said.to >= from) && said.body.members.some(id => ending.has(id)))
    .map(said => ({
      fact: unitSetFact, unit: said.unit, key: said.key,
      from: said.from === null || said.from < from ? from : said.from, to: said.to,
      body: { ...said.body, members: membersAfter(said.body.members, ending, successor) },
    })))
}

function membersAfter(members: readonly UnitId[], ending: ReadonlySet<UnitId>, successor?: UnitId): UnitId[] {
  const after = members.flatMap(id => !ending.has(id) ? [id] : successor === undefined ? [] : [successor])
  return [...new Set(after)]
}
