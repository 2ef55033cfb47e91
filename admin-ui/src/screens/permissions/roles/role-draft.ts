import type { Texts, UnitId } from '#core/contract.ts'
import { newId } from '#console/change/change.ts'
import type { RoleRow } from '../answers.ts'

/** A role as somebody is writing it: new, copied from another, or one that stands. */
export interface RoleDraft {
  readonly code: string
  readonly isNew: boolean
  readonly name: Texts
  readonly unit: UnitId | null
  readonly permissions: readonly string[]
  readonly reach: 'branch' | 'library'
  /** The configuration its author had before them. */
  readonly version?: number
}

const namesOf = (role: RoleRow) => role.permissions.map(({ name }) => name)

/** `unit` is where one stands; the form keeps to where roles may be made. */
export const newDraft = (unit: UnitId | null): RoleDraft => ({
  code: newId(), isNew: true, name: { nl: '', en: '', fr: '' }, unit, permissions: [], reach: 'library',
})

export const draftOf = (role: RoleRow): RoleDraft => ({
  code: role.code, isNew: false, name: role.names, unit: role.unit, permissions: namesOf(role), reach: role.reach,
  version: role.version,
})

/** The same rights under a name still to be chosen; the one it was copied from stays as it is. */
export const copyOf = (role: RoleRow, unit: UnitId | null): RoleDraft =>
  ({ ...newDraft(unit), permissions: namesOf(role), reach: role.reach })

/** With what the role's template has and the role itself has not, ticked and still to be agreed to. */
export const withLacking = (role: RoleRow): RoleDraft => ({
  ...draftOf(role),
  permissions: [...namesOf(role), ...(role.template?.lacking ?? []).map(({ name }) => name)],
})

/** Every language needs a name; one that is left empty takes the Dutch one. */
export const namesFor = ({ nl, en, fr }: Texts): Texts =>
  ({ nl: nl.trim(), en: en.trim() || nl.trim(), fr: fr.trim() || nl.trim() })

/** As it is with one right more, that another screen proposes. */
export const withRight = (role: RoleRow, right: string): RoleDraft => {
  const draft = draftOf(role)
  return right === '' || draft.permissions.includes(right) ? draft : { ...draft, permissions: [...draft.permissions, right] }
}
