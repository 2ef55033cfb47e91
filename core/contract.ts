import { Type, type TSchema } from 'typebox'

export * from './contract/parameter.ts'
export * from './contract/preset.ts'

/** The languages a region's staff and patrons read. Dutch comes first: it is the console's own. */
export const languages = ['nl', 'en', 'fr'] as const
export type Language = (typeof languages)[number]

/** One text, said in every language of the console. */
export type Texts = Readonly<Record<Language, string>>
export const Texts = Type.Object(
  { nl: Type.String({ maxLength: 250 }), en: Type.String({ maxLength: 250 }), fr: Type.String({ maxLength: 250 }) },
  { additionalProperties: false },
)

/** A calendar day without a time or a zone, as `2026-12-24`. */
export const Day = Type.String({ format: 'date', pattern: '^(19|20)\\d\\d-', examples: ['2026-12-24'] })
export type Day = string

export const UnitId = Type.String({ format: 'uuid' })
export type UnitId = string

/** A right a member of staff may hold, named for the person who grants it, not for a URL. */
export interface Permission {
  readonly name: string
  /** Completes the sentence "holding it, one may …". */
  readonly allows: Texts
  /** What a grant of it may be limited by: an amount, a number of days, some codes. */
  readonly limitedBy?: readonly Limit[]
  /** Gives rights to others, or moves money: asks for more care at sign-in. */
  readonly touches?: 'rights' | 'money'
}

/** How far a right goes: "waive up to an amount", "these journals only". A number is a most, codes are all there are. */
export interface Limit {
  readonly name: string
  readonly kind: 'cents' | 'days' | 'codes'
  readonly title: Texts
}

/**
 * A kind of configuration: what one unit says about one thing during one period.
 *
 * Every setting of the product is such a fact, so that inheritance, planning, history,
 * undo, export and comparison are written once (see core/README.md).
 */
export interface Fact<S extends TSchema = TSchema> {
  readonly name: string
  readonly body: S
  /** Walled facts are read only by those whose reach covers the unit's library. */
  readonly walled: boolean
}

/** What may be asked of the change door, in the words both sides use. */
export interface ChangeKind<S extends TSchema = TSchema> {
  readonly name: string
  readonly payload: S
  /** What the act is called on a button: "Sluiten", "Openingsuren wijzigen". */
  readonly title: Texts
}

/** A fact announced once the transaction that made it true has committed. */
export interface DomainEvent<S extends TSchema = TSchema> {
  readonly name: string
  readonly detail: S
}

export const unitTypes = ['system', 'group', 'library', 'branch', 'bookmobile', 'stop'] as const
export type UnitType = (typeof unitTypes)[number]

/** `definePermissions('branches', { close: {…} }).close.name === 'branches.close'` */
export function definePermissions<const Key extends string>(
  plugin: string,
  allows: Readonly<Record<Key, Texts & Pick<Permission, 'limitedBy' | 'touches'>>>,
): Readonly<Record<Key, Permission>> {
  const named = Object.entries<(typeof allows)[Key]>(allows).map(([key, { nl, en, fr, ...more }]) =>
    [key, { name: `${plugin}.${key}`, allows: { nl, en, fr }, ...more }])
  return Object.freeze(Object.fromEntries(named))
}

export const defineLimit = (limit: Limit): Limit => Object.freeze(limit)

export const defineFact = <const S extends TSchema>(name: string, body: S, { walled = false } = {}): Fact<S> =>
  Object.freeze({ name, body, walled })

export const defineChangeKind = <const S extends TSchema>(kind: ChangeKind<S>): ChangeKind<S> => Object.freeze(kind)

export const defineEvent = <const S extends TSchema>(name: string, detail: S): DomainEvent<S> =>
  Object.freeze({ name, detail })
