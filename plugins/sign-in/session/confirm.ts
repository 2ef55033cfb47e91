import { demandProof, isPasswordOf } from '#core/proof.ts'
import type { Installation } from '#core/installation.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { renewSession, type SignedIn } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { inWork, type Caller } from '#core/work.ts'
import { hasSecond } from '../factor/factor.ts'
import { asSystem, isSecondOf, methodOf, wrongSecond, type Shown } from '../factor/second.ts'

/**
 * Proves again who sits here, before rights are given or money is moved. The session goes on under a new id.
 *
 * Whoever came in without their second factor, by a badge say, shows it now: a password is not enough.
 */
export async function confirmSession(
  installation: Installation, caller: Caller, { password, ...shown }: Shown & { readonly password?: string },
  network: string,
): Promise<SignedIn> {
  const staff = await inWork(installation, caller, async ctx => {
    const row = await StaffRow.query(ctx.db).findById(ctx.actor.id ?? '')
    if (row?.kind !== 'person') throw notFound()
    if (password !== undefined && !ctx.session?.secondFactor && await hasSecond(ctx, row.id)) throw showSecondInstead()
    return row
  })
  const [method, wrong] = password === undefined ? [methodOf(shown), () => wrongSecond(422)] : ['password', wrongPassword]
  await demandProof(installation, staff, { method, network, wrong }, async () =>
    password === undefined
      ? inWork(installation, asSystem, ctx => isSecondOf(ctx, 'confirm', staff.id, shown))
      : isPasswordOf(installation, staff.id, password))
  return inWork(installation, caller, ctx => renewSession(ctx, { secondFactor: password === undefined }))
}

const wrongPassword = () => new Refusal(422, 'core.wrong-password', {
  nl: 'Dit is niet je wachtwoord.', en: 'This is not your password.', fr: 'Ce n’est pas votre mot de passe.',
})

const showSecondInstead = () => new Refusal(422, 'sign-in.show-second', {
  nl: 'Bevestig met een code van je app of met je passkey.', en: 'Confirm with a code of your app or with your passkey.',
  fr: 'Confirmez avec un code de votre application ou avec votre clé d’accès.',
})
