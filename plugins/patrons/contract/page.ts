import { Type, type Static, type TSchema } from 'typebox'
import { Day, Texts, UnitId } from '#core/contract.ts'
import { personFields } from './person.ts'
import { Block } from './standing.ts'

const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const Text = Type.String()
const Place = Type.Object({ id: UnitId, name: Text })

/** Somebody as a list of people shows them: enough to tell who is meant. */
export const ListedPatron = Type.Object({
  id: UnitId, number: Type.Integer(), kind: Type.Enum(['person', 'institution']), name: Text, bornOn: orNull(Day),
  deceasedOn: orNull(Day), address: orNull(Text), branch: orNull(Place), typeName: orNull(Text),
  /** In words: "geldig tot en met 3 mei 2027". */
  status: Text,
  isValid: Type.Boolean(),
})
export type ListedPatron = Static<typeof ListedPatron>
export const PatronList = Type.Object({ data: Type.Array(ListedPatron), more: Type.Boolean() })

export const PatronCard = Type.Object({
  id: UnitId, number: Text, membership: UnitId, library: Place, from: Day, until: orNull(Day), blockedOn: orNull(Day),
  blockReason: orNull(Text), generated: Type.Boolean(), mayChange: Type.Boolean(),
})

export const PatronMembership = Type.Object({
  id: UnitId, version: Type.Integer(), library: Place, branch: Place, type: Text, typeName: Text,
  status: Type.Integer(), statusName: Text, sentence: Text, isValid: Type.Boolean(),
  enrolledOn: Day, from: Day, until: Day, feeCents: Type.Integer(), copiedFrom: orNull(UnitId),
  endsOn: orNull(Day), endReason: orNull(Text), internetBlock: Type.Boolean(), discreet: Type.Boolean(),
  mayChange: Type.Boolean(),
  periods: Type.Array(Type.Object({
    id: UnitId, act: Text, from: Day, until: Day, feeCents: Type.Integer(), reductionCents: Type.Integer(), typeName: Text, by: orNull(Text), at: Text,
  })),
})
export type PatronMembership = Static<typeof PatronMembership>

export const PatronNote = Type.Object({
  id: UnitId, text: Text, popsUp: Type.Boolean(), until: orNull(Day), by: orNull(Text), at: Text, library: Place, mayChange: Type.Boolean(),
})
export type PatronNote = Static<typeof PatronNote>

/** One edit: who changed which fields, from what to what. */
export const PatronEdit = Type.Object({
  at: Text, by: orNull(Text),
  fields: Type.Array(Type.Object({ name: Text, before: orNull(Text), after: orNull(Text) })),
})
export type PatronEdit = Static<typeof PatronEdit>

/** Everything the desk needs of somebody, in one answer. */
export const PatronPage = Type.Object({
  id: UnitId, number: Type.Integer(), version: Type.Integer(), kind: Type.Enum(['person', 'institution']), name: Text,
  ...personFields, age: orNull(Type.Integer()), deceasedOn: orNull(Day), restrictedOn: orNull(Day), notReturned: Type.Integer(),
  /** After how long a loan that is over is nobody's any more: days, or years for whoever keeps a history. */
  historyDays: Type.Integer(), historyYears: Type.Integer(),
  nationalMasked: orNull(Text), mayKeepNational: Type.Boolean(), mayRevealNational: Type.Boolean(),
  representatives: Type.Array(Text),
  memberships: Type.Array(PatronMembership), cards: Type.Array(PatronCard), notes: Type.Array(PatronNote),
  edits: Type.Array(PatronEdit), household: Type.Array(ListedPatron),
  standing: Type.Object({
    branch: orNull(Place), membership: orNull(UnitId), visits: Type.Boolean(), typeName: orNull(Text), blocks: Type.Array(Block),
  }),
  mayChange: Type.Boolean(),
})
export type PatronPage = Static<typeof PatronPage>

/** What follows when a membership ends: in sentences, and what still stands open with other parts of the system. */
export const CancelPlan = Type.Object({
  endsOn: Day, follows: Type.Array(Texts), open: Type.Array(Texts), monthsPassed: Type.Integer(), monthsLeft: Type.Integer(),
})
export type CancelPlan = Static<typeof CancelPlan>
