import type { Language, Parameter } from '#core/contract.ts'

const words = {
  yes: { nl: 'ja', en: 'yes', fr: 'oui' },
  no: { nl: 'nee', en: 'no', fr: 'non' },
  days: { nl: ['dag', 'dagen'], en: ['day', 'days'], fr: ['jour', 'jours'] },
  minutes: { nl: ['minuut', 'minuten'], en: ['minute', 'minutes'], fr: ['minute', 'minutes'] },
  entries: { nl: ['regel', 'regels'], en: ['entry', 'entries'], fr: ['ligne', 'lignes'] },
} as const

const counted = (count: number, [one, many]: readonly [string, string]) => `${count} ${count === 1 ? one : many}`

/** A value as people say it: `90 dagen`, `€ 0,10`, `ja`, `“Uitzonderlijk gesloten”`. */
export function shownValue({ unit, choices }: Parameter, value: unknown, language: Language): string {
  if (typeof value === 'boolean') return (value ? words.yes : words.no)[language]
  if (typeof value === 'number') {
    if (unit === 'days' || unit === 'minutes') return counted(value, words[unit][language])
    if (unit === 'cents') return new Intl.NumberFormat(
      `${language}-BE`, { style: 'currency', currency: 'EUR' }
    ).format(value / 100)
    return unit === 'percent' ? `${value} %` : String(value)
  }
  const choice = typeof value === 'string' && choices?.[value]
  if (choice) return choice[language]
  if (typeof value === 'string') return language === 'fr' ? `« ${value} »` : `“${value}”`
  return counted(Object.keys(value ?? {}).length, words.entries[language])
}
