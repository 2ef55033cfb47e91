import type { Configuration } from '#core/configuration.ts'
import { ANY, type Day, type Dimension, type Language, type Texts, type UnitId } from '#core/contract.ts'
import type { MaterialType, MembershipType } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'

interface Code { readonly code: string; readonly name: string; readonly unused: boolean; readonly persons?: boolean }

/** Of a type of membership its list says who has it. */
interface Listed extends MaterialType { readonly kind?: MembershipType['kind'] }

const anyOf = {
  membership: { nl: 'alle lidsoorten', en: 'all types of membership', fr: 'tous les types d’abonnement' },
  material: { nl: 'alle materiaalsoorten', en: 'all types of material', fr: 'tous les types de document' },
} as const satisfies Record<string, Texts>

export const inCodeOrder = (a: string, b: string) => a.localeCompare(b, 'nl', { numeric: true })

/** "Any" and then the codes of a list at a unit, by number and by name; those not handed out any more last. */
export function codesAt(
  configuration: Configuration, dimension: Dimension, unit: UnitId, day: Day, language: Language,
): Code[] {
  const codes = [...listed<Listed>(configuration, dimension.codes, unit, day)]
    .map(([code, { name, unused = false, kind }]) =>
      ({ code, name: name[language], unused, ...(kind ? { persons: kind === 'person' } : {}) }))
    .sort((a, b) => Number(a.unused) - Number(b.unused) || inCodeOrder(a.code, b.code))
  return [{ code: ANY, name: anyOf[dimension.name as keyof typeof anyOf][language], unused: false }, ...codes]
}

/** One code by name; of a code that is not on the list on that day the code itself. */
export function codeAt(
  configuration: Configuration, dimension: Dimension, code: string, unit: UnitId, day: Day, language: Language,
): Code {
  return codesAt(configuration, dimension, unit, day, language).find(one => one.code === code)
    ?? { code, name: code, unused: true }
}
