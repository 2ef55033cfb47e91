import { demandProof, isPasswordOf } from '#core/proof.ts'
import type { Installation } from '#core/installation.ts'
import { notFound, Refusal } from '#core/refusal.ts'
import { renewSession, type SignedIn } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { inWork, type Caller } from '#core/work.ts'
import { hasSecond, mustShowSecond } from '../factor/factor.ts'
import { asSystem, isSecondOf, methodOf, wrongSecond, type Shown } from '../factor/second.ts'

interface Confirming {
  readonly password?: string
  /** By the password alone, to set up the second factor that is owed: it counts for that and for nothing else. */
  readonly toSetUp?: boolean
}

/**
 * Proves again who sits here, before rights are given or money is moved. The session goes on under a new id.
 *
 * Whoever came in without their second factor, by a badge say, shows it now: a password is not enough. Whoever owes
 * one and has none yet sets it up first.
 */
export async function confirmSession(
  installation: Installation, caller: Caller, { password, toSetUp = false, ...shown }: Shown & Confirming,
  network: string,
): Promise<SignedIn> {
  const staff = await inWork(installation, caller, async ctx => {
    const row = await StaffRow.query(ctx.db).findById(ctx.actor.id ?? '')
    if (row?.kind !== 'person') throw notFound()
    if (password !== undefined && !ctx.session?.secondFactor) {
      if (await hasSecond(ctx, row.id)) throw showSecondInstead()
      if (!toSetUp && mustShowSecond(ctx, row.id)) throw setUpSecondFirst()
    }
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

const setUpSecondFirst = () => new Refusal(422, 'sign-in.set-up-second', {
  nl: 'Voor wat je mag doen is een tweede stap nodig, en je hebt er nog geen. Stel die eerst in bij “Mijn aanmelding”.',
  en: 'What you may do asks for a second step, and you have none yet. First set one up under “My sign-in”.',
  fr: 'Vos droits exigent une deuxième étape, et vous n’en avez pas encore. Configurez-la d’abord sous « Ma connexion ».',
})

const showSecondInstead = () => new Refusal(422, 'sign-in.show-second', {
  nl: 'Bevestig met een code van je app of met je passkey.', en: 'Confirm with a code of your app or with your passkey.',
  fr: 'Confirmez avec un code de votre application ou avec votre clé d’accès.',
})
