import { useDeferredValue } from 'react'
import { useAsked } from '#console/asked.ts'
import { useSteadyReading } from '#console/reading.ts'
import type { Requests } from '../answers.ts'

export const PER_PAGE = 25

/** The requests that the address asks for. */
export const useRequests = (box: 'mine' | 'inbox', unit: string | undefined) => {
  const { asked } = useAsked()
  const page = Math.max(1, Number(asked('page')) || 1)
  const q = useDeferredValue(asked('q'))
  const or = (name: string) => asked(name) || undefined
  const reading = useSteadyReading<Requests>('/requests', {
    box, unit, q: q || undefined, state: or('state') ?? 'open', assignee: or('assignee'), due: or('due'), form: or('form'),
    team: or('team'), priority: or('priority'), sort: or('sort') ?? (box === 'inbox' ? 'due' : 'new'),
    limit: PER_PAGE, offset: (page - 1) * PER_PAGE,
  }, { refetchInterval: 30_000 })
  return { reading, page }
}
