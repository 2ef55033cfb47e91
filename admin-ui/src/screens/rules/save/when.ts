import { basisOf, noBasis, type TypedBasis } from '#console/change/basis.ts'
import { change } from '#console/change/change.ts'
import { isDay } from '#console/time/day.ts'
import { isDayOfYear } from '#console/time/day-of-year.ts'
import type { Language, UnitId } from '#core/contract.ts'
import { setParameter } from '#plugins/parameters/contract/change.ts'
import { asksBasis, columnNamed, readCell } from '../method.ts'
import type { AllWaiting, Waiting } from '../grid/waiting.ts'

/** From when the rules hold, only in a part of the year or always, and on which decision they rest. */
export interface When {
  readonly from: string
  readonly to: string
  readonly seasonal: boolean
  readonly season: { readonly from: string; readonly to: string }
  readonly basis: TypedBasis
}

export const fromDay = (from: string): When => ({
  from, to: '', seasonal: false, season: { from: '', to: '' }, basis: noBasis,
})

type Words = (key: string, words?: Record<string, unknown>) => string

/** What is wrong with a change that waits, in words; nothing when it can be saved. */
export const faultOf = ({ method, text, lockedBy }: Waiting, language: Language, words: Words): string | undefined => {
  if (lockedBy !== undefined) return words('rules.lockedBy', { unit: lockedBy })
  const column = columnNamed(method)
  return text === null || !column ? undefined : readCell(column, text, language, words).fault
}

/** The change waits for money to be asked, or for other money than before. */
const needsDecision = ({ method, text }: Waiting) => {
  const column = columnNamed(method)
  const value = text === null ? undefined : column?.notation?.parse(text)
  return column !== undefined && value !== undefined && asksBasis(column, value)
}

export const anyNeedsDecision = (all: AllWaiting) => Object.values(all).some(needsDecision)

const dated = ({ from, to, seasonal, season }: When) =>
  isDay(from) && (to === '' || (isDay(to) && to >= from))
  && (!seasonal || [season.from, season.to].every(isDayOfYear))

/** One item for each cell, all of one set; null while the form does not say when, or on which decision. */
export const itemsOf = (unit: UnitId, all: AllWaiting, when: When) => {
  const basis = basisOf(when.basis)
  if (!dated(when) || (anyNeedsDecision(all) && !basis.basis)) return null
  return Object.values(all).map(waiting =>
    change(setParameter, { ...payloadOf(unit, waiting, when), ...(needsDecision(waiting) ? basis : {}) }, waiting.seen))
}

/** The same to be tried out: on which decision they rest is asked when they are saved. */
export const triedItems = (unit: UnitId, all: AllWaiting, when: When) =>
  Object.values(all).map(waiting => change(setParameter, payloadOf(unit, waiting, when)))

const payloadOf = (unit: UnitId, { method, membership, material, text }: Waiting, when: When) => ({
  unit,
  parameter: method,
  where: { membership, material },
  ...(when.seasonal ? { season: when.season } : {}),
  from: when.from,
  to: when.to === '' ? null : when.to,
  value: text === null ? null : columnNamed(method)?.notation?.parse(text),
})
