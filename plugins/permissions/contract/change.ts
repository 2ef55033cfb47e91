import { Type, type TSchema } from 'typebox'
import { Day, defineChangeKind, UnitId } from '#core/contract.ts'
import { Limits, RoleBody } from '#core/contract/rights.ts'

const strict = { additionalProperties: false } as const
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
export const RoleCode = Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9][a-z0-9-]*$' })

/** Somebody works here from one day to another; moves them when they worked elsewhere. */
export const openAccount = defineChangeKind({
  name: 'permissions.open-account',
  payload: Type.Object({
    staff: UnitId, unit: UnitId, from: Day, to: orNull(Day), substitute: Type.Optional(UnitId),
  }, strict),
  title: { nl: 'Toegang geven', en: 'Give access', fr: 'Donner accès' },
})

/** Somebody has no access any more from a day on; what was planned of it goes too. */
export const closeAccount = defineChangeKind({
  name: 'permissions.close-account',
  payload: Type.Object({ staff: UnitId, from: Day }, strict),
  title: { nl: 'Toegang afnemen', en: 'Take access away', fr: 'Retirer l’accès' },
})

/** Nobody gives a role that allows more than they hold at that unit themselves. */
export const grantRole = defineChangeKind({
  name: 'permissions.grant',
  payload: Type.Object({
    staff: UnitId, role: RoleCode, unit: UnitId, from: Day, to: orNull(Day),
    only: Type.Optional(Type.Literal(true)), limits: Type.Optional(Limits),
  }, strict),
  title: { nl: 'Rol geven', en: 'Give a role', fr: 'Attribuer un rôle' },
})

export const withdrawRole = defineChangeKind({
  name: 'permissions.withdraw',
  payload: Type.Object({ staff: UnitId, role: RoleCode, unit: UnitId, from: Day }, strict),
  title: { nl: 'Rol afnemen', en: 'Take a role away', fr: 'Retirer un rôle' },
})

/** Makes a role at a unit, or changes one made there; usable there and below. */
export const setRole = defineChangeKind({
  name: 'permissions.set-role',
  payload: Type.Object({ code: RoleCode, unit: UnitId, from: Day, role: RoleBody }, strict),
  title: { nl: 'Rol wijzigen', en: 'Change a role', fr: 'Modifier un rôle' },
})

/** Takes a role away that nobody holds any more. */
export const endRole = defineChangeKind({
  name: 'permissions.end-role',
  payload: Type.Object({ code: RoleCode, unit: UnitId, from: Day }, strict),
  title: { nl: 'Rol verwijderen', en: 'Remove a role', fr: 'Supprimer un rôle' },
})
