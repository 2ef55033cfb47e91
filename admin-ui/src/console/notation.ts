import { useQuery } from '@tanstack/react-query'
import type { Notation } from '#core/contract.ts'
import { installed } from './installed.ts'

const all = async (): Promise<Readonly<Record<string, Notation>>> =>
  Object.assign({}, ...(await Promise.all(installed.map(async ({ notations }) => notations?.()))))

/** How the value of a setting is written in one field, where its plugin says how. */
export const useNotation = (parameter: string, wanted: boolean): Notation | undefined => {
  const { data } = useQuery({ queryKey: ['notations'], queryFn: all, staleTime: Infinity, enabled: wanted })
  return data?.[parameter]
}
