import { Type, type Static, type TSchema } from 'typebox'
import { Day, defineChangeKind, UnitId } from '#core/contract.ts'
import { Limits } from '#core/contract/rights.ts'

const strict = { additionalProperties: false } as const
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const Text = Type.String()
export const RoleCode = Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9][a-z0-9-]*$' })
const Given = Type.Object({
  role: RoleCode, unit: UnitId, only: Type.Optional(Type.Literal(true)), limits: Type.Optional(Limits),
}, strict)
const GivenRoles = Type.Array(Given, { minItems: 1, maxItems: 20 })
const MachineName = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })

/** A machine works at a unit, in these roles, until a day; nobody gives it more than they hold. */
export const makeToken = defineChangeKind({
  name: 'sign-in.make-token',
  payload: Type.Object({ staff: UnitId, name: MachineName, unit: UnitId, expires: Day, grants: GivenRoles }, strict),
  title: { nl: 'Toegangssleutel maken', en: 'Make an access token', fr: 'Créer un jeton d’accès' },
})

/** The machine has no access and no role any more. */
export const endToken = defineChangeKind({
  name: 'sign-in.end-token',
  payload: Type.Object({ staff: UnitId, unit: UnitId }, strict),
  title: { nl: 'Toegangssleutel intrekken', en: 'Withdraw an access token', fr: 'Retirer un jeton d’accès' },
})

/** What is asked for a token: the id is made before sending. */
export const TokenWish = Type.Object({
  id: UnitId, name: MachineName, unit: UnitId, expires: Day, grants: GivenRoles,
}, strict)
export type TokenWish = Static<typeof TokenWish>

/** A machine's access, as the list shows it; the token itself is never shown again. */
export const MachineAccess = Type.Object({
  id: UnitId, name: Text, unit: orNull(Type.Object({ id: UnitId, name: Text })),
  madeAt: Text, lastUsed: orNull(Text), network: orNull(Text), expires: Text, ended: Type.Boolean(), mayEnd: Type.Boolean(),
  grants: Type.Array(Type.Object({
    role: Text, roleName: Text, unit: UnitId, unitName: Text, only: Type.Boolean(), limits: Type.Unknown(),
  })),
})
export type MachineAccess = Static<typeof MachineAccess>
export const MachineList = Type.Object({ data: Type.Array(MachineAccess), total: Type.Integer() })
export const NewToken = Type.Object({ machine: MachineAccess, token: Text })
