import type { CalendarLayer, CalendarSource, Dated } from '#plugins/branches/contract/arithmetic.ts'
import type {
  CalendarRule, CutException, DayException, DayKind, YearlyDay,
} from '#plugins/branches/contract/calendar.ts'
import { firstHoursKinds, type HoursPlan, type Slot, type Weekday } from '#plugins/branches/contract/hours.ts'

export const dated = <T>(body: T, from: string | null = null, to: string | null = from, key = 'day'): Dated<T> =>
  ({ key, from, to, body })
export const always = <T>(body: T, key = 'always'): Dated<T> => ({ key, from: null, to: null, body })

export const layer = (unit: string, says: Partial<CalendarLayer> = {}): CalendarLayer =>
  ({ unit, from: null, to: null, hours: [], rules: [], exceptions: [], cuts: [], years: [], ...says })

export const source = (layers: CalendarLayer[], says: Partial<CalendarSource> = {}): CalendarSource =>
  ({ layers, hoursKinds: firstHoursKinds, daySets: [], timeZone: 'Europe/Brussels', ...says })

/** `slots('10:00-12:00 15:30-20:00')` */
export const slots = (text: string): Slot[] => text.split(' ').filter(Boolean).map((one) => {
  const [from = '', to = ''] = one.split('-')
  return { from, to }
})

export const plan = (week: Partial<Record<Weekday, string>>, says: Partial<HoursPlan> = {}): HoursPlan => ({
  kind: 'staffed',
  layer: 'regular',
  ...says,
  week: Object.fromEntries(Object.entries(week).map(([weekday, text]) => [weekday, slots(text)])),
})

export const tuesdayToSaturday = plan({
  mo: '', tu: '10:00-18:00', we: '10:00-18:00', th: '10:00-18:00', fr: '10:00-18:00', sa: '10:00-16:00', su: '',
})
export const everyDay = plan({
  mo: '10:00-18:00', tu: '10:00-18:00', we: '10:00-18:00', th: '10:00-18:00', fr: '10:00-18:00',
  sa: '10:00-18:00', su: '10:00-18:00',
})

export const says = (
  kind: DayKind, from: string, to: string | null = from, more: Partial<DayException> = {},
): Dated<DayException> =>
  dated({ kind, text: 'gesloten', ...more }, from, to)
export const cutOn = (from: string, to: string, day: string, more: Partial<CutException> = {}): Dated<CutException> =>
  dated({ cut: { from, to }, text: 'korter open', ...more }, day, day, 'cut')
export const yearly = (on: YearlyDay, kind: DayKind, key: string = kind): Dated<CalendarRule> =>
  always({ on, kind, text: 'feestdag' }, key)
export const yearlyCut = (on: YearlyDay, from: string, to: string, key = 'cut'): Dated<CalendarRule> =>
  always({ on, cut: { from, to }, text: 'namiddag gesloten' }, key)
export const confirmed = (...years: number[]) =>
  years.map((year) => dated({ year }, `${year}-01-01`, `${year}-12-31`, String(year)))
