import type { Static, TSchema } from 'typebox'
import type { Dimension, Parameter, ParameterUnit, Season, Texts, Where } from '../contract.ts'

/** Something to fill in before a preset says what it sets. */
export interface Blank<S extends TSchema = TSchema> {
  readonly title: Texts
  readonly schema: S
  readonly unit: ParameterUnit
  /** None: it must be filled in. */
  readonly default?: Static<S>
  /** One it may be filled with; a preset is tried with these when the product starts. */
  readonly example: Static<S>
  readonly choices?: Readonly<Record<string, Texts>>
  /** It is filled with codes of this list. */
  readonly codes?: Dimension
  /** It is a month and a date of every year: `07-01`. */
  readonly everyYear?: boolean
}

/** A value that a preset gives: for all codes of a setting, or those with these; all year, or in a part of it. */
export interface PresetValue<S extends TSchema = TSchema> {
  readonly parameter: Parameter<S>
  readonly where?: Where
  readonly season?: Season
  /** Made of what holds in that line now. */
  value(now: Static<S>): Static<S>
}

type Filled<B extends Readonly<Record<string, Blank>>> = { readonly [K in keyof B]: Static<B[K]['schema']> }

/** A change that libraries often make, with blanks: "free reminders", "no fines under …". It becomes items of the door. */
export interface Preset<B extends Readonly<Record<string, Blank>> = Readonly<Record<string, Blank>>> {
  readonly name: string
  /** The chapter of the settings it belongs to. */
  readonly area: string
  readonly title: Texts
  readonly help: Texts
  readonly blanks: B
  sets(filled: Filled<B>): readonly PresetValue[]
}

export const definePreset = <const B extends Readonly<Record<string, Blank>>>(preset: Preset<B>): Preset =>
  Object.freeze(preset) as unknown as Preset

/** Ties a value to its parameter, so that it is typed. */
export const presetValue = <S extends TSchema>(value: PresetValue<S>): PresetValue => value as unknown as PresetValue
