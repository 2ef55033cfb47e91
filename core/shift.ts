import { overlaps, type Reading } from './configuration.ts'
import type { Day, UnitId } from './contract.ts'
import { grantFact, type Grant } from './grant.ts'
import { parentAt, pathOf } from './unit.ts'

/** The roles that hold at a unit because of where it hangs, and no longer or only then once it hangs elsewhere. */
export interface Shift { readonly gained: readonly Grant[]; readonly lost: readonly Grant[] }

/** What hanging elsewhere from a day on does to the roles that reach a unit from above. */
export function shiftOf(before: Reading, after: Reading, unit: UnitId, parent: UnitId, day: Day): Shift {
  const old = parentAt(before, unit, day)
  if (old === undefined || old === parent) return { gained: [], lost: [] }
  const [above, next] = [pathOf(before, old, day), pathOf(after, parent, day)]
  const grantsAt = (reading: Reading, units: readonly UnitId[]) => units.flatMap(id => reading.of(grantFact, id)
    .filter(said => !said.body.only && overlaps(said, { from: day, to: null }))
    .map(({ body, from, to }): Grant => ({ ...body, unit: id, from, to })))
  return {
    gained: grantsAt(after, next.filter(id => !above.includes(id))),
    lost: grantsAt(before, above.filter(id => !next.includes(id))),
  }
}
