import type { Static } from 'typebox'
import type {
  Invited as InvitedAnswer,
  Permissions as PermissionsAnswer,
  Roles as RolesAnswer,
  StaffList as StaffListAnswer,
  StaffMember,
} from '#plugins/permissions/contract/answer.ts'

export type { StaffMember }

export type StaffList = Static<typeof StaffListAnswer>
export type Invited = Static<typeof InvitedAnswer>
export type Roles = Static<typeof RolesAnswer>
export type RoleRow = Roles['data'][number]
export type Permissions = Static<typeof PermissionsAnswer>
export type PermissionRow = Permissions['data'][number]
export type GrantRow = StaffMember['grants'][number]
