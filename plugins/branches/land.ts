import type { Unit } from '#core/unit.ts'

/** Where a library lies, for the holidays it keeps. */
export interface Land {
  readonly country: string
  /** Codes or names of the parts of the country whose days are kept there; Brussels has several. */
  readonly states: readonly string[]
}

export const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

/** The communities of Belgium, by the names their provinces bear in the three languages. */
const belgianProvinces: readonly (readonly [string, RegExp])[] = [
  ['VLG', /antwerp|anvers|limb|vlaanderen|flandre|flanders|vlaams.brabant|brabant flamand|flemish brabant/],
  ['WAL', /brabant wallon|waals.brabant|walloon brabant|hainaut|henegouwen|liege|luik|luxemb|namur|namen/],
  ['BRU', /bru[xs]+el/],
]

/** Belgian postal codes tell the community where no province is known; first of the range, and last. */
const belgianCodes: readonly (readonly [number, number, string])[] = [
  [1000, 1299, 'BRU'],
  [1300, 1499, 'WAL'],
  [1500, 3999, 'VLG'],
  [4700, 4791, 'DE'],
  [4000, 7999, 'WAL'],
  [8000, 9999, 'VLG'],
]

/** In Brussels each library keeps the day of its own community; nobody writes down which that is. */
const belgianStates = (state: string | undefined) => (state === 'BRU' ? ['VLG', 'WAL', 'BRU'] : state ? [state] : [])

/**
 * The country of a unit, and the parts of it whose own holidays are kept there: the community in
 * Belgium, the department in France (by postal code), the province or land elsewhere (by its name).
 */
export function landOf({ province = '', address }: Pick<Unit, 'province' | 'address'>): Land {
  const { country = 'BE', postalCode = '' } = address ?? {}
  if (country === 'BE') {
    const code = /^\d{4}$/.test(postalCode) ? Number(postalCode) : 0
    const byCode = belgianCodes.find(([first, last]) => code >= first && code <= last)?.[2]
    const byProvince = belgianProvinces.find(([, names]) => names.test(folded(province)))?.[0]
    return { country, states: belgianStates(byCode ?? byProvince) }
  }
  const department = country === 'FR' ? [postalCode.slice(0, 2)] : []
  return { country, states: [...department, province].filter(Boolean) }
}
