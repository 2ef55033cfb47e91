import type { Static } from 'typebox'
import { noteFailedSignIn } from '#core/audit.ts'
import type { Installation } from '#core/installation.ts'
import { Refusal } from '#core/refusal.ts'
import { openSession, withAccount, type SignedIn, type Whence } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import { inWork } from '#core/work.ts'
import type { ShownPasskey } from '../contract/passkey.ts'
import { usePasskey } from '../factor/passkey.ts'
import { asSystem } from '../factor/second.ts'

/** Signs in by a passkey alone: what somebody has, on a device that knows its owner by finger, face or PIN. */
export async function enterByPasskey(
  installation: Installation, passkey: Static<typeof ShownPasskey>, { network, agent }: Whence,
): Promise<SignedIn> {
  const id = await inWork(installation, asSystem, ctx => usePasskey(ctx, 'alone', null, passkey))
  const signedIn = id && await inWork(installation, asSystem, async ctx => {
    const staff = withAccount(ctx, await StaffRow.query(ctx.db).findById(id))
    return staff && openSession(ctx, staff, { method: 'passkey', secondFactor: true, network, agent })
  })
  if (signedIn) return signedIn
  await inWork(installation, asSystem, ctx => noteFailedSignIn(ctx, id ? { id } : undefined, { method: 'passkey', network }))
  throw new Refusal(401, 'sign-in.wrong-passkey', {
    nl: 'Deze passkey opent hier niets. Meld je aan met je wachtwoord.',
    en: 'This passkey opens nothing here. Sign in with your password.',
    fr: 'Cette clé d’accès n’ouvre rien ici. Connectez-vous avec votre mot de passe.',
  })
}
