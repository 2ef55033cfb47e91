import { Type, type Static } from 'typebox'
import { Nullable } from '#core/contract/change.ts'
import { Day, languages, UnitId } from '#core/contract.ts'
import { Code } from '#plugins/parameters/contract/list.ts'
import { Double } from './enrolment.ts'
import { Address, CardNumber, Contact, personFields } from './person.ts'

const strict = { additionalProperties: false } as const
const { familyName, firstName, sex, phones } = personFields

/** What a website asks of somebody who wants to choose: only what decides on types and fees. */
export const OffersAsked = Type.Object({
  branch: UnitId, bornOn: Type.Optional(Day), postalCode: Type.Optional(Type.String({ maxLength: 12 })),
}, strict)
export type OffersAsked = Static<typeof OffersAsked>

/** A type of membership that a new member may choose online, from when to when and for how much. */
export const Offers = Type.Object({
  data: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), from: Day, until: Day, feeCents: Type.Integer() })),
})
export type Offers = Static<typeof Offers>

/** Somebody as they describe themselves on a website: what only staff write down is not among it. */
export const OnlinePerson = Type.Object({
  familyName, firstName, sex: Type.Optional(sex), bornOn: Type.Optional(Day), email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
  language: Type.Optional(Type.Enum(languages)), phones: Type.Optional(phones),
  address: Type.Optional(Address),
  /** Whoever answers for somebody under age. */
  contacts: Type.Optional(Type.Array(Contact, { maxItems: 2 })),
}, strict)
export type OnlinePerson = Static<typeof OnlinePerson>

/** Under an id that the website makes: sent twice it stays one enrolment. */
export const OnlineEnrolment = Type.Object({ id: UnitId, branch: UnitId, type: Code, person: OnlinePerson }, strict)
export type OnlineEnrolment = Static<typeof OnlineEnrolment>

/** What the website may tell: nothing in it depends on who is in the system already. */
export const OnlineEnrolled = Type.Object({
  id: UnitId, card: Type.String(), type: Type.String(), typeName: Type.String(), from: Day, until: Day, feeCents: Type.Integer(),
  /** Whether they come by first, with their identity card. */
  mustConfirm: Type.Boolean(),
  message: Type.String(),
})
export type OnlineEnrolled = Static<typeof OnlineEnrolled>

/** Whoever signed in on the website, by their card. */
export const Member = Type.Object({ card: CardNumber }, strict)
const Said = Type.Object({ code: Type.String(), message: Type.String() })

export const OnlineMembership = Type.Object({
  library: Type.String(), branch: Type.String(), type: Type.String(), typeName: Type.String(), from: Day, until: Day, status: Type.String(),
  isValid: Type.Boolean(), mustConfirm: Type.Boolean(),
  renewal: Type.Object({
    /** Everything that keeps them from renewing now; nothing where they may. */
    stops: Type.Array(Said), from: Nullable(Day), until: Nullable(Day), feeCents: Type.Integer(), mustConfirm: Type.Boolean(),
  }),
})
export type OnlineMembership = Static<typeof OnlineMembership>

export const OnlineRenewal = Type.Object({ id: UnitId, ...Member.properties, type: Type.Optional(Code) }, strict)
export type OnlineRenewal = Static<typeof OnlineRenewal>

/** Somebody who enrolled or renewed online and waits for the desk. */
export const Waiting = Type.Object({
  membership: UnitId, version: Type.Integer(), person: UnitId, name: Type.String(), bornOn: Nullable(Day),
  branch: Type.Object({ id: UnitId, name: Type.String() }), typeName: Type.String(),
  what: Type.Enum(['enrolled', 'renewed']), since: Day, days: Type.Integer(), remindedOn: Nullable(Day), feeCents: Type.Integer(), owes: Type.Boolean(),
  /** How many people look the same. */
  doubles: Type.Integer(),
})
export type Waiting = Static<typeof Waiting>
export const WaitingList = Type.Object({ data: Type.Array(Waiting), more: Type.Boolean() })
export type WaitingList = Static<typeof WaitingList>

/** One of them as the desk compares it with an identity card, and who may be the same. */
export const WaitingOne = Type.Object({
  ...Waiting.properties, age: Nullable(Type.Integer()), address: Nullable(Type.String()), email: Nullable(Type.String()),
  phones: Type.Array(Type.String()), card: Nullable(Type.String()), found: Type.Array(Double),
})
export type WaitingOne = Static<typeof WaitingOne>

/** The desk saw who it is; the same as `onto`, or `different` from whoever looks the same. */
export const Confirmation = Type.Object({
  version: Type.Optional(Type.Integer({ minimum: 1 })),
  onto: Type.Optional(UnitId),
  different: Type.Optional(Type.Boolean()),
  /** What was filled in online takes the place of the address, e-mail and phones that were known. */
  takesContact: Type.Optional(Type.Boolean()),
  /** A printed card in the place of the number that they got online. */
  card: Type.Optional(CardNumber),
}, strict)
export type Confirmation = Static<typeof Confirmation>
