import type { Day, UnitId } from '#core/contract.ts'
import { change, type ChangeItem } from '#console/change/change.ts'
import { basisOf, isTyped, noBasis, type TypedBasis } from '#console/change/basis.ts'
import { isDay } from '#console/time/day.ts'
import { isDayOfYear, readDayOfYear } from '#console/time/day-of-year.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import type { WholeParameter } from '#plugins/parameters/contract/answer/whole.ts'
import { setParameter } from '#plugins/parameters/contract/change.ts'
import { readTyped, typedOf, type Typed } from '#console/value/typed.ts'

export type SaidRow = WholeParameter['rows'][number]

/** What one comes to do: give a value, with one of the unit's rows before one; give it back; or bring it back. */
export interface Start {
  readonly act: 'edit' | 'give-back' | 'restore'
  readonly row: SaidRow
}

/** A value of one's own as it stands in the form. */
export interface SettingForm {
  readonly own: boolean
  readonly value: Typed
  readonly from: string
  readonly to: string
  readonly locked: boolean
  /** By the name of a dimension the code it holds for; what is empty is any. */
  readonly where: Readonly<Record<string, string>>
  readonly seasonal: boolean
  readonly season: { readonly from: string; readonly to: string }
  readonly basis: TypedBasis
  /** Other units that are given the very same, in the same change. */
  readonly also: readonly UnitId[]
}

/** What the form shows before anything is typed. */
export const formOf = (definition: Definition, whole: WholeParameter, today: Day, start?: Start): SettingForm => {
  const { row, act } = start ?? { row: ownRow(whole), act: 'edit' }
  const later = row?.from != null && row.from > today
  return {
    own: act !== 'give-back',
    value: typedOf(definition, row ? row.value : whole.value),
    from: later && row.from !== null && act !== 'restore' ? row.from : today,
    to: act === 'restore' || row?.to == null || row.to < today ? '' : row.to,
    locked: row?.locked ?? false,
    where: row?.where ?? whole.where,
    seasonal: row?.season !== undefined,
    season: row?.season ?? { from: '', to: '' },
    basis: { ...noBasis, ...row?.basis },
    also: [],
  }
}

/** What the unit itself says now, for the codes one looks at and the whole year. */
const ownRow = ({ rows, where }: WholeParameter) =>
  rows.find(row => row.state === 'now' && row.season === undefined && codesAlike(row.where, where))

/** The unit's own row, now or to come, in the place that the form names. */
export const rowInPlace = ({ rows }: WholeParameter, { where, seasonal, season }: SettingForm) =>
  rows.find(row => row.state !== 'past' && codesAlike(row.where, where)
    && (seasonal ? row.season?.from === season.from && row.season.to === season.to : row.season === undefined))

const codesAlike = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(name => (one[name] || '*') === (other[name] || '*'))

/** The codes one chose, without those that are any. */
export const codesOf = ({ where }: Pick<SettingForm, 'where'>) =>
  Object.fromEntries(Object.entries(where).filter(([, code]) => code !== '' && code !== '*'))

/** For which codes, part of the year and days it is, as an address asks it; null while the form does not say when. */
export const placeAsked = (form: SettingForm, language: string): Readonly<Record<string, string>> | null => {
  const season = form.seasonal ? seasonOf(form, language) : undefined
  if (!isDay(form.from) || season === null) return null
  return {
    ...codesOf(form), from: form.from, ...(isDay(form.to) && form.to >= form.from ? { to: form.to } : {}),
    ...(season ? { season: `${season.from}/${season.to}` } : {}),
  }
}

/** What is asked of the change door; null while something is missing or cannot be read. */
export const itemsOf = (
  definition: Definition, unit: string, form: SettingForm, language: string, seen: number,
): readonly ChangeItem[] | null => {
  const { own, from, to, locked, seasonal, basis } = form
  const read = readTyped(definition, form.value)
  const season = seasonal ? seasonOf(form, language) : undefined
  if (!isDay(from) || (to !== '' && (!isDay(to) || to < from))) return null
  if ((own && read.wrong !== undefined) || season === null || (isTyped(basis) && !basisOf(basis).basis)) return null
  const where = codesOf(form)
  return [unit, ...form.also].map(at => change(setParameter, {
    unit: at, parameter: definition.name, from, to: to === '' ? null : to, value: own ? read.value : null,
    ...(Object.keys(where).length > 0 ? { where } : {}),
    ...(season ? { season } : {}),
    ...(own && locked ? { locked } : {}),
    ...(own ? basisOf(basis) : {}),
  }, seen))
}

const seasonOf = ({ season }: SettingForm, language: string) => {
  const [from, to] = [season.from, season.to].map(day => (isDayOfYear(day) ? day : readDayOfYear(day, language)))
  return from && to ? { from, to } : null
}
