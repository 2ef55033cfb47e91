import { isDeepStrictEqual } from 'node:util'
import type { TSchema } from 'typebox'
import { languages, type Language, type Parameter, type Texts } from '#core/contract.ts'
import { faultsIn } from '#core/schema.ts'
import { nothingWords, unitNouns, yesAndNo, type Shape } from '../shown-value.ts'

/**
 * A value as people write it in a cell: `28`, `1,50`, `ja`, `28/28/0`, a choice by its name. What could be read back
 * as something else is written as JSON, so that a sheet that comes back unchanged changes nothing.
 */
export function cellOf(parameter: Parameter, value: unknown, language: Language): string {
  const text = print(parameter, value, language)
  const isPlain = text !== '' && text.trim() === text && !CONTROL.test(text)
  return isPlain && isDeepStrictEqual(readCell(parameter, text), value) ? text : JSON.stringify(value)
}

/** Signs that a spreadsheet changes on the way, all but the end of a line. */
const CONTROL = /[\p{Cc}--\n]/v

/** What a cell says; undefined when it is no such value at all. Whether it is within bounds, its schema says. */
export function readCell(parameter: Parameter, text: string): unknown {
  const { schema, fields, notation } = parameter
  const json = fromJson(text)
  if (json !== undefined) return json
  const said = notation?.parse(text)
  if (said !== undefined) return said
  if (notation) return firstFitting(schema, nothings(text))
  if (fields) return readFields(fields, schema, text)
  return firstFitting(schema, candidates(parameter, text))
}

const fromJson = (text: string): unknown => {
  if (!/^["[{]|^null$/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const firstFitting = (schema: TSchema, candidate: readonly unknown[]): unknown =>
  candidate.find(one => faultsIn(schema, one).length === 0) ?? (candidate.includes(null) ? null : candidate[0])

function print({ unit, choices, fields, notation }: Parameter, value: unknown, language: Language): string {
  if (notation && value !== null) return notation.print(value)
  if (!fields || value === null) return printPart({ unit, choices }, value, language)
  const parts = value as Readonly<Record<string, unknown>>
  return Object.entries(fields).flatMap(([name, field]) => parts[name] === undefined ? []
    : [`${field.title[language]}: ${printPart(field, parts[name], language)}`]).join('; ')
}

function printPart({ unit, choices }: Shape, value: unknown, language: Language): string {
  if (value === null) return choices?.['null']?.[language] ?? '-'
  if (typeof value === 'boolean') return (value ? yesAndNo.yes : yesAndNo.no)[language]
  if (Array.isArray(value)) return value.map(one => printPart({ unit: 'text', choices }, one, language)).join(', ')
  if (typeof value === 'number' && !choices?.[value]) return printNumber(unit === 'cents' ? (value / 100).toFixed(2) : String(value), language)
  return typeof value === 'string' || typeof value === 'number' ? choices?.[value]?.[language] ?? String(value) : ''
}

const printNumber = (text: string, language: Language) => language === 'en' ? text : text.replace('.', ',')

/** Everything that a cell may mean, the likeliest first. */
function candidates(shape: Shape, text: string): unknown[] {
  const { unit, choices } = shape
  const chosen = choiceOf(choices, text)
  if (unit === 'yes-no') return [...chosen, ...yesNo(text), ...nothings(text)]
  if (unit === 'codes') return [text.split(/[,;]/).map(one => one.trim()).filter(Boolean).map(one => choiceOf(choices, one)[0] ?? one)]
  if (unit === 'text' || unit === 'choice' || unit === 'fields') return [...chosen, text, ...nothings(text)]
  return [...chosen, ...numbers(shape, text), ...nothings(text)]
}

function readFields(fields: NonNullable<Parameter['fields']>, schema: TSchema, text: string): unknown {
  const parts: Record<string, unknown> = {}
  for (const part of text.split(';')) {
    const at = part.indexOf(':')
    const named = Object.entries(fields).find(([name, { title }]) => isCalled(part.slice(0, at), title, name))
    if (at < 0 || !named) return firstFitting(schema, nothings(text))
    const [name, field] = named
    const value = firstFitting(partSchema(schema, name), candidates(field, part.slice(at + 1).trim()))
    if (value === undefined) return undefined
    parts[name] = value
  }
  return parts
}

const partSchema = (schema: TSchema, name: string): TSchema =>
  (schema as { properties?: Record<string, TSchema> }).properties?.[name] ?? {}

function choiceOf(choices: Shape['choices'], text: string): unknown[] {
  if (text.length > LONGEST_TITLE) return []
  const found = Object.entries(choices ?? {}).find(([key, title]) => isCalled(text, title, key))
  if (!found) return []
  const [key] = found
  if (key === 'null') return [null]
  return [key, ...(key === 'true' || key === 'false' ? [key === 'true'] : []), ...(/^\d+$/.test(key) ? [Number(key)] : [])]
}

const spreadsheetYes = ['true', 'waar', 'vrai']
const spreadsheetNo = ['false', 'onwaar', 'faux']
/** Yes or no in any of the languages, or as a spreadsheet writes it. */
export function yesNo(text: string): boolean[] {
  const said = folded(text)
  const is = (words: Texts, more: readonly string[]) => Object.values(words).includes(said) || more.includes(said)
  if (is(yesAndNo.yes, spreadsheetYes)) return [true]
  return is(yesAndNo.no, spreadsheetNo) ? [false] : []
}

const NUMBER = /^([+-]?)(\d{1,12})(?:[.,](\d{1,6}))?$/

/** `28`, `28 dagen`, `1,50`, `€ 1.50`, `21 %`; a price has two decimals, so that 1.250 is not read as 1,25. */
function numbers({ unit }: Shape, text: string): number[] {
  if (text.length > 40) return []
  const bare = withoutUnit(unit, text)
  const said = NUMBER.exec(bare)
  if (!said) return []
  const [, sign, whole, decimals = ''] = said
  if (unit !== 'cents') return [Number(`${sign}${whole}.${decimals || '0'}`)]
  return decimals.length > 2 ? [] : [Number(`${sign}${whole}${decimals.padEnd(2, '0')}`)]
}

function withoutUnit(unit: Shape['unit'], text: string): string {
  if (unit === 'cents') return text.replace(/^(?:€|eur)\s*|\s*(?:€|eur|euro)$/i, '')
  if (unit === 'percent') return text.replace(/\s*%$/, '')
  const nouns = new Set(languages.flatMap(language => unitNouns[unit]?.[language] ?? []))
  const [, number, noun = ''] = /^(\S+)\s+(\S+)$/.exec(text) ?? []
  return number !== undefined && nouns.has(noun.toLowerCase()) ? number : text
}

const nothings = (text: string): null[] =>
  text === '-' || Object.values<string>(nothingWords).includes(folded(text)) ? [null] : []

/** Whether a text names something, by its title in any of the languages or by its key. */
const isCalled = (text: string, title: Texts, key: string) =>
  [key, ...Object.values(title)].some(name => folded(name) === folded(text))

const LONGEST_TITLE = 250

/** Capitals, kinds of apostrophe and of space make no difference. */
export const folded = (text: string) =>
  text.normalize('NFC').replaceAll(/[’‘`´]/g, '\'').replaceAll(/\s+/g, ' ').trim().toLowerCase()
