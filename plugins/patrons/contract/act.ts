import { Type, type Static } from 'typebox'
import { Day, UnitId } from '#core/contract.ts'
import { Code } from '#plugins/parameters/contract/list.ts'
import { CardNumber, NationalNumber, PersonEdit } from './person.ts'
import { blockTitles, endTitles } from './words.ts'

const strict = { additionalProperties: false } as const
const keysOf = <T extends object>(titles: T) => Object.keys(titles) as (keyof T & string)[]

/** What is corrected, over the version that was looked at. */
export const EditWanted = Type.Object({
  version: Type.Integer({ minimum: 1 }), ...PersonEdit.properties,
  /** Null takes it away. */
  nationalNumber: Type.Optional(Type.Union([NationalNumber, Type.Null()])),
}, strict)
export type EditWanted = Static<typeof EditWanted>

export const NoteWanted = Type.Object({
  id: UnitId, branch: UnitId, text: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }), popsUp: Type.Boolean(),
  until: Type.Optional(Type.Union([Day, Type.Null()])),
}, strict)
export type NoteWanted = Static<typeof NoteWanted>

/** Another period under the same type or another; sent twice it stays one. */
export const RenewalWanted = Type.Object({
  id: UnitId, type: Type.Optional(Code), branch: Type.Optional(UnitId), version: Type.Integer({ minimum: 1 }),
}, strict)
export type RenewalWanted = Static<typeof RenewalWanted>
export const RenewalAsked = Type.Object({ type: Type.Optional(Code), branch: Type.Optional(UnitId) }, strict)

const reasons = keysOf(endTitles)
/** Now, at the end of the period, or on a day. */
export const CancelAsked = Type.Object({
  when: Type.Enum(['now', 'expiry', 'day']), day: Type.Optional(Day), reason: Type.Enum(reasons),
  /** With the reason "deceased": the day of death. */
  deceasedOn: Type.Optional(Day),
}, strict)
export type CancelAsked = Static<typeof CancelAsked>
export const CancelWanted = Type.Object({ ...CancelAsked.properties, version: Type.Integer({ minimum: 1 }) }, strict)
export type CancelWanted = Static<typeof CancelWanted>

export const CardBlock = Type.Object({ reason: Type.Enum(keysOf(blockTitles)) }, strict)
export const NewCard = Type.Object({
  membership: UnitId, card: Type.Union([CardNumber, Type.Literal('generated')]),
  /** The card it comes in the place of, which works no more. */
  replaces: Type.Optional(UnitId),
}, strict)
export type NewCard = Static<typeof NewCard>

/** What is typed or scanned at the desk: a card, a name, a birth date, an e-mail address, a phone or other number. */
export const Search = Type.Object({
  q: Type.String({ maxLength: 120 }), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}, strict)
export type Search = Static<typeof Search>
