import type { Static } from 'typebox'
import type { Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { grantFact } from '#core/grant.ts'
import { notFound } from '#core/refusal.ts'
import { StaffRow } from '#core/staff.ts'
import { dayOf, pathOf, treeOn, unitAt, unitsBelow } from '#core/unit.ts'
import { permissions, type StaffMember } from './contract.ts'

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
    void query.where(row => row.whereIn('home_unit', [...here]).orWhereIn('id', holders))
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
  return rows.map(row => {
    const sign = signOf.get(row.id)
    return {
      id: row.id, name: row.name, email: row.email, language: row.language, initials: row.initials,
      homeUnit: {
        id: row.homeUnit, name: unitName(ctx, row.homeUnit),
      }, createdAt: row.createdAt, lastSeen: sign?.last_seen ?? null,
      disabled: row.disabledAt !== null, invited: !sign?.has_password, mayManage: ctx.may(
        permissions.manage, row.homeUnit
      ),
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
  ).map(({ body: { role }, unit, from, to }) => ({
    role, roleName: ctx.installation.registry.roles.get(role)?.name[ctx.language] ?? role, unit,
    unitName: unitName(ctx, unit),
    from, to, here: here?.has(unit) ?? true,
  }))
}

const unitName = (ctx: Context, unit: UnitId) =>
  unitAt(ctx.configuration, unit, dayOf(ctx.configuration, unit, ctx.today()))?.name ?? ''
