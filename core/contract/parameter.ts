import type { Static, TSchema } from 'typebox'
import type { Fact, Language, Permission, Texts, UnitType } from '../contract.ts'

export const parameterUnits = [
  'days', 'hours', 'minutes', 'months', 'years', 'cents', 'percent', 'count',
  'choice', 'codes', 'text', 'yes-no', 'fields',
] as const
/** What a value is counted in; `fields` is a value of several parts that each have their own. */
export type ParameterUnit = (typeof parameterUnits)[number]

/** Something a value may differ by, such as the type of membership; its codes are the keys of a fact that the region edits. */
export interface Dimension {
  readonly name: string
  readonly title: Texts
  readonly codes: Fact
}

/** "Any": the code that stands for every code of a dimension. */
export const ANY = '*'
/** For which membership type, which material type: by name of the dimension; what is not named is any. */
export type Where = Readonly<Record<string, string>>

/** A part of the year that comes back, as `07-01` to `08-31`, both included; it may run over New Year. */
export interface Season { readonly from: string; readonly to: string }

/** One part of a value with several. */
export interface ParameterField {
  readonly title: Texts
  readonly unit: ParameterUnit
  readonly choices?: Readonly<Record<string, Texts>>
}

/** How staff write a value in a cell: `28/28/0`. What is printed is read back as the same value. */
export interface Notation<T = unknown> {
  /** What stands where: "dagen / verlengdagen / minimumleeftijd". */
  readonly parts: Texts
  print(value: T): string
  /** Nothing when it is no such notation. */
  parse(text: string): T | undefined
}

/** Something that must hold between a value and another parameter's value in the same place. */
export interface ParameterCheck<T = unknown> {
  /** None: between the parts of the value itself. */
  readonly with?: Parameter
  holds(value: T, other: unknown): boolean
  /** What to mend, in a sentence. */
  readonly says: Texts
}

/** A setting that a unit may give its own value; the nearest unit that did wins. */
export interface Parameter<S extends TSchema = TSchema> {
  readonly name: string
  /** The chapter of the settings it stands in. */
  readonly area: string
  readonly schema: S
  readonly default: Static<S>
  readonly unit: ParameterUnit
  /** The types of unit at which a value may be set. */
  readonly levels: readonly UnitType[]
  /** What a value may differ by; none: one value per unit. */
  readonly dimensions?: readonly Dimension[]
  readonly title: Texts
  /** What it does, in a sentence or two. */
  readonly help: Texts
  /** What patrons and staff notice when it changes. */
  readonly consequence: Texts
  /** A value in use and what it leads to: "14: wie op 1 maart leent, brengt op 15 maart terug". */
  readonly example: Texts
  /** Other words by which people look for it. */
  readonly synonyms: Readonly<Record<Language, readonly string[]>>
  /** What each of a few values is called. */
  readonly choices?: Readonly<Record<string, Texts>>
  /** What the parts of a value are called, in the order they are shown. */
  readonly fields?: Readonly<Record<string, ParameterField>>
  readonly notation?: Notation<Static<S>>
  readonly checks?: readonly ParameterCheck<Static<S>>[]
  /** It only matters while another has one of these values in the same place. */
  readonly onlyWhen?: { readonly parameter: Parameter; readonly is: readonly unknown[] }
  /** Who may set it, where that is not whoever gives settings their values. */
  readonly setBy?: Permission
  /** Decides how well rights are guarded: it is set by whoever gives rights, with the same care. */
  readonly guards?: 'rights'
  /** Asks money of patrons: a value needs a council decision as its basis; or some values do. */
  readonly needsBasis?: boolean | ((value: Static<S>) => boolean)
  /** One table for a cooperation group of level 2 or higher: what the group says binds its libraries. */
  readonly shared?: boolean
}

export const defineDimension = (dimension: Dimension): Dimension => Object.freeze(dimension)

export const defineParameter = <const S extends TSchema>(parameter: Parameter<S>): Parameter<S> =>
  Object.freeze(parameter)
