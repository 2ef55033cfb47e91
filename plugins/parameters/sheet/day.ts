import { languages, type Day, type Season } from '#core/contract.ts'
import { isDay } from '../every-year.ts'
import { folded } from './cell.ts'

/** `24/12/2026`, as Belgians write a day. */
export const writtenDay = (day: Day) => day.split('-').toReversed().join('/')

const two = (digits: string | undefined = '') => digits.padStart(2, '0')
const whole = (year: string, month: string, date: string): Day | undefined => {
  const day = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(date)}`
  return isDay(day) ? day : undefined
}

/** Day before month, with any sign between, the year in two or four digits; or as `2026-12-24`, or with the month in words. */
export function readDay(text: string): Day | undefined {
  const said = folded(text)
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(said) ?? []
  if (year && month && date) return whole(year, month, date)
  const [, first, second, third] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})$/.exec(said) ?? []
  if (first && second && third) return whole(third, second, first)
  const [, one, word, last] = /^(\d{1,2})(?:er)? (\p{L}+)\.? (\d{4})$/u.exec(said) ?? []
  const named = word === undefined ? undefined : months.get(word)
  return one && last && named ? whole(last, named, one) : undefined
}

/** `12/24/2026`: what a spreadsheet set to American English makes of a day in a CSV file. */
export function isMonthFirst(text: string): boolean {
  const [, month = '', date = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(folded(text)) ?? []
  return whole(year, month, date) !== undefined
}

/** By its name in any of the languages, long or short, the number of a month. */
const months = new Map(languages.flatMap(language => (['long', 'short'] as const).flatMap(style => {
  const format = new Intl.DateTimeFormat(`${language}-BE`, { timeZone: 'UTC', month: style })
  return Array.from({ length: 12 }, (_, n): [string, string] =>
    [folded(format.format(Date.UTC(2025, n, 1))).replace('.', ''), two(String(n + 1))])
})))

/** `01/07 - 31/08`. */
export const writtenSeason = ({ from, to }: Season) => `${writtenDay(from)} - ${writtenDay(to)}`

/** Two days of every year, with a stroke or a word between. */
export function readSeason(text: string): Season | undefined {
  const [, date, month, lastDate, lastMonth] =
    /^(\d{1,2})[/.](\d{1,2})\s*(?:-|–|tot|tot en met|t\/m|to|until|au|jusqu'au)\s*(\d{1,2})[/.](\d{1,2})$/.exec(folded(text)) ?? []
  if (!date || !month || !lastDate || !lastMonth) return undefined
  const season = { from: `${two(month)}-${two(date)}`, to: `${two(lastMonth)}-${two(lastDate)}` }
  return [season.from, season.to].every(edge => isDay(`2024-${edge}`)) ? season : undefined
}
