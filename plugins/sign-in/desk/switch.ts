import { createHmac } from 'node:crypto'
import { accountOf } from '#core/account.ts'
import { noteFailedSignIn } from '#core/audit.ts'
import { grantsOn } from '#core/grant.ts'
import type { Installation } from '#core/installation.ts'
import { verifyPassword } from '#core/password.ts'
import { Refusal } from '#core/refusal.ts'
import { openSession, withAccount, type SignedIn, type Whence } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { pathOf } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { deskDays, deskIdle, type Switch } from '../contract/desk.ts'
import { nameAt } from '../there.ts'
import { deskOf, endSessionAt, findDesk, type DeskRow } from './desk.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }
/** So many wrong PINs of one person at one desk, and only a full sign-in lets them switch there again. */
const PIN_FAILURES_MAX = 5
/** So many unknown badges at one desk within the window, and the desk waits. */
const BADGE_FAILURES_MAX = 10
const BADGE_WINDOW_MINUTES = 15

/** Where somebody sits, and the session their browser had until now. */
export interface Seat extends Whence { readonly key: string | undefined; readonly before: string | null }

/**
 * Somebody takes their place at a desk. Whoever sat there is signed out; the newcomer gets a session of their own, short
 * and not confirmed. Unknown, wrong and elsewhere get one and the same answer.
 */
export async function switchAt(installation: Installation, seat: Seat, asked: Switch): Promise<SignedIn> {
  const { desk, staff } = await inWork(installation, asSystem, async ctx => {
    const there = await deskOf(ctx, seat.key)
    return { desk: there, staff: 'badge' in asked ? await byBadge(ctx, there, asked.badge) : await beginTry(ctx, there, asked.staff) }
  })
  // Told whether the PIN is right or wrong, else it would tell which.
  if (staff?.locked) throw locked()
  const right = 'badge' in asked ? staff !== undefined : await verifyPassword(asked.pin, staff?.hash)
  if (!right || !staff) {
    await inWork(installation, asSystem, async ctx => {
      const known = staff && await StaffRow.query(ctx.db).findById(staff.id)
      await noteFailedSignIn(ctx, known, { method: 'badge', network: seat.network })
    })
    throw wrongThere()
  }
  return inWork(installation, asSystem, ctx => sitDown(ctx, desk, staff.id, seat))
}

async function sitDown(ctx: OpenContext, desk: DeskRow, id: string, { before, network, agent }: Seat): Promise<SignedIn> {
  const staff = withAccount(ctx, await StaffRow.query(ctx.db).findById(id))
  if (!staff || !worksAt(ctx, staff.id, desk)) throw wrongThere()
  if (!await isFresh(ctx, staff.id, desk)) throw stale()
  await endSessionAt(ctx, desk.id)
  if (before) await ctx.db('session').where({ id: before }).whereNot({ method: 'token' }).whereNull('ended_at').update({ ended_at: ctx.now.toString() })
  const signedIn = await openSession(ctx, staff, {
    method: 'badge', confirmed: false, network, agent, idleMinutes: ctx.parameter(deskIdle, desk.unit_id),
    desk: desk.unit_id,
  })
  await ctx.db('desk_key').where({ desk_id: desk.id })
    .update({ session_id: signedIn.actor.session, switched_at: ctx.now.toString(), badge_failures: 0 })
  await ctx.db('desk_try').where({ desk_id: desk.id, staff_id: id }).update({ failures: 0 })
  return signedIn
}

interface Found { readonly id: string; readonly hash?: string | undefined; readonly locked?: boolean }

/** Counted before it is known to be wrong, so that many at once are as many tries. */
async function beginTry(ctx: OpenContext, desk: DeskRow, id: string): Promise<Found | undefined> {
  const row = await ctx.db('desk_pin').where({ staff_id: id }).whereNotNull('hash').first('hash')
  if (!row) return undefined
  const { rows: [{ failures }] } = await ctx.db.raw(`
    insert into desk_try as t (desk_id, staff_id, failures, last_at) values (:desk, :id, 1, :now)
    on conflict (desk_id, staff_id) do update set last_at = excluded.last_at,
      failures = case when t.last_at < (${LAST_FULL}) then 1 else t.failures + 1 end
    returning failures`, { desk: desk.id, id, now: ctx.now.toString() })
  return { id, hash: row.hash as string, locked: failures > PIN_FAILURES_MAX }
}

