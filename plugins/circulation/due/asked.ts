import type { Item } from '#core/change.ts'
import type { Reading } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { SYSTEM, treeOn, unitsBelow } from '#core/unit.ts'
import { exceptionFact } from '#plugins/branches/contract/calendar.ts'
import {
  close, extendClosing, lift, openAnyway, setDaySet, setHours, setHoursKind, setRule, type Close,
} from '#plugins/branches/contract/change.ts'
import { closureFact } from '#plugins/branches/contract/closure.ts'
import { closureOf } from '#plugins/branches/index.ts'

/** Changes after which a day on which something is due may be closed. */
export const calendarKinds = [close, extendClosing, openAnyway, lift, setHours, setRule, setDaySet, setHoursKind] as const

/** What a change of calendars may mean for loans: at which branches, and which closings begin with it. */
export interface AskedMoves {
  readonly branches: readonly UnitId[]
  /** Closings that begin by it: what they ask of all loans of a period and of late ones is done once, with them. */
  readonly begun: readonly string[]
  /** Nothing due after this day is touched; null where that is not known. */
  readonly until: Day | null
}

/** A put back or another end begins nothing: what a closing did at first is moved along or back with it. */
export function movesAsked(readings: readonly Reading[], items: readonly Item[], today: Day, begins: boolean): AskedMoves {
  const closes = items.filter(({ kind }) => kind === close.name).map(({ payload }) => payload as Close)
  const lasts = closes.map(({ to }) => to)
  const isBounded = begins && closes.length === items.length && lasts.every(day => day !== null)
  return {
    branches: branchesOf(readings, items, today),
    begun: begins ? closes.filter(({ parts }) => parts).map(closureOf) : [],
    until: isBounded ? lasts.toSorted().at(-1) ?? null : null,
  }
}

/** Whether what these items would close is closed by them already: then they are put back. */
export const isClosed = (reading: Reading, items: readonly Item[]) => items.some(({ kind, payload }) =>
  kind === close.name && closedBy(reading, closureOf(payload as Close)).length > 0)

/** The branches that items may touch: those they name, or whose closing they name, and all below; of what names none, all. */
function branchesOf(readings: readonly Reading[], items: readonly Item[], today: Day): UnitId[] {
  const [reading] = readings
  if (!reading) return []
  const tree = treeOn(reading, today)
  const named = items.flatMap(({ payload }) => {
    const { unit, units = [], also = [], closing } = payload as { unit?: UnitId; units?: readonly UnitId[]; also?: readonly UnitId[]; closing?: string }
    const told = [...(unit ? [unit] : []), ...units, ...also]
    return closing && !units.length ? [...told, ...readings.flatMap(one => closedBy(one, closing))] : told.length ? told : [SYSTEM]
  })
  return [...new Set(named.flatMap(unit => unitsBelow(tree, unit)))]
    .filter(id => ['branch', 'bookmobile', 'stop'].includes(tree.units.get(id)?.type ?? ''))
}

const closedBy = (reading: Reading, closing: string): UnitId[] => [
  ...[...reading.all(exceptionFact)].flat().filter(({ body }) => body.closing === closing),
  ...[...reading.all(closureFact)].flat().filter(({ key }) => key === closing),
].map(({ unit }) => unit)
