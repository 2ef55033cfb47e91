import type { Knex } from 'knex'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM, treeOn, unitsBelow } from '#core/unit.ts'
import { permissions } from './contract.ts'

/**
 * Narrows a question to where the caller may read the audit, which can be less than where they reach
 * people: whole libraries, single branches for roles that reach no further, and of other branches what was changed there.
 */
export function whereReadable(ctx: Context, query: Knex.QueryBuilder): void {
  if (ctx.may(permissions.read, SYSTEM, { below: true })) return
  const tree = treeOn(ctx.configuration, ctx.today())
  const known = ctx.reach.all
    ? [...tree.units].filter(([, { type }]) => type === 'library').map(([id]) => id)
    : [...ctx.reach.libraries, ...ctx.reach.branches]
  const libraries = known.filter(library => ctx.may(permissions.read, library, { below: true }))
  const places = ctx.rights.unitsOf(permissions.read)
    .flatMap(unit => unitsBelow(tree, unit)).filter(unit => ctx.may(permissions.read, unit))
  whereAbout(ctx, query, libraries, places)
}

/** Narrows it to one unit: all that is about a library, or what was changed at a branch or above the libraries. */
export function whereUnit(ctx: Context, query: Knex.QueryBuilder, unit: UnitId): void {
  if (unit === SYSTEM) return
  const tree = treeOn(ctx.configuration, ctx.today())
  const below = unitsBelow(tree, unit)
  whereAbout(ctx, query, below.filter(id => tree.units.get(id)?.type === 'library'), below)
}

function whereAbout(ctx: Context, query: Knex.QueryBuilder, libraries: readonly UnitId[], units: readonly UnitId[]) {
  const sets = ctx.db('change_touch').whereRaw('unit_id = any (?::uuid[])', [units as never]).select('set_id')
  // Of a set that many units share, each reads its own words.
  const own = `a.table_name = 'change_set' or (a.table_name = 'segment'
    and (coalesce(b.body -> 'after', b.body -> 'before') ->> 'unit_id')::uuid = any (?::uuid[]))`
  void query.where(about => about
    .whereRaw('a.library_ids && ?::uuid[]', [libraries as never])
    .orWhere(changed => changed.whereIn('a.change_set', sets).whereRaw(`(${own})`, [units as never])))
}
