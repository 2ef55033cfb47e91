import { Type, type Static } from 'typebox'
import { Day, Texts, UnitId } from '#core/contract.ts'
import { Nullable } from '#core/contract/change.ts'
import { Barcode, ListedItem } from './item.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()
const Id = Type.String({ format: 'uuid' })
const Code = Type.String({ pattern: '^[a-z][a-z-]{1,40}$', examples: ['closed-day'] })
const Reason = Type.String({ minLength: 3, maxLength: 300 })
/** From a closed day, a vacation or a school holiday, in the words that the public reads of it; null is closed on that day of the week. */
const Shift = Type.Object({
  from: Day, to: Day, because: Type.Enum(['G', 'V', 'S']), text: Type.Optional(Type.Union([Type.String(), Texts, Type.Null()])),
})

/** What a due day rests on, kept with it: who asks why years later is told what was known then. */
export const Term = Type.Object({
  version: Type.Integer(),
  what: Type.Enum(['loan', 'renewal', 'double', 'moved']),
  /** Whose calendar and rules. */
  unit: UnitId,
  membership: Type.String(), material: Type.String(),
  from: Day, days: Type.Integer(), raw: Day, due: Day,
  shifts: Type.Array(Shift),
  /** The line of the rules: of which unit, for which codes, since when and in the notation of staff; none is the default. */
  rule: Type.Object({
    unit: Nullable(Type.String()), key: Type.String(), since: Nullable(Type.String()), text: Type.String(),
  }),
  /** What somebody at the desk passed. */
  passed: Type.Optional(Type.Array(Type.String())),
  /** The loan of somebody else that ended because this one began. */
  passedOn: Type.Optional(Type.String()),
})
export type Term = Static<typeof Term>

/** What a fine is made of, kept with it. */
export const FinePart = Type.Object({
  version: Type.Integer(), unit: UnitId, due: Day, returned: Day, cents: Type.Integer(),
  /** Days that count after the free ones, and those that do not: closed, vacation, fine-free. */
  days: Type.Integer(), closed: Type.Integer(), vacation: Type.Integer(), fineFree: Type.Integer(), grace: Type.Integer(),
  closedDaysCount: Type.Boolean(),
  rule: Type.Object({ unit: Nullable(Type.String()), key: Type.String(), since: Nullable(Type.String()), text: Type.String() }),
  maximumCents: Nullable(Type.Integer()), amountCents: Type.Optional(Type.Integer()), periodDays: Type.Optional(Type.Integer()),
  /** Over these periods it stood still, and how many days did not count for that. */
  still: Type.Optional(Type.Array(Type.Object({ from: Day, to: Nullable(Day) }))), stillDays: Type.Optional(Type.Integer()),
  /** Under this age nobody pays. */
  freeUnder: Type.Optional(Type.Integer()),
})
export type FinePart = Static<typeof FinePart>

/** At self-service nobody passes a question: there each is a stop, told to the member. */
const Channel = Type.Enum(['desk', 'self-service'])

export const NewLoan = Type.Object({
  /** Made before sending, so that a repeat lends nothing twice. */
  id: Id, branch: UnitId, item: Barcode,
  card: Type.Optional(Barcode), person: Type.Optional(Id),
  channel: Type.Optional(Channel),
  /** The longer of two terms. */
  double: Type.Optional(Type.Boolean()),
  /** Questions that whoever lends passes, and why. */
  also: Type.Optional(Type.Array(Code, { maxItems: 20, uniqueItems: true })),
  reason: Type.Optional(Reason),
}, strict)
export type NewLoan = Static<typeof NewLoan>

/** Something that stands in the way: a stop, or a question that staff may pass; some ask a reason. */
export const Hurdle = Type.Object({ code: Text, message: Text, asksReason: Type.Boolean() })
export type Hurdle = Static<typeof Hurdle>

