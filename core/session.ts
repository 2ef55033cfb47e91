import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { accountOf, homeOf } from './account.ts'
import { note, noteFailedSignIn } from './audit.ts'
import type { Actor, Context, Session } from './context.ts'
import type { Language, UnitId } from './contract.ts'
import { idleMinutes, sessionHours } from './contract/session.ts'
import type { Installation } from './installation.ts'
import { passwordChanged } from './event.ts'
import { hashPassword, passwordFaults, verifyPassword } from './password.ts'
import { notSignedIn, Refusal } from './refusal.ts'
import { staffCalled, StaffRow } from './staff.ts'
import { beginTry, forgiveAll, forgiveTries, refuseAtOnce, refuseWaiting, takeBack } from './tries.ts'
import { SYSTEM } from './unit.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from './work.ts'

/** How long a link works: for choosing a first password three days, for what happens in one sitting half an hour. */
const LINK_MINUTES = {
  'first-admin': 72 * 60, 'invitation': 72 * 60, 'reset': 30, 'second-factor': 10, 'federation': 10, 'passkey': 10,
}
export type LinkPurpose = keyof typeof LINK_MINUTES

export interface SignedIn { readonly actor: Actor; readonly language: Language }

/** Where somebody signs in from; shown to them in the list of their sessions. */
export interface Whence { readonly network: string; readonly agent: string }

export const whenceOf = ({ ip, headers }: FastifyRequest): Whence =>
  ({ network: ip, agent: String(headers['user-agent'] ?? '') })

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** Checks e-mail and password and opens a session; unknown, wrong and disabled get one and the same answer. */
export async function signIn(
  installation: Installation,
  email: string,
  password: string,
  { network, agent }: Whence,
): Promise<SignedIn | { readonly asked: unknown }> {
  const address = email.trim().toLowerCase()
  const found = await inWork(installation, asSystem, async ctx => {
    const staff = withAccount(ctx, await staffCalled(ctx, address))
    const tried = await beginTry(ctx, { address, network, method: 'password', staff })
    const secret = await ctx.db('staff_password').where({ staff_id: staff?.id ?? null }).first('hash')
    return { tried, staff, hash: secret?.hash as string | undefined }
  })
  refuseAtOnce(found.tried)
  const right = await verifyPassword(password, found.hash)
  const staff = right ? found.staff : undefined
  if (!staff && found.tried.isGuess)
    await inWork(installation, asSystem, ctx => noteFailedSignIn(ctx, found.staff, { method: 'password', network }))
  refuseWaiting(found.tried, right)
  if (!staff) throw wrongSignIn()
  return inWork(installation, asSystem, async ctx => {
    const asked = await asksMore(ctx, staff)
    await (asked === null ? forgiveTries : takeBack)(ctx, found.tried)
    return asked === null ? openSession(ctx, staff, { network, agent }) : { asked }
  })
}

/** What the plugins ask beyond a right password, if anything: a second factor. */
export async function asksMore(ctx: OpenContext, staff: StaffRow): Promise<unknown> {
  for (const { asksMore: asks } of ctx.installation.registry.plugins) {
    const asked = await asks?.(ctx, staff)
    if (asked != null) return asked
  }
  return null
}

/** The same person, as long as they have an account today. A machine is no person: it has its token and nothing else. */
export const withAccount = (ctx: OpenContext, staff: StaffRow | undefined) =>
  staff?.kind === 'person' && accountOf(ctx.configuration, staff.id, ctx.today()) ? staff : undefined

export interface Opening extends Partial<Whence> {
  readonly method?: Session['method']
  readonly secondFactor?: boolean
  /** Whether the person has just proved who they are; a badge alone does not. */
  readonly confirmed?: boolean
  /** Shorter than what the person's home unit says, where a desk is shared. */
  readonly idleMinutes?: number
  /** The unit of the desk that is shared. */
  readonly desk?: UnitId
}

