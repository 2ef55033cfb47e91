import { Type, type Static, type TSchema } from 'typebox'
import { Day, languages, Texts, UnitId } from '#core/contract.ts'
import { ChangeSet, Preview } from '#core/contract/change.ts'
import { Limits } from '#core/contract/rights.ts'

const Text = Type.String()
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
/** Without its name as a schema, which one answer may bear only once. */
const OneSet = Type.Object(ChangeSet.properties)
/** A unit or a person, as one names them. */
const Named = Type.Object({ id: UnitId, name: Text })

/** A role of somebody at a unit, also as a sentence: "baliemedewerker van Munkzwalm tot en met 3 maart 2027". */
const GrantShown = Type.Object({
  role: Text, roleName: Text, unit: UnitId, unitName: Text, from: orNull(Text), to: orNull(Text),
  here: Type.Boolean(), only: Type.Boolean(), limits: Limits, sentence: Text,
  /** Whether the reader may take it away. */
  mayWithdraw: Type.Boolean(),
})

export const staffStates = ['open', 'closed', 'invited', 'ending'] as const

/** A colleague as the list shows them: where they belong, which roles they hold, whether they can sign in. */
export const StaffMember = Type.Object({
  id: UnitId, kind: Type.Enum(['person', 'machine']), name: Text, email: orNull(Text), language: Type.Enum(languages),
  initials: orNull(Text), homeUnit: orNull(Named), from: orNull(Text), to: orNull(Text), substitute: orNull(Named),
  createdAt: Text, lastSeen: orNull(Text), disabled: Type.Boolean(), invited: Type.Boolean(), mayManage: Type.Boolean(),
  /** Belongs to a library out of reach and holds a role here: only name and roles here are told. */
  elsewhere: Type.Boolean(),
  grants: Type.Array(GrantShown),
})
export type StaffMember = Static<typeof StaffMember>
export const StaffList = Type.Object({ data: Type.Array(StaffMember), total: Type.Integer() })

/** One colleague, with what stands open of theirs. */
export const StaffDetail = Type.Object({
  ...StaffMember.properties,
  sessions: Type.Integer(), factors: Type.Array(Text),
  /** What they planned or asked for, and is not decided yet. */
  planned: Type.Array(OneSet),
})
export type StaffDetail = Static<typeof StaffDetail>

/** The token of a link with which somebody chooses a password; works once, shown once, mailed where there is a server. */
export const Invited = Type.Object({ staff: StaffMember, token: Text, mailed: Type.Boolean() })

/** What "leaves now" ends, and what it leaves to others. */
export const Leaving = Type.Object({
  sessions: Type.Integer(), tokens: Type.Integer(), webhooks: Type.Integer(), grants: Type.Array(Text),
  takeOver: Type.Array(OneSet), recent: Type.Array(OneSet),
  faults: Type.Array(Type.Object({ code: Text, message: Text })), mayLeave: Type.Boolean(), confirms: Type.Boolean(),
})
export type Leaving = Static<typeof Leaving>

/** The grants of one colleague given to another too; `left` are those that the reader may not give. */
export const Copied = Type.Object({ preview: orNull(Type.Object(Preview.properties)), set: orNull(OneSet), left: Type.Array(Text) })

/** What each line of a list of staff would become, or became. */
export const StaffImport = Type.Object({
  rows: Type.Array(Type.Object({
    line: Type.Integer(), name: Text, email: Text, sentence: orNull(Text),
    what: Type.Enum(['new', 'known', 'refused']),
    faults: Type.Array(Type.Object({ code: Text, column: Text, message: Text })),
  })),
  faults: Type.Array(Type.Object({ code: Text, column: Text, message: Text })),
  set: orNull(OneSet),
  /** The links of the new people, shown once. */
  links: Type.Array(Type.Object({ staff: UnitId, name: Text, email: Text, token: Text })),
})
export type StaffImport = Static<typeof StaffImport>

/** A permission as people read it, under the name of the plugin it belongs to. */
export const PermissionShown = Type.Object({ name: Text, plugin: Text, pluginName: Text, allows: Text })
export type PermissionShown = Static<typeof PermissionShown>

/** Every permission there is, in the order of the plugins. */
export const Permissions = Type.Object({ data: Type.Array(Type.Object({
  ...PermissionShown.properties,
  limitedBy: Type.Array(Type.Object({ name: Text, kind: Type.Enum(['cents', 'days', 'codes']), title: Text })),
  touches: orNull(Type.Enum(['rights', 'money'])),
})) })

