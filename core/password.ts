import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** argon2id with 19 MiB, two passes, one lane: the OWASP minimum for interactive sign-in. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const LENGTH_MIN = 10
const LENGTH_MAX = 200

/** Long enough to be safe without rules of composition. */
export const passwordFits = (password: string) => password.length >= LENGTH_MIN && password.length <= LENGTH_MAX

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { ...cost, message: password, nonce })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(nonce)}$${plain(tag)}`
}

/** Takes as long for an account that does not exist, so that nobody learns which do. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, , , parameters, nonce, tag] = (hash ?? NOBODY).split('$') as string[]
  const [memory, passes, parallelism] = (parameters ?? '').split(',').map(part => Number(part.slice(2))) as [
    number,
    number,
    number,
  ]
  const expected = Buffer.from(tag ?? '', 'base64')
  const found = await derive('argon2id', {
    message: password.slice(0, LENGTH_MAX),
    nonce: Buffer.from(nonce ?? '', 'base64'),
    memory,
    passes,
    parallelism,
    tagLength: expected.length,
  })
  return timingSafeEqual(found, expected) && hash !== undefined
}

const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
const NOBODY = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(Buffer.alloc(16))}$${plain(Buffer.alloc(32))}`
