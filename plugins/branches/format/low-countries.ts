import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { Texts } from '#core/contract.ts'
import type { CalendarRule } from '../contract/calendar.ts'
import { weekdays, type HoursPlan, type Slot } from '../contract/hours.ts'
import { isDay, readClosing } from './low-countries-closing.ts'
import { closedPart, yearlyDay } from './low-countries-phrase.ts'
import { weekdayOf } from './pattern.ts'
import { reasons, type Reason } from './reason.ts'
import { join, refused, type Reading, type Remark, type Schedule } from './schedule.ts'
import { readSpans, weighed } from './soundness.ts'

/** What a row of `low-countries.json` says that a schedule does not keep. */
export const lowCountriesLeavesOut: readonly Texts[] = [
  { nl: 'Opmerkingen, publicatiedatum en de gedrukte weekdag blijven in het bestand.',
    en: 'Notes, the date of publication and the printed weekday stay in the file.',
    fr: 'Les remarques, la date de publication et le jour imprimé restent dans le fichier.' },
  { nl: '“Namiddag en avond” sluit vanaf 12 uur; “ochtend” tot 12 uur.',
    en: '“Afternoon and evening” shuts from noon; “morning” until noon.',
    fr: '« Après-midi et soir » : fermé à partir de midi ; « matin » : fermé jusqu’à midi.' },
  { nl: 'Een sluiting op elke weekdag van een periode wordt dag per dag gezet.',
    en: 'A closing on every such weekday of a period is set day by day.',
    fr: 'Une fermeture chaque semaine d’une période est notée jour par jour.' },
  { nl: 'Het bestand wordt alleen gelezen, niet geschreven.',
    en: 'The file is only read, not written.', fr: 'Le fichier est seulement lu, jamais écrit.' },
]

const Text = Type.String({ maxLength: 2000 })
const Week = Type.Partial(Type.Record(Type.Enum(weekdays), Type.Array(Text)))
const strict = { additionalProperties: false } as const
const Season = Type.Object({
  name: Type.Optional(Text), months: Type.Optional(Text), hours: Type.Optional(Week),
  periods: Type.Optional(Type.Array(Type.Tuple([Text, Text]))),
  dates: Type.Optional(Type.Record(Type.String(), Text)), firstSaturdayOfMonth: Type.Optional(Text),
}, strict)
const Row = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 120 }), name: Type.String({ minLength: 1, maxLength: 200 }),
  place: Type.String({ minLength: 1, maxLength: 120 }), country: Type.String({ minLength: 2, maxLength: 2 }),
  source: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })), note: Type.Optional(Text),
  published: Type.Optional(Text), validFrom: Type.Optional(Text), validTo: Type.Optional(Text),
  regular: Type.Optional(Week), unstaffed: Type.Optional(Week), seasons: Type.Optional(Type.Array(Season)),
  rules: Type.Optional(Type.Array(Type.Object({ on: Text, closed: Text }, strict))),
  closures: Type.Optional(Type.Array(Type.Object({
    date: Type.Optional(Text), from: Type.Optional(Text), to: Type.Optional(Text), every: Type.Optional(Text),
    reason: Type.Optional(Text), weekdayPrinted: Type.Optional(Text), weekdayTrue: Type.Optional(Text),
  }, strict))),
}, strict)
type Row = Static<typeof Row>
type Season = Static<typeof Season>
type Hours = Schedule['hours'][number]
type Found<T> = { readonly value: T } | { readonly field: string; readonly said: string; readonly reason: Reason }

const validity = ({ validFrom, validTo }: Row) => ({ from: validFrom ?? null, to: validTo ?? null })

const readWeek = (field: string, week: Static<typeof Week>): Found<HoursPlan['week']> => {
  const days: [string, Slot[]][] = []
  for (const weekday of weekdays) {
    const said = (week[weekday] ?? []).join(',')
    const slots = readSpans(said)
    if (!Array.isArray(slots)) return { field: `${field}.${weekday}`, said, reason: slots }
    if (week[weekday]) days.push([weekday, slots])
  }
  return { value: Object.fromEntries(days) as HoursPlan['week'] }
}

/** The page gives the whole week, so a weekday it leaves out is closed. */
const wholeWeek = (week: HoursPlan['week']): HoursPlan['week'] =>
  Object.fromEntries(weekdays.map(weekday => [weekday, week[weekday] ?? []]))

const monthsSeason = (months: string): { from: string; to: string } | undefined => {
  const found = /^(0[1-9]|1[0-2])-(0[1-9]|1[0-2])$/.exec(months)
  if (!found) return undefined
  const last = Temporal.PlainYearMonth.from(`2024-${found[2]}`).toPlainDate({ day: 31 })
  return { from: `${found[1]}-01`, to: last.toString().slice(5) }
}

const oneDay = (at: number, name: string | undefined) => ([day, said]: [string, string], nth: number): Found<Hours> => {
  const field = `seasons[${at}].dates.${day}`
  const slots = readSpans(said)
  if (!Array.isArray(slots)) return { field, said, reason: slots }
  if (!isDay(day)) return { field, said: day, reason: reasons.noSuchDay }
  const body: HoursPlan = { kind: 'staffed', layer: 'special', ...name && { name }, week: { [weekdayOf(day)]: slots } }
  return { value: { key: `staffed/special/${at + 1}-${nth + 1}`, from: day, to: day, body } }
}

