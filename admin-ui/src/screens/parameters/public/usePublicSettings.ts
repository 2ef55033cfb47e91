import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Problem } from '#console/problem.ts'
import { call } from '#console/http.ts'
import type { PublicSettings } from '#plugins/parameters/contract/answer/tariff.ts'

/** The settings that libraries show to everybody, in the reader's language. */
export const usePublicSettings = (unit: string, language: string) => useQuery<PublicSettings, Problem>({
  queryKey: ['public settings', unit, language],
  queryFn: ({ signal }) => call<PublicSettings>('/public/settings', { query: { language, unit }, signal, isPublic: true }),
  placeholderData: keepPreviousData,
})
