import type { Context } from '#core/context.ts'
import type { Day, Permission, UnitId } from '#core/contract.ts'
import type { Limits } from '#core/contract/rights.ts'
import { isWithin, type Grant, type Rights } from '#core/grant.ts'
import { rightsOn } from '#core/installation.ts'
import { namesOf } from '#core/names.ts'
import { notFound } from '#core/refusal.ts'
import { areaName, areaOf } from './area.ts'
import type { PeopleCompared } from './contract/answer.ts'
import { demandReview } from './explain.ts'
import { limitWords } from './grant-words.ts'
import { leastOf } from './near-miss.ts'
import { unitName } from './staff-shown.ts'

export interface PeopleAsked { readonly a: string; readonly b: string; readonly unit: UnitId; readonly day?: Day | undefined }

interface Right { readonly permission: Permission; readonly limits?: Limits }
type Sides = Record<'onlyA' | 'onlyB' | 'both', Right[]>

/** What one colleague may do at a unit and another may not; a wider limit counts as more. */
export async function peopleCompared(ctx: Context, { a, b, unit, day = ctx.today() }: PeopleAsked): Promise<PeopleCompared> {
  demandReview(ctx, unit)
  const names = await namesOf(ctx, [a, b])
  const [nameA, nameB] = [names.get(a), names.get(b)]
  if (nameA === undefined || nameB === undefined) throw notFound()
  const [one, other] = [rightsOn(ctx.configuration, a, day), rightsOn(ctx.configuration, b, day)]
  const sides: Sides = { onlyA: [], onlyB: [], both: [] }
  for (const permission of ctx.installation.registry.permissions.values()) {
    const weighed = (rights: Rights) => widest(ctx, rights, permission, unit, day)
    place(sides, permission, weighed(one), weighed(other))
  }
  return {
    a: { id: a, name: nameA }, b: { id: b, name: nameB }, unit: { id: unit, name: unitName(ctx, unit) }, day,
    onlyA: grouped(ctx, sides.onlyA), onlyB: grouped(ctx, sides.onlyB), both: grouped(ctx, sides.both),
  }
}

/** The grant without a limit if there is one, else the nearest. */
const widest = (ctx: Context, rights: Rights, permission: Permission, unit: UnitId, day: Day) =>
  rights.weigh(ctx.configuration, permission, unit, day)
  ?? rights.weigh(ctx.configuration, permission, unit, day, { asked: leastOf(permission) })

function place(sides: Sides, permission: Permission, a: Grant | undefined, b: Grant | undefined) {
  const [ofA, ofB] = [a, b].map(grant => ({ permission, ...limitsOn(permission, grant) })) as [Right, Right]
  if (!a && !b) return
  if (a && b) {
    const [aCoversB, bCoversA] = [isWithin(permission, ofA, ofB.limits), isWithin(permission, ofB, ofA.limits)]
    if (aCoversB || bCoversA) sides.both.push(aCoversB ? ofB : ofA)
    if (!bCoversA) sides.onlyA.push(ofA)
    if (!aCoversB) sides.onlyB.push(ofB)
  } else if (a) sides.onlyA.push(ofA)
  else sides.onlyB.push(ofB)
}

/** Only what limits this very permission; nothing where none does. */
function limitsOn({ limitedBy = [] }: Permission, grant: Grant | undefined): Pick<Right, 'limits'> {
  const limits = Object.entries(grant?.limits ?? {}).filter(([name]) => limitedBy.some(limit => limit.name === name))
  return limits.length ? { limits: Object.fromEntries(limits) } : {}
}

function grouped({ installation: { registry }, language }: Context, rights: readonly Right[]) {
  return [...Map.groupBy(rights, ({ permission }) => areaOf(permission.name))].map(([plugin, group]) => ({
    plugin, pluginName: areaName(plugin, language),
    rights: group.map(({ permission: { name, allows }, limits }) =>
      ({ name, allows: allows[language], limit: limits ? limitWords(registry, limits, language) : null })),
  }))
}
