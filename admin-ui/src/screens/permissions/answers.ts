import type { Static } from 'typebox'
import type {
  Copied as CopiedAnswer,
  Invited as InvitedAnswer,
  Leaving,
  Permissions as PermissionsAnswer,
  Roles as RolesAnswer,
  StaffDetail,
  StaffImport,
  StaffList as StaffListAnswer,
  StaffMember,
} from '#plugins/permissions/contract/answer.ts'

export type { Leaving, StaffDetail, StaffImport, StaffMember }

export type StaffList = Static<typeof StaffListAnswer>
export type Copied = Static<typeof CopiedAnswer>
export type Invited = Static<typeof InvitedAnswer>
export type Roles = Static<typeof RolesAnswer>
export type RoleRow = Roles['data'][number]
export type Permissions = Static<typeof PermissionsAnswer>
export type PermissionRow = Permissions['data'][number]
export type GrantRow = StaffMember['grants'][number]
export type LimitRow = PermissionRow['limitedBy'][number]
