import type { Static } from 'typebox'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocale } from 'ra-core'
import { useSettled } from '#console/change/usePreview.ts'
import { call } from '#console/http.ts'
import type { Problem } from '#console/problem.ts'
import type { FormItems } from '#plugins/change-requests/contract/answer.ts'

export type Wish = Static<typeof FormItems>

interface Asked {
  readonly id: string
  readonly unit: string
  readonly from?: string
  readonly filled: Readonly<Record<string, unknown>>
}

/** What the answers so far stand for: a change, work to do, and what is still to be answered. Null: not said for whom. */
export const useWish = (form: string, asked: Asked | null) => {
  const language = useLocale()
  const text = asked === null ? '' : JSON.stringify(asked)
  const settled = useSettled(text, 300)
  const { data, error, isFetching } = useQuery<Wish, Problem>({
    queryKey: ['wish', form, settled, language],
    queryFn: ({ signal }) => call<Wish>(`/requests/forms/${form}/items`, { method: 'POST', body: JSON.parse(settled), signal }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  })
  return { wish: text === '' || error ? undefined : data, problem: text === '' ? null : error, looking: text !== settled || isFetching }
}
