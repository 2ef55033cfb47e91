import { Type, type Static } from 'typebox'
import { defineChangeKind, UnitId } from '#core/contract.ts'
import { RoleCode } from './machine.ts'

const strict = { additionalProperties: false } as const
const Word = Type.String({ minLength: 1, maxLength: 120, pattern: '^[^\\s\\x00-\\x1f]+$' })
const Words = Type.Array(Word, { maxItems: 10, uniqueItems: true })

/** Where somebody else vouches for who one is. */
export const Provider = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  issuer: Type.String({ maxLength: 250, pattern: '^https?://[^\\s?#@]+$' }),
  clientId: Type.String({ minLength: 1, maxLength: 200, pattern: '^\\S+$' }),
  scopes: Type.Optional(Words),
  /** What it says when a second factor was shown; where it says none of these, none was. */
  acr: Type.Optional(Words),
  amr: Type.Optional(Words),
  /**
   * Who somebody is at the first visit: whoever has this address, if the provider has verified it, or this number
   * from the personnel system, by the name of the claim. Without it one links oneself, signed in.
   */
  linkBy: Type.Optional(Type.Union([Type.Literal('email'), Type.Object({ claim: Word }, strict)])),
}, strict)
export type Provider = Static<typeof Provider>

export const ClaimRule = Type.Object({ claim: Word, value: Type.String({ minLength: 1, maxLength: 250 }), role: RoleCode, unit: UnitId }, strict)
export type ClaimRule = Static<typeof ClaimRule>

export const setProvider = defineChangeKind({
  name: 'sign-in.set-provider',
  payload: Type.Object({ id: UnitId, unit: UnitId, provider: Provider }, strict),
  title: { nl: 'Aanmelden via derden instellen', en: 'Set an identity provider', fr: 'Configurer un fournisseur d’identité' },
})

export const endProvider = defineChangeKind({
  name: 'sign-in.end-provider',
  payload: Type.Object({ id: UnitId, unit: UnitId }, strict),
  title: { nl: 'Aanmelden via derden stoppen', en: 'End an identity provider', fr: 'Mettre fin à un fournisseur d’identité' },
})

/** Which roles the provider's claims give, and where; nobody makes a rule that gives more than they hold. */
export const setClaimRules = defineChangeKind({
  name: 'sign-in.set-claim-rules',
  payload: Type.Object({ provider: UnitId, unit: UnitId, rules: Type.Array(ClaimRule, { maxItems: 200 }) }, strict),
  title: { nl: 'Rollen uit claims instellen', en: 'Set roles from claims', fr: 'Définir les rôles selon les attributs' },
})

const Text = Type.String()
/** What everybody may know of a provider: its name on the button and where that leads. */
export const ProviderList = Type.Object({ data: Type.Array(Type.Object({ id: UnitId, name: Text, login: Text })) })
/** The whole of it, but for its secret. */
export const ProviderSettings = Type.Object({ data: Type.Array(Type.Object({
  id: UnitId, unit: UnitId, unitName: Text, provider: Provider, rules: Type.Array(ClaimRule), hasSecret: Type.Boolean(),
  /** To be told to the provider. */
  callback: Text, logout: Text,
})) })
