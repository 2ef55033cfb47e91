import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** What a machine's token says once it is opened; only its digest is kept, with the session it stands for. */
export interface MachineToken {
  readonly session: string
  readonly staff: string
  readonly digest: Buffer
}

const PREFIX = 'filiaal_'
const ID_BYTES = 16
const SECRET_BYTES = 24
const whole = new RegExp(`^${PREFIX}[A-Za-z0-9_-]{${Math.ceil((2 * ID_BYTES + SECRET_BYTES) * 4 / 3)}}$`)

/** A new token for a member of staff of the kind machine: shown once, and the session id it will stand for. */
export function makeMachineToken(staff: string): { readonly text: string; readonly opened: MachineToken } {
  const session = randomUUID()
  const bytes = Buffer.concat([bytesOf(session), bytesOf(staff), randomBytes(SECRET_BYTES)])
  const text = PREFIX + bytes.toString('base64url')
  return { text, opened: { session, staff, digest: digestOf(text) } }
}

/** Opens a token without trusting it: whether it stands is for the database to say, by its digest. */
export function openMachineToken(authorization: string | undefined): MachineToken | undefined {
  const text = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? ''
  if (!whole.test(text)) return undefined
  const bytes = Buffer.from(text.slice(PREFIX.length), 'base64url')
  return { session: idOf(bytes, 0), staff: idOf(bytes, ID_BYTES), digest: digestOf(text) }
}

const digestOf = (text: string) => createHash('sha256').update(text).digest()
const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

function idOf(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + ID_BYTES)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
