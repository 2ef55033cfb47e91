import type { Item } from '#core/change.ts'
import type { Configuration } from '#core/configuration.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { SYSTEM, treeOn, unitFact, unitsBelow, type Unit } from '#core/unit.ts'
import { needsHours } from '#plugins/units/index.ts'
import { cutFact, exceptionFact } from '../contract/calendar.ts'
import {
  announce,
  close,
  confirmYear,
  extendClosing,
  lift,
  openAnyway,
  setDaySet,
  setHours,
  setHoursKind,
  setRule,
} from '../contract/change.ts'

/** What an item may touch: these units and all below them, within these days. */
interface Touch {
  readonly units: readonly UnitId[]
  readonly from: Day
  readonly to: Day
}

export const countedKinds = [
  close,
  extendClosing,
  openAnyway,
  lift,
  setHours,
  setRule,
  confirmYear,
  setDaySet,
  setHoursKind,
] as const

/** How far ahead the effects of what has no end are counted. */
const AHEAD_DAYS = 400

const endOf = (from: Day, to: Day | null) => {
  const horizon = plusDays(from, AHEAD_DAYS)
  return to !== null && to < horizon ? to : horizon
}

type Payload = Readonly<
  Record<'units' | 'also', readonly UnitId[] | undefined> & {
    unit?: UnitId
    from?: Day | null
    to?: Day | null
    year?: number
    closing?: string
  }
>

function touchOf(
  before: Configuration,
  after: Configuration,
  { kind, payload: given }: Item,
  today: Day,
): Touch {
  const payload = given as Payload
  switch (kind) {
    case close.name:
    case openAnyway.name:
    case lift.name: {
      const from = payload.from ?? today
      return {
        units: [...(payload.units ?? []), ...(payload.also ?? [])],
        from,
        to: endOf(from, payload.to ?? null),
      }
    }
    case extendClosing.name:
      return closureTouch(before, after, payload.closing ?? '', today)
    case confirmYear.name:
      return { units: [], from: `${payload.year}-01-01`, to: `${payload.year}-12-31` }
    case setHours.name:
    case setRule.name: {
      const from = !payload.from || payload.from < today ? today : payload.from
      return { units: payload.unit ? [payload.unit] : [], from, to: endOf(from, payload.to ?? null) }
    }
    case announce.name:
      return { units: [], from: today, to: today }
    default:
      return { units: [SYSTEM], from: today, to: plusDays(today, AHEAD_DAYS) }
  }
}

function closureTouch(before: Configuration, after: Configuration, closing: string, today: Day): Touch {
  const units = new Set<UnitId>()
  const ends: Day[] = []
  for (const reading of [before, after]) {
    for (const rows of [...reading.all(exceptionFact), ...reading.all(cutFact)]) {
      for (const said of rows) {
        if (said.body.closing !== closing) continue
        units.add(said.unit)
        ends.push(said.from ?? today, endOf(said.from ?? today, said.to))
      }
    }
  }
  ends.sort()
  return { units: [...units], from: ends[0] ?? today, to: ends.at(-1) ?? today }
}

/** The places with hours of their own that items may touch, each with the days to look at. */
export interface Touched {
  readonly places: ReadonlyMap<UnitId, { readonly from: Day; readonly to: Day }>
  /** Places that the same set opens: there is nothing to compare them with. */
  readonly fresh: ReadonlySet<UnitId>
}

export function placesTouched(
  before: Configuration,
  after: Configuration,
  items: readonly Item[],
  today: Day,
): Touched {
  const places = new Map<UnitId, { from: Day; to: Day }>()
  const fresh = new Set<UnitId>()
  for (const item of items) {
    const { units, from, to } = touchOf(before, after, item, today)
    if (to < from) continue
    const tree = treeOn(after, from > today ? from : today)
    for (const id of units.flatMap(unit => unitsBelow(tree, unit))) {
      if (!hasTimes(tree.units.get(id))) continue
      if (before.of(unitFact, id).length === 0) {
        fresh.add(id)
        continue
      }
      const known = places.get(id) ?? { from, to }
      places.set(id, { from: known.from < from ? known.from : from, to: known.to > to ? known.to : to })
    }
  }
  return { places, fresh }
}

const hasTimes = (unit: Unit | undefined) =>
  unit !== undefined && !['system', 'group', 'library'].includes(unit.type) && needsHours(unit)
