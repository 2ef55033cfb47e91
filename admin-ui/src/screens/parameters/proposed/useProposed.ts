import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocale } from 'ra-core'
import { useEffect, useState } from 'react'
import type { ChangeItem } from '#console/change/change.ts'
import { call } from '#console/http.ts'
import type { Problem } from '#console/problem.ts'
import type { Proposed } from '#plugins/parameters/contract/answer/proposed.ts'

const pauseOfTyping = 300

/** Asks the server which changes an act would make, anew with each answer in its form. Null: not filled in yet. */
export const useProposed = <T extends Proposed = Proposed>(path: string, body: object | null) => {
  const language = useLocale()
  const asked = body === null ? '' : JSON.stringify(body)
  const [settled, setSettled] = useState(asked)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), pauseOfTyping)
    return () => clearTimeout(timer)
  }, [asked])
  const { data, error, isFetching } = useQuery<T, Problem>({
    queryKey: ['proposed', path, settled, language],
    queryFn: ({ signal }) => call<T>(path, { method: 'POST', body: JSON.parse(settled), signal }),
    enabled: settled !== '',
    placeholderData: keepPreviousData as never,
    staleTime: 0,
    gcTime: 0,
  })
  const looking = asked !== settled || isFetching
  const proposed = asked === '' || error ? undefined : data
  return { proposed, problem: asked === '' ? null : error, looking, items: itemsOf(proposed, looking) }
}

/** What goes to the door: nothing while it is being reckoned, or while there is nothing to do. */
const itemsOf = (proposed: Proposed | undefined, looking: boolean): readonly ChangeItem[] | null =>
  looking || !proposed || proposed.items.length === 0 ? null : proposed.items
