import { Type } from 'typebox'
import { isBadgeAlone } from './badge.ts'
import type { Context } from './context.ts'
import { languages, UnitId } from './contract.ts'
import { StaffRow } from './staff.ts'
import { SYSTEM, zoneOf } from './unit.ts'

/** Who is signed in, and what they may do where. */
export const Me = Type.Object({
  staff: Type.Object({
    id: Type.String(),
    name: Type.String(),
    email: Type.Union([Type.String(), Type.Null()]),
    language: Type.Enum(languages),
    initials: Type.Union([Type.String(), Type.Null()]),
  }),
  grants: Type.Array(Type.Object({
    role: Type.String(), roleName: Type.String(), unit: UnitId, only: Type.Boolean(),
    to: Type.Union([Type.String(), Type.Null()]),
  })),
  /** Permission → units: there and below. */
  permissions: Type.Record(Type.String(), Type.Array(UnitId)),
  /** The same for what is held at a unit only, and not below it. */
  only: Type.Record(Type.String(), Type.Array(UnitId)),
  session: Type.Object({
    method: Type.String(), secondFactor: Type.Boolean(),
    /** A badge or a PIN is all they showed: what gives rights waits until they confirm who they are. */
    byBadge: Type.Boolean(),
  }),
  installation: Type.Object({
    kind: Type.String(),
    /** The zone in which moments are told, whatever the clock of the browser says. */
    zone: Type.String(),
  }),
  /** The day it is where the installation stands; a practice region may live in another time. */
  today: Type.String({ format: 'date' }),
})

export async function describeMe(ctx: Context) {
  const staff = await StaffRow.query(ctx.db).findById(ctx.actor.id ?? '').throwIfNotFound()
  return {
    staff: {
      id: staff.id,
      name: staff.name,
      email: staff.email,
      language: staff.language,
      initials: staff.initials,
    },
    grants: ctx.rights.grants.map(({ role, unit, only = false, to }) => ({
      role, unit, only, to, roleName: ctx.rights.roles.get(role)?.name[ctx.language] ?? role,
    })),
    permissions: ctx.rights.all(),
    only: ctx.rights.only(),
    session: { method: ctx.session?.method ?? '', secondFactor: ctx.session?.secondFactor ?? false, byBadge: isBadgeAlone(ctx) },
    installation: { kind: ctx.installation.kind, zone: zoneOf(ctx.configuration, SYSTEM, ctx.today()) },
    today: ctx.today(),
  }
}
