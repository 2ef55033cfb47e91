import { Type, type Static, type TSchema } from 'typebox'
import { Day, defineChangeKind, definePermissions, languages, UnitId } from '#core/contract.ts'

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

const Text = Type.String()
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** A colleague as the list shows them: where they belong, which roles they hold, whether they can sign in. */
export const StaffMember = Type.Object({
  id: UnitId, name: Text, email: Text, language: Type.Enum(languages), initials: orNull(Text),
  homeUnit: Type.Object({ id: UnitId, name: Text }), createdAt: Text, lastSeen: orNull(Text),
  disabled: Type.Boolean(), invited: Type.Boolean(), mayManage: Type.Boolean(),
  grants: Type.Array(Type.Object({
    role: Text, roleName: Text, unit: UnitId, unitName: Text, from: orNull(Text), to: orNull(Text),
    here: Type.Boolean(),
  })),
})
export type StaffMember = Static<typeof StaffMember>
export const StaffList = Type.Object({ data: Type.Array(StaffMember), total: Type.Integer() })
/** The token of a link with which somebody chooses a password; it works once and is shown once. */
export const Invited = Type.Object({ staff: StaffMember, token: Text })

export const Roles = Type.Object({ data: Type.Array(Type.Object({
  code: Text, name: Text, permissions: Type.Array(
    Type.Object({ name: Text, plugin: Text, allows: Text })
  ), mayGrant: Type.Array(UnitId),
})) })

export const Checklist = Type.Object({ data: Type.Array(Type.Object({
  step: Text, title: Text, done: Type.Boolean(), link: Text,
})) })
