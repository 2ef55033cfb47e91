import type { Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, UnitId } from '#core/contract.ts'
import { nearest, treeOn, unitAt, unitsBelow, type Unit } from '#core/unit.ts'
import { calendarSource } from '../calendar-source.ts'
import type { CalendarSource } from '../contract/arithmetic.ts'
import type { FeedBranch, FeedLibrary } from '../contract/feed.ts'
import { icalOf } from '../format/ical.ts'
import { osmOf } from '../format/osm.ts'
import { schemaOrgOf, type Place } from '../format/schema-org.ts'
import { websiteOf } from '../format/website.ts'
import { localTime } from '../local-time.ts'
import { isPublic, urgentMessage } from '../public-place.ts'
import { closingsAhead, daysAhead, publicSource, publicTimes } from './public-calendar.ts'

/** One public place at this moment, with its calendar as the public may know it. */
export interface PublicPlace {
  readonly ctx: Context
  readonly id: UnitId
  readonly unit: Unit
  readonly today: Day
  readonly source: CalendarSource
  readonly libraryId: UnitId | undefined
  readonly library: Unit | undefined
  readonly ahead: number
}

export function publicPlace(ctx: Context, id: UnitId, ahead: number): PublicPlace {
  const { configuration } = ctx
  const today = ctx.today(id)
  const libraryId = nearest(configuration, id, today, 'library')
  return {
    ctx,
    id,
    today,
    ahead,
    libraryId,
    library: libraryId === undefined ? undefined : unitAt(configuration, libraryId, today),
    unit: unitAt(configuration, id, today) as Unit,
    source: publicSource(calendarSource(configuration, id), ctx.now),
  }
}

/** The public branches and stops of a library. */
export function placesOf(ctx: Context, library: UnitId, ahead: number): PublicPlace[] {
  const today = ctx.today(library)
  const tree = treeOn(ctx.configuration, today)
  return unitsBelow(tree, library)
    .filter(id => {
      const type = tree.units.get(id)?.type
      return (
        (type === 'branch' || type === 'bookmobile' || type === 'stop')
        && isPublic(ctx.configuration, id, today)
      )
    })
    .map(id => publicPlace(ctx, id, ahead))
}

export function branchPage(place: PublicPlace): FeedBranch {
  const { ctx, id, unit, library, source, today, ahead } = place
  const urgent = urgentMessage(ctx.configuration, id, today)
  return {
    code: unit.code,
    name: unit.name,
    type: unit.type,
    timeZone: source.timeZone,
    ...(library && library !== unit && { library: library.name, libraryCode: library.code }),
    ...(unit.address && { address: unit.address }),
    ...(unit.coordinates && { coordinates: unit.coordinates }),
    ...(unit.website !== undefined && { website: unit.website }),
    ...(unit.isil !== undefined && { isil: unit.isil }),
    ...publicTimes(source, localTime(ctx.now, source.timeZone), today, ahead, ctx.language),
    ...(urgent !== undefined && { urgent }),
  }
}

export function libraryPage(place: PublicPlace, branches: readonly PublicPlace[]): FeedLibrary {
  const { ctx, id, unit, today } = place
  const urgent = urgentMessage(ctx.configuration, id, today)
  return {
    code: unit.code,
    name: unit.name,
    ...(unit.isil !== undefined && { isil: unit.isil }),
    ...(unit.website !== undefined && { website: unit.website }),
    ...(urgent !== undefined && { urgent }),
    branches: branches.map(branchPage),
  }
}

export function jsonLd(place: PublicPlace, address: string) {
  const { unit, library, source, today, ahead } = place
  const about: Place = {
    id: address,
    name: unit.name,
    ...(unit.website !== undefined && { url: unit.website }),
    ...(unit.address && { address: unit.address }),
    ...(unit.coordinates && { coordinates: unit.coordinates }),
    ...(library && library !== unit && { parent: library.name }),
  }
  return schemaOrgOf(
    about,
    daysAhead(source, today, ahead).filter(({ day }) => day >= today),
    source.hoursKinds,
  )
}

/** The usual week is only seen over weeks; a year shows its seasons too. */
const YEAR_DAYS = 365

export const osmValue = ({ source, today }: PublicPlace) =>
  osmOf(
    daysAhead(source, today, YEAR_DAYS).filter(({ day }) => day >= today),
    source.hoursKinds,
  )

export const calendarFile = ({ ctx, id, unit, source, today }: PublicPlace, ahead: number) =>
  icalOf(closingsAhead(source, daysAhead(source, today, ahead), today), {
    unit: { id, name: unit.name },
    language: ctx.language,
    timeZone: source.timeZone,
    version: newest(source),
    stamp: `${today}T00:00:00Z`,
  })

/** The version of the latest word in a calendar: it grows when, and only when, that calendar may have changed. */
const newest = ({ layers }: CalendarSource) =>
  layers.reduce(
    (latest, { hours, rules, exceptions, cuts, years }) =>
      [...hours, ...rules, ...exceptions, ...cuts, ...years].reduce(
        (max, said) => Math.max(max, (said as Partial<Segment>).madeIn ?? 0),
        latest,
      ),
    0,
  )

/** One location in the shape that library websites read today. Source: domain/2 §9.2. */
export function websiteLocation({ ctx, id, unit, library, libraryId, source, today, ahead }: PublicPlace) {
  return {
    id,
    name: unit.name,
    parent: libraryId ?? null,
    'parent-name': library?.name ?? '',
    category: unit.type,
    'branch-number': unit.code,
    ...(unit.coordinates && { coordinates: unit.coordinates }),
    ...(unit.website !== undefined && { url: unit.website }),
    ...(unit.address && { address: unit.address }),
    ...websiteOf(daysAhead(source, today, ahead), today, {
      kinds: source.hoursKinds,
      language: ctx.language,
      lookAhead: ahead,
    }),
  }
}
