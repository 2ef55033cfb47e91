import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser'
import { call } from '../http.ts'
import type { Me } from '../session.ts'

export type Factor = 'totp' | 'passkey' | 'recovery'

/** What is asked beyond a right password; the ticket says for whom, and is good for a few minutes. */
export interface Asked {
  readonly ticket: string
  readonly factors: readonly Factor[]
  /** A second factor is required and there is none yet: it is set up first. */
  readonly enrol: boolean
}

/** Inside, or one question away from it. */
export type Entry = Me | { readonly asked: Asked }

/** What is shown to prove who one is. */
export type Proof =
  | { readonly password: string; readonly toSetUp?: true }
  | { readonly code: string }
  | { readonly passkey: AuthenticationResponseJSON }

const about = (path: string, body: unknown = {}) => [path, { method: 'POST', body, aboutSession: true }] as const

export const signIn = (email: string, password: string) => call<Entry>(...about('/session', { email, password }))

export const showSecondFactor = (ticket: string, proof: Proof) =>
  call<Me>(...about('/session/second', { ticket, ...proof }))

export const secondFactorOptions = (ticket: string) =>
  call<PublicKeyCredentialRequestOptionsJSON>(...about('/session/second/options', { ticket }))

/** A key for an authenticator app: for who signs in (with a ticket) or who is inside already. */
export const drawKey = (ticket: string | undefined) =>
  call<{ readonly secret: string; readonly uri: string }>(
    ...about('/session/enrol/totp', ticket === undefined ? {} : { ticket }),
  )

/** Inside, and with codes to keep where there were none yet. */
export type Enrolled = Me & { readonly recoveryCodes: readonly string[] }

export const confirmKey = (ticket: string | undefined, code: string) =>
  call<Enrolled>(...about('/session/enrol/totp/confirm', ticket === undefined ? { code } : { ticket, code }))

export const newPasskeyOptions = (ticket: string) =>
  call<PublicKeyCredentialCreationOptionsJSON>(...about('/session/enrol/passkey/options', { ticket }))

export const keepPasskey = (ticket: string, name: string, passkey: RegistrationResponseJSON) =>
  call<Enrolled>(...about('/session/enrol/passkey', { ticket, name, passkey }))

/** Proves again who sits here; the session gets a new number, so that an old one that leaked is worth nothing. */
export const proveAgain = (proof: Proof) => call<Me>(...about('/session/confirm', proof))

export const proofOptions = () =>
  call<PublicKeyCredentialRequestOptionsJSON>(...about('/session/confirm/options'))
