import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const PRESENT = 0x01
const VERIFIED = 0x04
const NEW_KEY = 0x40

/** How one answer differs from an honest one. */
export interface Otherwise {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly counter?: number
  /** The device did not ask for a finger, a face or a PIN. */
  readonly unverified?: boolean
  readonly key?: KeyObject
  readonly type?: string
}

/** A passkey in software: it signs as a security key does, so that what the server checks is really checked. */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url')
  readonly #origin: string
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  counter = 0

  constructor(origin: string) { this.#origin = origin }

  /** What a browser answers to the options of a registration. */
  register({ challenge }: { challenge: string }, otherwise: Otherwise = {}) {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
    const publicKey = isoCBOR.encode(new Map<number, number | Uint8Array>(
      [[1, 2], [3, -7], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]]))
    const id = Buffer.from(this.id, 'base64url')
    const authData = Buffer.concat([
      this.#head(NEW_KEY, otherwise), Buffer.alloc(16), Buffer.from([0, id.length]), id, Buffer.from(publicKey),
    ])
    const attestation = isoCBOR.encode(new Map<string, unknown>(
      [['fmt', 'none'], ['attStmt', new Map()], ['authData', new Uint8Array(authData)]]) as never)
    return this.#shown({
      clientDataJSON: this.#said('webauthn.create', challenge, otherwise).toString('base64url'),
      attestationObject: Buffer.from(attestation).toString('base64url'), transports: ['internal'],
    })
  }

  /** What a browser answers when this passkey is shown. */
  show({ challenge }: { challenge: string }, otherwise: Otherwise = {}) {
    this.counter += 1
    const authData = this.#head(0, otherwise)
    const said = this.#said('webauthn.get', challenge, otherwise)
    const signature = sign('sha256', Buffer.concat([authData, sha256(said)]), otherwise.key ?? this.#keys.privateKey)
    return this.#shown({
      clientDataJSON: said.toString('base64url'), authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  #shown<R extends object>(response: R) {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response }
  }

  #head(flag: number, { rpId = new URL(this.#origin).hostname, counter = this.counter, unverified = false }: Otherwise) {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([PRESENT | (unverified ? 0 : VERIFIED) | flag]), count])
  }

  #said(type: string, challenge: string, otherwise: Otherwise) {
    return Buffer.from(JSON.stringify({
      type: otherwise.type ?? type, challenge: otherwise.challenge ?? challenge, origin: otherwise.origin ?? this.#origin,
      crossOrigin: false,
    }))
  }
}

const sha256 = (what: string | Buffer) => createHash('sha256').update(what).digest()
