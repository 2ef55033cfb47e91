import type { Knex } from 'knex'
import type { Static, TSchema } from 'typebox'
import type { Configuration, Reading } from './configuration.ts'
import type { Day, DomainEvent, Language, Parameter, Permission, UnitId, Where } from './contract.ts'
import type { Rights, Wish } from './grant.ts'
import type { Reach } from './reach.ts'
import type { Installation } from './installation.ts'

/** Who acts: a member of staff, or the system on behalf of a job or an event. */
export interface Actor {
  readonly id: string | null
  readonly name: string
  readonly session: string | null
}

/** How the session at hand began, and when its person last proved who they are. */
export interface Session {
  readonly id: string
  readonly method: 'password' | 'passkey' | 'oidc' | 'badge' | 'token' | 'link'
  readonly confirmedAt: Temporal.Instant | null
  readonly secondFactor: boolean
  /** The unit of the shared desk where it was opened by badge or PIN. */
  readonly desk: UnitId | null
}

/**
 * All that one unit of work may know and touch.
 *
 * The core opens one per request, job and event delivery. It is passed first, as `ctx`, to every
 * function that reads or writes; there is no other way to the database.
 */
export interface Context {
  readonly installation: Installation
  /** The open transaction; PostgreSQL already knows actor and reach. Refused where only configuration is read. */
  readonly db: Knex.Transaction
  readonly actor: Actor
  /** None for jobs and for whoever has not signed in. */
  readonly session: Session | null
  readonly language: Language
  /** The configuration in force, no older than what the caller has seen. */
  readonly configuration: Configuration
  readonly rights: Rights
  readonly reach: Reach
  readonly now: Temporal.Instant
  /** The only "today": in the unit's own zone. */
  today(unit?: UnitId): Day
  /** `wish`: how far the act goes, where the right to it can be limited. */
  may(permission: Permission, unit: UnitId, wish?: Wish): boolean
  /** Whether the unit's library is within reach; of a unit that a draft opens, as the draft has it. */
  reaches(unit: UnitId, drafted?: Reading): boolean
  /** Refuses with what the permission allows. */
  demand(permission: Permission, unit: UnitId, wish?: Wish): void
  parameter<S extends TSchema>(parameter: Parameter<S>, unit: UnitId, day?: Day, where?: Where): Static<S>
  /** Kept in this transaction; delivered to handlers after it commits. */
  emit<S extends TSchema>(event: DomainEvent<S>, detail: Static<S>): Promise<void>
}
