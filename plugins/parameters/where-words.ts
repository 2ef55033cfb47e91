import { ANY, type Day, type Language, type Parameter, type Season, type UnitId, type Where } from '#core/contract.ts'
import type { Reading } from '#core/configuration.ts'
import { listed } from './list.ts'

const months = (['nl', 'en', 'fr'] as const).reduce((made, language) => ({
  ...made,
  [language]: new Intl.DateTimeFormat(`${language}-BE`, { timeZone: 'UTC', day: 'numeric', month: 'long' }),
}), {} as Record<Language, Intl.DateTimeFormat>)

/** `1 juli tot en met 31 augustus`. */
export function seasonWords({ from, to }: Season, language: Language): string {
  const [first, last] = [from, to].map(day => months[language].format(Date.parse(`2024-${day}T00:00Z`)))
  const words = { nl: 'elk jaar van {1} tot en met {2}', en: 'every year from {1} to {2}', fr: 'chaque année du {1} au {2}' }
  return words[language].replace('{1}', first ?? '').replace('{2}', last ?? '')
}

/** For whom and what a value holds: `60 Volwassene, DVD, elk jaar van 1 juli tot en met 31 augustus`; empty for all. */
export function whereWords(
  reading: Reading, { dimensions = [] }: Parameter, unit: UnitId, day: Day,
  { where = {}, season }: { readonly where?: Where | undefined; readonly season?: Season | undefined }, language: Language,
): string {
  const codes = dimensions.flatMap(({ name, codes: list }) => {
    const code = where[name] ?? ANY
    if (code === ANY) return []
    const said = listed(reading, list, unit, day).get(code)
    return [said ? `${code} ${said.name[language]}` : code]
  })
  return [...codes, ...(season ? [seasonWords(season, language)] : [])].join(', ')
}
