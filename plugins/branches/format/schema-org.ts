import type { CalendarDay } from '../contract/arithmetic.ts'
import { firstHoursKinds, weekdays, type HoursKind, type Slot, type Weekday } from '../contract/hours.ts'
import { patternOf, type Deviation } from './pattern.ts'
import { spans } from './soundness.ts'

/*
 * Only written. schema.org cannot say: kinds of hours that do not count as open and the text of a slot;
 * days outside the period asked; the difference between G, V and B, and that a day is provisional.
 * A whole day open ends at 23:59, because search engines do not know 24:00.
 */

/** Where and what the branch is, for its JSON-LD. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly url?: string
  readonly telephone?: string
  readonly address?: {
    readonly street?: string
    readonly postalCode?: string
    readonly city?: string
    readonly country?: string
  }
  readonly coordinates?: { readonly lat: number; readonly lon: number }
  readonly parent?: string
}

export interface OpeningHoursSpecification {
  readonly '@type': 'OpeningHoursSpecification'
  readonly dayOfWeek?: readonly string[]
  /** Absent: closed. `closes` before `opens` lies past midnight. */
  readonly opens?: string
  readonly closes?: string
  readonly validFrom?: string
  readonly validThrough?: string
  readonly description?: string
}

export interface LibraryJsonLd {
  readonly '@context': 'https://schema.org'
  readonly '@type': 'Library'
  readonly '@id': string
  readonly name: string
  readonly openingHoursSpecification: readonly OpeningHoursSpecification[]
  readonly specialOpeningHoursSpecification: readonly OpeningHoursSpecification[]
  readonly [property: string]: unknown
}

const dayNames: Readonly<Record<Weekday, string>> = {
  mo: 'Monday', tu: 'Tuesday', we: 'Wednesday', th: 'Thursday', fr: 'Friday', sa: 'Saturday', su: 'Sunday',
}
const type = 'OpeningHoursSpecification' as const

/** schema.org knows no 24:00: a slot until midnight closes at 00:00, a whole day at 23:59. */
const timesOf = ({ from, to }: Slot): { opens: string; closes: string } => {
  const whole = from === '00:00' && (to === '24:00' || to === '00:00')
  return { opens: from, closes: whole ? '23:59' : to === '24:00' ? '00:00' : to }
}

const weekSpecifications = (week: Readonly<Record<Weekday, readonly Slot[]>>): OpeningHoursSpecification[] => {
  const times = [...new Set(weekdays.map(weekday => spans(week[weekday])).filter(said => said !== ''))]
  return times.flatMap((said) => {
    const named = weekdays.filter(weekday => spans(week[weekday]) === said)
    return week[named[0]!].map(slot =>
      ({ '@type': type, dayOfWeek: named.map(one => dayNames[one]), ...timesOf(slot) }))
  })
}

const special = ({ from, to, weekdays: named, slots, text }: Deviation): OpeningHoursSpecification[] => {
  const when = {
    '@type': type, ...named && from !== to && { dayOfWeek: named.map(one => dayNames[one]) },
    validFrom: from, validThrough: to, ...text !== '' && { description: text },
  }
  return slots.length === 0 ? [when] : slots.map(slot => ({ ...when, ...timesOf(slot) }))
}

const addressOf = (address: NonNullable<Place['address']>) => ({
  '@type': 'PostalAddress',
  ...address.street && { streetAddress: address.street }, ...address.postalCode && { postalCode: address.postalCode },
  ...address.city && { addressLocality: address.city }, ...address.country && { addressCountry: address.country },
})

/**
 * A branch as schema.org describes a Library: the usual week of the given days, and every day that
 * differs as a special specification. Where two specials name a day, the later one holds.
 */
export const schemaOrgOf = (
  place: Place, days: readonly CalendarDay[], kinds: readonly HoursKind[] = firstHoursKinds,
): LibraryJsonLd => {
  const { week, periods, closings } = patternOf(days, kinds)
  return {
    '@context': 'https://schema.org', '@type': 'Library', '@id': place.id, 'name': place.name,
    ...place.url && { url: place.url }, ...place.telephone && { telephone: place.telephone },
    ...place.address && { address: addressOf(place.address) },
    ...place.coordinates && {
      geo: { '@type': 'GeoCoordinates', 'latitude': place.coordinates.lat, 'longitude': place.coordinates.lon },
    },
    ...place.parent && { parentOrganization: { '@type': 'Library', 'name': place.parent } },
    'openingHoursSpecification': weekSpecifications(week),
    'specialOpeningHoursSpecification': [...periods, ...closings].flatMap(special),
  }
}
