import type { CalendarDay } from '../contract/arithmetic.ts'
import { firstHoursKinds, weekdays, type HoursKind, type Slot, type Weekday } from '../contract/hours.ts'
import { patternOf, type Deviation } from './pattern.ts'
import { spans } from './soundness.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const capital = (weekday: Weekday): string => weekday[0]!.toUpperCase() + weekday[1]!

/** `Mo-We,Fr`; every day of the week needs no name. */
const daysText = (named: readonly Weekday[]): string => {
  const groups: Weekday[][] = []
  for (const weekday of weekdays.filter(one => named.includes(one))) {
    const last = groups.at(-1)
    if (last && weekdays.indexOf(last.at(-1)!) === weekdays.indexOf(weekday) - 1) last.push(weekday)
    else groups.push([weekday])
  }
  return groups.map((group) => {
    const [first, last] = [capital(group[0]!), capital(group.at(-1)!)]
    if (group.length === 1) return first
    return `${first}${group.length > 2 ? '-' : ','}${last}`
  }).join(',')
}

const dateText = (from: string, to: string): string => {
  const said = (day: string) => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}`
  if (from === to) return `${from.slice(0, 4)} ${said(from)}`
  const year = from.slice(0, 4) === to.slice(0, 4) ? '' : `${to.slice(0, 4)} `
  return `${from.slice(0, 4)} ${said(from)}-${year}${said(to)}`
}

const timesText = (slots: readonly Slot[]): string => slots.length > 0 ? spans(slots) : 'off'
const quoted = (text: string): string => text === '' ? '' : ` "${text.replaceAll('"', '\'').replaceAll(/\s+/g, ' ')}"`

const weekText = (week: Readonly<Record<Weekday, readonly Slot[]>>): string[] => {
  const times = [...new Set(weekdays.map(weekday => spans(week[weekday])).filter(said => said !== ''))]
  return times.map((said) => {
    const named = weekdays.filter(weekday => spans(week[weekday]) === said)
    if (named.length === 7) return said === '00:00-24:00' ? '24/7' : said
    return `${daysText(named)} ${said}`
  })
}

const deviationText = ({ from, to, weekdays: named, slots, text }: Deviation): string => {
  const days = named && from !== to ? `${daysText(named)} ` : ''
  return `${dateText(from, to)} ${days}${timesText(slots)}${quoted(text)}`
}

/**
 * The OSM `opening_hours` value of explained days: the usual week, then periods with other hours, and
 * closings last, because in OSM the last rule that matches a day wins (a `PH off` before a summer rule
 * shows a library open on 21 July).
 */
export const osmOf = (days: readonly CalendarDay[], kinds: readonly HoursKind[] = firstHoursKinds): string => {
  const { week, periods, closings } = patternOf(days, kinds)
  const said = [...weekText(week), ...[...periods, ...closings].map(deviationText)]
  return said.length > 0 ? said.join('; ') : 'off'
}
