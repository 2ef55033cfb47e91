import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { webhookNetworks, type InstallationKind, type MailServer, type WebhookNetwork } from './installation.ts'
import { Obstacle } from './obstacle.ts'

/** How this process was asked to run. Each kind of installation keeps a folder, and so a database, of its own. */
export interface Settings {
  readonly kind: InstallationKind
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  /** Where our own PostgreSQL, its log and the secret are kept. */
  readonly folder: string
  /** How people reach it; told by PUBLIC_URL behind a proxy. */
  readonly address: string
  /** How many proxies stand before us, or their addresses; what they did not write in X-Forwarded-For is not believed. */
  readonly trustProxy: false | number | string
  readonly logLevel: string
  readonly isProduction: boolean
  /** Where mail is handed over; without one it is kept and shown. */
  readonly mailServer: MailServer | null
  /** An identity provider in one's own network may be asked; otherwise only public addresses are. */
  readonly privateNetwork: boolean
  /** Where systems that are told what happens may be; undefined: as the kind of installation has it. */
  readonly webhookNetwork: WebhookNetwork | undefined
}

const kinds: Readonly<Record<string, InstallationKind>> = {
  demo: 'demo',
  practice: 'practice',
  empty: 'live',
  live: 'live',
}

/**
 * Reads the settings from the environment and the words after `npm start --`.
 *
 * A database of somebody's own is never filled with a demo unless that was asked for in so many words.
 */
export function readSettings(environment: NodeJS.ProcessEnv, words: readonly string[]): Settings {
  const flags = words.filter(word => word.startsWith('--')).map(word => word.slice(2))
  const unknown = flags.find(flag => !(flag in kinds))
  if (unknown) throw new Obstacle(`--${unknown} is not known: use --demo, --empty or --practice.`)
  const databaseUrl = environment['DATABASE_URL'] || undefined
  const named = flags[0] ?? (environment['FILIAAL_INSTALLATION'] || (databaseUrl ? 'empty' : 'demo'))
  const kind = kinds[named]
  if (!kind) throw new Obstacle(`FILIAAL_INSTALLATION is ${named}: make it demo, empty or practice.`)

  const port = Number(environment['PORT'] || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Obstacle(`PORT is ${environment['PORT']}: make it a whole number from 1 to 65535.`)
  }
  const host = environment['HOST'] || 'localhost'
  const publicUrl = environment['PUBLIC_URL'] || undefined
  if (publicUrl && !/^https?:\/\/[^/]/.test(publicUrl))
    throw new Obstacle('PUBLIC_URL must begin with https:// or http://.')
  const isProduction = environment['NODE_ENV'] === 'production'
  return {
    kind, port, host, databaseUrl, isProduction,
    folder: resolve(environment['FILIAAL_DATA'] || '.data', kind),
    address: (
      publicUrl ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
    ).replace(/\/$/, ''),
    trustProxy: proxyOf(environment['TRUST_PROXY']),
    logLevel: environment['LOG_LEVEL'] || (isProduction ? 'info' : 'warn'),
    mailServer: mailServerOf(environment['SMTP_URL'], environment['MAIL_FROM']),
    privateNetwork: environment['OIDC_PRIVATE_NETWORK'] === 'true',
    webhookNetwork: webhookNetworkOf(environment['WEBHOOK_NETWORK']),
  }
}

function webhookNetworkOf(said: string | undefined): WebhookNetwork | undefined {
  const known = webhookNetworks.find(one => one === said)
  if (said && !known) throw new Obstacle(`WEBHOOK_NETWORK is ${said}: make it public, private or none.`)
  return known
}

function proxyOf(said: string | undefined): Settings['trustProxy'] {
  if (!said || said === 'false') return false
  if (said === 'true') return 1
  return /^\d+$/.test(said) ? Number(said) : said
}

/** The complaint never repeats SMTP_URL, which may hold a password. */
function mailServerOf(url: string | undefined, from: string | undefined): MailServer | null {
  if (!url) return null
  if (!/^smtps?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new Obstacle('SMTP_URL is not an address: write it as smtps://user:password@host:465 or smtp://host:587.')
  }
  if (!from || !/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from)) {
    throw new Obstacle('MAIL_FROM must say who mail comes from: write it as Filiaal <filiaal@library.example>.')
  }
  return { url, from }
}

/** What signs the sessions: given, or made once and kept where only this account may read it. */
export function sessionSecret({ databaseUrl, folder, isProduction }: Settings, given: string | undefined): string {
  if (given && given.length < 32) throw new Obstacle('SESSION_SECRET is too short: make it 32 characters or more.')
  if (given) return given
  if (databaseUrl && isProduction) {
    throw new Obstacle('SESSION_SECRET is missing: give 32 characters or more, the same to every process.')
  }
  const place = join(folder, 'session-secret')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(place)) writeFileSync(place, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  chmodSync(place, 0o600)
  return readFileSync(place, 'utf8').trim()
}
