import type { FastifyRequest } from 'fastify'
import { demandConfirmed, demandProved } from '#core/confirm.ts'
import { callerOf } from '#core/guard.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { renewSession, whenceOf, type SignedIn } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { inWork, type OpenContext } from '#core/work.ts'
import { hasSecond } from './factor.ts'
import { newRecoveryCodes } from './recovery-code.ts'
import { asSystem, enterWith, holderOf } from './second.ts'

/**
 * Does something with the second factors of whoever asks: somebody signed in who has just proved who they
 * are, or, by the ticket of a right password, somebody who has none yet. A ticket never adds to what is there,
 * else a password alone would.
 */
export async function inSetting<T>(
  request: FastifyRequest, ticket: string | undefined, act: (ctx: OpenContext, staff: StaffRow) => Promise<T>,
): Promise<T> {
  const { installation } = request.server
  const caller = ticket === undefined ? await callerOf(request) : asSystem
  return inWork(installation, caller, async ctx => {
    const staff = ticket === undefined ? await ownRow(ctx) : await holderOf(ctx, ticket)
    await ctx.db.raw('select pg_advisory_xact_lock(hashtext(?))', [`second factors of ${staff.id}`])
    const hasAny = await hasSecond(ctx, staff.id)
    // Whoever has none yet cannot show it: setting up the first one asks for what they have.
    if (ticket === undefined) (hasAny ? demandConfirmed : demandProved)(ctx)
    else if (hasAny) throw hasOne()
    return act(ctx, staff)
  })
}

export interface Kept { readonly signedIn: SignedIn; readonly recoveryCodes: string[] }

/** Keeps a factor and goes on with it: codes for the first one, and a session that has shown it. */
export const keepFactor = (
  request: FastifyRequest, ticket: string | undefined, keep: (ctx: OpenContext, staff: StaffRow) => Promise<boolean>,
): Promise<Kept | undefined> => inSetting(request, ticket, async (ctx, staff) => {
  const isFirst = !await hasSecond(ctx, staff.id)
  if (!await keep(ctx, staff)) return undefined
  const recoveryCodes = isFirst ? await newRecoveryCodes(ctx, staff.id) : []
  const signedIn = ticket === undefined ? await renewSession(ctx, { secondFactor: true })
    : await enterWith(ctx, ticket, whenceOf(request))
  return { signedIn, recoveryCodes }
})

async function ownRow(ctx: OpenContext): Promise<StaffRow> {
  const staff = await StaffRow.query(ctx.db).findById(ctx.actor.id ?? '')
  if (staff?.kind !== 'person') throw notFound()
  return staff
}

const hasOne = () => new Refusal(403, 'sign-in.has-second', {
  nl: 'Je hebt al een tweede stap. Meld je daarmee aan en voeg er dan een toe.',
  en: 'You have a second step already. Sign in with it and then add another.',
  fr: 'Vous avez déjà une deuxième étape. Connectez-vous avec elle, puis ajoutez-en une autre.',
})
