import { randomBytes } from 'node:crypto'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { notFound } from '#core/refusal.ts'
import { homeLibrary, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { calendarOf, calendarSource, dueDate, explainDays } from '#plugins/branches/index.ts'
import { materialTypeFact, membershipTypeFact, type MaterialType, type MembershipType } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'
import { blockedCards, cardShapes } from '#plugins/patrons/index.ts'
import { NOT_LENDABLE } from '#plugins/rules/contract/line.ts'
import { lineAt } from '#plugins/rules/index.ts'
import { cardDigest } from '../contract/card-digest.ts'
import { KIT_DAYS, type Kit } from '../contract/offline.ts'
import { overdueBlockDays } from '../contract/parameter/claims.ts'
import { permissions } from '../contract/permission.ts'
import { namedUnit } from '../item/list.ts'

/**
 * What a desk takes along: the dates that rule lines and calendar give in the days to come, and the digests of the cards to
 * look at twice. No name, no title, no amount. Source: domain/2 §5.1 (noodprocedure).
 */
export async function kitFor(ctx: Context, branch: UnitId): Promise<Kit> {
  ctx.demand(permissions.lend, branch)
  const today = ctx.today(branch)
  const library = homeLibrary(ctx.configuration, branch, today)
  if (!library || !['branch', 'bookmobile', 'stop'].includes(unitAt(ctx.configuration, branch, today)?.type ?? '')) throw notFound()
  const until = plusDays(today, KIT_DAYS - 1)
  const salt = randomBytes(16).toString('hex')
  const blocked = await blockedCards(ctx, { library, branch, day: today, alsoPersons: await longOverdue(ctx, library, branch, today) })
  const memberships = named(listed<MembershipType>(ctx.configuration, membershipTypeFact, branch, today), ctx)
  const materials = named(listed<MaterialType>(ctx.configuration, materialTypeFact, branch, today), ctx)
  const shapes = await itemShapes(ctx, library)
  return {
    branch: namedUnit(ctx, branch), stops: stopsOf(ctx, branch, today), preparedAt: ctx.now.toString(), until,
    salt, blocked: [...new Set(await Promise.all(blocked.map(card => cardDigest(salt, card))))].sort(),
    cardShapes: (await cardShapes(ctx, library)).filter(shape => !shapes.includes(shape)), itemShapes: shapes, memberships,
    materials: await commonestFirst(ctx, branch, materials), days: daysFor(ctx, branch, { from: today, until, memberships, materials }),
  }
}

interface Code { readonly code: string; readonly name: string }

const named = (codes: ReadonlyMap<string, MembershipType | MaterialType>, { language }: Context): Code[] =>
  [...codes].map(([code, { name }]) => ({ code, name: name[language] })).sort((one, other) => one.name.localeCompare(other.name, language))

const stopsOf = (ctx: Context, branch: UnitId, day: Day) =>
  unitsBelow(treeOn(ctx.configuration, day), branch).filter(unit => unit !== branch && unitAt(ctx.configuration, unit, day)?.type === 'stop')
    .map(unit => namedUnit(ctx, unit))

interface Dates { readonly from: Day; readonly until: Day; readonly memberships: readonly Code[]; readonly materials: readonly Code[] }

function daysFor(ctx: Context, branch: UnitId, { from, until, memberships, materials }: Dates): Kit['days'] {
  return explainDays(calendarSource(ctx.configuration, branch), from, until).map(({ hours, kind }, n) => {
    const day = plusDays(from, n)
    return {
      day, open: kind !== 'G' && kind !== 'V',
      hours: hours.flatMap(({ slots }) => slots.map(slot => `${slot.from}–${slot.to}`)),
      terms: materials.map(({ code }) => ({ material: code, ...termsOf(ctx, branch, day, code, memberships) })),
    }
  })
}

/** Until when each type of membership may keep a kind of item that is lent on a day: the earliest, and whoever differs. */
function termsOf(ctx: Context, branch: UnitId, day: Day, material: string, memberships: readonly Code[]) {
  const all = memberships.map(({ code }) => ({ membership: code, due: dueOf(ctx, branch, day, { membership: code, material }) }))
  const due = all.flatMap(one => one.due ?? []).sort()[0] ?? null
  return { due, others: all.filter(one => one.due !== due) }
}

export function dueOf(ctx: Context, branch: UnitId, day: Day, line: { membership: string; material: string }): Day | null {
  const { minimumAge, loanDays } = lineAt(ctx.configuration, branch, day, line).loan.value
  return minimumAge >= NOT_LENDABLE ? null : dueDate(calendarOf(ctx.configuration, branch), plusDays(day, loanDays))?.day ?? null
}

/** The longest that anybody may keep anything that is lent on a day: no desk can have said a later one. */
export function latestDue(ctx: Context, branch: UnitId, day: Day): Day | undefined {
  const materials = listed(ctx.configuration, materialTypeFact, branch, day)
  return [...listed(ctx.configuration, membershipTypeFact, branch, day).keys()].flatMap(membership =>
    [...materials.keys()].flatMap(material => dueOf(ctx, branch, day, { membership, material }) ?? [])).sort().at(-1)
}

/** Whoever keeps something so long that the desk would ask. */
async function longOverdue(ctx: Context, library: UnitId, branch: UnitId, day: Day): Promise<string[]> {
  const most = ctx.parameter(overdueBlockDays, branch, day)
  if (most === null) return []
  return ctx.db('loan').where({ library_id: library }).whereNull('ended_at').whereNotNull('person_id')
    .where('due_on', '<', plusDays(day, -most)).distinct('person_id').pluck('person_id')
}

async function itemShapes({ db }: Context, library: UnitId): Promise<string[]> {
  const { rows } = await db.raw(`select length(barcode) || ':' || left(barcode, 2) as shape from item
    where library_id = ? group by 1 order by count(*) desc limit 50`, [library])
  return rows.map(({ shape }: { shape: string }) => shape)
}

/** What this branch has most of is what is lent most: it comes first. */
async function commonestFirst({ db }: Context, branch: UnitId, materials: readonly Code[]): Promise<Code[]> {
  const rows: { material: string; n: string }[] = await db('item').where({ branch_id: branch }).groupBy('material').select('material').count('* as n')
  const count = new Map(rows.map(({ material, n }) => [material, Number(n)]))
  return materials.toSorted((one, other) => (count.get(other.code) ?? 0) - (count.get(one.code) ?? 0))
}
