import type { Knex } from 'knex'
import type { FastifyPluginAsync, RawServerDefault } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { Static, TSchema } from 'typebox'
import type { ChangeRule, Effect, Item } from './change.ts'
import type { ClosurePart } from './closure-part.ts'
import type { Configuration, Delta } from './configuration.ts'
import type { Context } from './context.ts'
import type { ChangeKind, Day, DomainEvent, Fact, Parameter, Permission, Preset, Texts, UnitId } from './contract.ts'
import type { RequestForm } from './contract/request-form.ts'
import type { Installation } from './installation.ts'
import type { Outgoing, OutsideEvent } from './outside.ts'
import type { Role } from './role.ts'
import type { Fault, Refusal } from './refusal.ts'
import type { RowWords } from './row-words.ts'
import type { GivingRights } from './second-person.ts'
import type { StaffRow } from './staff.ts'
import type { Weight } from './weight.ts'
import type { OpenContext } from './work.ts'

/** A feature of the product. Its folders, here and in every other top folder, bear its name. */
export interface Plugin {
  readonly name: string
  /** Plugins whose functions, permissions, facts or events this one uses. */
  readonly dependsOn?: readonly Plugin[]
  readonly permissions?: Readonly<Record<string, Permission>>
  /** Those of plugins still to come, under the name they will bear there; each goes when its plugin comes. */
  readonly ahead?: readonly Permission[]
  readonly parameters?: readonly Parameter[]
  /** Likewise parameters of plugins still to come, so that libraries can set them beforehand. */
  readonly parametersAhead?: readonly Parameter[]
  /** Changes that libraries often make, with blanks to fill in. */
  readonly presets?: readonly Preset[]
  /** What libraries ask of the helpdesk, as guided forms. */
  readonly requestForms?: readonly RequestForm[]
  /** What it arranges while a branch is closed for long. */
  readonly closureParts?: readonly ClosurePart[]
  readonly facts?: readonly Fact[]
  readonly changes?: readonly ChangeRule[]
  /** What it weighs that words of its facts are laid, by whichever act. */
  readonly weights?: readonly Weight[]
  /** What must stay true, whatever act on the configuration would make it otherwise. */
  readonly invariants?: readonly Invariant[]
  /** What changes of a kind, its own or another plugin's, mean for this plugin's rows. */
  readonly effects?: readonly EffectOf[]
  /** Asked after a right password: what else the person must show before a session opens; null for nothing. */
  asksMore?(ctx: OpenContext, staff: StaffRow): Promise<unknown>
  /** What giving rights takes; only the plugin that hands them out says so. */
  readonly givesRights?: GivingRights
  /** Whether what the person showed in the session at hand is less than what is asked of them. */
  owesMore?(this: void, ctx: Context): boolean
  /** Why a change that waits may not be approved yet, besides the rights it asks. */
  keepsWaiting?(ctx: OpenContext, setId: string): Promise<Refusal | undefined>
  /** What an installation starts with in its lists: laid down once, and from then on its own. */
  readonly first?: readonly FirstWords[]
  /** The roles an installation starts with; only the plugin that hands out rights declares any. */
  readonly roles?: readonly Role[]
  readonly emits?: readonly DomainEvent[]
  readonly handles?: readonly Handler[]
  /** Which of its events systems outside may hear of, and what they are told. */
  readonly outside?: readonly OutsideEvent[]
  /** How what it sends outside reads in the description of the API, by the name of each event: path items of OpenAPI. */
  describesOutside?(this: void, events: readonly OutsideEvent[]): Readonly<Record<string, object>>
  /** Takes every event that may be heard outside on its way, whichever plugin announced it. */
  carriesOut?(this: void, ctx: OpenContext, outgoing: Outgoing): Promise<void>
  readonly jobs?: readonly Job[]
  readonly beats?: readonly Beat[]
  /** What of it waits or failed, as numbers by name, for `/ready`. */
  readonly lag?: (ctx: Context) => Promise<Readonly<Record<string, number>>>
  /** Long work that shows progress and survives a restart. */
  readonly runs?: readonly RunKind[]
  /** Mounted under `/api`. Every route says in `config.allow` who may call it and in `schema.summary` what it does, or the server does not start. */
  readonly routes?: Routes
  /** Mounted at the root for everybody, without a sign-in: feeds and websites. */
  readonly publicRoutes?: Routes
  /** What it knows of the people of the libraries; a plugin whose tables name a person says both. */
  readonly personalData?: PersonalData
  /** How the audit tells this plugin's rows and facts. */
  readonly rowWords?: readonly RowWords[]
  /** The console's screens that show this plugin. */
  readonly screens?: readonly string[]
}

