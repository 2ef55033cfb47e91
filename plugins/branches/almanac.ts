import type { CalendarLayer, CalendarSource, Dated } from './contract/arithmetic.ts'
import type { CalendarRule, CutException, DayException, DayKind } from './contract/calendar.ts'
import { weekdays, type HoursPlan, type Slot } from './contract/hours.ts'
import { numberOfDate, type DayNumber } from './day-number.ts'
import { readRhythm, type ReadRhythm } from './rhythm.ts'
import { endless, stretchOf, type Stretch } from './stretch.ts'

/** What a unit says, during the days it is on the branch's path. */
export interface Said<T> extends Stretch {
  readonly unit: string
  readonly key: string
  /** How far the unit stands above the system, which is 0: of two, the higher is nearer to the branch. */
  readonly height: number
  readonly body: T
}

export type KindRule = Extract<CalendarRule, { kind: DayKind }>
export type CutRule = Exclude<CalendarRule, { kind: DayKind }>

export interface SaidException extends Said<DayException> {
  /** From this day on, nobody is sure that the closing still lasts. */
  readonly guessFrom: DayNumber
}

export interface SaidPlan extends Said<HoursPlan> {
  readonly when: ReadRhythm | undefined
  /** Monday first; undefined where the plan says nothing. */
  readonly week: readonly (readonly Slot[] | undefined)[]
}

/** One unit's word on the days it is on the path; nearest first within {@link Almanac}. */
export interface AlmanacLayer extends Stretch {
  readonly height: number
  readonly exceptions: readonly SaidException[]
  readonly cuts: readonly Said<CutException>[]
  readonly kindRules: readonly Said<KindRule>[]
  readonly cutRules: readonly Said<CutRule>[]
  /** Confirmed years, or null when this unit never confirms any. */
  readonly confirmed: readonly Stretch[] | null
}

export interface HoursOfKind {
  readonly kind: string
  readonly countsAsOpen: boolean
  /** The plan that wins comes first. */
  readonly plans: readonly SaidPlan[]
}

/** A calendar source read once: days are numbers, and whoever wins comes first. */
export interface Almanac {
  readonly layers: readonly AlmanacLayer[]
  readonly hours: readonly HoursOfKind[]
  readonly timeZone: string
}

const closing: Record<DayKind, number> = { G: 0, V: 1, B: 2, open: 3 }
const planLayer: Record<HoursPlan['layer'], number> = { special: 0, season: 1, regular: 2 }
const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Of several things one unit says about a day, the one that closes wins, then the first key. */
const byClosing = (a: Said<{ kind: DayKind }>, b: Said<{ kind: DayKind }>) =>
  closing[a.body.kind] - closing[b.body.kind] || byKey(a, b)

const almanacs = new WeakMap<CalendarSource, Almanac>()

/** The almanac of a source; a source is a value, so it is read once. */
export function almanacOf(source: CalendarSource): Almanac {
  const known = almanacs.get(source)
  if (known !== undefined) return known
  const almanac: Almanac = {
    layers: source.layers.map((layer, index) => readLayer(layer, source.layers.length - 1 - index)),
    hours: hoursIn(source),
    timeZone: source.timeZone,
  }
  almanacs.set(source, almanac)
  return almanac
}

const readLayers = new WeakMap<CalendarLayer, AlmanacLayer>()

/** Branches that share a layer, as all share the system's, share its reading. */
function readLayer(layer: CalendarLayer, height: number): AlmanacLayer {
  const known = readLayers.get(layer)
  if (known !== undefined && known.height === height) return known
  const present = stretchOf(layer)
  const rules = said(layer, height, present, layer.rules)
  const read: AlmanacLayer = {
    ...present,
    height,
    exceptions: said(layer, height, present, layer.exceptions)
      .map((one) => ({ ...one, guessFrom: guessFrom(one, layer) })).sort(byClosing),
    cuts: said(layer, height, present, layer.cuts).sort(byKey),
    kindRules: rules.filter((rule): rule is Said<KindRule> => 'kind' in rule.body).sort(byClosing),
    cutRules: rules.filter((rule): rule is Said<CutRule> => 'cut' in rule.body).sort(byKey),
    confirmed: layer.years.length === 0 ? null : said(layer, height, present, layer.years).map((one) => ({
      from: Math.max(one.from, numberOfDate(one.body.year, 1, 1)),
      to: Math.min(one.to, numberOfDate(one.body.year, 12, 31)),
    })),
  }
  readLayers.set(layer, read)
  return read
}

