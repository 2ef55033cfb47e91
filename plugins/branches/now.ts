import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { corePermissions } from '#core/contract/permission.ts'
import { SYSTEM, treeOn, unitsBelow, type Unit } from '#core/unit.ts'
import { isPublic, needsHours } from '#plugins/units/index.ts'
import { libraryAbove } from './branch.ts'
import { calendarSource } from './calendar-source.ts'
import { comingDays, type Coming } from './coming.ts'
import { yearFact } from './contract/calendar.ts'
import type { NowRow } from './contract/answers.ts'
import type { CalendarSource } from './contract/arithmetic.ts'
import { hoursWarning, provisionalReminder, roundMonth } from './contract/parameter.ts'
import { remindedFact } from './contract/urgent-message.ts'
import { numberOf } from './day-number.ts'
import { localTime, type LocalTime } from './local-time.ts'
import { statusAt, type Status } from './moment.ts'
import { urgentMessage } from './public-place.ts'

const placeTypes = new Set(['branch', 'bookmobile', 'stop'])

/** Every branch, bookmobile and stop in a unit and within the caller's reach, as it stands this minute. */
export function nowRows(ctx: Context, within: UnitId): NowRow[] {
  const { configuration } = ctx
  const today = ctx.today()
  const tree = treeOn(configuration, today)
  const roots = ctx.rights.unitsOf(corePermissions.see)
  const reached = roots.includes(SYSTEM) ? undefined : new Set(roots.flatMap(root => unitsBelow(tree, root)))
  const zones = new Map<string, LocalTime>()
  const years = new Map<UnitId, NowRow['confirms']>()
  const rows: NowRow[] = []
  for (const id of unitsBelow(tree, within)) {
    const unit = tree.units.get(id)
    if (!unit || !placeTypes.has(unit.type) || (reached && !reached.has(id))) continue
    const source = calendarSource(configuration, id)
    const local = zones.get(source.timeZone) ?? localTime(ctx.now, source.timeZone)
    zones.set(source.timeZone, local)
    const library = libraryAbove(tree, id)
    rows.push(
      rowOf(ctx, {
        id,
        unit,
        source,
        local,
        today,
        library,
        years,
        libraryName: tree.units.get(library ?? '')?.name ?? '',
      }),
    )
  }
  return rows
}

interface Place {
  readonly id: UnitId
  readonly unit: Unit
  readonly source: CalendarSource
  readonly local: LocalTime
  readonly today: Day
  readonly library: UnitId | undefined
  readonly libraryName: string
  /** What each library has yet to confirm, found once. */
  readonly years: Map<UnitId, NowRow['confirms']>
}

function rowOf(ctx: Context, place: Place): NowRow {
  const { id, unit, source, local, today, library, libraryName } = place
  const { configuration, language } = ctx
  const coming = comingDays(configuration, source, today, language)
  const hasHours =
    (needsHours(unit) || unit.needsHours === undefined) && source.layers.some(({ hours }) => hours.length > 0)
  const status = hasHours ? statusNow(source, local) : undefined
  const confirms = !needsHours(unit) ? undefined : waitsFor(ctx, place, coming)
  const urgent = urgentMessage(configuration, id, today)
  return {
    id,
    code: unit.code,
    name: unit.name,
    type: unit.type,
    public: isPublic(unit),
    library: library ?? null,
    libraryName,
    state: status ? (status.open ? 'open' : 'closed') : 'none',
    ...(status?.until && { until: status.until }),
    ...(status?.opensAt && { opensAt: { day: status.opensAt.day, time: status.opensAt.time } }),
    ...(status?.reason && { reason: status.reason.text }),
    kind: coming.kind,
    hoursKinds: hasHours ? kindsNow(source, local) : [],
    ...(coming.nextChange && hasHours && { nextChange: coming.nextChange }),
    daysOfHoursLeft: hasHours ? coming.daysOfHoursLeft : null,
    hoursEndSoon:
      hasHours && coming.daysOfHoursLeft !== null && coming.daysOfHoursLeft <= ctx.parameter(hoursWarning, id),
    ...(needsHours(unit) && coming.gap && { gap: coming.gap }),
    provisional: coming.provisional,
    needsConfirming: confirms !== undefined,
    ...(confirms && { confirms }),
    ...(urgent !== undefined && { urgent }),
  }
}

interface Kept {
  readonly minute: number
  readonly status: Status
  /** The kinds that run now without counting as open; looked for when first asked. */
  besides?: readonly string[]
}
const statuses = new WeakMap<CalendarSource, Kept>()

/** Doors open and shut on the minute, so an answer holds for the rest of it. */
export const statusNow = (source: CalendarSource, local: LocalTime): Status => keptNow(source, local).status

function keptNow(source: CalendarSource, local: LocalTime): Kept {
  const minute = Math.floor(local.epochMs / 60_000)
  const known = statuses.get(source)
  if (known?.minute === minute) return known
  const kept = { minute, status: statusAt(source, local) }
  statuses.set(source, kept)
  return kept
}

/** Also the kinds that do not count as open, where a place has any. */
function kindsNow(source: CalendarSource, local: LocalTime): string[] {
  const kept = keptNow(source, local)
  kept.besides ??= besides(source, local)
  return [...new Set([...kept.status.kinds, ...kept.besides])]
}

function besides(source: CalendarSource, local: LocalTime): readonly string[] {
  const others = source.hoursKinds.filter(
    ({ code, countsAsOpen }) =>
      !countsAsOpen && source.layers.some(({ hours }) => hours.some(({ body }) => body.kind === code)),
  )
  if (others.length === 0) return []
  return statusAt(source, local, { kinds: others.map(({ code }) => code), horizonDays: 1 }).kinds
}

/** A closure whose guessed end is near, else a year of its library that nobody has looked at. */
function waitsFor(ctx: Context, { id, today, library, years }: Place, { guessed }: Coming): NowRow['confirms'] {
  if (guessed) {
    const days = guessed.to === null ? 0 : numberOf(guessed.to) - numberOf(today)
    if (days <= ctx.parameter(provisionalReminder, id)) {
      return {
        ...(guessed.closing && { closing: guessed.closing }),
        ...(guessed.to !== null && { to: guessed.to }),
      }
    }
  }
  if (!library) return undefined
  if (!years.has(library)) years.set(library, yearToConfirm(ctx, library, today))
  return years.get(library)
}

function yearToConfirm(ctx: Context, library: UnitId, today: Day): NowRow['confirms'] {
  const now = Number(today.slice(0, 4))
  const asksNext = Number(today.slice(5, 7)) >= ctx.parameter(roundMonth, library)
  const confirmed = ctx.configuration.of(yearFact, library)
  const year = [now, ...(asksNext ? [now + 1] : [])].find(
    one => !confirmed.some(({ body }) => body.year === one),
  )
  if (year === undefined) return undefined
  const reminded = ctx.configuration.of(remindedFact, library).find(({ key }) => key === String(year))
  return { year, ...(reminded?.from && { remindedOn: reminded.from }) }
}
