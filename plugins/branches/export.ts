import type { Configuration } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { treeOn, unitAt, unitsBelow, type Unit } from '#core/unit.ts'
import { isPublic } from '#plugins/units/index.ts'
import { libraryAbove } from './branch.ts'
import { calendarSource } from './calendar-source.ts'
import { explainDays } from './calendar.ts'
import { cutFact, exceptionFact, ruleFact } from './contract/calendar.ts'
import { hoursFact } from './contract/hours.ts'
import { closingsOf } from './format/closing.ts'
import { csvOf } from './format/csv.ts'
import { icalOf } from './format/ical.ts'
import { jsonOf } from './format/json.ts'
import { osmOf } from './format/osm.ts'
import type { Schedule, ScheduleUnit } from './format/schedule.ts'
import type { ExportFormat } from './import/file.ts'

interface Written {
  readonly type: string
  readonly name: string
  readonly content: string
}

const places = new Set<Unit['type']>(['branch', 'bookmobile', 'stop'])

/** The hours and closings of a unit and all below it, in a format that others read. */
export function written(ctx: Context, unit: UnitId, format: ExportFormat): Written {
  const today = ctx.today()
  const { configuration } = ctx
  const about = unitAt(configuration, unit, today)
  const name = (extension: string) => `${about?.code ?? 'filiaal'}-${today}.${extension}`
  switch (format) {
    case 'json':
      return {
        type: 'application/json; charset=utf-8',
        name: name('json'),
        content: jsonOf(ownSchedules(configuration, unit, today)),
      }
    case 'csv':
      return {
        type: 'text/csv; charset=utf-8',
        name: name('csv'),
        content: csvOf(schedulesInForce(configuration, unit, today)),
      }
    case 'osm':
      return {
        type: 'application/json; charset=utf-8',
        name: name('osm.json'),
        content: osmList(configuration, unit, today),
      }
    case 'ical':
      return {
        type: 'text/calendar; charset=utf-8',
        name: name('ics'),
        content: closingCalendar(ctx, unit, about?.name ?? '', today),
      }
  }
}

const period = <T>({ key, from, to, body }: { key: string; from: Day | null; to: Day | null; body: T }) => ({
  key,
  from,
  to,
  body,
})

/** What each unit says itself, higher units too: what is inherited is not said twice. */
function ownSchedules(configuration: Configuration, unit: UnitId, today: Day): Schedule[] {
  const tree = treeOn(configuration, today)
  return unitsBelow(tree, unit).flatMap(id => {
    const about = tree.units.get(id)
    const schedule = {
      hours: configuration.of(hoursFact, id).map(period),
      rules: configuration.of(ruleFact, id).map(period),
      exceptions: configuration.of(exceptionFact, id).map(period),
      cuts: configuration.of(cutFact, id).map(period),
    }
    if (!about || Object.values(schedule).every(rows => rows.length === 0)) return []
    return [
      {
        row: about.code,
        ...(about.source !== undefined && { source: about.source }),
        unit: unitOf(about, tree.units.get(libraryAbove(tree, id) ?? '')),
        ...schedule,
      },
    ]
  })
}

function unitOf(
  { name, code, isil, address, coordinates, ...unit }: Unit,
  library: Unit | undefined,
): ScheduleUnit {
  const { type } = unit
  return {
    name,
    ...((type === 'system' || type === 'group' || type === 'library') && { type }),
    code,
    ...(isil !== undefined && { isil }),
    ...(address?.city && { city: address.city }),
    ...(address?.postalCode && { postalCode: address.postalCode }),
    ...(address?.country && { country: address.country }),
    ...(coordinates && { lat: coordinates.lat, lon: coordinates.lon }),
    ...(library && library.code !== code && { authority: library.name }),
    public: isPublic({ name, code, ...unit }),
  }
}

const placesBelow = (configuration: Configuration, unit: UnitId, today: Day) => {
  const tree = treeOn(configuration, today)
  return unitsBelow(tree, unit).flatMap(id => {
    const about = tree.units.get(id)
    return about && places.has(about.type)
      ? [{ id, about, library: tree.units.get(libraryAbove(tree, id) ?? '') }]
      : []
  })
}

/** The regular hours that hold today, whoever said them. */
const schedulesInForce = (configuration: Configuration, unit: UnitId, today: Day): Schedule[] =>
  placesBelow(configuration, unit, today).map(({ id, about, library }) => ({
    row: about.code,
    unit: unitOf(about, library),
    rules: [],
    exceptions: [],
    cuts: [],
    hours: calendarSource(configuration, id)
      .layers.flatMap(({ hours }) => hours)
      .filter(({ from, to }) => (from === null || from <= today) && (to === null || to >= today))
      .map(period),
  }))

const osmList = (configuration: Configuration, unit: UnitId, today: Day) => {
  const rows = placesBelow(configuration, unit, today).map(
    ({ id, about: { name, code, isil, address, coordinates } }) => {
      const source = calendarSource(configuration, id)
      return {
        name,
        ref: code,
        ...(isil !== undefined && { isil }),
        ...(address?.city && { city: address.city }),
        ...(address?.postalCode && { postcode: address.postalCode }),
        ...(address?.country && { country: address.country }),
        ...coordinates,
        opening_hours: osmOf(explainDays(source, today, plusDays(today, 365)), source.hoursKinds),
      }
    },
  )
  return `${JSON.stringify(rows, null, 1)}\n`
}

function closingCalendar(ctx: Context, unit: UnitId, name: string, today: Day): string {
  const source = calendarSource(ctx.configuration, unit)
  const days = explainDays(source, `${today.slice(0, 4)}-01-01`, plusDays(today, 400))
  return icalOf(
    closingsOf(days, source.hoursKinds, { onlyOpen: source.layers.some(({ hours }) => hours.length > 0), whole: true }),
    {
      unit: { id: unit, name },
      language: ctx.language,
      timeZone: source.timeZone,
      version: ctx.configuration.version,
      stamp: `${today}T00:00:00Z`,
    },
  )
}
