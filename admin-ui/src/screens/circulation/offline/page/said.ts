import { languages, type Language } from '#core/contract.ts'
import { text as en } from './text/en.ts'
import { text as fr } from './text/fr.ts'
import { text as nl, type Text } from './text/nl.ts'

const texts: Readonly<Record<Language, Text>> = { nl, en, fr }

/** The language that the console spoke last in this browser. */
export const language: Language = languages.find(one => one === localStorage.getItem('filiaal.language')) ?? 'nl'

export const say = (key: keyof Text, values: Readonly<Record<string, string | number>> = {}): string =>
  texts[language][key].replace(/%\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''))
