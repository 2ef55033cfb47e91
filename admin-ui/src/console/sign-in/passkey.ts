import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { Problem } from '../problem.ts'

/** A browser on a plain-http address, or an old one, knows no passkeys. */
export const knowsPasskeys = () => 'PublicKeyCredential' in globalThis

/** The person let the question of the device go by, or it had nothing to show. */
const unanswered = (translate: (key: string) => string) => (error: unknown): never => {
  if (error instanceof Problem) throw error
  const held = error instanceof Error && error.name === 'InvalidStateError'
  const detail = translate(held ? 'console.passkey.held' : 'console.passkey.none')
  throw new Problem(-1, { title: detail, detail, status: 0, code: 'console.no-passkey' })
}

/** Asks the device for a passkey that the server knows. */
export const showPasskey = async (
  options: PublicKeyCredentialRequestOptionsJSON,
  translate: (key: string) => string,
) => {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return startAuthentication({ optionsJSON: options }).catch(unanswered(translate))
}

/** Has the device make a passkey. */
export const makePasskey = async (
  options: PublicKeyCredentialCreationOptionsJSON,
  translate: (key: string) => string,
) => {
  const { startRegistration } = await import('@simplewebauthn/browser')
  return startRegistration({ optionsJSON: options }).catch(unanswered(translate))
}
