import { readDayOfYear, typedDayOfYear } from '../time/day-of-year.ts'
import type { Shape } from './shape.ts'
import { readTyped, typedOf, type Read, type Typed } from './typed.ts'

/** Something to fill in, of a ready-made change or a form. */
export interface Blank extends Shape {
  readonly name: string
  readonly title: string
  readonly default?: unknown
  /** It is filled with codes of this list: `membership`, `material`. */
  readonly codes?: string
  /** It is a day of every year: `07-01`. */
  readonly everyYear?: boolean
}

/** What stands in the blanks before anything is typed. */
export const typedBlanks = ({ blanks }: { readonly blanks: readonly Blank[] }): Readonly<Record<string, Typed>> =>
  Object.fromEntries(blanks.map(blank => [blank.name, firstOf(blank)]))

/** What stands in one before anything is typed. */
export const firstOf = (blank: Blank): Typed => {
  if (blank.everyYear) return typedDayOfYear(typeof blank.default === 'string' ? blank.default : '')
  if (blank.codes !== undefined) return blank.default ?? (takesSeveral(blank) ? [] : '')
  return blank.default === undefined ? '' : typedOf(blank, blank.default)
}

/** Filled with codes it takes one of a list, or several. */
export const takesSeveral = ({ schema }: Blank) => (schema as { readonly type?: string }).type === 'array'

/** What was filled in as the value it stands for. */
export const readBlank = (blank: Blank, typed: Typed, language: string): Read => {
  if (blank.everyYear) {
    const day = readDayOfYear(typeof typed === 'string' ? typed : '', language)
    return day === null ? { wrong: 'dayOfYear' } : { value: day }
  }
  if (blank.codes === undefined) return readTyped(blank, typed)
  // No codes at all may mean every one; where it may not, the server says so.
  return typed === '' ? { wrong: 'choose' } : { value: typed }
}

/** All blanks by name; null while one of them is not right. */
export const readBlanks = (
  { blanks }: { readonly blanks: readonly Blank[] }, typed: Readonly<Record<string, Typed>>, language: string) => {
  const read = blanks.map(blank => [blank.name, readBlank(blank, typed[blank.name], language)] as const)
  return read.some(([, { wrong }]) => wrong !== undefined)
    ? null : Object.fromEntries(read.map(([name, { value }]) => [name, value]))
}
