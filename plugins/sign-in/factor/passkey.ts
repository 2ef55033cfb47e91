import { randomUUID } from 'node:crypto'
import type { AuthenticatorTransport } from '@simplewebauthn/server'
import type { Static } from 'typebox'
import type { Installation } from '#core/installation.ts'
import { makeLink, useLink } from '#core/session.ts'
import type { StaffRow } from '#core/staff.ts'
import type { OpenContext } from '#core/work.ts'
import type { NewPasskey, ShownPasskey } from '../contract/passkey.ts'

/** What a challenge was made for; it answers nothing else. */
export type ChallengeFor = 'register' | 'second' | 'confirm' | 'alone'

interface Passkey {
  readonly factor_id: string; readonly staff_id: string; readonly credential_id: string
  readonly public_key: Buffer; readonly sign_count: number; readonly transports: AuthenticatorTransport[]
}

/** Read when somebody first uses a passkey: with its certificates it weighs 26 MB. */
const webAuthn = () => import('@simplewebauthn/server')

/** Passkeys belong to the address at which people reach the installation, and open nothing at any other. */
function placeOf({ address }: Installation) {
  const { origin, hostname } = new URL(address)
  return { origin, rpID: hostname }
}

/** A challenge is a link that works once: kept as a digest, for ten minutes, for one person and one purpose. */
const newChallenge = async (ctx: OpenContext, of: ChallengeFor, staffId: string | null) =>
  new Uint8Array(Buffer.from(await makeLink(ctx, 'passkey', staffId, { of }), 'base64url'))

/** What the browser is asked to make a new passkey; the ones they have are not made again. */
export async function newPasskeyOptions(ctx: OpenContext, { id, name, email }: StaffRow) {
  const known = await passkeysOf(ctx, id)
  const { generateRegistrationOptions } = await webAuthn()
  return generateRegistrationOptions({
    rpName: 'Filiaal', rpID: placeOf(ctx.installation).rpID, userName: email ?? name, userDisplayName: name,
    userID: new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex')),
    challenge: await newChallenge(ctx, 'register', id), attestationType: 'none',
    excludeCredentials: known.map(one => ({ id: one.credential_id, transports: one.transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
}

/** Keeps a new passkey of somebody; false when it was not made for them, here and now. */
export async function keepPasskey(
  ctx: OpenContext, staffId: string, name: string, response: Static<typeof NewPasskey>,
): Promise<boolean> {
  const challenge = await spentChallenge(ctx, response.response.clientDataJSON, 'register', staffId)
  if (!challenge) return false
  const { origin, rpID } = placeOf(ctx.installation)
  const { verifyRegistrationResponse } = await webAuthn()
  const { registrationInfo } = await verifyRegistrationResponse({
    response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: false,
  }).catch(() => ({ registrationInfo: undefined }))
  if (!registrationInfo) return false
  const { id: credentialId, publicKey, counter, transports = [] } = registrationInfo.credential
  if (await ctx.db('second_factor_use').where({ credential_id: credentialId }).first('factor_id')) return false
  const id = randomUUID()
  await ctx.db('second_factor').insert({ id, staff_id: staffId, kind: 'passkey', name, added_at: ctx.now.toString() })
  await ctx.db('second_factor_use').insert({
    factor_id: id, credential_id: credentialId, public_key: Buffer.from(publicKey), sign_count: counter, transports,
  })
  return true
}

/** What the browser is asked to show: one of somebody's passkeys, or, of nobody yet, any that it holds itself. */
export async function passkeyOptions(ctx: OpenContext, of: ChallengeFor, staffId: string | null) {
  const known = staffId === null ? [] : await passkeysOf(ctx, staffId)
  const { generateAuthenticationOptions } = await webAuthn()
  return generateAuthenticationOptions({
    rpID: placeOf(ctx.installation).rpID, challenge: await newChallenge(ctx, of, staffId),
    allowCredentials: known.map(one => ({ id: one.credential_id, transports: one.transports })),
    userVerification: of === 'alone' ? 'required' : 'preferred',
  })
}

/**
 * Whose passkey was shown, if it was rightly: at this address, in answer to a challenge for this purpose, and
 * with a count that goes on from the last. Alone it stands for a password too, so the device must know its owner.
 */
export async function usePasskey(
  ctx: OpenContext, of: ChallengeFor, staffId: string | null, response: Static<typeof ShownPasskey>,
): Promise<string | undefined> {
  const challenge = await spentChallenge(ctx, response.response.clientDataJSON, of, staffId)
  const passkey = challenge && await passkeyNamed(ctx, response.id)
  if (!passkey || (staffId !== null && passkey.staff_id !== staffId)) return undefined
  const { origin, rpID } = placeOf(ctx.installation)
  const { public_key, sign_count: counter, credential_id: id, transports } = passkey
  const { verifyAuthenticationResponse } = await webAuthn()
  const shown = await verifyAuthenticationResponse({
    response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID,
    requireUserVerification: of === 'alone',
    credential: { id, publicKey: new Uint8Array(public_key), counter, transports },
  }).catch(() => undefined)
  if (!shown?.verified) return undefined
  const used = await ctx.db('second_factor_use').where({ factor_id: passkey.factor_id, sign_count: counter })
    .update({ sign_count: shown.authenticationInfo.newCounter, last_used_at: ctx.now.toString() })
  return used === 1 ? passkey.staff_id : undefined
}

/** Spends the challenge that an answer claims to answer; undefined when it was never made for that, or spent before. */
async function spentChallenge(
  ctx: OpenContext, clientDataJSON: string, of: ChallengeFor, staffId: string | null,
): Promise<string | undefined> {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge: string }
    const link = await useLink(ctx, challenge, 'passkey')
    return link.staffId === staffId && (link.detail as { of: unknown }).of === of ? challenge : undefined
  } catch {
    return undefined
  }
}

const passkeys = (ctx: OpenContext) => ctx.db('second_factor').join('second_factor_use', 'factor_id', 'id')
  .where({ kind: 'passkey' }).select('factor_id', 'staff_id', 'credential_id', 'public_key', 'sign_count', 'transports')

const passkeysOf = async (ctx: OpenContext, staffId: string): Promise<Passkey[]> => passkeys(ctx).where({ staff_id: staffId })

const passkeyNamed = async (ctx: OpenContext, credentialId: string): Promise<Passkey | undefined> =>
  passkeys(ctx).where({ credential_id: credentialId }).first()