function said<T>(layer: CalendarLayer, height: number, present: Stretch, all: readonly Dated<T>[]): Said<T>[] {
  const result: Said<T>[] = []
  for (const one of all) {
    const period = stretchOf(one)
    const from = Math.max(period.from, present.from)
    const to = Math.min(period.to, present.to)
    if (from <= to) result.push({ unit: layer.unit, key: one.key, height, from, to, body: one.body })
  }
  return result
}

/** The last day of a closing whose end is a guess; all of it when no end was given at all. */
function guessFrom(one: Said<DayException>, layer: CalendarLayer): DayNumber {
  if (one.body.provisionalEnd !== true) return endless.to + 1
  let last = endless.from
  for (const other of layer.exceptions) {
    const same = one.body.closing === undefined ? other.body === one.body : other.body.closing === one.body.closing
    if (same) last = Math.max(last, stretchOf(other).to)
  }
  return last === endless.to ? one.from : last
}

const knownHours = new WeakMap<CalendarLayer['hours'], { source: CalendarSource; hours: HoursOfKind[] }>()

/** A closing leaves the hours alone, so they are read again only when some hours on the path changed. */
function hoursIn(source: CalendarSource): HoursOfKind[] {
  const nearest = source.layers.find(({ hours }) => hours.length > 0)
  if (nearest === undefined) return []
  const known = knownHours.get(nearest.hours)
  if (known !== undefined && sameHours(known.source, source)) return known.hours
  const hours = readHours(source)
  knownHours.set(nearest.hours, { source, hours })
  return hours
}

const sameHours = (a: CalendarSource, b: CalendarSource) =>
  a.hoursKinds === b.hoursKinds && a.daySets === b.daySets && a.layers.length === b.layers.length
  && a.layers.every((layer, n) => {
    const other = b.layers[n]
    return layer === other
      || (layer.hours === other?.hours && layer.unit === other.unit
        && layer.from === other.from && layer.to === other.to)
  })

function readHours(source: CalendarSource): HoursOfKind[] {
  const kinds = new Map<string, { countsAsOpen: boolean; plans: { plan: SaidPlan; began: DayNumber }[] }>()
  for (const { code, countsAsOpen } of source.hoursKinds) kinds.set(code, { countsAsOpen, plans: [] })
  source.layers.forEach((layer, index) => {
    const height = source.layers.length - 1 - index
    const present = stretchOf(layer)
    for (const dated of layer.hours) {
      const [clipped] = said(layer, height, present, [dated])
      if (clipped === undefined) continue
      const entry = kinds.get(dated.body.kind) ?? { countsAsOpen: false, plans: [] }
      kinds.set(dated.body.kind, entry)
      entry.plans.push({ plan: readPlan(clipped, source), began: stretchOf(dated).from })
    }
  })
  return [...kinds].filter(([, { plans }]) => plans.length > 0).map(([kind, { countsAsOpen, plans }]) => ({
    kind,
    countsAsOpen,
    plans: plans.sort((a, b) =>
      planLayer[a.plan.body.layer] - planLayer[b.plan.body.layer]
      || b.plan.height - a.plan.height
      || (b.plan.body.order ?? 0) - (a.plan.body.order ?? 0)
      || b.began - a.began
      || byKey(a.plan, b.plan)).map(({ plan }) => plan),
  }))
}

const readPlan = (plan: Said<HoursPlan>, source: CalendarSource): SaidPlan => ({
  ...plan,
  when: plan.body.when && readRhythm(plan.body.when, source.daySets),
  week: weekdays.map((weekday) => plan.body.week[weekday]),
})
