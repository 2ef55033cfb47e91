import { useLocale } from 'ra-core'
import type { Texts, UnitId } from '#core/contract.ts'
import { useReading } from '../reading.ts'

interface Listed {
  readonly code: string
  readonly body: { readonly name: Texts; readonly unused?: boolean }
}

interface Lists {
  readonly memberships: readonly Listed[]
  readonly materials: readonly Listed[]
}

export interface ListedCode {
  readonly code: string
  readonly name: string
}

/** By dimension the codes one may choose at a unit: those its library uses. */
export const useCodes = (unit: UnitId): ReadonlyMap<string, readonly ListedCode[]> => {
  const language = useLocale() as keyof Texts
  const { data } = useReading<Lists>('/lists', { unit })
  const used = (listed: readonly Listed[]) =>
    listed.filter(({ body }) => !body.unused).map(({ code, body }) => ({ code, name: body.name[language] }))
  return new Map(data ? [['membership', used(data.memberships)], ['material', used(data.materials)]] : [])
}
