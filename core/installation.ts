import { hkdfSync } from 'node:crypto'
import type { Knex } from 'knex'
import type { Configuration } from './configuration.ts'
import type { Day } from './contract.ts'
import { accountOf } from './account.ts'
import { grantsOf, NO_RIGHTS, Rights } from './grant.ts'
import type { Registry } from './registry.ts'
import { Snapshot } from './snapshot.ts'
import { isUsedAt, rolesOn } from './role.ts'
import { SYSTEM, zoneOf } from './unit.ts'

export type InstallationKind = 'demo' | 'practice' | 'live'

/** Where mail is handed over, and in whose name. */
export interface MailServer {
  /** `smtps://user:password@host:465`; it is never shown or logged. */
  readonly url: string
  /** `Filiaal <filiaal@library.example>`. */
  readonly from: string
}

export const webhookNetworks = ['none', 'public', 'private'] as const
export type WebhookNetwork = (typeof webhookNetworks)[number]

/** What an installation must know of the world around it. */
export interface Surroundings {
  /** How people reach it. */
  readonly address?: string
  readonly mailServer?: MailServer | null
  /** Whether servers at addresses inside one's own network may be asked. */
  readonly privateNetwork?: boolean
  /** Whether systems outside are told what happens: at public addresses, also inside one's own network, or not at all. */
  readonly webhookNetwork?: WebhookNetwork | undefined
  /** What signs the sessions, and from which the keys are derived that guard secrets at rest. */
  readonly secret?: string
}

/** Somebody as whom anybody may sign in, because nothing here is real. */
export interface SignIn {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly role: string
}

/** One running Filiaal: its database, what its plugins declared, and the configuration it has seen. */
export class Installation {
  readonly knex: Knex
  /** What the system does by itself, across every wall (core/job.ts). */
  readonly job: Knex
  readonly registry: Registry
  readonly kind: InstallationKind
  readonly snapshot: Snapshot
  /** Shown on the sign-in page of a demo or a practice region, never of a live one. */
  readonly signIns: readonly SignIn[]
  /** Real time, unless a test or a demo sets it. */
  readonly clock: () => Temporal.Instant
  /** How people reach it, for the links in mails; where any free port will do, known once it listens. */
  address: string
  /** Never there in a demo or a practice region: nothing that happens there reaches anybody's letter box. */
  readonly mailServer: MailServer | null
  readonly privateNetwork: boolean
  /** None in a demo or a practice region, unless its start says otherwise: what happens there is not real. */
  readonly webhookNetwork: WebhookNetwork
  readonly #secret: string | undefined

  constructor({
    knex, job, registry, kind = 'live', clock = () => Temporal.Now.instant(), signIns = [],
    address = 'http://localhost:3000', mailServer = null, privateNetwork = false, webhookNetwork,
    secret,
  }: {
    knex: Knex; job: Knex; registry: Registry; kind?: InstallationKind; clock?: () => Temporal.Instant
    signIns?: readonly SignIn[]
  } & Surroundings) {
    this.knex = knex
    this.job = job
    this.registry = registry
    this.kind = kind
    this.clock = clock
    this.signIns = kind === 'live' ? [] : signIns
    this.address = address
    this.mailServer = kind === 'live' ? mailServer : null
    this.privateNetwork = privateNetwork
    this.webhookNetwork = webhookNetwork ?? (kind === 'live' ? 'public' : 'none')
    this.#secret = secret
    this.snapshot = new Snapshot(job)
  }

  /** The calendar day at a unit, in its own zone. */
  today(configuration: Configuration, unit = SYSTEM, now = this.clock()): Day {
    const utc = now.toString().slice(0, 10)
    return dayIn(zoneOf(configuration, unit, utc), now)
  }

  /** A key of 32 bytes for one purpose, the same on every process; it cannot be led back to the secret or to another key. */
  keyFor(purpose: string): Buffer {
    if (!this.#secret) throw new Error('This installation was opened without its secret')
    return Buffer.from(hkdfSync('sha256', this.#secret, '', `filiaal ${purpose}`, 32))
  }

  rightsOf(configuration: Configuration, staff: string, now = this.clock()): Rights {
    return rightsOn(configuration, staff, this.today(configuration, SYSTEM, now))
  }
}

const rights = new WeakMap<Configuration, Map<string, Rights>>()

/** What somebody may do on a day: nothing without an account. Kept for as long as the configuration stands. */
export function rightsOn(configuration: Configuration, staff: string, day: Day): Rights {
  const known = rights.get(configuration) ?? new Map<string, Rights>()
  rights.set(configuration, known)
  const name = `${staff} ${day}`
  const found = known.get(name) ?? reckonRights(configuration, staff, day)
  known.set(name, found)
  return found
}

function reckonRights(configuration: Configuration, staff: string, day: Day): Rights {
  if (!accountOf(configuration, staff, day)) return NO_RIGHTS
  const roles = rolesOn(configuration, day)
  const grants = grantsOf(configuration, staff, day).filter(({ role, unit }) => {
    const made = roles.get(role)
    return !made || isUsedAt(configuration, made, unit, day)
  })
  return new Rights(grants, roles)
}

let lastDay: { zone: string; minute: number; day: Day } | undefined

/** Kept for the running minute: the landing page asks it once per branch. */
function dayIn(zone: string, now: Temporal.Instant): Day {
  const minute = Math.floor(now.epochMilliseconds / 60_000)
  if (lastDay?.zone === zone && lastDay.minute === minute) return lastDay.day
  const day = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  lastDay = { zone, minute, day }
  return day
}