/** The roles in force, each with what it allows and how it differs from what Filiaal brings along today. */
export const Roles = Type.Object({ data: Type.Array(Type.Object({
  code: Text, name: Text, names: Texts, permissions: Type.Array(PermissionShown), mayGrant: Type.Array(UnitId),
  /** Where it was made: usable there and below. */
  unit: UnitId, unitName: Text,
  /** Made by people here, and not brought along by Filiaal. */
  own: Type.Boolean(), reach: Type.Enum(['branch', 'library']), mayChange: Type.Boolean(),
  /** For a role that Filiaal brought along: what people added since, and what its template has that the role lacks. */
  template: orNull(Type.Object({ added: Type.Array(PermissionShown), lacking: Type.Array(PermissionShown) })),
  /** How many people in reach hold it today or later. */
  holders: Type.Integer(),
  /** The configuration version of what is shown, to send along as `seen`. */
  version: Type.Integer(),
})) })

const RoleName = Type.Object({ code: Text, name: Text })
export const RolesCompared = Type.Object({
  a: RoleName, b: RoleName, both: Type.Array(PermissionShown), onlyA: Type.Array(PermissionShown),
  onlyB: Type.Array(PermissionShown),
})

/** A grant as the reason of an answer: how it reached the unit asked about, and in which set it was given. */
const Because = Type.Object({
  sentence: Text, role: Text, roleName: Text, unit: UnitId, unitName: Text, from: orNull(Text), to: orNull(Text),
  only: Type.Boolean(), limits: Limits,
  /** From the unit where it was given down to the one asked about. */
  via: Type.Array(Named),
  set: orNull(Type.Object({ id: UnitId, by: Text, at: Text, reason: orNull(Text) })),
})
export type Because = Static<typeof Because>

/** Why the nearest thing to a right is none: given elsewhere, from later, over, too small, not below, not in the role, of a role of others. */
export const nearMisses = ['elsewhere', 'not-yet', 'ended', 'limit', 'here-only', 'role-lacks', 'role-left', 'no-account'] as const

/** "May she close here on 3 March? Yes, because…; no, the closest is…", by the guard's own function. */
export const Explained = Type.Object({
  staff: Named, unit: Named, day: Day, permission: PermissionShown, holds: Type.Boolean(), sentence: Text,
  /** The grant that lets her first; others that would do as well after it. */
  because: Type.Array(Because),
  closest: orNull(Type.Object({ what: Type.Enum(nearMisses), sentence: Text, grant: orNull(Because) })),
})
export type Explained = Static<typeof Explained>

/** Who may do this here: people in reach by name; of roles given further up only the role. */
export const Holders = Type.Object({ data: Type.Array(Type.Object({
  staff: orNull(Named), role: Text, roleName: Text, unit: UnitId, unitName: Text, sentence: Text,
})) })
export type Holders = Static<typeof Holders>

/** Colleagues about whom the reader may ask what they may do. */
export const Reviewed = Type.Object({ data: Type.Array(Type.Object({ id: UnitId, name: Text, unitName: orNull(Text) })) })
export type Reviewed = Static<typeof Reviewed>

const RightsByPlugin = Type.Array(Type.Object({
  plugin: Text, pluginName: Text,
  /** `limit` says how far, where it is limited: "tot € 25,00". */
  rights: Type.Array(Type.Object({ name: Text, allows: Text, limit: orNull(Text) })),
}))
/** What one colleague may do and another may not, at a unit on a day. */
export const PeopleCompared = Type.Object({
  a: Named, b: Named, unit: Named, day: Day, onlyA: RightsByPlugin, onlyB: RightsByPlugin, both: RightsByPlugin,
})
export type PeopleCompared = Static<typeof PeopleCompared>

/** People in reach who hold two duties that are better apart. */
export const Conflicts = Type.Object({ data: Type.Array(Type.Object({
  staff: Named, pair: Text, duty: Text, unit: UnitId, unitName: Text, grants: Type.Array(Text),
})) })
export type Conflicts = Static<typeof Conflicts>

/** What changed in rights in a month, newest first, with the names of those who may be named. */
export const RightsChanges = Type.Object({ month: Text, data: Type.Array(Type.Object({
  set: UnitId, sentence: Text, staff: orNull(Named), by: Text, at: Text, reason: orNull(Text),
  putBack: Type.Boolean(),
})) })
export type RightsChanges = Static<typeof RightsChanges>

export const Checklist = Type.Object({ data: Type.Array(Type.Object({
  step: Text, title: Text, done: Type.Boolean(), link: Text,
})) })
