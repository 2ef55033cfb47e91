import { plusDays } from '#core/draft.ts'
import { tagsIn } from './xml.ts'
import type { Cell } from './workbook.ts'

/** How a cell shows its number: as a day, a time, a percentage, or with so many digits that noughts stand before it. */
export interface NumberStyle { readonly shows: 'number' | 'day' | 'time' | 'percent'; readonly digits?: number }
export const NUMBERS: NumberStyle = { shows: 'number' }

/** The styles that cells name by number, as a book lists them. */
export function readStyles(part: string): NumberStyle[] {
  const written = new Map<number, string>()
  const styles: NumberStyle[] = []
  let within = false
  for (const { name, closes, attributes } of tagsIn(part)) {
    if (name === 'numFmt' && !closes) written.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
    if (name === 'cellXfs') within = !closes
    if (name === 'xf' && within && !closes) {
      const id = Number(attributes.get('numFmtId') ?? 0)
      styles.push(written.has(id) ? styleOf(written.get(id) ?? '') : builtIn(id))
    }
  }
  return styles
}

/** Formats that every spreadsheet has and no book lists: 14 to 17 and 22 are days, in some languages 27 to 36 and 50 to 58 too; 18 to 21 times. */
function builtIn(id: number): NumberStyle {
  if (id === 9 || id === 10) return { shows: 'percent' }
  const isDay = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  if (id >= 18 && id <= 21) return { shows: 'time' }
  return isDay ? { shows: 'day' } : NUMBERS
}

/** What a format shows, its colours, texts and signs of money left aside. */
function styleOf(format: string): NumberStyle {
  const first = format.replaceAll(/\[[^\]]*\]|"[^"]*"|\\.|_./g, '').split(';', 1)[0] ?? ''
  if (/^0{2,20}$/.test(first)) return { shows: 'number', digits: first.length }
  if (first.includes('%')) return { shows: 'percent' }
  // `m` alone is a month; beside hours and seconds it is minutes, and no day.
  const signs = first.replaceAll(/general|standaard|am\/pm|a\/p/gi, '')
  if (/[djya]/i.test(signs)) return { shows: 'day' }
  return /[hu]+:mm/i.test(signs) ? { shows: 'time' } : NUMBERS
}

/** Excel keeps fifteen digits, and writes what is left of reckoning behind them. */
const told = (value: number) => String(Number(value.toPrecision(15)))

/** What a number in a cell is, as the cell shows it. */
export function readNumber(text: string, { shows, digits = 0 }: NumberStyle, from1904: boolean): Cell {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(value)) return { unread: true }
  if (shows === 'percent') return `${told(value * 100)}%`
  if (shows === 'day') return dayOf(value, from1904)
  if (shows === 'time') return timeOf(value)
  return Number.isInteger(value) && value >= 0 ? told(value).padStart(digits, '0') : told(value)
}

/** A time is the part of a day that is gone by then. */
function timeOf(value: number): Cell {
  const minutes = Math.round((value - Math.floor(value)) * 24 * 60) % (24 * 60)
  return value < 0 || value >= 1 ? { unread: true } : [Math.floor(minutes / 60), minutes % 60].map(one => String(one).padStart(2, '0')).join(':')
}

const [FIRST, LAST] = [61, 73_050]

/** Days are counted from 1900, or in books that began on an old Mac from 1904; before March 1900 the count is wrong. */
function dayOf(value: number, from1904: boolean): Cell {
  const days = Math.floor(value) + (from1904 ? 1462 : 0)
  return days < FIRST || days > LAST ? { unread: true } : { day: plusDays('1899-12-30', days) }
}
