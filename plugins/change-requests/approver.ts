import type { Need } from '#core/change.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { grantFact } from '#core/grant.ts'
import { namesOf } from '#core/names.ts'
import { notAllowed } from '#core/refusal.ts'
import { pathToday } from '#core/unit.ts'
import { itemsOf, mayAll, rehearseWaiting } from '#core/waiting.ts'
import type { OpenContext } from '#core/work.ts'
import type { Approvers } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { mayHandle, readable, type RequestRow } from './request.ts'

/**
 * Who may say yes to a request, for whoever handles it and may not: those who handle requests and hold every right that
 * its change asks; and those who hold these rights without handling, so that they do it themselves.
 */
export async function approversOf(ctx: OpenContext, id: string): Promise<Approvers> {
  const row = await readable(ctx, id)
  if (!mayHandle(ctx, row)) throw notAllowed(permissions.handle.allows)
  const able = await holdersOf(ctx, row)
  const names = await namesOf(ctx, able)
  const named = (who: readonly string[]) => [...names].filter(([staff]) => who.includes(staff))
    .map(([staff, name]) => ({ id: staff, name })).sort((a, b) => a.name.localeCompare(b.name, ctx.language))
  const approve = able.filter(staff => mayAll(ctx, staff, handling(row)))
  return { approve: named(approve), themselves: named(able.filter(staff => !approve.includes(staff))) }
}

/** Who could say yes to it now: they handle it and hold every right that its change asks. */
export const ableTo = async (ctx: OpenContext, row: RequestRow): Promise<string[]> =>
  (await holdersOf(ctx, row)).filter(staff => mayAll(ctx, staff, handling(row)))

const handling = ({ unitId: unit }: RequestRow): Need[] => [permissions.handle, corePermissions.decide].map(permission => ({ permission, unit }))

/** Who holds every right that its change asks, except who used theirs already. */
async function holdersOf(ctx: OpenContext, row: RequestRow): Promise<string[]> {
  const needs = await needsOf(ctx, row)
  return holdersAround(ctx, row).filter(staff => staff !== row.approvedFirstBy && mayAll(ctx, staff, needs))
}

/** The rights that its change asks as things stand now. */
async function needsOf(ctx: OpenContext, { setId }: RequestRow): Promise<readonly Need[]> {
  if (setId === null) return []
  const set = await ctx.db('change_set').where({ id: setId }).first('id', 'puts_back', 'put_back_mode')
  return set ? (await rehearseWaiting(ctx, set, await itemsOf(ctx, setId))).needs : []
}

/** Everybody with a role at the unit or above it. */
const holdersAround = ({ configuration, today }: OpenContext, { unitId }: RequestRow): string[] =>
  [...new Set(pathToday(configuration, unitId, today()).flatMap(id => configuration.of(grantFact, id)).map(({ body }) => body.staff))]
