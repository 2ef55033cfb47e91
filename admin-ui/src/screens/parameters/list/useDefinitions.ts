import { useLocale } from 'ra-core'
import { useReading } from '#console/reading.ts'
import type { Definitions } from '#plugins/parameters/contract/answer/definition.ts'

/** Everything there is to set, in the reader's language; it stays the same as long as the server runs. */
export const useDefinitions = () => {
  const language = useLocale()
  return useReading<Definitions>('/parameters/definitions', { language }, { staleTime: Infinity })
}