export const Loan = Type.Object({
  id: Text, item: ListedItem,
  person: Nullable(Text), personName: Nullable(Text),
  branch: Type.Object({ id: Text, name: Text }),
  lentOn: Text, rawDueOn: Text, dueOn: Text, renewals: Type.Integer(), late: Type.Boolean(),
  fineCents: Type.Integer(), claimed: Type.Boolean(),
  endedAs: Nullable(Text), returnedOn: Nullable(Text),
  /** Made in the session at hand, so that F4 takes it back. */
  mayUndo: Type.Boolean(),
})
export type Loan = Static<typeof Loan>

/** What the desk hears besides: an attachment, a closed day, from whom an item was taken over. */
const Notices = Type.Array(Type.Object({ code: Text, message: Text }))
export const Lent = Type.Object({ loan: Loan, renewed: Type.Boolean(), notices: Notices })
export type Lent = Static<typeof Lent>

export const NewReturn = Type.Object({
  id: Id, branch: UnitId, item: Barcode,
  /** It lay in the return bin: the day is what the house says of that. */
  bin: Type.Optional(Type.Boolean()),
  /** The day on which it really came back. */
  day: Type.Optional(Day),
}, strict)
export type NewReturn = Static<typeof NewReturn>

export const Returned = Type.Object({
  item: ListedItem, loan: Type.Union([Loan, Type.Null()]), returnedOn: Nullable(Text), fineCents: Type.Integer(),
  notices: Notices,
})
export interface Returned {
  item: ListedItem; loan: Loan | null; returnedOn: string | null; fineCents: number; notices: { code: string; message: string }[]
}

export const NewRenewals = Type.Object({
  branch: UnitId, channel: Type.Optional(Channel),
  loans: Type.Array(Type.Object({ id: Id, loan: Id }, strict), { minItems: 1, maxItems: 100 }),
  also: Type.Optional(Type.Array(Code, { maxItems: 20, uniqueItems: true })),
  reason: Type.Optional(Reason),
}, strict)
export type NewRenewals = Static<typeof NewRenewals>

export const Renewed = Type.Object({
  data: Type.Array(Type.Object({
    loan: Text, renewed: Type.Boolean(), dueOn: Nullable(Text), stops: Type.Array(Hurdle), questions: Type.Array(Hurdle),
  })),
})
export type Renewed = Static<typeof Renewed>

export const LoanNote = Type.Object({ id: Id, reason: Type.Optional(Reason) }, strict)
export type LoanNote = Static<typeof LoanNote>

export const Why = Type.Object({
  title: Text, dueOn: Text, sentences: Type.Array(Text),
  /** What would come out today, where that is something else. */
  differs: Type.Array(Text),
  fine: Type.Array(Text),
  term: Term,
  steps: Type.Array(Type.Object({
    at: Text, act: Text, actName: Text, before: Nullable(Text), after: Nullable(Text), reason: Nullable(Text), set: Nullable(Text),
  })),
})
export type Why = Static<typeof Why>

/** `GET /api/patrons/:id/loans`: what somebody has on loan as far as whoever asks reaches, what is due first at the top. */
export const PatronLoans = Type.Object({ data: Type.Array(Loan), fineCents: Type.Integer() })
export type PatronLoans = { readonly data: Loan[]; readonly fineCents: number }

export const DeskAsked = Type.Object({
  branch: UnitId, card: Type.Optional(Barcode), person: Type.Optional(Id),
}, strict)

/** Somebody at the desk: what stands in the way, and what they have on loan, what is due first at the top. */
export const DeskPatron = Type.Object({
  id: Text, name: Text, type: Nullable(Text), until: Nullable(Text), visits: Type.Boolean(), age: Nullable(Type.Integer()),
  blocks: Type.Array(Type.Object({ code: Text, message: Text, stops: Type.Boolean() })),
  /** What colleagues want whoever serves them to know, and who answers for a minor. */
  notes: Type.Array(Text), representatives: Type.Array(Text),
  loans: Type.Array(Loan),
  counts: Type.Array(Type.Object({ text: Text, count: Type.Integer(), most: Type.Integer() })),
  fineCents: Type.Integer(),
})
export type DeskPatron = Omit<Static<typeof DeskPatron>, 'loans'> & { readonly loans: Loan[] }
