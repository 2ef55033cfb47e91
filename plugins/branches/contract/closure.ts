import { Type, type Static } from 'typebox'
import { Day, defineFact, UnitId } from '#core/contract.ts'

const strict = { additionalProperties: false } as const
const PartName = Type.String({ pattern: '^[a-z][a-z-]{0,39}$', examples: ['pickup'] })

/** What is arranged while a branch is closed, by the name of the part; plugins declare the parts. */
export const ClosureParts = Type.Record(PartName, Type.Unknown(), { maxProperties: 30, additionalProperties: false })
export type ClosureParts = Static<typeof ClosureParts>
/** Parts that do not last as long as the closure: from which day each works again. */
export const Reopens = Type.Record(PartName, Day, { maxProperties: 30, additionalProperties: false })
export type Reopens = Static<typeof Reopens>
/** How many days before a provisional end somebody is asked whether it still stands. */
export const RemindDays = Type.Integer({ minimum: 0, maximum: 90 })

const OrDay = Type.Union([Day, Type.Null()])
const Key = Type.String({ maxLength: 300 })

/** What a part laid beside the days; `follows`: to its own last day, else to the one named. */
const Laid = Type.Object({
  part: PartName, fact: Key, key: Key, from: OrDay, to: OrDay, follows: Type.Boolean(), body: Type.Unknown(),
}, strict)
/** What stood there before, as far as the closure covers it: it comes back where the closure becomes shorter. */
const Stood = Type.Object({ fact: Key, key: Key, from: OrDay, to: OrDay, body: Type.Unknown() }, strict)

/**
 * All that one closure is at a unit besides its days, which stand under `branches.exception` with its id. Its period
 * is that of the closure, its key the closure's id.
 */
export const Closure = Type.Object({
  text: Type.String({ maxLength: 250 }),
  parts: ClosureParts,
  reopens: Type.Optional(Reopens),
  remindDays: Type.Optional(RemindDays),
  laid: Type.Array(Laid),
  stood: Type.Array(Stood),
}, strict)
export type Closure = Static<typeof Closure>

export const closureFact = defineFact('branches.closure', Closure)

/** Here as always, at another branch, or nowhere. */
export const atPlaces = ['here', 'elsewhere', 'nowhere'] as const
const place = { branch: Type.Optional(UnitId) }

/** Where what is lent is brought back meanwhile. Source: domain/1 §2.10 (4). */
export const Returns = Type.Object({ at: Type.Enum(atPlaces), ...place }, strict)
/** What happens to the collection. Source: domain/1 §2.10 (5). */
export const Collection = Type.Object({ does: Type.Enum(['stays', 'moves', 'not-lendable', 'lent-longer']), ...place }, strict)
/** Which due dates move to after the reopening, and what becomes of what is late already. Source: domain/1 §2.10 (7). */
export const DueDates = Type.Object({
  move: Type.Enum(['falling', 'all', 'none']), late: Type.Enum(['leave', 'extend', 'freeze']),
  /** Of `all`: what is due from this day on; without, all that is on loan. */
  from: Type.Optional(Day),
}, strict)
/** What the website says meanwhile, from which day on. */
export const Message = Type.Object({ text: Type.String({ minLength: 1, maxLength: 250, pattern: '\\S' }), from: Day }, strict)
