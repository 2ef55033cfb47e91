import type { Item } from './change.ts'
import type { Context } from './context.ts'
import { allGrantsOf } from './grant.ts'
import type { Fault } from './refusal.ts'
import { StaffRow } from './staff.ts'
import { fault } from './wording.ts'
import { SYSTEM_ACTOR } from './work.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * A fault for each item that speaks of a member of staff who is out of reach, which is the same as nobody.
 * Asked before the rules are, since a rule sees the whole configuration and would tell where they work.
 *
 * Whoever belongs elsewhere but holds a role within reach is known here too, by that role.
 */
export async function strangersIn(ctx: Context, items: readonly Item[]): Promise<Fault[]> {
  if (ctx.actor === SYSTEM_ACTOR) return []
  const spoken = items.flatMap(({ payload }, n) => peopleIn(payload).map(person => ({ n, ...person })))
  if (!spoken.length) return []
  const rows = await StaffRow.query(ctx.db).whereIn('id', [...new Set(spoken.map(({ id }) => id))]).select('id')
  const known = new Set(rows.map(({ id }) => id))
  const visits = (id: string) => allGrantsOf(ctx.configuration, id).some(({ unit }) => ctx.reaches(unit))
  return spoken.filter(({ id }) => !known.has(id) && !visits(id)).map(({ n, name }) => fault(
    'core.no-staff', `/items/${n}/payload/${name}`,
    'Deze medewerker bestaat niet, of valt buiten je bereik.',
    'This member of staff does not exist, or lies outside your reach.',
    'Ce collaborateur n’existe pas ou se situe hors de votre périmètre.',
  ))
}

/** Whatever the kind, a payload calls a member of staff by these names. */
function peopleIn(payload: unknown): { name: string; id: string }[] {
  if (typeof payload !== 'object' || payload === null) return []
  return ['staff', 'substitute'].flatMap(name => {
    const id: unknown = Reflect.get(payload, name)
    return typeof id === 'string' && ID.test(id) ? [{ name, id: id.toLowerCase() }] : []
  })
}
