import { Type, type Static, type TSchema } from 'typebox'
import { languages, UnitId } from '#core/contract.ts'

const Text = Type.String()
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** A colleague as the list shows them: where they belong, which roles they hold, whether they can sign in. */
export const StaffMember = Type.Object({
  id: UnitId, kind: Type.Enum(['person', 'machine']), name: Text, email: orNull(Text), language: Type.Enum(languages), initials: orNull(Text),
  homeUnit: orNull(Type.Object({ id: UnitId, name: Text })), from: orNull(Text), to: orNull(Text),
  substitute: orNull(Type.Object({ id: UnitId, name: Text })), createdAt: Text, lastSeen: orNull(Text),
  disabled: Type.Boolean(), invited: Type.Boolean(), mayManage: Type.Boolean(),
  grants: Type.Array(Type.Object({
    role: Text, roleName: Text, unit: UnitId, unitName: Text, from: orNull(Text), to: orNull(Text),
    here: Type.Boolean(), only: Type.Boolean(), limits: Type.Unknown(),
  })),
})
export type StaffMember = Static<typeof StaffMember>
export const StaffList = Type.Object({ data: Type.Array(StaffMember), total: Type.Integer() })
/** The token of a link with which somebody chooses a password; it works once and is shown once, and mailed where there is a mail server. */
export const Invited = Type.Object({ staff: StaffMember, token: Text, mailed: Type.Boolean() })

export const Roles = Type.Object({ data: Type.Array(Type.Object({
  code: Text, name: Text, permissions: Type.Array(
    Type.Object({ name: Text, plugin: Text, allows: Text })
  ), mayGrant: Type.Array(UnitId),
})) })

export const Checklist = Type.Object({ data: Type.Array(Type.Object({
  step: Text, title: Text, done: Type.Boolean(), link: Text,
})) })
