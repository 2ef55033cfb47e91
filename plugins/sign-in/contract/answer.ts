import { Type, type Static } from 'typebox'
import { UnitId } from '#core/contract.ts'

const Text = Type.String()
const orNull = Type.Union([Text, Type.Null()])

/** What else is asked after a right password: one of these, or setting one up. The ticket says for whom. */
export const Asked = Type.Object({
  ticket: Text, factors: Type.Array(Type.Enum(['totp', 'passkey', 'recovery'])), enrol: Type.Boolean(),
})
export type Asked = Static<typeof Asked>

const factor = { id: UnitId, addedAt: Text, lastUsedAt: orNull }

/** What somebody shows besides a password, without any secret. */
export const Factors = Type.Object({
  password: Type.Boolean(),
  /** Whether they have to show a second one, for what they may do. */
  required: Type.Boolean(),
  totp: Type.Union([Type.Object(factor), Type.Null()]),
  passkeys: Type.Array(Type.Object({ ...factor, name: Text })),
  recoveryCodesLeft: Type.Integer(),
  /** Whether they take over at a shared desk with one of these. */
  badge: Type.Boolean(),
  pin: Type.Boolean(),
  /** The identity providers at which their account is known. */
  providers: Type.Array(Type.Object({ id: UnitId, name: Text, linkedAt: Text })),
})
export type Factors = Static<typeof Factors>

/** The key for an authenticator app, to be scanned or typed over. */
export const DrawnKey = Type.Object({ secret: Text, uri: Text })

/** Codes for when the phone is lost; shown once, each works once. */
export const RecoveryCodes = Type.Object({ recoveryCodes: Type.Array(Text) })

/** One place where somebody is signed in. */
export const SessionRow = Type.Object({
  id: UnitId, current: Type.Boolean(), method: Text, label: orNull, startedAt: Text, lastSeenAt: Text, expiresAt: Text,
  network: orNull, agent: orNull, secondFactor: Type.Boolean(),
})
export type SessionRow = Static<typeof SessionRow>
export const Sessions = Type.Object({ data: Type.Array(SessionRow) })
