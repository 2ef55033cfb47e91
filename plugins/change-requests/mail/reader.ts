import { accountOf, homeOf } from '#core/account.ts'
import { holdsOn } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { grantFact } from '#core/grant.ts'
import { StaffRow } from '#core/staff.ts'
import { pathToday, SYSTEM } from '#core/unit.ts'
import type { Recipient } from '#plugins/mail/index.ts'
import { permissions } from '../contract/permission.ts'
import type { RequestRow } from '../request.ts'
import { teamsOn } from '../setup.ts'

/** Somebody to be mailed, and the unit in whose outbox the mail stands. */
export interface Reader { readonly to: Recipient; readonly unit: UnitId }

/** Whose wish it is; of whoever has an account, by where they are reached today. */
export async function askerOf(ctx: Context, row: RequestRow): Promise<Reader | undefined> {
  const { askerName, askerId, askerAddress, askerLanguage, authorId } = row
  const known = askerName === null ? authorId : askerId
  if (known !== null) return (await staffOf(ctx, [known]))[0]
  return askerName !== null && askerAddress !== null
    ? { to: { staff: null, name: askerName, address: askerAddress, language: askerLanguage ?? 'nl' }, unit: row.unitId } : undefined
}

/** Who entered it for somebody else. */
export const entererOf = async (ctx: Context, { askerName, authorId }: RequestRow): Promise<Reader[]> =>
  askerName === null || authorId === null ? [] : staffOf(ctx, [authorId])

/** Colleagues of the library who had a say in it; whoever only looked on hears nothing. */
export async function colleaguesOf(ctx: Context, row: RequestRow): Promise<Reader[]> {
  const spoke: string[] = await ctx.db('request_note').where({ request_id: row.id }).whereIn('kind', ['comment', 'answer'])
    .whereNotNull('staff_id').distinct().pluck('staff_id')
  return staffOf(ctx, spoke.filter(staff => staff !== row.authorId && staff !== row.askerId && !handles(ctx, row, staff)))
}

/** Whoever has it in hand; else who asked the library last; else its team. */
export async function handlersOf(ctx: Context, row: RequestRow, besides: readonly (string | null)[]): Promise<Reader[]> {
  const free = (staff: string | null): staff is string => staff !== null && !besides.includes(staff) && handles(ctx, row, staff)
  const asked: { staff_id: string | null } | undefined = await ctx.db('request_note').where({ request_id: row.id, kind: 'question' })
    .orderBy('n', 'desc').first('staff_id')
  const one = [row.assigneeId, asked?.staff_id ?? null].find(free)
  return one ? staffOf(ctx, [one]) : teamOf(ctx, row, free)
}

/** The members of its team who may handle it; where it has none, all who may at the nearest unit where somebody may. */
export async function teamOf(ctx: Context, row: RequestRow, free: (staff: string) => boolean): Promise<Reader[]> {
  const today = ctx.today()
  const members = await membersOf(ctx, row, free)
  if (members.length) return members
  for (const unit of pathToday(ctx.configuration, row.unitId, today)) {
    const holders = ctx.configuration.of(grantFact, unit).filter(said => holdsOn(said, today)).map(({ body }) => body.staff)
    const team = await staffOf(ctx, [...new Set(holders)].filter(staff => handles(ctx, row, staff) && free(staff)))
    if (team.length) return team
  }
  return []
}

/** The members of the team that it lies with, as far as they may handle it. */
export const membersOf = (ctx: Context, row: RequestRow, free: (staff: string) => boolean): Promise<Reader[]> => {
  const { members = [] } = teamsOn(ctx).find(({ code }) => code === row.team) ?? {}
  return staffOf(ctx, members.filter(staff => handles(ctx, row, staff) && free(staff)))
}

export const handles = (ctx: Context, { unitId, libraryIds }: RequestRow, staff: string): boolean => {
  const rights = ctx.installation.rightsOf(ctx.configuration, staff, ctx.now)
  return [unitId, ...libraryIds].some(unit => rights.may(ctx.configuration, permissions.handle, unit, ctx.today()))
}

export async function staffOf(ctx: Context, ids: readonly string[]): Promise<Reader[]> {
  const today = ctx.today()
  const rows = await StaffRow.query(ctx.db).findByIds(ids.filter(id => accountOf(ctx.configuration, id, today))).where({ kind: 'person' })
  return rows.flatMap(({ id, name, email, language }) => email
    ? [{ to: { staff: id, name, address: email, language }, unit: homeOf(ctx.configuration, id, today) ?? SYSTEM }] : [])
}
