import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { isCommonPassword, isOwnName } from './common-password.ts'
import type { Fault } from './refusal.ts'
import { fault } from './wording.ts'

const derive = promisify(argon2)

/** argon2id with 19 MiB, two passes, one lane: the OWASP minimum for interactive sign-in. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const LENGTH_MIN = 10
const LENGTH_MAX = 200

/**
 * What is wrong with a password somebody chooses: too short, one that everybody tries first, or their own
 * name. Long enough and not to be guessed is enough; nobody is told to use a capital or a sign.
 */
export async function passwordFaults(password: string, names: readonly string[]): Promise<Fault[]> {
  if (password.length > LENGTH_MAX) return [tooLong]
  return [
    ...(password.length < LENGTH_MIN ? [tooShort] : []),
    ...(await isCommonPassword(password) ? [common] : isOwnName(password, names) ? [ownName] : []),
  ]
}

const tooShort = fault('core.password-short', '/password', `Kies minstens ${LENGTH_MIN} tekens.`,
  `Choose at least ${LENGTH_MIN} characters.`, `Choisissez au moins ${LENGTH_MIN} caractères.`)
const tooLong = fault('core.password-long', '/password', `Kies hoogstens ${LENGTH_MAX} tekens.`,
  `Choose at most ${LENGTH_MAX} characters.`, `Choisissez au plus ${LENGTH_MAX} caractères.`)
const common = fault('core.password-common', '/password',
  'Dit wachtwoord gebruiken te veel mensen. Kies bijvoorbeeld drie woorden die niets met elkaar te maken hebben.',
  'Too many people use this password. Choose, say, three words that have nothing to do with one another.',
  'Trop de gens utilisent ce mot de passe. Choisissez par exemple trois mots sans rapport entre eux.')
const ownName = fault('core.password-own-name', '/password',
  'Dit lijkt te veel op je naam, je e-mailadres of dat van Filiaal. Kies iets wat niemand van je verwacht.',
  'This is too much like your name, your e-mail address or Filiaal itself. Choose what nobody expects of you.',
  'Cela ressemble trop à votre nom, à votre adresse ou à Filiaal. Choisissez ce que personne n’attend de vous.')

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
