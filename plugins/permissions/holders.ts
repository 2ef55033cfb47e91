import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { grantFact, type Grant } from '#core/grant.ts'
import { rightsOn } from '#core/installation.ts'
import { namesOf } from '#core/names.ts'
import { pathToday } from '#core/unit.ts'
import type { Holders } from './contract/answer.ts'
import { demandReview, permissionNamed } from './explain.ts'
import { roleName } from './grant-words.ts'
import { leastOf } from './near-miss.ts'
import { grantSentence, unitName } from './staff-shown.ts'

export interface HoldersAsked { readonly permission: string; readonly unit: UnitId; readonly day?: Day | undefined }

/**
 * "Who may do this here?" People in reach by name; whoever has it from further up and is out of reach is
 * told as their role alone, once, so that they are neither named nor counted.
 */
export async function holdersOf(ctx: Context, { permission: name, unit, day = ctx.today() }: HoldersAsked): Promise<Holders> {
  const permission = permissionNamed(ctx, name)
  demandReview(ctx, unit)
  const { configuration } = ctx
  const around = pathToday(configuration, unit, day).flatMap(id => configuration.of(grantFact, id))
  const asked = leastOf(permission)
  const grants = [...new Set(around.map(({ body }) => body.staff))].flatMap(staff =>
    rightsOn(configuration, staff, day).weigh(configuration, permission, unit, day, { asked }) ?? [])
  const names = await namesOf(ctx, grants.map(({ staff }) => staff))
  const told = grants.map(grant => rowOf(ctx, grant, names))
  const named = told.filter(({ staff }) => staff !== null)
    .sort((a, b) => (a.staff?.name ?? '').localeCompare(b.staff?.name ?? '', ctx.language))
  const unnamed = new Map(told.filter(({ staff }) => staff === null).map(row => [`${row.role} ${row.unit}`, row]))
  return { data: [...named, ...unnamed.values()] }
}

function rowOf(ctx: Context, grant: Grant, names: ReadonlyMap<string, string>): Holders['data'][number] {
  const { staff, role, unit, only } = grant
  const name = names.get(staff)
  // The period of somebody who is not named would tell them apart from another.
  const shown = name === undefined ? { role, unit, from: null, to: null, ...(only && { only }) } : grant
  return {
    staff: name === undefined ? null : { id: staff, name }, role, roleName: roleName(ctx.configuration, role, ctx.language),
    unit, unitName: unitName(ctx, unit), sentence: grantSentence(ctx, shown),
  }
}
