import polyglotI18nProvider from 'ra-i18n-polyglot'
import type { TranslationMessages } from 'react-admin'
import { languages, type Language } from '#core/contract.ts'

/** Texts of one language: a tree of sentences. */
export interface Messages {
  readonly [key: string]: string | Messages
}

export const languageNames: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  en: 'English',
  fr: 'Français',
}

const found = import.meta.glob<Messages>(
  ['./**/messages/*.ts', './react-admin/*.ts', '../screens/**/messages/*.ts'],
  {
    import: 'messages',
  },
)

const loaded = new Map<Language, Messages>()

const join = (one: Messages, other: Messages): Messages => {
  const joined: Record<string, string | Messages> = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const before = joined[key]
    joined[key] = typeof before === 'object' && typeof value === 'object' ? join(before, value) : value
  }
  return joined
}

/** French sets a space before some signs, and a line never begins with one. */
const keptTogether = (messages: Messages): Messages => Object.fromEntries(
  Object.entries(messages).map(([key, text]) => [key, typeof text === 'string'
    ? text.replace(/ (?=[:;!?»])/g, '\u00A0').replaceAll('« ', '«\u00A0') : keptTogether(text)]))

/** Fetches all texts of one language: the shell's, react-admin's and those of every plugin's screens. */
export const loadMessages = async (language: Language): Promise<Messages> => {
  const known = loaded.get(language)
  if (known) return known
  const spaced = language === 'fr' ? keptTogether : (file: Messages) => file
  const files = Object.entries(found).filter(([path]) => path.endsWith(`/${language}.ts`))
  const messages = (await Promise.all(files.map(([, load]) => load()))).map(spaced).reduce(join, {})
  loaded.set(language, messages)
  document.documentElement.lang = language
  return messages
}

const isLanguage = (text: string | null): text is Language => languages.some(language => language === text)

/** The language this browser spoke last; Dutch for whoever never chose. */
export const firstLanguage = (): Language => {
  const kept = localStorage.getItem('filiaal.language')
  return isLanguage(kept) ? kept : 'nl'
}

export const keepLanguage = (language: Language) => {
  localStorage.setItem('filiaal.language', language)
  document.documentElement.lang = language
}

const messagesOf = (locale: string) => {
  const language = isLanguage(locale) ? locale : 'nl'
  return (loaded.get(language) ?? loadMessages(language)) as unknown as TranslationMessages
}

/** To be made once the texts of the first language are there. */
export const makeI18nProvider = () =>
  polyglotI18nProvider(
    messagesOf,
    firstLanguage(),
    languages.map(locale => ({ locale, name: languageNames[locale] })),
  )
