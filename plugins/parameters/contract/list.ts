import { Type, type Static } from 'typebox'
import { defineDimension, defineFact, Texts, UnitId } from '#core/contract.ts'

const strict = { additionalProperties: false } as const

/** The code of a type, as staff know it: `60`, `BOEK`. Never `*`, which stands for any. */
export const Code = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,11}$', examples: ['60'] })

/**
 * A type of membership (abonnementssoort) such as 60, adult. The region keeps the list; a library says of a type
 * only what differs there: whether its holders are persons or institutions, or that it is not used (domain/2 §1.3).
 */
export const MembershipType = Type.Object({
  name: Texts,
  kind: Type.Enum(['person', 'institution', 'none']),
  /** Three letters, or two wildcards and a letter: `xxD`. */
  statistics: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9]{3}$' })),
  /** Not handed out any more in this place. */
  unused: Type.Optional(Type.Boolean()),
}, strict)
export type MembershipType = Static<typeof MembershipType>

/** A type of material (RMT) such as BOEK, book. */
export const MaterialType = Type.Object({
  name: Texts,
  unused: Type.Optional(Type.Boolean()),
}, strict)
export type MaterialType = Static<typeof MaterialType>

/** By library the type that stands there for the same borrowers: the *productkoppeling* of a group 3. */
export const MembershipLink = Type.Object({
  types: Type.Record(UnitId, Code, { maxProperties: 200 }),
}, strict)
export type MembershipLink = Static<typeof MembershipLink>

export const membershipTypeFact = defineFact('parameters.membership-type', MembershipType)
export const materialTypeFact = defineFact('parameters.material-type', MaterialType)
export const membershipLinkFact = defineFact('parameters.membership-link', MembershipLink)

export const membership = defineDimension({
  name: 'membership',
  title: { nl: 'lidsoort', en: 'membership type', fr: 'type d’abonnement' },
  codes: membershipTypeFact,
})
export const material = defineDimension({
  name: 'material',
  title: { nl: 'materiaalsoort', en: 'material type', fr: 'type de document' },
  codes: materialTypeFact,
})
/** A rule line (reglementsregel): one value per type of membership and type of material. */
export const ruleLine = [membership, material] as const
