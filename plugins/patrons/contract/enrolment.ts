import { Type, type Static } from 'typebox'
import { Day, Texts, UnitId } from '#core/contract.ts'
import { Code } from '#plugins/parameters/contract/list.ts'
import { CardNumber, NationalNumber, NewPerson } from './person.ts'

const strict = { additionalProperties: false } as const
const orNull = <const S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])

/** Somebody becomes a member; whoever is in the system already is enrolled `onto` that one person. */
export const Enrolment = Type.Object({
  /** Of the period that begins: sent twice it stays one enrolment. */
  id: UnitId,
  branch: UnitId,
  type: Code,
  from: Type.Optional(Day),
  person: NewPerson,
  nationalNumber: Type.Optional(NationalNumber),
  onto: Type.Optional(UnitId),
  /** Who looks like them is somebody else: a twin, or a namesake born on the same day. */
  different: Type.Optional(Type.Boolean()),
  card: Type.Optional(Type.Union([CardNumber, Type.Literal('generated')])),
}, strict)
export type Enrolment = Static<typeof Enrolment>

/** What somebody at a desk typed and compares with who is there already. */
export const Typed = Type.Object({
  kind: Type.Enum(['person', 'institution']),
  familyName: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  bornOn: Type.Optional(orNull(Day)),
  nationalNumber: Type.Optional(NationalNumber),
  branch: UnitId,
}, strict)
export type Typed = Static<typeof Typed>

/** Somebody who may be the same: enough to compare, and where they are a member. */
export const Double = Type.Object({
  id: UnitId, name: Type.String(), bornOn: orNull(Day),
  libraries: Type.Array(Type.Object({ id: UnitId, name: Type.String() })),
  /** A member of this very library, so that they can be opened. */
  here: Type.Boolean(),
})
export const Doubles = Type.Object({ data: Type.Array(Double) })
export type Double = Static<typeof Double>

/** From when to when, for how much, and by which rule of cooperation. */
export const Term = Type.Object({
  from: Day, until: Day, feeCents: Type.Integer(), copiedFrom: orNull(UnitId),
  rule: Type.Object({
    code: Type.Enum(['own', 'copied', 'regional']), level: Type.Integer({ minimum: 0, maximum: 3 }), message: Texts,
  }),
})
export type Term = Static<typeof Term>

export const PlanWanted = Type.Object({
  branch: UnitId, type: Code, from: Type.Optional(Day), postalCode: Type.Optional(Type.String({ maxLength: 12 })),
  bornOn: Type.Optional(orNull(Day)), onto: Type.Optional(UnitId),
}, strict)
export type PlanWanted = Static<typeof PlanWanted>

/** What an enrolment would be, before anybody confirms it. */
export const EnrolmentPlan = Type.Object({
  ...Term.properties,
  isRefused: Type.Boolean(),
  required: Type.Array(Type.String()),
  depositCents: Type.Integer(),
  /** Why the type does not fit this age; nothing where it does. */
  age: orNull(Texts),
})
export type EnrolmentPlan = Static<typeof EnrolmentPlan>

/**
 * Likewise another period, with why it cannot be. Under another type its fee is that of the tariff and what is still owed,
 * less what the months that are left were worth.
 */
export const RenewalPlan = Type.Object({
  ...EnrolmentPlan.properties, tariffCents: Type.Integer(), owedCents: Type.Integer(), reductionCents: Type.Integer(), faults: Type.Array(Type.Object({ code: Type.String(), pointer: Type.String(), message: Texts })),
})
export type RenewalPlan = Static<typeof RenewalPlan>

export const Enrolled = Type.Object({
  person: UnitId, membership: UnitId, number: Type.Integer(), card: orNull(Type.String()), ...Term.properties,
})
export type Enrolled = Static<typeof Enrolled>

/** The types of membership that a branch hands out today. */
export const TypesOffered = Type.Object({
  data: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), kind: Type.Enum(['person', 'institution', 'none']) })),
  /** Whether this library may keep national numbers. */
  nationalNumber: Type.Boolean(),
})
export type TypesOffered = Static<typeof TypesOffered>
