import { accountOf, accountsOf, homeOf } from '#core/account.ts'
import { beyondReach } from '#core/change-set.ts'
import type { OpenContext } from '#core/work.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, Permission, UnitId } from '#core/contract.ts'
import { grantFact, grantsToCome } from '#core/grant.ts'
import { readSet } from '#core/history.ts'
import { notFound } from '#core/refusal.ts'
import { findStaff, StaffRow } from '#core/staff.ts'
import { pathOf, successorOf, SYSTEM, treeOn, unitsBelow } from '#core/unit.ts'
import { factorsOf } from '#plugins/sign-in/index.ts'
import type { StaffDetail, StaffMember, staffStates } from './contract/answer.ts'
import { permissions } from './contract/permission.ts'
import { signsOf, told } from './staff-shown.ts'

export interface StaffQuestion {
  readonly unit?: UnitId | undefined
  readonly q?: string | undefined
  readonly state?: (typeof staffStates)[number] | undefined
  readonly role?: string | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

type Known = Pick<StaffRow, 'id' | 'name'>
const inOrder = new Intl.Collator('nl')

/**
 * Colleagues who work where the reader holds the right, by name; with a unit, those who belong or hold a role
 * there, below, or above it.
 *
 * Whoever works elsewhere and holds a role where the reader has that right is among them, by name and with those roles only.
 */
export async function staffList(
  ctx: Context, { unit, q, state, role, limit = 50, offset = 0 }: StaffQuestion, right = permissions.manage
) {
  const words = q?.trim()
  const query = StaffRow.query(ctx.db).select('id', 'name', 'library_id', 'unit_id')
  if (words) void query.whereIn('id', await findStaff(ctx, words))
  const known: Known[] = [...(await query).filter(row => isOurs(ctx, row, right)), ...await strangers(ctx, right, words)]
  const today = ctx.today()
  const around = unit === undefined ? undefined : unitsAround(ctx.configuration, unit, today)
  const open = known
    .filter(({ id }) => !around || isAround(ctx.configuration, id, around, today))
    .filter(({ id }) => !role || grantsToCome(ctx.configuration, id, today).some(
      grant => grant.role === role && ctx.reaches(grant.unit)))
  const data = state === undefined ? open : await inState(ctx, open, state)
  data.sort((a, b) => inOrder.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
  return { total: data.length, data: await shown(ctx, data.slice(offset, offset + limit), right, around?.here) }
}

/** One colleague; where the reader does not hold the right they are nobody. */
export async function staffMember(ctx: Context, id: string, right = permissions.manage): Promise<StaffMember> {
  const [member] = await shown(ctx, [{ id, name: '' }], right)
  if (!member) throw notFound()
  return member
}

/** One colleague with what stands open of theirs; of somebody who belongs elsewhere that is nothing. */
export async function staffDetail(ctx: OpenContext, id: string): Promise<StaffDetail> {
  const member = await staffMember(ctx, id)
  if (member.elsewhere) return { ...member, sessions: 0, factors: [], planned: [] }
  const { rows: [{ sessions }] } = await ctx.db.raw(`
    select count(*)::int as sessions from session
    where staff_id = ? and ended_at is null and method <> 'token' and expires_at > ?::timestamptz
      and (idle_minutes is null or last_seen_at + make_interval(mins => idle_minutes) > ?::timestamptz)`,
  [id, ctx.now.toString(), ctx.now.toString()])
  const { totp, passkeys } = await factorsOf(ctx, id)
  const factors = [...(totp ? [secondSteps.totp] : []), ...passkeys.map(() => secondSteps.passkey)]
  return {
    ...member, sessions, planned: await setsOf(ctx, id), factors: [...new Set(factors)].map(texts => texts[ctx.language]),
  }
}

const secondSteps = {
  totp: { nl: 'authenticator-app', en: 'authenticator app', fr: 'application d’authentification' },
  passkey: { nl: 'passkey', en: 'passkey', fr: 'clé d’accès' },
} as const

/** What somebody planned or asked for, as far as the reader reaches it. */
export async function setsOf(ctx: OpenContext, staff: string) {
  const ids: string[] = await ctx.db('change_set').where({ author_id: staff })
    .whereIn('state', ['planned', 'requested']).orderBy('at', 'desc').limit(50).pluck('id')
  const sets = []
  for (const id of ids) sets.push(await readSet(ctx, id))
  return sets
}

/** Works where the reader holds the right; whoever left for another library is one of its history, no longer of its staff. */
const isOurs = (ctx: Context, { id, unitId, libraryId }: Pick<StaffRow, 'id' | 'unitId' | 'libraryId'>, right: Permission) =>
  id === ctx.actor.id || ctx.may(right, homeOf(ctx.configuration, id, ctx.today()) ?? unitId ?? libraryId ?? SYSTEM)

/** Those who work elsewhere and hold a role where the reader has the right, today or later; found by name only. */
async function strangers(ctx: Context, right: Permission, words?: string): Promise<Known[]> {
  if (ctx.may(right, SYSTEM, { below: true })) return []
  const today = ctx.today()
  const holding = new Set([...ctx.configuration.all(grantFact)].flatMap(rows => rows
    .filter(({ unit, to }) => (to === null || to >= today) && ctx.may(right, unit)).map(({ body }) => body.staff)))
  const own = ids((await StaffRow.query(ctx.db).whereIn('id', [...holding])).filter(row => isOurs(ctx, row, right)))
  const strange = [...holding].filter(id => !own.includes(id))
  if (!strange.length) return []
  const named = await beyondReach(ctx, async () => StaffRow.query(ctx.db).whereIn('id', strange).select('id', 'name'))
  const sought = words?.toLowerCase()
  return sought ? named.filter(({ name }) => name.toLowerCase().includes(sought)) : named
}

const ids = (rows: readonly Known[]) => rows.map(({ id }) => id)

async function shown(ctx: Context, known: readonly Known[], right: Permission, here?: ReadonlySet<UnitId>): Promise<StaffMember[]> {
  const own = (await StaffRow.query(ctx.db).whereIn('id', ids(known))).filter(row => isOurs(ctx, row, right))
  const strange = new Set(ids(known).filter(id => !own.some(row => row.id === id)))
  const others = strange.size ? (await strangers(ctx, right)).filter(({ id }) => strange.has(id)).map(({ id }) => id) : []
  const rows = others.length ? await beyondReach(ctx, async () => StaffRow.query(ctx.db).whereIn('id', others)) : []
  const all = await told(ctx, [...own, ...rows], { right, elsewhere: strange, here })
  return known.flatMap(({ id }) => all.find(member => member.id === id) ?? [])
}

interface Around { readonly here: ReadonlySet<UnitId>; readonly units: ReadonlySet<UnitId> }

function unitsAround(configuration: Configuration, unit: UnitId, today: Day): Around {
  const here = new Set(unitsBelow(treeOn(configuration, today), unit))
  return { here, units: new Set([...here, ...pathOf(configuration, unit, today)]) }
}

const isAround = (configuration: Configuration, id: string, { here, units }: Around, today: Day) =>
  accountsOf(configuration, id).some(({ unit, to }) =>
    here.has(successorOf(configuration, unit, today)) && (to === null || to >= today))
  || grantsToCome(configuration, id, today).some(({ unit }) => units.has(unit))

async function inState(ctx: Context, known: readonly Known[], state: (typeof staffStates)[number]): Promise<Known[]> {
  const { configuration } = ctx
  const today = ctx.today()
  const goesOn = (id: string) => accountsOf(configuration, id).some(({ to }) => to === null || to >= today)
  if (state === 'open') return known.filter(({ id }) => accountOf(configuration, id, today))
  if (state === 'closed') return known.filter(({ id }) => !goesOn(id))
  if (state === 'ending') return known.filter(({ id }) => goesOn(id) && accountsOf(configuration, id).at(-1)?.to !== null)
  const signs = await signsOf(ctx, ids(known))
  return known.filter(({ id }) => goesOn(id) && !signs.get(id)?.has_password && homeOf(configuration, id, today))
}