/** Opens a session, for as long as the person's home unit lets one last, and every unit where they give rights. */
export async function openSession(ctx: OpenContext, staff: StaffRow, opening: Opening = {}): Promise<SignedIn> {
  const { method = 'password', secondFactor = false, confirmed = true, network, agent } = opening
  const session = randomUUID()
  const now = ctx.now.toString()
  await ctx.db('session').insert({
    id: session, staff_id: staff.id, method, second_factor: secondFactor,
    started_at: now, last_seen_at: now, confirmed_at: confirmed ? now : null,
    expires_at: ctx.now.add({ hours: least(ctx, staff.id, sessionHours) }).toString(),
    idle_minutes: opening.idleMinutes ?? least(ctx, staff.id, idleMinutes),
    network: network?.slice(0, 64) ?? null, agent: agent?.slice(0, 200) ?? null, desk_unit_id: opening.desk ?? null,
  })
  await note(ctx, 'sign-in', { table: 'staff', row: staff.id }, { method, network, secondFactor }, staff.id)
  return { actor: { id: staff.id, name: staff.name, session }, language: staff.language }
}

function least(ctx: OpenContext, staff: string, parameter: typeof sessionHours): number {
  const { configuration, installation } = ctx
  const { givesRights } = installation.registry
  const home = homeOf(configuration, staff, ctx.today()) ?? SYSTEM
  const gives = givesRights ? installation.rightsOf(configuration, staff, ctx.now).unitsOf(givesRights.permission) : []
  return Math.min(...[home, ...gives].map(unit => ctx.parameter(parameter, unit)))
}

/**
 * The session at hand under a new id, its person having just proved who they are; the old id ends. It lasts
 * no longer for it: whoever stole the old one has nothing, and whoever proves again gains no hours.
 */
export async function renewSession(
  ctx: OpenContext, { secondFactor = false, confirmed = true }: { readonly secondFactor?: boolean; readonly confirmed?: boolean } = {},
): Promise<SignedIn> {
  const id = randomUUID()
  const { rowCount } = await ctx.db.raw(`
    with old as (update session set ended_at = :now::timestamptz
                 where id = :old::uuid and ended_at is null and method <> 'token' returning *)
    insert into session (id, staff_id, method, label, started_at, expires_at, idle_minutes, last_seen_at, confirmed_at,
                         second_factor, network, agent, desk_unit_id)
    select :id::uuid, staff_id, method, label, started_at, expires_at, idle_minutes, :now::timestamptz,
           case when :confirmed::boolean then :now::timestamptz else confirmed_at end,
           second_factor or :secondFactor::boolean, network, agent, desk_unit_id from old`,
  { id, old: ctx.actor.session, now: ctx.now.toString(), secondFactor, confirmed })
  if (!rowCount) throw notSignedIn()
  return { actor: { ...ctx.actor, session: id }, language: ctx.language }
}

/** Ends sessions of somebody, all but one if that one is named; tokens of machines among them. */
export async function endSessionsOf(ctx: OpenContext, staffId: string, besides: string | null = null): Promise<void> {
  const ended = await ctx.db('session').where({ staff_id: staffId }).whereNull('ended_at')
    .whereRaw('id is distinct from ?::uuid', [besides]).update({ ended_at: ctx.now.toString() })
  if (ended) await note(ctx, 'sign-out', { table: 'staff', row: staffId }, { sessions: ended })
}

/** Every link of somebody that was not used yet works no more. */
export const endLinksOf = async (ctx: Context, staffId: string): Promise<void> => {
  await ctx.db('one_time_link').where({ staff_id: staffId }).whereNull('used_at').update({ used_at: ctx.now.toString() })
}

/** Ends a session: its token is worth nothing from the next request on, on every process. */
export async function endSession(ctx: OpenContext): Promise<void> {
  await ctx.db('session').where({ id: ctx.actor.session }).update({ ended_at: ctx.now.toString() })
  await note(ctx, 'sign-out', { table: 'staff', row: ctx.actor.id ?? '' })
}

/** Makes a link that works once; only its digest is kept. */
export async function makeLink(
  ctx: OpenContext,
  purpose: LinkPurpose,
  staffId: string | null,
  detail: unknown = null,
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await ctx.db('one_time_link').insert({
    id: randomUUID(),
    token_digest: digest(token),
    purpose,
    staff_id: staffId,
    detail: detail === null ? null : JSON.stringify(detail),
    expires_at: ctx.now.add({ minutes: LINK_MINUTES[purpose] }).toString(),
  })
  return token
}

export interface Link { readonly purpose: LinkPurpose; readonly staffId: string | null; readonly detail: unknown }

