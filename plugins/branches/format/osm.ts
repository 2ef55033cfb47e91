import type { Texts } from '#core/contract.ts'
import type { CalendarRule, DayException } from '../contract/calendar.ts'
import { osmPlans, type HolidaySet } from './osm-plan.ts'
import { osmRules, type OsmRule } from './osm-rule.ts'
import { NotCarried } from './osm-tokens.ts'
import { reasons, type Reason } from './reason.ts'
import { join, refused, type Reading, type Schedule, type ScheduleUnit } from './schedule.ts'
import { weighed } from './soundness.ts'

export { osmOf } from './osm-writer.ts'

/** What an OSM `opening_hours` value leaves out, in either direction. */
export const osmLeavesOut: readonly Texts[] = [
  { nl: 'Openingen volgens zonsopgang, zonder einde of om de zoveel minuten worden geweigerd.',
    en: 'Times that follow the sun, have no end or repeat within a day are refused.',
    fr: 'Les heures solaires, sans fin ou répétées dans la journée sont refusées.' },
  { nl: 'Alleen de soorten uren die als open tellen worden geschreven, zonder de tekst bij een tijdslot.',
    en: 'Only kinds of hours that count as open are written, without the text of a slot.',
    fr: 'Seuls les types d’heures qui comptent comme ouverts sont écrits, sans le texte d’une plage.' },
  { nl: 'Uitzonderingen staan er per datum voor de gevraagde periode, ook wat elk jaar terugkeert.',
    en: 'Exceptions stand there by date for the period asked, also what comes back every year.',
    fr: 'Les exceptions y sont par date pour la période demandée, même ce qui revient chaque année.' },
  { nl: 'Het verschil tussen G en V, boetevrije dagen (B), interne redenen en voorlopige dagen gaan verloren.',
    en: 'The difference between G and V, fine-free days (B), internal reasons and provisional days are lost.',
    fr: 'La différence entre G et V, les jours B, les raisons internes et les jours provisoires sont perdus.' },
  { nl: 'OpenStreetMap aanvaardt hoogstens 255 tekens; een drukke kalender kan langer zijn.',
    en: 'OpenStreetMap accepts 255 characters at most; a busy calendar may be longer.',
    fr: 'OpenStreetMap accepte au plus 255 caractères ; un calendrier chargé peut être plus long.' },
  { nl: 'Weeknummers zonder jaar worden uitgeschreven voor 2020 tot en met 2040.',
    en: 'Week numbers without a year are written out for 2020 to 2040.',
    fr: 'Les numéros de semaine sans année sont développés de 2020 à 2040.' },
]

/** Far beyond OSM's own 255 characters, well below what would keep a server busy. */
const longest = 5000

const closes = ({ state, dates, days, times, join: mark }: OsmRule): boolean =>
  state === 'off' && dates.length > 0 && days.length === 0 && times.length === 0 && mark === 'replace'

const single = ({ season, from }: OsmRule['dates'][number]) => season && !from && season.from === season.to
const representable = (rule: OsmRule) => rule.dates.every(span =>
  span.easter !== undefined || single(span) || (span.from && !span.season && !span.everyWeeks))

const exceptionsOf = (rules: readonly OsmRule[]): Schedule['exceptions'] => rules.flatMap(rule =>
  rule.dates.flatMap(({ from, to, season }) => {
    if (!from || season) return []
    const body: DayException = { kind: 'G', text: rule.comment }
    return [{ key: 'day', from, to: to ?? from, body }]
  }))

const yearlyOf = (rules: readonly OsmRule[]): Schedule['rules'] => rules.flatMap(rule =>
  rule.dates.flatMap(({ easter, season, from }) => {
    if (from || (easter === undefined && !season)) return []
    const on = easter === undefined ? { date: season!.from } : { easter }
    const body: CalendarRule = { on, kind: 'G', text: rule.comment }
    return [{ key: `osm-${easter ?? season!.from}`, from: null, to: null, body }]
  }))

/**
 * The hours, rules and exceptions of one value. Closed dates at its end become exceptions or yearly
 * rules, with their comment as the public reason; whatever precedes them becomes plans.
 */
export const readOpeningHours = (value: string, setFor: HolidaySet = () => undefined):
Pick<Schedule, 'hours' | 'rules' | 'exceptions' | 'cuts'> | Reason => {
  if (value.length > longest) return reasons.tooLong
  try {
    const rules = osmRules(value)
    if (rules.some(rule => rule.comment.length > 250)) return reasons.tooLong
    const first = 1 + rules.findLastIndex(rule => !(closes(rule) && representable(rule)))
    const closings = rules.slice(first)
    return {
      hours: first > 0 ? osmPlans(rules.slice(0, first), setFor) : [],
      rules: yearlyOf(closings), exceptions: exceptionsOf(closings), cuts: [],
    }
  } catch (error) {
    if (error instanceof NotCarried) return error.reason
    throw error
  }
}

/** Codes of the day sets that stand for the public and school holidays of a country. */
export type HolidaysOf = (kind: 'PH' | 'SH', country: string | undefined) => string | undefined

const textOf = (row: Record<string, unknown>, field: string): string | undefined => {
  const value = row[field]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
const numberOf = (row: Record<string, unknown>, field: string): number | undefined =>
  typeof row[field] === 'number' ? row[field] : undefined

const unitOf = (row: Record<string, unknown>): ScheduleUnit | null => {
  const [isil, city, postalCode] = [textOf(row, 'isil'), textOf(row, 'city'), textOf(row, 'postcode')]
  const [country, lat, lon] = [textOf(row, 'country'), numberOf(row, 'lat'), numberOf(row, 'lon')]
  const name = textOf(row, 'name') ?? isil ?? textOf(row, 'osm')
  if (!name) return null
  return {
    name, ...isil && { isil }, ...city && { city }, ...postalCode && { postalCode }, ...country && { country },
    ...lat !== undefined && { lat }, ...lon !== undefined && { lon },
  }
}

const readRow = (given: unknown, row: number, holidaysOf: HolidaysOf): Reading => {
  if (typeof given !== 'object' || given === null) return refused(row, 'row', given, reasons.unreadable)
  const fields = given as Record<string, unknown>
  const value = textOf(fields, 'opening_hours')
  const unit = unitOf(fields)
  if (!unit) return refused(row, 'name', '', reasons.missingName)
  if (!value) return refused(row, 'opening_hours', fields['opening_hours'], reasons.nothingToCarry)
  const times = readOpeningHours(value, kind => holidaysOf(kind, unit.country))
  if ('code' in times) return refused(row, 'opening_hours', value, times)
  const osm = textOf(fields, 'osm')
  const source = osm ? { source: `https://www.openstreetmap.org/${osm}` } : {}
  return weighed({ row, ...source, unit, ...times })
}

/** A JSON list of OSM objects, each with `name` and `opening_hours`, as in the region's exports. */
export const readOsm = (content: string, holidaysOf: HolidaysOf = () => undefined): Reading => {
  let rows: unknown
  try { rows = JSON.parse(content) } catch { return refused(0, 'file', content.slice(0, 80), reasons.unreadable) }
  if (!Array.isArray(rows)) return refused(0, 'file', content.slice(0, 80), reasons.unreadable)
  return join(rows.map((row, at) => readRow(row, at + 1, holidaysOf)))
}
