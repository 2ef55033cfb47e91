import { beyondReach } from '#core/change-set.ts'
import type { Reading } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { librariesUnder, nearest, unitAt } from '#core/unit.ts'
import { isValid, MembershipRow } from './membership.ts'

/** The cooperation group of a library on a day, and how far it goes: 1 one fee, 2 one regulation, 3 one membership. */
export interface Cooperation {
  readonly group: UnitId
  readonly name: string
  readonly level: 1 | 2 | 3
  /** All its libraries, the one that was asked for included. */
  readonly libraries: readonly UnitId[]
}

/** None for a library directly under the system: cooperation level 0. */
export function cooperationOf(reading: Reading, library: UnitId, day: Day): Cooperation | undefined {
  const group = nearest(reading, library, day, 'group')
  const said = group && unitAt(reading, group, day)
  if (!said) return undefined
  const level = Number(said.level?.[0] ?? 1) as Cooperation['level']
  return { group, name: said.name, level, libraries: librariesUnder(reading, group, { from: day, to: day }) }
}

/**
 * The valid memberships of somebody in the other libraries of a group, the one that lasts longest first. Looked up
 * past the walls, because the rule of the group must hold; only what the rule says of it reaches the desk. A discreet
 * membership counts for nothing: its end date would betray it.
 */
export async function validElsewhere(ctx: Context, personId: string, library: UnitId, day: Day): Promise<MembershipRow[]> {
  const others = cooperationOf(ctx.configuration, library, day)?.libraries.filter(id => id !== library) ?? []
  if (!others.length) return []
  const rows = await beyondReach(ctx, async () => MembershipRow.query(ctx.db)
    .where({ person_id: personId, discreet: false }).whereIn('library_id', others).orderBy([{ column: 'until_on', order: 'desc' }, 'id']))
  return rows.filter(row => isValid(row, day))
}
