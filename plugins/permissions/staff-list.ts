import type { Static } from 'typebox'
import type { Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { grantFact } from '#core/grant.ts'
import { notFound } from '#core/refusal.ts'
import { StaffRow } from '#core/staff.ts'
import { rolesOn } from '#core/role.ts'
import { dayOf, pathOf, SYSTEM, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { accountOf, accountsOf, homeOf, staffAt } from '#core/account.ts'
import type { StaffMember } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'

export interface StaffQuestion {
  readonly unit?: UnitId | undefined
  readonly q?: string | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/** Colleagues within reach, by name; with a unit, those who belong or hold a role there, below, or above it. */
export async function staffList(ctx: Context, { unit, q, limit = 50, offset = 0 }: StaffQuestion) {
  const query = StaffRow.query(ctx.db)
  if (q?.trim()) {
    const like = `%${q.trim().replace(/[\\%_]/g, sign => `\\${sign}`)}%`
    void query.where(row => row.whereILike('name', like).orWhereILike('email', like))
  }
  const here = unit ? new Set(unitsBelow(treeOn(ctx.configuration, ctx.today()), unit)) : undefined
  if (unit && here) {
    const holders = holdersAt(ctx, new Set([...here, ...pathOf(ctx.configuration, unit, ctx.today())]))
    void query.where(row => row.whereIn('id', [...staffAt(ctx.configuration, here, ctx.today()), ...holders]))
  }
  const { results, total } = await query.orderBy(['name', 'id']).range(offset, offset + limit - 1)
  return { total, data: await told(ctx, results, here) }
}

/** One colleague; out of reach is the same as nobody. */
export async function staffMember(ctx: Context, id: string): Promise<StaffMember> {
  const row = await StaffRow.query(ctx.db).findById(id)
  const [member] = row ? await told(ctx, [row]) : []
  if (!member) throw notFound()
  return member
}

function holdersAt(ctx: Context, units: ReadonlySet<UnitId>): string[] {
  const today = ctx.today()
  return [...ctx.configuration.all(grantFact)].flatMap(rows => rows
    .filter(said => units.has(said.unit) && (said.to === null || said.to >= today)).map(said => said.body.staff))
}

async function told(ctx: Context, rows: readonly StaffRow[], here?: ReadonlySet<UnitId>): Promise<StaffMember[]> {
  const ids = rows.map(({ id }) => id)
  const { rows: signs } = await ctx.db.raw(`
    select s.id, p.staff_id is not null as has_password,
           (select max(started_at) from session where staff_id = s.id) as last_seen
    from unnest(?::uuid[]) as s (id) left join staff_password p on p.staff_id = s.id`, [ids])
  const signOf = new Map(
    (signs as { id: string; has_password: boolean; last_seen: string | null }[]).map(row => [row.id, row])
  )
  const grants = Map.groupBy(
    [...ctx.configuration.all(grantFact)].flat().filter(({ body }) => ids.includes(body.staff)),
    ({ body }) => body.staff
  )
  const today = ctx.today()
  const substitutes = ids.flatMap(id => accountsOf(ctx.configuration, id).flatMap(({ substitute }) => substitute ?? []))
  const named = substitutes.length ? await StaffRow.query(ctx.db).whereIn('id', substitutes).select('id', 'name') : []
  const nameOf = new Map(named.map(({ id, name }) => [id, name]))
  return rows.map(row => {
    const sign = signOf.get(row.id)
    const home = homeOf(ctx.configuration, row.id, today)
    const account = accountOf(ctx.configuration, row.id, today) ?? accountsOf(ctx.configuration, row.id).at(-1)
    return {
      id: row.id, kind: row.kind, name: row.name, email: row.email, language: row.language, initials: row.initials,
      homeUnit: home === undefined ? null : { id: home, name: unitName(ctx, home) },
      from: account?.from ?? null, to: account?.to ?? null,
      substitute: account?.substitute ? { id: account.substitute, name: nameOf.get(account.substitute) ?? '' } : null,
      createdAt: row.createdAt, lastSeen: sign?.last_seen ?? null,
      disabled: !accountOf(ctx.configuration, row.id, today), invited: !sign?.has_password,
      mayManage: ctx.may(permissions.manage, home ?? row.libraryId ?? SYSTEM),
      grants: grantsShown(ctx, grants.get(row.id) ?? [], here),
    }
  })
}

/** The roles somebody holds or will hold, as far as the reader reaches. */
function grantsShown(
  ctx: Context, held: readonly Segment<Static<typeof grantFact.body>>[], here?: ReadonlySet<UnitId>
): StaffMember['grants'] {
  const today = ctx.today()
  return held.filter(
    ({ unit, to }) => (to === null || to >= today) && ctx.reaches(unit)
  ).map(({ body: { role, only = false, limits = {} }, unit, from, to }) => ({
    role, roleName: rolesOn(ctx.configuration, today).get(role)?.name[ctx.language] ?? role, unit, only, limits,
    unitName: unitName(ctx, unit),
    from, to, here: here?.has(unit) ?? true,
  }))
}

const unitName = (ctx: Context, unit: UnitId) =>
  unitAt(ctx.configuration, unit, dayOf(ctx.configuration, unit, ctx.today()))?.name ?? ''