const seasonPlans = (row: Row, season: Season, at: number): Found<Hours>[] => {
  const { name, months, periods, hours, dates, firstSaturdayOfMonth } = season
  const key = (slug: string) => `staffed/season/${at + 1}${slug}`
  const plans: Found<Hours>[] = []
  const when = months === undefined ? undefined : monthsSeason(months)
  if (months !== undefined && !when) {
    return [{ field: `seasons[${at}].months`, said: months, reason: reasons.unknownPhrase }]
  }
  const plan = { kind: 'staffed', layer: 'season', ...name && { name } } as const
  if (hours) {
    const week = readWeek(`seasons[${at}].hours`, hours)
    if ('reason' in week) return [week]
    const body: HoursPlan = { ...plan, ...when && { when: { season: when } }, week: wholeWeek(week.value) }
    if (!periods) plans.push({ value: { key: key(''), ...validity(row), body } })
    for (const [nth, [from, to]] of (periods ?? []).entries()) {
      const wrong = [from, to].find(day => !isDay(day))
      if (wrong !== undefined) {
        return [{ field: `seasons[${at}].periods`, said: wrong, reason: reasons.noSuchDay }]
      }
      plans.push({ value: { key: key(`-${nth + 1}`), from, to, body } })
    }
  }
  if (firstSaturdayOfMonth !== undefined) {
    const week = readWeek(`seasons[${at}].firstSaturdayOfMonth`, { sa: [firstSaturdayOfMonth] })
    if ('reason' in week) return [week]
    const body: HoursPlan = { ...plan, order: 1, when: { ...when && { season: when }, nth: [1] }, week: week.value }
    plans.push({ value: { key: key('-first-saturday'), ...validity(row), body } })
  }
  return [...plans, ...Object.entries(dates ?? {}).map(oneDay(at, name))]
}

const readHours = (row: Row): Found<Hours>[] => [
  ...(['regular', 'unstaffed'] as const).flatMap((field): Found<Hours>[] => {
    if (!row[field]) return []
    const week = readWeek(field, row[field])
    if ('reason' in week) return [week]
    const kind = field === 'regular' ? 'staffed' : 'unstaffed'
    const body: HoursPlan = { kind, layer: 'regular', week: wholeWeek(week.value) }
    return [{ value: { key: `${kind}/regular`, ...validity(row), body } }]
  }),
  ...(row.seasons ?? []).flatMap((season, at) => seasonPlans(row, season, at)),
]

const slug = (phrase: string): string => phrase.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

const readRules = (row: Row): Found<Schedule['rules'][number]>[] => (row.rules ?? []).map(({ on, closed }, at) => {
  const [day, part] = [yearlyDay(on), closedPart(closed)]
  if (!day) return { field: `rules[${at}].on`, said: on, reason: reasons.unknownPhrase }
  if (!part) return { field: `rules[${at}].closed`, said: closed, reason: reasons.unknownPhrase }
  const body: CalendarRule = part === 'all day' ? { on: day, kind: 'G', text: '' } : { on: day, cut: part, text: '' }
  return { value: { key: slug(on), ...validity(row), body } }
})

const parts = <T>(found: readonly Found<T>[], row: string): { values: T[]; faults: Remark[] } => ({
  values: found.flatMap(one => 'value' in one ? [one.value] : []),
  faults: found.flatMap(one => 'reason' in one ? [{ row, field: one.field, value: one.said, reason: one.reason }] : []),
})

const badDate = (row: Row): Remark[] => (['validFrom', 'validTo'] as const).flatMap((field) => {
  const day = row[field]
  if (day === undefined || isDay(day)) return []
  return [{ row: row.id, field, value: day, reason: reasons.noSuchDay }]
})

const readRow = (given: unknown, at: number): Reading => {
  if (!Value.Check(Row, given)) {
    const id = typeof given === 'object' && given !== null && 'id' in given ? String(given.id) : String(at + 1)
    const first = Value.Errors(Row, given)[0]
    return refused(id, first?.instancePath ?? 'row', first?.message, reasons.unreadable)
  }
  const { id: row, name, place, country, source } = given
  const [hours, rules] = [parts(readHours(given), row), parts(readRules(given), row)]
  const closings = (given.closures ?? []).map((closing, nth) => readClosing(row, nth, closing))
  const faults = [...badDate(given), ...hours.faults, ...rules.faults, ...closings.flatMap(one => one.faults)]
  if (faults.length > 0) return { schedules: [], faults, doubts: [] }
  const schedule: Schedule = {
    row, ...source && { source }, unit: { name, city: place, country }, hours: hours.values, rules: rules.values,
    exceptions: closings.flatMap(one => one.exceptions), cuts: closings.flatMap(one => one.cuts),
  }
  const said = schedule.hours.length + schedule.rules.length + schedule.exceptions.length + schedule.cuts.length
  if (said === 0) return refused(row, 'row', given.note, reasons.nothingToCarry)
  return weighed(schedule, closings.flatMap(one => one.doubts))
}

/** Rows of `low-countries.json`: hours, seasons, yearly rules in English phrases, and closings. */
export const readLowCountries = (content: string): Reading => {
  let rows: unknown
  try { rows = JSON.parse(content) } catch { return refused(0, 'file', content.slice(0, 80), reasons.unreadable) }
  if (!Array.isArray(rows)) return refused(0, 'file', content.slice(0, 80), reasons.unreadable)
  return join(rows.map(readRow))
}
