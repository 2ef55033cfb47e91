import { staffAt } from '#core/account.ts'
import type { Context } from '#core/context.ts'
import type { Permission, UnitId } from '#core/contract.ts'
import { grantFact, type Grant, type Rights } from '#core/grant.ts'
import { rightsOn } from '#core/installation.ts'
import { namesOf } from '#core/names.ts'
import { pathToday, treeOn, unitsBelow } from '#core/unit.ts'
import type { Conflicts } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { conflictingDuties, type ConflictingDuties } from './duty.ts'
import { demandReview } from './explain.ts'
import { leastOf } from './near-miss.ts'
import { grantSentence, unitName } from './staff-shown.ts'

/** People in reach who hold both duties of a declared pair at one unit, each told once, where it begins. */
export async function conflictsOf(ctx: Context, unit?: UnitId): Promise<Conflicts> {
  const today = ctx.today()
  if (unit !== undefined) demandReview(ctx, unit)
  const tops = unit === undefined ? ctx.rights.unitsOf(permissions.review) : [unit]
  const here = new Set(unit === undefined ? ctx.rights.allUnitsOf(ctx.configuration, permissions.review, today)
    : unitsBelow(treeOn(ctx.configuration, today), unit))
  const names = await namesOf(ctx, peopleAround(ctx, tops, here))
  const data = [...names].flatMap(([id, name]) => {
    const rights = rightsOn(ctx.configuration, id, today)
    const places = [...tops, ...rights.grants.map(grant => grant.unit).filter(at => here.has(at))]
    return conflictingDuties.flatMap(pair => beginnings(ctx, rights, pair, places).map(({ at, grants }) => ({
      staff: { id, name }, pair: pair.code, duty: pair.says[ctx.language], unit: at, unitName: unitName(ctx, at),
      grants: [...new Set(grants.map(grant => grantSentence(ctx, grant)))],
    })))
  })
  return { data: data.sort((a, b) => a.staff.name.localeCompare(b.staff.name, ctx.language)) }
}

/** Whoever belongs or holds a role at these units, below them, or above them. */
function peopleAround(ctx: Context, tops: readonly UnitId[], here: ReadonlySet<UnitId>): string[] {
  const around = new Set([...here, ...tops.flatMap(unit => pathToday(ctx.configuration, unit, ctx.today()))])
  const holders = [...ctx.configuration.all(grantFact)].flatMap(rows => rows
    .filter(said => around.has(said.unit)).map(({ body }) => body.staff))
  return [...staffAt(ctx.configuration, here, ctx.today()), ...holders]
}

/** The units where both duties meet, not those below such a unit. */
function beginnings(ctx: Context, rights: Rights, { one, other }: ConflictingDuties, places: readonly UnitId[]) {
  const weighed = (duty: readonly Permission[], at: UnitId): Grant | undefined => duty
    .map(permission => rights.weigh(ctx.configuration, permission, at, ctx.today(), { asked: leastOf(permission) }))
    .find(grant => grant !== undefined)
  const met = [...new Set(places)].flatMap(at => {
    const grants = [weighed(one, at), weighed(other, at)].flatMap(grant => grant ?? [])
    return grants.length === 2 ? [{ at, grants }] : []
  })
  return met.filter(({ at }) => !pathToday(ctx.configuration, at, ctx.today()).slice(1)
    .some(above => met.some(place => place.at === above)))
}
