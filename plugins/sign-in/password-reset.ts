import { randomUUID } from 'node:crypto'
import { homeOf } from '#core/account.ts'
import type { Context } from '#core/context.ts'
import type { Installation } from '#core/installation.ts'
import { Refusal } from '#core/refusal.ts'
import { makeLink, withAccount } from '#core/session.ts'
import { staffCalled, StaffRow } from '#core/staff.ts'
import { SYSTEM } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import { queueMail } from '#plugins/mail/index.ts'
import { passwordChangedMail, resetMail } from './password-mail.ts'

const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** So often within the window for one address, and from one network. */
const ADDRESS_MAX = 3
const NETWORK_MAX = 20
const WINDOW_MINUTES = 15

/**
 * Notes that somebody asks for a new password. Whether the address is known is not looked at here, so
 * neither the answer nor the time it takes can tell.
 */
export async function askReset(ctx: OpenContext, email: string, network: string): Promise<void> {
  const address = email.trim().toLowerCase()
  await refuseTooMany(ctx, address, network)
  await ctx.db('password_reset').insert({ id: randomUUID(), email: address, network, at: ctx.now.toString() })
}

/** Mails a link to whoever asked and has a password to lose; nobody else hears of it. */
export async function answerResets(installation: Installation, stopping?: AbortSignal): Promise<number> {
  for (let answered = 0; ; answered++) {
    if (stopping?.aborted || !await inWork(installation, asSystem, answerNext)) return answered
  }
}

async function answerNext(ctx: OpenContext): Promise<boolean> {
  const asked = await ctx.db('password_reset').whereNull('done_at').orderBy('at').forUpdate().skipLocked().first()
  if (!asked) return false
  await ctx.db('password_reset').where({ id: asked.id }).update({ done_at: ctx.now.toString() })
  const staff = withAccount(ctx, await staffCalled(ctx, asked.email))
  const known = staff && await ctx.db('staff_password').where({ staff_id: staff.id }).first('staff_id')
  if (staff && known) await mailReset(ctx, staff)
  return true
}

async function mailReset(ctx: OpenContext, staff: StaffRow) {
  await ctx.db('one_time_link').where({ staff_id: staff.id, purpose: 'reset' }).whereNull('used_at')
    .update({ used_at: ctx.now.toString() })
  const token = await makeLink(ctx, 'reset', staff.id)
  await mailTo(ctx, staff, 'sign-in.reset', token)
}

/** Tells somebody that their password was changed, so that a change that was not theirs does not pass unseen. */
export async function mailPasswordChanged(ctx: Context, staffId: string): Promise<void> {
  const staff = await StaffRow.query(ctx.db).findById(staffId)
  if (staff) await mailTo(ctx, staff, 'sign-in.password-changed', null)
}

async function mailTo(ctx: Context, staff: StaffRow, kind: string, secret: string | null) {
  const { id, name, email, language } = staff
  if (!email) return
  const template = secret ? resetMail : passwordChangedMail
  await queueMail(ctx, {
    to: { staff: id, name, address: email, language }, kind, about: id, secret,
    unit: homeOf(ctx.configuration, id, ctx.today()) ?? SYSTEM,
    text: template(language, { name, address: ctx.installation.address }),
  })
}

/** Links, tickets and challenges whose time is long over are of no use to anybody. */
export async function forgetOldLinks(ctx: Context): Promise<void> {
  await ctx.db('one_time_link').where('expires_at', '<', ctx.now.subtract({ hours: 30 * 24 }).toString()).delete()
}

async function refuseTooMany(ctx: OpenContext, email: string, network: string) {
  for (const counted of [`reset ${email}`, `reset ${network}`])
    await ctx.db.raw('select pg_advisory_xact_lock(hashtext(?))', [counted])
  await ctx.db('password_reset').where('at', '<', ctx.now.subtract({ hours: 24 }).toString()).delete()
  const { rows: [{ same, near }] } = await ctx.db.raw(`
    select count(*) filter (where email = :email)::int as same, count(*) filter (where network = :network)::int as near
    from password_reset where (email = :email or network = :network) and at > :since`,
  { email, network, since: ctx.now.subtract({ minutes: WINDOW_MINUTES }).toString() })
  if (same >= ADDRESS_MAX || near >= NETWORK_MAX) throw new Refusal(429, 'core.too-many-tries', {
    nl: `Te vaak gevraagd. Wacht ${WINDOW_MINUTES} minuten en probeer dan opnieuw.`,
    en: `Asked too often. Wait ${WINDOW_MINUTES} minutes and try again.`,
    fr: `Trop de demandes. Attendez ${WINDOW_MINUTES} minutes avant de réessayer.`,
  })
}
