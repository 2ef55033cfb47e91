import { Type, type Static, type TSchema } from 'typebox'
import { Day, Texts, UnitId } from '#core/contract.ts'
import { ListedPatron } from './page.ts'

const strict = { additionalProperties: false } as const
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const Text = Type.String()

/** What a person has one of: the merged person has that of either. */
export const oneOfThem = ['familyName', 'firstName', 'title', 'preferredName', 'tag', 'sex', 'bornOn', 'language', 'email'] as const
/** What a person has several of, with how many fit: of either, or of both together. */
export const several = { copies: 2, phones: 4, addresses: 4, contacts: 6, externalNumbers: 10 } as const
export type Single = (typeof oneOfThem)[number]
export type Several = keyof typeof several
export type MergeField = Single | Several
export const mergeFields = [...oneOfThem, ...Object.keys(several) as Several[]]

const Either = Type.Enum(['keep', 'gone'])
const Joined = Type.Enum(['keep', 'gone', 'both'])
/** By field whose it is; a field that is not named stays with whoever is kept. */
const Taken = Type.Object({
  ...Object.fromEntries(oneOfThem.map(field => [field, Type.Optional(Either)])) as Record<Single, ReturnType<typeof Type.Optional<typeof Either>>>,
  ...Object.fromEntries(Object.keys(several).map(field => [field, Type.Optional(Joined)])) as Record<Several, ReturnType<typeof Type.Optional<typeof Joined>>>,
}, strict)

/** Which two are one: who is kept, and who goes into them. */
export const MergeAsked = Type.Object({ keep: UnitId, gone: UnitId }, strict)
export type MergeAsked = Static<typeof MergeAsked>

/** The merge, over the versions that were compared; sent twice under one id it is one merge. */
export const MergeWanted = Type.Object({
  id: UnitId, ...MergeAsked.properties,
  keepVersion: Type.Integer({ minimum: 1 }), goneVersion: Type.Integer({ minimum: 1 }),
  take: Taken,
}, strict)
export type MergeWanted = Static<typeof MergeWanted>

const Side = Type.Object({
  patron: ListedPatron, version: Type.Integer(),
  memberships: Type.Array(Type.Object({ library: Text, branch: Text, typeName: Text, sentence: Text, isValid: Type.Boolean() })),
  cards: Type.Array(Text), notes: Type.Integer(),
  /** What other parts of the system still have open with them: "2 exemplaren uitgeleend". */
  open: Type.Array(Texts),
})

/** What merging two would come to, before anybody confirms it. */
export const MergePlan = Type.Object({
  keep: Side, gone: Side,
  /** Only those in which the two differ. */
  fields: Type.Array(Type.Object({
    name: Type.Enum(mergeFields), keep: orNull(Text), gone: orNull(Text),
    /** Whether both fit together. */
    both: Type.Boolean(),
    suggested: Joined,
  })),
  follows: Type.Array(Texts),
  faults: Type.Array(Type.Object({ code: Text, pointer: Text, message: Texts })),
})
export type MergePlan = Static<typeof MergePlan>

/** A merge as it stands: who it was, when, by whom, and what stayed when it was put back. */
export const Merge = Type.Object({
  id: UnitId, person: UnitId, patron: orNull(ListedPatron), goneNumber: Type.Integer(), goneName: Text, at: Text, by: orNull(Text),
  putBackAt: orNull(Text), putBackBy: orNull(Text), stays: Type.Array(Texts), mayPutBack: Type.Boolean(),
})
export type Merge = Static<typeof Merge>
export const MergeList = Type.Object({ data: Type.Array(Merge) })
export const MergesAsked = Type.Object({ at: UnitId }, strict)

/** Two who may be one, and what says so. */
export const LikelyDoubles = Type.Object({
  data: Type.Array(Type.Object({ one: ListedPatron, other: ListedPatron, why: Texts, bornOn: orNull(Day) })),
  more: Type.Boolean(),
})
export type LikelyDoubles = Static<typeof LikelyDoubles>
export const ApartWanted = Type.Object({ one: UnitId, other: UnitId }, strict)
export type ApartWanted = Static<typeof ApartWanted>
