import ical, { ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator'
import type { Language, Texts } from '#core/contract.ts'
import type { Closing } from './closing.ts'
import { zoneOf } from './ical-zone.ts'
import { dayAfter } from './pattern.ts'

export { readIcal } from './ical-reader.ts'

/** What a calendar of closings leaves out, in either direction. */
export const icalLeavesOut: readonly Texts[] = [
  { nl: 'Alleen sluitingen (G en V) en halve dagen: geen openingsuren, boetevrije dagen of “toch open”.',
    en: 'Only closings (G and V) and half days: no opening hours, fine-free days or “open anyway”.',
    fr: 'Seules les fermetures (G et V) et demi-jours : ni heures, ni jours B, ni « ouvert quand même ».' },
  { nl: 'Een sluiting zonder einde wordt niet geschreven; herhaalde afspraken worden niet gelezen.',
    en: 'A closing without an end is not written; repeating events are not read.',
    fr: 'Une fermeture sans fin n’est pas écrite ; les évènements répétés ne sont pas lus.' },
  { nl: 'Het ogenblik van bekendmaking, de interne reden en het verlengen van uitleningen blijven in Filiaal.',
    en: 'The moment of publication, the internal reason and the extension of loans stay in Filiaal.',
    fr: 'Le moment de publication, la raison interne et la prolongation des prêts restent dans Filiaal.' },
]

/** What a closing without a public text is called. */
export const closedWord: Texts = { nl: 'Gesloten', en: 'Closed', fr: 'Fermé' }
const title: Readonly<Record<Language, (name: string) => string>> = {
  nl: name => `Sluitingsdagen ${name}`,
  en: name => `Closing days of ${name}`,
  fr: name => `Jours de fermeture de ${name}`,
}

export interface CalendarOf {
  readonly unit: { readonly id: string; readonly name: string }
  readonly language: Language
  readonly timeZone: string
  /** Grows with every change of the configuration: a reader replaces what it had. */
  readonly version: number
  /** When this was so, as an ISO moment; the same content must keep the same moment for its ETag. */
  readonly stamp: string
}

/** A library's own words may hold no line of their own in a calendar line. */
const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()

const eventOf = (closing: Closing, { unit, language, timeZone, version }: CalendarOf): ICalEventData => {
  const { from, to, cut, kind, text, provisional } = closing
  const end = cut?.to === '24:00' ? `${dayAfter(from)}T00:00` : `${from}T${cut?.to}`
  return {
    id: `${unit.id}-${from}${cut ? `-${cut.from.replace(':', '')}` : ''}@filiaal`,
    sequence: version,
    summary: oneLine(text) || closedWord[language],
    categories: [{ name: kind }],
    status: provisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
    ...cut
      ? {
          start: Temporal.PlainDateTime.from(`${from}T${cut.from}`), end: Temporal.PlainDateTime.from(end),
          timezone: timeZone,
        }
      : { start: Temporal.PlainDate.from(from), end: Temporal.PlainDate.from(dayAfter(to)), allDay: true },
  }
}

/**
 * Closings as an iCalendar to subscribe to. Whole days are dates without a time; only half days need
 * the zone. A closing keeps its UID as long as its first day stays.
 */
export const icalOf = (closings: readonly Closing[], about: CalendarOf): string => {
  const days = closings.map(({ from }) => from).toSorted()
  const timed = closings.some(({ cut }) => cut)
  const calendar = ical({
    name: title[about.language](about.unit.name),
    prodId: { company: 'Filiaal', product: 'closings', language: about.language.toUpperCase() },
    ttl: 60 * 60,
    ...timed && { timezone: { name: about.timeZone, generator: zone => zoneOf(zone, days[0]!, days.at(-1)!) } },
    events: closings.map(closing => eventOf(closing, about)),
  })
  // DTSTAMP must be in UTC (RFC 5545 §3.8.7.2); the generator writes it in the calendar's zone.
  const stamp = new Date(about.stamp).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  return calendar.toString().replaceAll(/^DTSTAMP:.*$/gm, `DTSTAMP:${stamp}Z`)
}
