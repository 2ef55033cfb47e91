import { languages, type Day, type Language, type Texts } from './contract.ts'
import type { Fault } from './refusal.ts'

const locales: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE' }
const formats = Object.fromEntries(languages.map(language => [
  language, new Intl.DateTimeFormat(
    locales[language], { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }
  ),
])) as Record<Language, Intl.DateTimeFormat>

/** One text per language, each made by the same pen. */
export const inEach = (write: (language: Language) => string): Texts =>
  Object.fromEntries(languages.map(language => [language, write(language)])) as Record<Language, string>

const DAYS_KEPT = 1000
const written = new Map<string, string>()

/** `24 december 2026`; a set of a thousand items names the same day in every sentence, and it is written once. */
export function dayIn(language: Language, day: Day): string {
  const name = `${language} ${day}`
  const known = written.get(name)
  if (known !== undefined) return known
  const words = formats[language].format(Date.parse(`${day}T00:00Z`))
  if (written.size >= DAYS_KEPT) written.clear()
  written.set(name, words)
  return words
}

const amounts = Object.fromEntries(languages.map(language => [
  language, new Intl.NumberFormat(`${language}-BE`, { style: 'currency', currency: 'EUR' }),
])) as Record<Language, Intl.NumberFormat>

/** `€ 12,50`. */
export const moneyIn = (language: Language, cents: number) => amounts[language].format(cents / 100)

const since = { nl: 'vanaf', en: 'from', fr: 'à partir du' } as const
/** `vanaf 24 december 2026`. */
export const sinceDay = (language: Language, day: Day) => `${since[language]} ${dayIn(language, day)}`

/** `A, B en C`; many names end in a count. */
export function listed(language: Language, names: readonly string[], shown = 5): string {
  const left = names.length - shown
  const others = { nl: `${left} andere`, en: `${left} others`, fr: `${left} autres` }[language]
  const told = left > 1 ? [...names.slice(0, shown), others] : names
  const and = { nl: 'en', en: 'and', fr: 'et' }[language]
  return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} ${and} ${told.at(-1)}`
}

export const fault = (code: string, pointer: string, nl: string, en: string, fr: string): Fault =>
  ({ code, pointer, message: { nl, en, fr } })
