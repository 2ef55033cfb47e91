import { readFileSync } from 'node:fs'
import type { Language, UnitId } from '#core/contract.ts'
import type { Unit } from '#core/unit.ts'
import type { Dated } from '../contract/arithmetic.ts'
import type { CalendarRule, CutException, DayException } from '../contract/calendar.ts'
import type { DaySet, HoursPlan } from '../contract/hours.ts'

/** Something a unit of the demo says; `invented` when no public page does. */
export type DemoDated<T> = Dated<T> & { readonly invented?: true }

/** A unit of the demo with all it says about time; parents stand before their children. */
export interface DemoUnit {
  readonly id: UnitId
  readonly parent: UnitId
  readonly language: Language
  /** What is known about the source: how old it is, what was added. */
  readonly note?: string
  readonly unit: Unit
  readonly hours: readonly DemoDated<HoursPlan>[]
  readonly rules: readonly DemoDated<CalendarRule>[]
  readonly exceptions: readonly DemoDated<DayException>[]
  readonly cuts: readonly DemoDated<CutException>[]
}

export interface DemoRegion {
  /** What the whole system says: the Belgian public holidays. */
  readonly system: { readonly rules: readonly DemoDated<CalendarRule>[] }
  readonly units: readonly DemoUnit[]
  readonly daySets: readonly DaySet[]
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

/** The region an installation shows until it has one of its own. */
export function demoRegion(): DemoRegion {
  const { system, units } = read('region.json') as Omit<DemoRegion, 'daySets'>
  const { daySets } = read('day-sets.json') as Pick<DemoRegion, 'daySets'>
  return { system, units, daySets }
}
