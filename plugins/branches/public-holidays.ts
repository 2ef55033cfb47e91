import type { Day, Language } from '#core/contract.ts'
import { folded, type Land } from './land.ts'

export interface Holiday {
  readonly day: Day
  readonly name: string
  /** Kept in a part of the country only, such as 11 July in Flanders. */
  readonly regional: boolean
}

const known = new Map<string, Promise<readonly Holiday[]>>()

/**
 * The public holidays of a country, and the days of the parts that a library lies in; none for a country
 * nobody knows. The list is big, so it is read when first asked for.
 */
export function publicHolidays(land: Land, year: number, language: Language): Promise<readonly Holiday[]> {
  const name = `${land.country}/${land.states.join('+')}/${year}/${language}`
  const holidays = known.get(name) ?? read(land, year, language)
  if (known.size > 200) known.clear()
  known.set(name, holidays)
  return holidays
}

async function read({ country, states }: Land, year: number, language: Language): Promise<readonly Holiday[]> {
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays()
  if (!Object.hasOwn(calendar.getCountries(), country)) return []
  const daysOf = (state?: string) => {
    if (state === undefined) calendar.init(country)
    else calendar.init(country, state)
    calendar.setLanguages([language, 'en'])
    return calendar.getHolidays(year).map(({ date, name, type }) => ({ day: date.slice(0, 10), name, type }))
  }
  const everywhere = daysOf()
  const usual = new Set(everywhere.map(({ day, name }) => `${day} ${name}`))
  // Belgian communities keep their days without a law that makes them public.
  const isKept = (day: Day, name: string, type: string) =>
    type === 'public' || (country === 'BE' && !usual.has(`${day} ${name}`))
  const found = new Map<Day, Holiday>()
  for (const { day, name, type } of everywhere) {
    if (type === 'public' && !found.has(day)) found.set(day, { day, name, regional: false })
  }
  const parts = Object.entries(calendar.getStates(country) ?? {})
  const codeOf = (state: string) =>
    parts.find(([code, name]) => code === state || folded(name).endsWith(folded(state)))?.[0]
  for (const code of states.map(codeOf).filter(code => code !== undefined)) {
    for (const { day, name, type } of daysOf(code)) {
      if (isKept(day, name, type) && !found.has(day)) found.set(day, { day, name, regional: true })
    }
  }
  return [...found.values()].sort((a, b) => a.day.localeCompare(b.day))
}