/** A question of one column. */
export type OpenQuery = Knex.QueryBuilder

/** What a plugin knows of a person: told to whoever asks for it, and gone when they are forgotten. */
export interface PersonalData {
  /** Its tables that name a person, `membership` excepted: they go along where two turn out to be one. */
  readonly rows: readonly PersonRows[]
  /** By table its rows on somebody, without the names of staff. */
  collect(this: void, ctx: Context, personId: string): Promise<Record<string, object[]>>
  /** Leaves nothing that leads to them; counts and amounts stay as they were. Runs as the system. */
  erase(this: void, ctx: Context, personId: string): Promise<void>
  /** Likewise of what they were as a member of one library, where they stay known elsewhere. */
  eraseAt?(this: void, ctx: Context, personId: string, membershipId: string): Promise<void>
  /** What still stands open with whom, in sentences, and keeps them from being forgotten: "3 exemplaren uitgeleend". */
  readonly open?: {
    of(this: void, ctx: Context, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Texts[]>>
    /** The same people and nobody else, as a question for their ids. */
    all(this: void, ctx: Context): OpenQuery
  }
  /** What loses its person in time, while the person stays. */
  forgets?: readonly Forgetting[]
}

/** A kind of rows that lose their person by themselves when their time has come. */
export interface Forgetting {
  readonly name: string
  /** What they are, after a number: "leningen zonder naam". */
  readonly title: Texts
  /** After how long, and of whom: with the periods that are set. */
  why(this: void, ctx: Context): Texts
  /** How many go on which day at the latest `by` this one, by library and as far as the reader reaches. */
  due(this: void, ctx: Context, by: Day): Promise<readonly { library: UnitId; day: Day; count: number }[]>
  /** Takes the person away from so many at most; says of which libraries. Runs as the system. */
  forget(this: void, ctx: Context, atMost: number): Promise<readonly { library: UnitId; count: number }[]>
}

/** A table with an `id` and a `person_id`. */
export interface PersonRows {
  readonly table: string
  /** The column that says on which membership a row hangs. */
  readonly membership?: string
  /** What a person has once at most: a row whose like the other has already stays with whom it was. */
  readonly once?: readonly string[]
}

/** By key what the system says under a fact from the first start on: the codes of a list. */
export interface FirstWords {
  readonly fact: Fact
  /** What they are, after a number: "35 lidsoorten". */
  readonly title: Texts
  readonly words: Readonly<Record<string, unknown>>
}

export interface Invariant {
  /** Asked when an act touches one of these. */
  readonly facts: readonly Fact[]
  /** `ctx.configuration` is what is in force, `after` what would be. */
  faults(ctx: Context, after: Configuration, delta: Delta): readonly Fault[] | Promise<readonly Fault[]>
}

export interface EffectOf {
  readonly kinds: readonly ChangeKind[]
  count(ctx: Context, before: Configuration, after: Configuration, items: readonly Item[]): Promise<readonly Effect[]>
}

export interface Handler<S extends TSchema = TSchema> {
  readonly event: DomainEvent<S>
  readonly name: string
  handle(ctx: OpenContext, detail: Static<S>): Promise<void>
}

export interface Job {
  readonly name: string
  /** A cron expression, read in the system's time zone. */
  readonly schedule: string
  run(ctx: Context): Promise<void>
}

/** Work beside answering that never ends: it goes on at every heartbeat, in units of work of its own. */
export interface Beat {
  readonly name: string
  /** Waits for what is outside, such as a mail server; the rest of the heartbeat does not wait for it. */
  beat(installation: Installation, stopping: AbortSignal): Promise<unknown>
}

export interface RunKind {
  readonly name: string
  /** Does the next part of the work in one transaction and says how far it is. */
  advance(ctx: Context, run: RunState): Promise<RunStep>
}
export interface RunState {
  readonly id: string
  readonly done: number
  readonly detail: unknown
  readonly staffId: string | null
}
export interface RunStep {
  readonly done: number
  readonly total: number
  readonly report?: unknown
  /** What is still to be done, where that is another detail than the one at hand. */
  readonly detail?: unknown
  readonly finished: boolean
}

export type Routes = FastifyPluginAsync<Record<never, never>, RawServerDefault, TypeBoxTypeProvider>

export const definePlugin = <const P extends Plugin>(plugin: P): P => Object.freeze(plugin)

/** Ties a handler to its event, so that `detail` is typed. */
export const on = <S extends TSchema>(event: DomainEvent<S>, name: string, handle: Handler<S>['handle']): Handler =>
  ({ event, name, handle }) as Handler
