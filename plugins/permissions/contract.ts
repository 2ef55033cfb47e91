import { Type } from 'typebox'
import { Day, defineChangeKind, definePermissions, UnitId } from '#core/contract.ts'

const strict = { additionalProperties: false } as const

export const permissions = definePermissions('permissions', {
  manage: {
    nl: 'medewerkers uitnodigen en hun rollen geven of afnemen',
    en: 'invite staff and give or take away their roles',
    fr: 'inviter des collaborateurs et leur donner ou retirer des rôles',
  },
})

export const roleCodes = ['system-admin', 'library-admin', 'branch-manager', 'helpdesk', 'desk'] as const
export type RoleCode = (typeof roleCodes)[number]
const Role = Type.Enum(roleCodes)

/** Nobody gives a role that allows more than they hold at that unit themselves. */
export const grantRole = defineChangeKind({
  name: 'permissions.grant',
  payload: Type.Object({
    staff: UnitId, role: Role, unit: UnitId, from: Day, to: Type.Union([Day, Type.Null()]),
  }, strict),
  title: { nl: 'Rol geven', en: 'Give a role', fr: 'Attribuer un rôle' },
})

export const withdrawRole = defineChangeKind({
  name: 'permissions.withdraw',
  payload: Type.Object({ staff: UnitId, role: Role, unit: UnitId, from: Day }, strict),
  title: { nl: 'Rol afnemen', en: 'Take a role away', fr: 'Retirer un rôle' },
})
