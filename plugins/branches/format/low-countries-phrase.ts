import type { Cut, YearlyDay } from '../contract/calendar.ts'
import { weekdays, type Weekday } from '../contract/hours.ts'
import { dayAfter, weekdayOf } from './pattern.ts'

const english = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
  'november', 'december']
const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 }

/** Feasts named in English, counted from Easter Sunday. */
const feasts: Readonly<Record<string, number>> = {
  'good friday': -2, 'saturday before easter': -1, 'easter sunday': 0, 'easter monday': 1, 'ascension': 39,
  'ascension thursday': 39, 'friday after ascension': 40, 'saturday before whitsun': 48, 'whit sunday': 49,
  'whit monday': 50,
}

export const weekdayNamed = (name: string): Weekday | undefined => weekdays[english.indexOf(name.toLowerCase())]

/** How many days from Easter a feast lies that a closing gives as its whole reason. */
export const feastNamed = (reason: string): number | undefined => feasts[reason.toLowerCase()]

const monthDay = (text: string): string | undefined => {
  if (!/^(0[1-9]|1[0-2])-\d\d$/.test(text)) return undefined
  const parsed = Date.parse(`2024-${text}T00:00Z`)
  const exists = !Number.isNaN(parsed) && new Date(parsed).getUTCDate() === Number(text.slice(3))
  return exists ? text : undefined
}

const workingDay = (phrase: string): YearlyDay | undefined => {
  const found = /^(first|second|third) working day after (\d\d-\d\d)$/.exec(phrase)
  const after = found && monthDay(found[2]!)
  return after ? { workingDay: ordinals[found[1]!]!, after: dayAfter(`2024-${after}`).slice(5) } : undefined
}

const nthWeekday = (phrase: string): YearlyDay | undefined => {
  const found = /^(?:(\w+) after the )?(first|second|third|fourth|last) (\w+) of (\w+)$/.exec(phrase)
  const weekday = found && weekdayNamed(found[3]!)
  const month = found ? months.indexOf(found[4]!) + 1 : 0
  if (!found || !weekday || month === 0) return undefined
  const day = { nth: ordinals[found[2]!]!, weekday, month }
  if (!found[1]) return day
  const after = weekdayNamed(found[1])
  if (!after) return undefined
  return { ...day, plus: (weekdays.indexOf(after) - weekdays.indexOf(weekday) + 7) % 7 || 7 }
}

/** `01-01`, `Easter Monday`, `first working day after 01-01`, `Monday after the first Sunday of September`. */
export const yearlyDay = (given: string): YearlyDay | undefined => {
  const phrase = given.trim().toLowerCase()
  const date = monthDay(phrase)
  if (date) return { date }
  const feast = feasts[phrase]
  return feast === undefined ? workingDay(phrase) ?? nthWeekday(phrase) : { easter: feast }
}

/** `all day`, or the part of the day that is shut; morning and afternoon part at noon. */
export const closedPart = (phrase: string): 'all day' | Cut | undefined => {
  const parts: Readonly<Record<string, 'all day' | Cut>> = {
    'all day': 'all day',
    'morning': { from: '00:00', to: '12:00' },
    'afternoon and evening': { from: '12:00', to: '24:00' },
    'evening': { from: '18:00', to: '24:00' },
  }
  const from = /^from (\d\d:\d\d)$/.exec(phrase.trim())
  return from ? { from: from[1]!, to: '24:00' } : parts[phrase.trim().toLowerCase()]
}

const daysBetween = (from: string, to: string, named: readonly Weekday[]): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = dayAfter(day)) if (named.includes(weekdayOf(day))) days.push(day)
  return days
}

/** The single days of `Monday`, `Tuesday and Wednesday from 18:00`, `Friday in July and August 2023`. */
export const everyPhrase = (phrase: string, from?: string, to?: string): { days: string[]; cut?: Cut } | undefined => {
  const found = /^(\w+)(?: and (\w+))?(?: from (\d\d:\d\d))?(?: in (\w+)(?: and (\w+))? ((?:19|20)\d\d))?$/.exec(phrase)
  const named = [found?.[1], found?.[2]].filter(word => word !== undefined).map(weekdayNamed)
  if (!found || named.some(weekday => !weekday)) return undefined
  const [first, last] = [found[4], found[5] ?? found[4]].map(word => months.indexOf((word ?? '').toLowerCase()) + 1)
  const month = (n: number) => `${found[6]}-${String(n).padStart(2, '0')}`
  if (found[6] && (!first || !last)) return undefined
  const start = found[6] ? `${month(first!)}-01` : from
  const end = found[6] ? Temporal.PlainYearMonth.from(month(last!)).toPlainDate({ day: 31 }).toString() : to
  if (!start || !end || end > dayAfter(start, 3700)) return undefined
  return { days: daysBetween(start, end, named as Weekday[]), ...found[3] && { cut: { from: found[3], to: '24:00' } } }
}
