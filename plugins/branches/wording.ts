import type { Day, Language, Texts } from '#core/contract.ts'
import type { Slot } from './contract/hours.ts'

const locales: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE' }
type Width = 'long' | 'short' | 'number'

const formats = new Map<string, Intl.DateTimeFormat>()
const written = new Map<string, string>()

function formatOf(language: Language, width: Width): Intl.DateTimeFormat {
  const name = `${language}/${width}`
  const format =
    formats.get(name)
    ?? new Intl.DateTimeFormat(locales[language], {
      timeZone: 'UTC',
      day: 'numeric',
      year: 'numeric',
      ...(width === 'long' && { weekday: 'long', month: 'long' }),
      ...(width === 'short' && { month: 'long' }),
      ...(width === 'number' && { month: 'numeric' }),
    })
  formats.set(name, format)
  return format
}

/** `donderdag 24 december 2026`; short: `24 december 2026`. */
export function dayIn(language: Language, day: Day, width: Width = 'long'): string {
  const name = `${language}/${width}/${day}`
  const known = written.get(name)
  if (known !== undefined) return known
  if (written.size > 5000) written.clear()
  const text = formatOf(language, width)
    .format(Date.parse(`${day}T00:00Z`))
    .replace(/^(\w+day),/, '$1')
    .replace(/(?<!\d)1 (?=\p{L})/u, language === 'fr' ? '1er ' : '1 ')
  written.set(name, text)
  return text
}

/** `op 24 december` or `van … tot en met …`; without an end: until further notice. */
export function period(language: Language, from: Day | null, to: Day | null, width: Width = 'long'): string {
  const [first, last] = [from && dayIn(language, from, width), to && dayIn(language, to, width)]
  if (first && first === last) return { nl: `op ${first}`, en: `on ${first}`, fr: `le ${first}` }[language]
  if (first && last)
    return {
      nl: `van ${first} tot en met ${last}`,
      en: `from ${first} up to and including ${last}`,
      fr: `du ${first} au ${last} inclus`,
    }[language]
  if (first) return { nl: `vanaf ${first}`, en: `from ${first}`, fr: `à partir du ${first}` }[language]
  if (last)
    return { nl: `tot en met ${last}`, en: `up to and including ${last}`, fr: `jusqu’au ${last} inclus` }[
      language
    ]
  return { nl: 'altijd', en: 'always', fr: 'toujours' }[language]
}

const and = { nl: 'en', en: 'and', fr: 'et' } as const

/** `A`, `A en B`, `A, B en C`, `A, B en 1.298 andere`. */
export function listed(language: Language, names: readonly string[], shown = 3): string {
  const left = names.length - shown
  const told = left > 1 ? [...names.slice(0, shown - 1), others(language, left + 1)] : names
  return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} ${and[language]} ${told.at(-1)}`
}

const others = (language: Language, count: number) =>
  ({
    nl: `${number(language, count)} andere`,
    en: `${number(language, count)} others`,
    fr: `${number(language, count)} autres`,
  })[language]

const numbers = {
  nl: new Intl.NumberFormat('nl-BE'),
  en: new Intl.NumberFormat('en-GB'),
  fr: new Intl.NumberFormat('fr-BE'),
}
export const number = (language: Language, count: number) => numbers[language].format(count)

/** `1 dag`, `3 dagen`. */
export const counted = (language: Language, count: number, one: Texts, many: Texts) =>
  `${number(language, count)} ${(Math.abs(count) === 1 ? one : many)[language]}`

/** `9:00–12:30, 14:00–18:00`. */
export const slotsIn = (slots: readonly Slot[]) =>
  slots.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ')
export const clock = (time: string) => time.replace(/^0(?=\d:)/, '')

/** A public text as the tail of a sentence: `: kerstavond`, or nothing. */
export const because = (text: string, language: Language) =>
  text.trim() ? `${colon(language)} ${text.trim()}` : ''

/** A colon as the language sets it. */
export const colon = (language: Language) => (language === 'fr' ? ' :' : ':')
