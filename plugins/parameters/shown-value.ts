import { languages, type Language, type Parameter, type ParameterField, type ParameterUnit, type Texts } from '#core/contract.ts'

export const yesAndNo = {
  yes: { nl: 'ja', en: 'yes', fr: 'oui' },
  no: { nl: 'nee', en: 'no', fr: 'non' },
} as const
export const nothingWords = { nl: 'niet ingevuld', en: 'not filled in', fr: 'non rempli' } as const
const entries = { nl: ['regel', 'regels'], en: ['entry', 'entries'], fr: ['ligne', 'lignes'] } as const
/** One and several of what a value is counted in. */
export const unitNouns: Partial<Record<ParameterUnit, Readonly<Record<Language, readonly [string, string]>>>> = {
  days: { nl: ['dag', 'dagen'], en: ['day', 'days'], fr: ['jour', 'jours'] },
  hours: { nl: ['uur', 'uur'], en: ['hour', 'hours'], fr: ['heure', 'heures'] },
  minutes: { nl: ['minuut', 'minuten'], en: ['minute', 'minutes'], fr: ['minute', 'minutes'] },
  months: { nl: ['maand', 'maanden'], en: ['month', 'months'], fr: ['mois', 'mois'] },
  years: { nl: ['jaar', 'jaar'], en: ['year', 'years'], fr: ['an', 'ans'] },
}

const counted = (count: number, [one, many]: readonly [string, string]) => `${count} ${count === 1 ? one : many}`

const inEuros = Object.fromEntries(languages.map(language => [
  language, new Intl.NumberFormat(`${language}-BE`, { style: 'currency', currency: 'EUR' }),
])) as Record<Language, Intl.NumberFormat>

/** `€ 1,50`. */
export const euros = (cents: number, language: Language) => inEuros[language].format(cents / 100)

/** What a part of a value, or a plain one, is counted in and called. */
export type Shape = { readonly unit: ParameterUnit; readonly choices?: Readonly<Record<string, Texts>> | undefined }

/** A value as people say it: `90 dagen`, `€ 0,10`, `ja`, `28/28/0`, `“Uitzonderlijk gesloten”`. */
export function shownValue({ unit, choices, fields, notation }: Parameter, value: unknown, language: Language): string {
  if (value === null || value === undefined) return nothing(choices, language)
  if (notation) return notation.print(value)
  if (unit === 'fields' && fields) return fieldsShown(fields, value as Readonly<Record<string, unknown>>, language)
  return shownPart({ unit, choices }, value, language)
}

/** “geen maximum”, where nothing has a name of its own. */
const nothing = (choices: Shape['choices'], language: Language) => (choices?.['null'] ?? nothingWords)[language]

/** One part of a value as people say it. */
export function shownPart({ unit, choices }: Shape, value: unknown, language: Language): string {
  if (value === null || value === undefined) return nothing(choices, language)
  if (typeof value === 'boolean') return (value ? yesAndNo.yes : yesAndNo.no)[language]
  const choice = typeof value === 'string' || typeof value === 'number' ? choices?.[value] : undefined
  if (choice) return choice[language]
  if (typeof value === 'number') {
    const noun = unitNouns[unit]
    if (noun) return counted(value, noun[language])
    if (unit === 'cents') return euros(value, language)
    return unit === 'percent' ? `${value} %` : String(value)
  }
  if (Array.isArray(value)) return value.map(one => choices?.[String(one)]?.[language] ?? String(one)).join(', ')
  if (typeof value === 'string') return language === 'fr' ? `« ${value} »` : `“${value}”`
  if (value === null) return nothing(choices, language)
  return counted(Object.keys(value ?? {}).length, entries[language])
}

/** A value that staff write in a notation, for who does not read that: `Bedrag: € 0,10, Boetevrije dagen: 1 dag`. */
export const spelledOut = ({ fields, notation }: Parameter, value: unknown, language: Language): { spelled?: string } =>
  notation && fields ? { spelled: fieldsShown(fields, value as Readonly<Record<string, unknown>>, language) } : {}

const fieldsShown = (fields: Readonly<Record<string, ParameterField>>, value: Readonly<Record<string, unknown>>, language: Language) =>
  Object.entries(fields).flatMap(([name, field]) => value[name] === undefined ? []
    : [`${field.title[language]}: ${shownPart(field, value[name], language)}`]).join(', ')
