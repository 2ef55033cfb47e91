import { Type, type TSchema } from 'typebox'
import { Day, defineChangeKind, UnitId } from '#core/contract.ts'
import { Basis } from '#core/contract/basis.ts'
import { Code, MaterialType, MembershipLink, MembershipType } from './list.ts'

const strict = { additionalProperties: false } as const
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const From = { from: Day, to: orNull(Day) }
const MonthDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', examples: ['07-01'] })

/** A part of the year that comes back every year, both days included; it may run over New Year. */
export const Season = Type.Object({ from: MonthDay, to: MonthDay }, strict)
/** By the name of a dimension the code it holds for; what is not named is any. */
export const Where = Type.Record(Type.String({ pattern: '^[a-z-]{1,40}$' }), Type.String({ minLength: 1, maxLength: 20 }), {
  maxProperties: 2, additionalProperties: false,
})

/** Null gives the unit back what it inherits. A locked value binds all units below. */
export const setParameter = defineChangeKind({
  name: 'parameters.set',
  payload: Type.Object({
    unit: UnitId,
    parameter: Type.String({ maxLength: 80 }),
    where: Type.Optional(Where),
    season: Type.Optional(Season),
    ...From,
    value: Type.Unknown(),
    locked: Type.Optional(Type.Boolean()),
    basis: Type.Optional(Basis),
  }, strict),
  title: { nl: 'Instelling wijzigen', en: 'Change a setting', fr: 'Modifier un paramètre' },
})

const listItem = <S extends TSchema>(body: S) => Type.Object({ unit: UnitId, code: Code, ...From, body: orNull(body) }, strict)

/** A type of membership of the region, or what one library says of it; null takes it away. */
export const setMembershipType = defineChangeKind({
  name: 'parameters.set-membership-type',
  payload: listItem(MembershipType),
  title: { nl: 'Lidsoort wijzigen', en: 'Change a type of membership', fr: 'Modifier un type d’abonnement' },
})

export const setMaterialType = defineChangeKind({
  name: 'parameters.set-material-type',
  payload: listItem(MaterialType),
  title: { nl: 'Materiaalsoort wijzigen', en: 'Change a type of material', fr: 'Modifier un type de document' },
})

/** Which types of membership stand for one another in the libraries of a group; null takes the link away. */
export const setMembershipLink = defineChangeKind({
  name: 'parameters.set-membership-link',
  payload: listItem(MembershipLink),
  title: { nl: 'Lidsoorten koppelen', en: 'Link types of membership', fr: 'Lier des types d’abonnement' },
})