/** Uses a link up; refuses one that is unknown, made for something else, used or too old. */
export async function useLink(ctx: OpenContext, token: string, ...purposes: readonly LinkPurpose[]): Promise<Link> {
  const { rows: [link] } = await ctx.db.raw(`
    update one_time_link set used_at = :now::timestamptz
    where token_digest = :digest and used_at is null and expires_at > :now::timestamptz and purpose = any (:purposes)
    returning purpose, staff_id, detail`,
  { now: ctx.now.toString(), digest: digest(token), purposes })
  if (!link) throw linkSpent()
  return { purpose: link.purpose, staffId: link.staff_id, detail: link.detail }
}

/** Reads a link that still works, and leaves it so. */
export async function readLink(ctx: OpenContext, token: string, purpose: LinkPurpose): Promise<Link> {
  const link = await ctx.db('one_time_link').where({ token_digest: digest(token), purpose }).whereNull('used_at')
    .where('expires_at', '>', ctx.now.toString()).first('purpose', 'staff_id', 'detail')
  if (!link) throw linkSpent()
  return { purpose: link.purpose, staffId: link.staff_id, detail: link.detail }
}

export const linkSpent = () => new Refusal(410, 'core.link-spent', {
  nl: 'Deze link is al gebruikt of te oud. Vraag een nieuwe.',
  en: 'This link has been used or is too old. Ask for a new one.',
  fr: 'Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau.',
})

/**
 * Somebody chooses a password by a link they were given, and is signed in unless more is asked; wherever
 * they were still signed in, they no longer are.
 */
export async function choosePassword(ctx: OpenContext, token: string, password: string, whence: Whence) {
  const { staffId } = await useLink(ctx, token, 'invitation', 'reset')
  const staff = staffId === null ? undefined : withAccount(ctx, await StaffRow.query(ctx.db).findById(staffId))
  if (!staff) throw wrongLink()
  await setPassword(ctx, staff.id, password)
  await endSessionsOf(ctx, staff.id)
  await forgiveAll(ctx, staff.email ?? '')
  const asked = await asksMore(ctx, staff)
  return asked === null ? openSession(ctx, staff, { ...whence, method: 'link' }) : { asked }
}

export async function setPassword(ctx: OpenContext, staffId: string, password: string): Promise<void> {
  const staff = await StaffRow.query(ctx.db).findById(staffId).throwIfNotFound()
  const faults = await passwordFaults(password, [staff.name, staff.email ?? ''])
  if (faults[0]) throw new Refusal(422, faults[0].code, faults[0].message, { faults })
  const hash = await hashPassword(password)
  if (await ctx.db('staff_password').where({ staff_id: staffId }).first('staff_id'))
    await ctx.emit(passwordChanged, { staff: staffId })
  await ctx
    .db('staff_password')
    .insert({ staff_id: staffId, hash, changed_at: ctx.now.toString() })
    .onConflict('staff_id')
    .merge()
}

export interface NewStaff {
  id?: string
  kind?: StaffRow['kind']
  name: string
  email: string | null
  initials?: string | undefined
  language: Language
  libraryId: UnitId | null
  /** Where they will work; the library itself where it is not said. */
  unitId?: UnitId | null
  doubled?: boolean
}

export async function addStaff(
  ctx: OpenContext,
  { id = randomUUID(), kind = 'person', name, email, initials = initialsOf(name), language, libraryId, unitId = libraryId, doubled = false }: NewStaff,
): Promise<StaffRow> {
  return StaffRow.query(ctx.db).insertAndFetch({
    id, kind, name: name.trim(), email: email?.trim().toLowerCase() ?? null, language, initials,
    libraryId, homeId: libraryId, unitId, doubled,
  })
}

export const initialsOf = (name: string) => name.trim().split(/\s+/).slice(0, 3)
  .map(part => String.fromCodePoint(part.codePointAt(0) ?? 0)).join('').toUpperCase()

const digest = (token: string) => createHash('sha256').update(token).digest()

const wrongLink = () => new Refusal(410, 'core.link-spent', {
  nl: 'Deze link werkt hier niet.', en: 'This link does not work here.', fr: 'Ce lien ne fonctionne pas ici.',
})

const wrongSignIn = () => new Refusal(401, 'core.wrong-sign-in', {
  nl: 'Dit e-mailadres en wachtwoord horen niet bij elkaar.',
  en: 'This e-mail address and password do not belong together.',
  fr: 'Cette adresse et ce mot de passe ne correspondent pas.',
})
