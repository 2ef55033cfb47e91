import { languages, type Language } from '#core/contract.ts'
import { regional } from '#console/time/day.ts'
import { text as en } from './text/en.ts'
import { text as fr } from './text/fr.ts'
import { text as nl, type Text } from './text/nl.ts'

const texts: Readonly<Record<Language, Text>> = { nl, en, fr }

/** The language that the console spoke last in this browser. */
export const language: Language = languages.find(one => one === localStorage.getItem('filiaal.language')) ?? 'nl'

export const say = (key: keyof Text, values: Readonly<Record<string, string | number>> = {}): string =>
  texts[language][key].replace(/%\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''))

/** "di 24 nov. 09:12": when the dates were made. */
export const sayMoment = (moment: string): string => new Intl.DateTimeFormat(regional(language), {
  weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Brussels',
}).format(new Date(moment))

export const sayTime = (moment: string): string => new Intl.DateTimeFormat(regional(language), {
  hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Brussels',
}).format(new Date(moment))
