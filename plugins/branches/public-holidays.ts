import type { Day, Language } from '#core/contract.ts'

export interface Holiday {
  readonly day: Day
  readonly name: string
}

const known = new Map<string, Promise<readonly Holiday[]>>()

/**
 * The public holidays of a country; none for a country nobody knows. The list is big, so it is read when
 * first asked for.
 */
export function publicHolidays(country: string, year: number, language: Language): Promise<readonly Holiday[]> {
  const name = `${country}/${year}/${language}`
  const holidays = known.get(name) ?? read(country, year, language)
  if (known.size > 200) known.clear()
  known.set(name, holidays)
  return holidays
}

async function read(country: string, year: number, language: Language): Promise<readonly Holiday[]> {
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays()
  if (!Object.hasOwn(calendar.getCountries(), country)) return []
  calendar.init(country)
  calendar.setLanguages([language, 'en'])
  const days = new Map<Day, string>()
  for (const { date, name, type } of calendar.getHolidays(year)) {
    const day = date.slice(0, 10)
    if (type === 'public' && !days.has(day)) days.set(day, name)
  }
  return [...days].map(([day, name]) => ({ day, name }))
}
