import type { Context } from '#core/context.ts'
import type { Reviewed, StaffMember } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { staffList, staffMember } from './staff-list.ts'

interface PeopleQuestion {
  readonly q?: string | undefined
  readonly staff?: string | undefined
}

const SHOWN_MAX = 20

/** Colleagues by name, of places where the reader looks into rights; one by id, for an address that names them. */
export async function reviewedPeople(ctx: Context, { q, staff }: PeopleQuestion): Promise<Reviewed> {
  const { review } = permissions
  const found = staff === undefined ? (await staffList(ctx, { q, limit: 200 }, review)).data : [await staffMember(ctx, staff, review)]
  const data = found.filter(member => isReviewed(ctx, member)).slice(0, SHOWN_MAX)
  return { data: data.map(({ id, name, homeUnit }) => ({ id, name, unitName: homeUnit?.name ?? null })) }
}

const isReviewed = (ctx: Context, { homeUnit, grants }: StaffMember) =>
  [...homeUnit ? [homeUnit.id] : [], ...grants.map(({ unit }) => unit)].some(unit => ctx.may(permissions.review, unit))
