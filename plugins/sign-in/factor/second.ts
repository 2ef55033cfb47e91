import type { Static } from 'typebox'
import { demandProof } from '#core/proof.ts'
import type { Installation } from '#core/installation.ts'
import { Refusal } from '#core/refusal.ts'
import { linkSpent, openSession, readLink, useLink, withAccount, type SignedIn, type Whence } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { inWork, SYSTEM_ACTOR, type OpenContext } from '#core/work.ts'
import type { ShownPasskey } from '../contract/passkey.ts'
import { usePasskey } from './passkey.ts'
import { useRecoveryCode } from './recovery-code.ts'
import { useCode } from './totp.ts'

export const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** What is shown beside a password: a code of the app or a recovery code, or a passkey. */
export interface Shown {
  readonly code?: string | undefined
  readonly passkey?: Static<typeof ShownPasskey> | undefined
}

/** Whether what somebody shows is theirs and of now; whatever it was, it is used up. */
export async function isSecondOf(ctx: OpenContext, of: 'second' | 'confirm', staffId: string, { code, passkey }: Shown) {
  if (passkey) return await usePasskey(ctx, of, staffId, passkey) === staffId
  if (!code) return false
  return isAppCode(code) ? useCode(ctx, staffId, code) : useRecoveryCode(ctx, staffId, code)
}

const isAppCode = (code: string) => /^\s*(\d\s*){6}$/.test(code)
export const methodOf = ({ code, passkey }: Shown) =>
  passkey ? 'passkey' : code && isAppCode(code) ? 'totp' : 'recovery'

/** Of whom a ticket is: somebody whose password was right a few minutes ago. */
export async function holderOf(ctx: OpenContext, ticket: string): Promise<StaffRow> {
  const { staffId } = await readLink(ctx, ticket, 'second-factor')
  const staff = withAccount(ctx, await StaffRow.query(ctx.db).findById(staffId ?? ''))
  if (!staff) throw linkSpent()
  return staff
}

/** The second step of signing in: the ticket of the first, and something that only its person has. */
export async function showSecond(
  installation: Installation, ticket: string, shown: Shown, { network, agent }: Whence,
): Promise<SignedIn> {
  const staff = await inWork(installation, asSystem, ctx => holderOf(ctx, ticket))
  await demandProof(installation, staff, { method: methodOf(shown), network, wrong: () => wrongSecond() }, () =>
    inWork(installation, asSystem, ctx => isSecondOf(ctx, 'second', staff.id, shown)))
  return inWork(installation, asSystem, ctx => enterWith(ctx, ticket, { network, agent }))
}

/** Uses the ticket up and opens the session: of two at once, one comes in. */
export async function enterWith(ctx: OpenContext, ticket: string, whence: Whence): Promise<SignedIn> {
  const staff = await holderOf(ctx, ticket)
  await useLink(ctx, ticket, 'second-factor')
  return openSession(ctx, staff, { ...whence, secondFactor: true })
}

export const wrongSecond = (status = 401) => new Refusal(status, 'sign-in.wrong-second', {
  nl: 'Dit klopt niet. Kijk of de klok van je toestel juist staat en neem de nieuwste code.',
  en: 'This is not right. See whether your device has the right time and take the newest code.',
  fr: 'Ce n’est pas correct. Vérifiez l’heure de votre appareil et prenez le code le plus récent.',
})
