import { accountOf, accountsOf, homeOf } from '#core/account.ts'
import { missingRights } from '#core/change.ts'
import type { Context } from '#core/context.ts'
import type { Permission, UnitId } from '#core/contract.ts'
import { grantsToCome, type Grant } from '#core/grant.ts'
import { StaffRow } from '#core/staff.ts'
import { dayOf, SYSTEM, unitAt } from '#core/unit.ts'
import type { StaffMember } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { grantWords, roleName } from './grant-words.ts'
import { withdrawalNeeds } from './handing-on.ts'

interface Signs { readonly id: string; readonly has_password: boolean; readonly last_seen: string | null }

/** Who has chosen a password, and when each was last here. */
export async function signsOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Signs>> {
  const { rows } = await ctx.db.raw(`
    select s.id, p.staff_id is not null as has_password,
           (select max(last_seen_at) from session where staff_id = s.id) as last_seen
    from unnest(?::uuid[]) as s (id) left join staff_password p on p.staff_id = s.id`, [[...ids]])
  return new Map((rows as Signs[]).map(row => [row.id, row]))
}

export interface Reader {
  /** What the reader asks by: people are told as far as it goes. */
  readonly right: Permission
  /** Those who do not work where the reader holds it. */
  readonly elsewhere: ReadonlySet<string>
  readonly here: ReadonlySet<UnitId> | undefined
}

/** People as the reader may see them; of those who belong elsewhere only the name and the roles where the reader has the right. */
export async function told(ctx: Context, rows: readonly StaffRow[], { right, elsewhere, here }: Reader): Promise<StaffMember[]> {
  const signs = await signsOf(ctx, rows.map(({ id }) => id))
  const nameOf = await substituteNames(ctx, rows)
  const today = ctx.today()
  return rows.map(row => {
    const { id, kind, name, language } = row
    const grants = grantsShown(ctx, id, unit => elsewhere.has(id) ? ctx.may(right, unit) : ctx.reaches(unit), here)
    const home = homeOf(ctx.configuration, id, today)
    const account = accountOf(ctx.configuration, id, today) ?? accountsOf(ctx.configuration, id).at(-1)
    const known = {
      id, kind, name, language, grants, disabled: !accountOf(ctx.configuration, id, today), elsewhere: elsewhere.has(id),
    }
    if (known.elsewhere) return { ...known, ...nothingElse, createdAt: row.createdAt }
    return {
      ...known, email: row.email, initials: row.initials, createdAt: row.createdAt,
      homeUnit: home === undefined ? null : { id: home, name: unitName(ctx, home) },
      from: account?.from ?? null, to: account?.to ?? null,
      substitute: account?.substitute ? { id: account.substitute, name: nameOf.get(account.substitute) ?? '' } : null,
      lastSeen: signs.get(id)?.last_seen ?? null, invited: !signs.get(id)?.has_password,
      mayManage: ctx.may(permissions.manage, home ?? row.libraryId ?? SYSTEM),
    }
  })
}

const nothingElse = {
  email: null, initials: null, homeUnit: null, from: null, to: null, substitute: null, lastSeen: null,
  invited: false, mayManage: false,
}

async function substituteNames(ctx: Context, rows: readonly StaffRow[]) {
  const ids = rows.flatMap(({ id }) => accountsOf(ctx.configuration, id).flatMap(({ substitute }) => substitute ?? []))
  const named = ids.length ? await StaffRow.query(ctx.db).whereIn('id', ids).select('id', 'name') : []
  return new Map(named.map(({ id, name }) => [id, name]))
}

/** The roles somebody holds or will hold, as far as they are the reader's to know. */
function grantsShown(
  ctx: Context, staff: string, isShown: (unit: UnitId) => boolean, here?: ReadonlySet<UnitId>
): StaffMember['grants'] {
  return grantsToCome(ctx.configuration, staff, ctx.today()).filter(({ unit }) => isShown(unit)).map(grant => ({
    role: grant.role, roleName: roleName(ctx.configuration, grant.role, ctx.language),
    unit: grant.unit, unitName: unitName(ctx, grant.unit), from: grant.from, to: grant.to,
    only: grant.only ?? false, limits: grant.limits ?? {}, here: here?.has(grant.unit) ?? true,
    sentence: grantSentence(ctx, grant), mayWithdraw: mayWithdraw(ctx, grant),
  }))
}

export const grantSentence = (ctx: Context, grant: Omit<Grant, 'staff'>) =>
  grantWords(ctx.configuration, ctx.installation.registry, grant, ctx.today(), ctx.language)

const mayWithdraw = (ctx: Context, { staff, role, unit }: Grant) => missingRights(
  ctx, withdrawalNeeds(ctx.configuration, { staff, role, unit }, ctx.today(), ctx.installation.registry)).length === 0

export const unitName = (ctx: Context, unit: UnitId) =>
  unitAt(ctx.configuration, unit, dayOf(ctx.configuration, unit, ctx.today()))?.name ?? ''
