import { Type, type Static, type TSchema } from 'typebox'
import { Day, languages, UnitId } from '#core/contract.ts'

const strict = { additionalProperties: false } as const
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

const Email = Type.String({ format: 'email', maxLength: 254 })
const Phone = Type.String({ pattern: '^\\+?[0-9][0-9 ./()-]{5,24}$', maxLength: 26 })
/** What stands on a card, or behind its bars. */
export const CardNumber = Type.String({ pattern: '^[0-9A-Z]{4,20}$', examples: ['22110000000017'] })

/** As it stands on an identity card, or its eleven digits; whether it can be is reckoned. */
export const NationalNumber = Type.String({ pattern: '^[0-9 .-]{11,20}$', maxLength: 20, examples: ['93.05.18-223.61'] })

export const Address = Type.Object({
  street: Line(120),
  number: Type.Optional(Type.String({ maxLength: 12 })),
  box: Type.Optional(Type.String({ maxLength: 12 })),
  postalCode: Line(12),
  city: Line(80),
  /** BE, NL, FR: how the lines are ordered follows from it. */
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
}, strict)
export type Address = Static<typeof Address>

/** Who answers for somebody under age or for an institution, and on which days. */
export const Contact = Type.Object({
  name: Line(120),
  role: Type.Enum(['parent', 'guardian', 'teacher', 'contact']),
  email: Type.Optional(Email),
  phone: Type.Optional(Phone),
  from: Day,
  to: Type.Optional(orNull(Day)),
}, strict)
export type Contact = Static<typeof Contact>

/** What a desk writes down of somebody; absent stays as it is. */
export const personFields = {
  familyName: Line(100),
  firstName: orNull(Line(100)),
  title: orNull(Line(30)),
  preferredName: orNull(Line(100)),
  /** A word by which a group of people is found: the name of a nursing home. */
  tag: orNull(Line(60)),
  sex: orNull(Type.Enum(['f', 'm', 'x'])),
  bornOn: orNull(Day),
  language: Type.Enum(languages),
  email: orNull(Email),
  copies: Type.Array(Email, { maxItems: 2 }),
  phones: Type.Array(Phone, { maxItems: 4 }),
  addresses: Type.Array(Address, { maxItems: 4 }),
  contacts: Type.Array(Contact, { maxItems: 6 }),
  externalNumbers: Type.Array(Line(40), { maxItems: 10, uniqueItems: true }),
  showsHistory: Type.Boolean(),
  keepsHistory: Type.Boolean(),
  warnsBorrowedBefore: Type.Boolean(),
} as const

const { familyName, ...others } = personFields
export const PersonEdit = Type.Partial(Type.Object(personFields, strict))
export type PersonEdit = Static<typeof PersonEdit>

/** Somebody new, under an id that the client makes: sent twice it stays one person. */
export const NewPerson = Type.Object({
  id: UnitId, kind: Type.Enum(['person', 'institution']), familyName, ...Type.Partial(Type.Object(others)).properties,
}, strict)
export type NewPerson = Static<typeof NewPerson>