async function byBadge(ctx: OpenContext, desk: DeskRow, badge: string): Promise<Found | undefined> {
  const since = ctx.now.subtract({ minutes: BADGE_WINDOW_MINUTES }).toString()
  const { rows: [{ badge_failures: failures }] } = await ctx.db.raw(`
    update desk_key set badge_failures = case when badge_failed_at > :since then badge_failures + 1 else 1 end, badge_failed_at = :now
    where desk_id = :desk returning badge_failures`, { desk: desk.id, since, now: ctx.now.toString() })
  if (failures > BADGE_FAILURES_MAX) return undefined
  const row = await ctx.db('desk_badge').where({ digest: badgeDigest(ctx.installation, badge) }).first('staff_id')
  return row && { id: row.staff_id as string }
}

/** A badge number is short: without the key of the installation its digest tells nothing. */
export const badgeDigest = (installation: Installation, badge: string) =>
  createHmac('sha256', installation.keyFor('desk badges')).update(badge).digest()

/** When somebody last signed in by more than a badge or a PIN. */
const LAST_FULL = `select max(started_at) from session where staff_id = :id and method in ('password', 'passkey', 'oidc')`

async function isFresh(ctx: OpenContext, id: string, { unit_id: unit }: DeskRow): Promise<boolean> {
  const { rows: [{ at }] } = await ctx.db.raw(`select (${LAST_FULL}) as at`, { id })
  const since = ctx.now.subtract({ hours: 24 * ctx.parameter(deskDays, unit) })
  return at !== null && Date.parse(String(at)) >= since.epochMilliseconds
}

/** Whoever holds any role that reaches the unit of the desk works there. */
const worksAt = (ctx: OpenContext, id: string, { unit_id: unit }: DeskRow) => colleaguesAt(ctx, unit).includes(id)

const colleaguesAt = (ctx: OpenContext, unit: string): string[] => pathOf(ctx.configuration, unit, ctx.today()).flatMap(above =>
  grantsOn(ctx.configuration, above, ctx.today()).filter(({ body }) => above === unit || !body.only).map(({ body }) => body.staff))

/** This PC, where it is a desk: where it stands, and who takes a place at it by PIN. */
export async function thisDesk(ctx: OpenContext, key: string | undefined) {
  const desk = await findDesk(ctx, key)
  if (!desk) return null
  const ids = [...new Set(colleaguesAt(ctx, desk.unit_id))]
  const { rows } = await ctx.db.raw(`
    select s.id, s.name, s.initials from staff s join desk_pin p on p.staff_id = s.id and p.hash is not null
    where s.id = any (?) and s.kind = 'person' and exists (
      select from session f where f.staff_id = s.id and f.method in ('password', 'passkey', 'oidc') and f.started_at >= ?)
    order by s.name, s.id limit 200`,
  [ids, ctx.now.subtract({ hours: 24 * ctx.parameter(deskDays, desk.unit_id) }).toString()])
  return {
    id: desk.id, name: desk.name, unit: { id: desk.unit_id, name: nameAt(ctx.configuration, desk.unit_id, ctx.today()) },
    people: (rows as Pick<StaffRow, 'id' | 'name' | 'initials'>[]).filter(({ id }) => accountOf(ctx.configuration, id, ctx.today())),
  }
}

const wrongThere = () => new Refusal(401, 'sign-in.desk-refused', {
  nl: 'Deze badge of pincode werkt hier niet.', en: 'This badge or PIN does not work here.',
  fr: 'Ce badge ou ce code ne fonctionne pas ici.',
})
const locked = () => new Refusal(403, 'sign-in.desk-locked', {
  nl: 'Te vaak een foute pincode. Meld je één keer volledig aan; daarna wissel je hier weer.',
  en: 'Too many wrong PINs. Sign in fully once; after that you switch here again.',
  fr: 'Trop de codes erronés. Connectez-vous une fois complètement ; ensuite, vous pourrez de nouveau prendre le relais ici.',
})
const stale = () => new Refusal(403, 'sign-in.desk-stale', {
  nl: 'Je volledige aanmelding is te lang geleden. Meld je één keer volledig aan; daarna wissel je hier weer.',
  en: 'Your full sign-in is too long ago. Sign in fully once; after that you switch here again.',
  fr: 'Votre connexion complète est trop ancienne. Connectez-vous une fois complètement ; ensuite, vous pourrez de nouveau prendre le relais ici.',
})
