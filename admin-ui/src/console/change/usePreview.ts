import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocale } from 'ra-core'
import { useEffect, useState } from 'react'
import { call } from '../http.ts'
import type { Problem } from '../problem.ts'
import type { ChangeItem, Preview } from './change.ts'

/** Waits until typing pauses, so that not every letter is rehearsed. */
export const useSettled = <T>(value: T, milliseconds: number): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}

/** Rehearses the items while they are being put together. Null: there is nothing to rehearse yet. */
export const usePreview = (items: readonly ChangeItem[] | null) => {
  const language = useLocale()
  const asked = items === null ? '' : JSON.stringify(items)
  const settled = useSettled(asked, 350)
  const { data, error, isFetching } = useQuery<Preview, Problem>({
    queryKey: ['preview', settled, language],
    queryFn: ({ signal }) =>
      call<Preview>('/changes/preview', { method: 'POST', body: { items: JSON.parse(settled) }, signal }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  })
  const looking = asked !== settled || isFetching
  return { preview: asked === '' ? undefined : data, problem: error, looking }
}
