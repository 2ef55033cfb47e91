import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from './context.ts'
import type { Language, UnitId } from './contract.ts'
import type { Installation } from './installation.ts'
import { hashPassword, passwordFits, verifyPassword } from './password.ts'
import { Refusal } from './refusal.ts'
import { StaffRow } from './staff.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from './work.ts'

/** A session lasts one working day at most, whatever is done in it. */
const SESSION_HOURS = 12
const LINK_HOURS = 72
/** So many failures of one address from one network within the window, and sign-in waits. */
const FAILURES_MAX = 8
const FAILURE_WINDOW_MINUTES = 15

export interface SignedIn { readonly actor: Actor; readonly language: Language }

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** Checks e-mail and password and opens a session; unknown, wrong and disabled get one and the same answer. */
export async function signIn(
  installation: Installation,
  email: string,
  password: string,
  network: string,
): Promise<SignedIn> {
  const address = email.trim().toLowerCase()
  const found = await inWork(installation, asSystem, async ctx => {
    await refuseTooMany(ctx, address, network)
    // Counted before it is known to be one, so that many at once are as many failures.
    await ctx.db('sign_in_failure').insert({ email: address, network, at: ctx.now.toString() })
    const staff = await StaffRow.query(ctx.db).findOne({ email: address }).whereNull('disabled_at')
    const secret = staff && await ctx.db('staff_password').where({ staff_id: staff.id }).first('hash')
    return { staff, hash: secret?.hash as string | undefined }
  })
  const right = await verifyPassword(password, found.hash)
  return inWork(installation, asSystem, async ctx => {
    if (!right || !found.staff) throw wrongSignIn()
    await ctx.db('sign_in_failure').where({ email: address, network }).delete()
    return openSession(ctx, found.staff)
  })
}

export async function openSession(ctx: OpenContext, staff: StaffRow): Promise<SignedIn> {
  const session = randomUUID()
  await ctx.db('session').insert({
    id: session,
    staff_id: staff.id,
    started_at: ctx.now.toString(),
    expires_at: ctx.now.add({ hours: SESSION_HOURS }).toString(),
  })
  return { actor: { id: staff.id, name: staff.name, session }, language: staff.language }
}

/** Ends a session: its token is worth nothing from the next request on, on every process. */
export async function endSession(ctx: OpenContext): Promise<void> {
  await ctx.db('session').where({ id: ctx.actor.session }).update({ ended_at: ctx.now.toString() })
}

/** Makes a link that works once; only its digest is kept. */
export async function makeLink(
  ctx: OpenContext,
  purpose: 'first-admin' | 'invitation',
  staffId: string | null,
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await ctx.db('one_time_link').insert({
    id: randomUUID(),
    token_digest: digest(token),
    purpose,
    staff_id: staffId,
    expires_at: ctx.now.add({ hours: LINK_HOURS }).toString(),
  })
  return token
}

/** Uses a link up; refuses one that is unknown, used or too old. */
export async function useLink(ctx: OpenContext, token: string): Promise<{ purpose: string; staffId: string | null }> {
  const { rows: [link] } = await ctx.db.raw(`
    update one_time_link set used_at = ?::timestamptz
    where token_digest = ? and used_at is null and expires_at > ?::timestamptz returning purpose, staff_id`,
  [ctx.now.toString(), digest(token), ctx.now.toString()])
  if (!link) throw new Refusal(410, 'core.link-spent', {
    nl: 'Deze link is al gebruikt of te oud. Vraag een nieuwe.',
    en: 'This link has been used or is too old. Ask for a new one.',
    fr: 'Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau.',
  })
  return { purpose: link.purpose, staffId: link.staff_id }
}

export async function setPassword(ctx: OpenContext, staffId: string, password: string): Promise<void> {
  if (!passwordFits(password)) throw passwordTooShort()
  const hash = await hashPassword(password)
  await ctx
    .db('staff_password')
    .insert({ staff_id: staffId, hash, changed_at: ctx.now.toString() })
    .onConflict('staff_id')
    .merge()
}

export interface NewStaff {
  id?: string
  name: string
  email: string
  language: Language
  homeUnit: UnitId
  libraryId: UnitId | null
}

export async function addStaff(
  ctx: OpenContext,
  { id = randomUUID(), name, email, language, homeUnit, libraryId }: NewStaff,
): Promise<StaffRow> {
  return StaffRow.query(ctx.db).insertAndFetch({
    id, name: name.trim(), email: email.trim().toLowerCase(), language, homeUnit, libraryId, initials: initialsOf(name),
  })
}

export const initialsOf = (name: string) => name.trim().split(/\s+/).slice(0, 3)
  .map(part => String.fromCodePoint(part.codePointAt(0) ?? 0)).join('').toUpperCase()

async function refuseTooMany(ctx: OpenContext, email: string, network: string) {
  const since = ctx.now.subtract({ minutes: FAILURE_WINDOW_MINUTES }).toString()
  await ctx.db.raw('select pg_advisory_xact_lock(hashtext(?))', [`sign-in ${email} ${network}`])
  await ctx
    .db('sign_in_failure')
    .where('at', '<', ctx.now.subtract({ hours: 24 }).toString())
    .delete()
  const {
    rows: [{ failures }],
  } = await ctx.db.raw(
    'select count(*)::int as failures from sign_in_failure where email = ? and network = ? and at > ?',
    [email, network, since],
  )
  if (failures >= FAILURES_MAX)
    throw new Refusal(429, 'core.too-many-tries', {
      nl: `Te vaak geprobeerd. Wacht ${FAILURE_WINDOW_MINUTES} minuten en probeer dan opnieuw.`,
      en: `Too many tries. Wait ${FAILURE_WINDOW_MINUTES} minutes and try again.`,
      fr: `Trop d’essais. Attendez ${FAILURE_WINDOW_MINUTES} minutes avant de réessayer.`,
    })
}

const digest = (token: string) => createHash('sha256').update(token).digest()

const wrongSignIn = () => new Refusal(401, 'core.wrong-sign-in', {
  nl: 'Dit e-mailadres en wachtwoord horen niet bij elkaar.',
  en: 'This e-mail address and password do not belong together.',
  fr: 'Cette adresse et ce mot de passe ne correspondent pas.',
})

const passwordTooShort = () =>
  new Refusal(
    422,
    'core.password-short',
    {
      nl: 'Kies een wachtwoord van minstens 10 tekens.',
      en: 'Choose a password of at least 10 characters.',
      fr: 'Choisissez un mot de passe d’au moins 10 caractères.',
    },
    {
      faults: [
        {
          code: 'core.password-short',
          pointer: '/password',
          message: { nl: 'Minstens 10 tekens.', en: 'At least 10 characters.', fr: 'Au moins 10 caractères.' },
        },
      ],
    },
  )
