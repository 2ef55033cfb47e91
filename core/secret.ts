import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Keeps a secret at rest (AES-256-GCM), tied to whose it is: put in somebody else's row it opens no more. */
export function lockSecret(key: Buffer, secret: Uint8Array, owner: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(owner))
  const locked = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), locked])
}

/** Undefined for what was tampered with, is another's, or was locked before the installation got another secret. */
export function openSecret(key: Buffer, kept: Buffer, owner: string): Buffer | undefined {
  const iv = kept.subarray(0, IV_BYTES)
  const tag = kept.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    cipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
    return Buffer.concat([cipher.update(kept.subarray(IV_BYTES + TAG_BYTES)), cipher.final()])
  } catch {
    return undefined
  }
}
