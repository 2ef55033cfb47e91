import { partOf, toldBy, type Shape, type ValueSchema } from './shape.ts'

/** What stands in the field of a value: text for what is typed, the value itself for what is picked. */
export type Typed = unknown
export type TypedParts = Readonly<Record<string, Typed>>
export type Links = Readonly<Record<string, string>>

/** A value that was typed, or what is wrong with it: the key of a message and what belongs in it. */
export type Read =
  | { readonly value: unknown; readonly wrong?: undefined }
  | { readonly value?: undefined; readonly wrong: string; readonly args?: Readonly<Record<string, string | number>> }

/** 150 as `1,50`. */
export const typedEuros = (cents: number) =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`

/** How a value stands in its field. */
export const typedOf = (shape: Shape, value: unknown): Typed => {
  const { form } = toldBy(shape)
  if (form === 'fields') {
    const parts = (value ?? {}) as Readonly<Record<string, unknown>>
    return Object.fromEntries(
      Object.keys(shape.fields ?? {}).map(name => [name, typedOf(partOf(shape, name), parts[name])]),
    )
  }
  if (form === 'several') {
    const several = Array.isArray(value) ? value.map(String) : []
    return shape.choices ? several : several.join(', ')
  }
  if (value === null || value === undefined) return form === 'links' ? {} : ''
  if (form === 'cents') return typedEuros(Number(value))
  if (form === 'number') return String(Number(value)).replace('.', ',')
  return value
}

/** What stands in a field of text. */
const textOf = (typed: Typed) => (typeof typed === 'string' || typeof typed === 'number' ? String(typed) : '')

/** What was typed as the value it stands for. */
export const readTyped = (shape: Shape, typed: Typed): Read => {
  const { form, schema, mayLack } = toldBy(shape)
  if (mayLack && typeof typed === 'string' && typed.trim() === '') return { value: null }
  switch (form) {
    case 'fields': return readParts(shape, (typed ?? {}) as TypedParts)
    case 'cents': return readCents(schema, textOf(typed))
    case 'number': return readNumber(schema, textOf(typed))
    case 'several': return readSeveral(schema, typed)
    case 'text': return readText(schema, textOf(typed))
    case 'links': return readLinks((typed ?? {}) as Links)
    case 'choice': return schema.enum?.some(one => one === typed) ? { value: typed } : { wrong: 'choose' }
    case 'yes-no': return typeof typed === 'boolean' ? { value: typed } : { wrong: 'choose' }
  }
}

/** Every part must be right; each says beside its own field what is not. */
const readParts = (shape: Shape, typed: TypedParts): Read => {
  const read = Object.keys(shape.fields ?? {}).map(name => [name, readTyped(partOf(shape, name), typed[name])] as const)
  if (read.some(([, { wrong }]) => wrong !== undefined)) return { wrong: 'parts' }
  return { value: Object.fromEntries(read.map(([name, { value }]) => [name, value])) }
}

const readNumber = (schema: ValueSchema, typed: string): Read => {
  const text = typed.trim()
  if (text === '') return { wrong: 'empty' }
  if (!/^-?\d+([.,]\d+)?$/.test(text)) return { wrong: 'number' }
  const number = Number(text.replace(',', '.'))
  if (schema.type === 'integer' && !Number.isInteger(number)) return { wrong: 'whole' }
  return within(schema, number, String)
}

const readCents = (schema: ValueSchema, typed: string): Read => {
  const text = typed.replace(/[€\s]/g, '')
  if (text === '') return { wrong: 'empty' }
  const parts = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text)
  if (!parts) return { wrong: 'euros' }
  return within(schema, Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')), typedEuros)
}

const within = ({ minimum, maximum }: ValueSchema, number: number, shown: (number: number) => string): Read => {
  const [from, to] = [minimum ?? -Infinity, maximum ?? Infinity]
  if (number >= from && number <= to) return { value: number }
  const wrong = minimum === undefined ? 'atMost' : maximum === undefined ? 'atLeast' : 'between'
  return { wrong, args: { from: shown(from), to: shown(to) } }
}

const readText = ({ minLength = 0, maxLength = Infinity }: ValueSchema, typed: string): Read => {
  const text = typed.trim()
  if (text.length < minLength) return { wrong: 'empty' }
  return text.length > maxLength ? { wrong: 'long', args: { to: maxLength } } : { value: text }
}

const readSeveral = ({ items }: ValueSchema, typed: Typed): Read => {
  const several = Array.isArray(typed) ? typed.map(String) : textOf(typed).split(/[\s,;]+/).filter(one => one !== '')
  if (items?.type !== 'integer' && items?.type !== 'number') return { value: [...new Set(several)] }
  const numbers = several.map(Number)
  return numbers.every(Number.isFinite) ? { value: [...new Set(numbers)] } : { wrong: 'number' }
}

const readLinks = (links: Links): Read => {
  const given = Object.entries(links).filter(([screen, url]) => screen !== '' && url.trim() !== '')
  return given.every(([, url]) => /^https?:\/\/\S+$/.test(url.trim()))
    ? { value: Object.fromEntries(given.map(([screen, url]) => [screen, url.trim()])) }
    : { wrong: 'link' }
}
