import type { Reading } from '#core/configuration.ts'
import type { Day, Language, Limit } from '#core/contract.ts'
import type { Limits } from '#core/contract/rights.ts'
import type { Grant } from '#core/grant.ts'
import type { Registry } from '#core/registry.ts'
import { roleFact } from '#core/role.ts'
import { dayIn, listed, sinceDay } from '#core/wording.ts'
import { untilDay } from './account.ts'
import { nameAt } from './there.ts'

export type GrantTold = Omit<Grant, 'staff'>

/** "vestigingsbeheerder van Munkzwalm vanaf 1 december 2026, alleen daar (dagen dicht per keer: hoogstens 5)". */
export function grantWords(
  reading: Reading, registry: Registry, { role, unit, from, to, only, limits }: GrantTold, today: Day, language: Language
): string {
  const of = { nl: 'van', en: 'of', fr: 'de' }[language]
  const start = from !== null && from > today ? ` ${sinceDay(language, from)}` : ''
  const end = to === null ? '' : untilDay[language] + dayIn(language, to)
  const narrow = only ? { nl: ', alleen daar', en: ', there only', fr: ', là seulement' }[language] : ''
  const far = limitWords(registry, limits, language)
  const name = roleName(reading, role, language)
  return `${name} ${of} ${nameAt(reading, unit, today)}${start}${end}${narrow}${far && ` (${far})`}`
}

/** What a role is called, also one that has ended. */
export function roleName(reading: Reading, code: string, language: Language): string {
  const said = [...reading.all(roleFact)].flat().findLast(({ key }) => key === code)
  return said?.body.name[language] ?? code
}

/** "kwijt te schelden bedrag: hoogstens € 5,00; dagboeken: K001 en K002"; empty without limits. */
export function limitWords(registry: Registry, limits: Limits | undefined, language: Language): string {
  const known = new Map([...registry.permissions.values()].flatMap(({ limitedBy = [] }) => limitedBy)
    .map(limit => [limit.name, limit]))
  return Object.entries(limits ?? {}).map(([name, value]) => {
    const limit = known.get(name)
    return `${limit?.title[language] ?? name}${language === 'fr' ? ' : ' : ': '}${valueWords(limit, value, language)}`
  }).join('; ')
}

const atMost = { nl: 'hoogstens', en: 'at most', fr: 'au plus' } as const
const locales = { nl: 'nl-BE', en: 'en-BE', fr: 'fr-BE' } as const

function valueWords(limit: Limit | undefined, value: number | readonly string[], language: Language): string {
  if (typeof value !== 'number') return value.length ? listed(language, value, 10) : '–'
  const amount = limit?.kind === 'cents'
    ? (value / 100).toLocaleString(locales[language], { style: 'currency', currency: 'EUR' })
    : value.toLocaleString(locales[language])
  return `${atMost[language]} ${amount}`
}
