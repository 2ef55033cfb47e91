import { isDayOfYear } from '#console/time/day-of-year.ts'
import type { AllWaiting, OtherWord, Waiting } from '../grid/waiting.ts'
import type { When } from './when.ts'

/** The part of the year to which the changes go; null: to the usual value; nothing while it is not filled in. */
export const seasonOf = ({ seasonal, season }: When) =>
  !seasonal ? null : [season.from, season.to].every(isDayOfYear) ? season : undefined

type Season = When['season']
const isOf = (season: Season | null | undefined, word: OtherWord) =>
  (season ? word.season?.from === season.from && word.season.to === season.to : season === null && !word.season)

/** The seasons that the cells of the unit's own have already, for whoever means one of those. */
export const seasonsThere = (all: AllWaiting) => [...new Map(Object.values(all).flatMap(({ others = [] }) =>
  others.flatMap(({ season, days = '', own }) => (season && own ? [[days, season] as const] : []))))]

export interface Fate {
  /** What stood where the change goes; nothing where nothing did. */
  readonly before: string | undefined
  /** What is said beside it, and stays. */
  readonly stays: readonly OtherWord[]
  /** What was planned in the same place, and gives way. */
  readonly drops: readonly OtherWord[]
}

/** What becomes of everything that is said for a cell, when the change goes to the usual value or to a season. */
export function fateOf({ before, others = [] }: Waiting, when: When): Fate {
  const season = seasonOf(when)
  const there = others.filter(word => isOf(season, word))
  const isPlanned = (word: OtherWord) => word.from !== null && word.from > when.from
  const drops = there.filter(word => word.own && isPlanned(word) && (when.to === '' || (word.from ?? '') <= when.to))
  return {
    before: season === null ? before : there.find(word => !isPlanned(word))?.text,
    stays: others.filter(word => word.season && !there.includes(word)),
    drops,
  }
}
